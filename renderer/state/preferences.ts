import type { Preferences } from '../../shared/settings.ts';
import type { AppState } from './app-state.tsx';
import { notifyError } from './writes.ts';

/** Shows the change at once and keeps it for this person, whichever library is open. */
export async function savePreferences(state: AppState, change: Partial<Preferences>): Promise<void> {
  state.session.getState().setPreferences(change);
  try {
    await state.api.call('settings.set', change);
  } catch (error) {
    notifyError(state, error);
  }
}
