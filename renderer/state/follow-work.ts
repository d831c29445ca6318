import type { EventPayload } from '../../shared/contract.ts';
import type { AppState } from './app-state.tsx';
import type { WorkState } from './work.ts';
import { notifyError } from './writes.ts';

/** Long enough to read four words. */
const ENDED_FOR_MS = 6000;

const ENDINGS: Readonly<Record<EventPayload<'work.ended'>['how'], string>> = {
  done: 'Finished.',
  cancelled: 'Cancelled. Nothing was changed.',
  failed: 'Stopped by an error.',
};

/** Keeps the session's `work` as the desk reports it, and announces its beginning and its end. */
export function followWork({ api, session }: Pick<AppState, 'api' | 'session'>): void {
  api.subscribe((event) => {
    const { work, setWork, announce } = session.getState();
    if (event.name === 'work.progress') {
      const isSame = work.kind === 'running' && work.id === event.payload.id;
      // The numbers change ten times a second, so only the first report is read out.
      if (!isSame) announce(`${event.payload.text}.`);
      setWork({ kind: 'running', isCancelling: isSame && work.isCancelling, ...event.payload });
    } else if (event.name === 'work.ended') {
      const ended: WorkState = { kind: 'ended', id: event.payload.id, text: ENDINGS[event.payload.how] };
      setWork(ended);
      // Who called says what was done or what went wrong.
      if (event.payload.how === 'cancelled') announce(ended.text);
      setTimeout(() => {
        if (session.getState().work === ended) setWork({ kind: 'none' });
      }, ENDED_FOR_MS);
    }
  });
  // While a connection is lost, the window may miss the end of the work.
  api.onConnection(() => session.getState().setWork({ kind: 'none' }));
}

export async function cancelWork(state: AppState): Promise<void> {
  const { work, setWork } = state.session.getState();
  if (work.kind !== 'running') return;
  setWork({ ...work, isCancelling: true });
  try {
    await state.api.call('work.cancel', { id: work.id });
  } catch (error) {
    const { work: now } = state.session.getState();
    if (now.kind === 'running' && now.id === work.id) setWork({ ...now, isCancelling: false });
    notifyError(state, error);
  }
}
