import type { MethodInput, Written } from '../../../shared/contract.ts';
import type { TemplateId } from '../../../shared/pages/fill-rules.ts';
import { toCallError } from '../../api.ts';
import type { AppState } from '../../state/app-state.tsx';

/**
 * Actions on zones and templates, one step each. They return the desk's refusal, for the dialog to show, or null once
 * done.
 */
type Refusal = Promise<string | null>;

export function setZones(state: AppState, input: MethodInput<'zones.set'>): Refusal {
  return refusalOf(state, () => state.api.call('zones.set', input));
}

export function saveTemplate(state: AppState, input: MethodInput<'templates.save'>): Refusal {
  return refusalOf(state, () => state.api.call('templates.save', input));
}

export function removeTemplate(state: AppState, id: TemplateId): Refusal {
  return refusalOf(state, () => state.api.call('templates.remove', { id }));
}

async function refusalOf(state: AppState, run: () => Promise<Written>): Refusal {
  try {
    const { entry } = await run();
    if (entry) state.session.getState().announce(entry.label);
    else state.session.getState().notify('No changes were needed.');
    return null;
  } catch (error) {
    const fault = toCallError(error);
    if (fault.code === 'bug') console.error(error);
    return fault.message;
  }
}
