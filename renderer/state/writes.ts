import type { MethodInput, MethodName, MethodOutput, Written } from '../../shared/contract.ts';
import type { EntryId } from '../../shared/models.ts';
import { CallError, toCallError } from '../api.ts';
import type { AppState } from './app-state.tsx';
import type { Notice } from './notices.ts';
import { callSeen, type Merge } from './seen-writes.ts';

/** Methods that return the history entry they made. */
export type WriteMethod = {
  [M in MethodName]: MethodOutput<M> extends Written ? M : never;
}[MethodName];

/**
 * Shows what went wrong, with the file and line where known. `outcome` is added to the same notice: of two notices at
 * once a screen reader reads only the second.
 */
export function notifyError(
  state: AppState,
  error: unknown,
  { outcome, action }: { outcome?: string; action?: NonNullable<Notice['action']> } = {},
): void {
  const fault = toCallError(error);
  // What the editor asked for is no failure, and the status line says it.
  if (fault.code === 'cancelled') return;
  const where =
    fault.file && !fault.message.includes(fault.file)
      ? `${fault.file}${fault.line ? `, line ${fault.line}` : ''}: `
      : '';
  if (fault.code === 'bug') console.error(error);
  const text = [where + fault.message, outcome].filter(Boolean).join(' ');
  state.session.getState().notify(text, { tone: 'bad', ...(action && { action }) });
}

const UNCHANGED: Written = { entry: null, changed: 0 };

/** The message of a step. It is announced, and also shown as a notice when the change is not visible on screen. */
export interface Said {
  text: string;
  isShown: boolean;
}

/**
 * Runs one undoable step and announces its label or the given message. Shows a failure and returns null. The screen
 * updates from the desk's event. With `merge`, a conflict asks which version to save; cancelling that is no failure.
 */
export async function write<M extends WriteMethod>(
  state: AppState,
  method: M,
  input: MethodInput<M>,
  said?: string | ((written: MethodOutput<M>) => Said),
  merge?: Merge<MethodInput<M>>,
): Promise<MethodOutput<M> | null> {
  try {
    const written = await callSeen(state, method, input, merge);
    if (written === 'cancelled') return null;
    if (written === 'theirs') {
      // The other version is what is there: as good as saved.
      return UNCHANGED as MethodOutput<M>;
    }
    const { entry } = written as Written;
    if (entry) {
      const message = typeof said === 'function' ? said(written) : { text: said ?? entry.label, isShown: false };
      say(state, message, entry.id);
    } else state.session.getState().notify('No changes were needed.');
    return written;
  } catch (error) {
    notifyError(state, error);
    return null;
  }
}

/** Announces what was done, and shows it with a way back where it would not be noticed. */
export function say(state: AppState, { text, isShown }: Said, entryId: EntryId): void {
  // A notice is announced too.
  if (isShown) notifyStep(state, text, entryId);
  else state.session.getState().announce(text);
}

/** A notice of a step, with the button that undoes it. */
export function notifyStep(state: AppState, text: string, entryId: EntryId): void {
  state.session.getState().notify(text, {
    action: { label: 'Undo', run: () => void undoIfNewest(state, entryId) },
  });
}

/** A notice stays for a while, so its step may no longer be the newest. Only the newest can be undone. */
async function undoIfNewest(state: AppState, entryId: EntryId): Promise<void> {
  try {
    const { undo } = await state.api.call('library.info', {});
    if (undo?.id === entryId) await stepThroughHistory(state, 'undo');
    else state.session.getState().notify('Other steps came after this one. Undo those first; the history lists them.');
  } catch (error) {
    notifyError(state, error);
  }
}

/**
 * Undoes or redoes, asking first when the step was made elsewhere: in another window, on the command line. Resolves to true when a step was
 * made.
 */
export async function stepThroughHistory(state: AppState, direction: 'undo' | 'redo'): Promise<boolean> {
  const { announce, ask } = state.session.getState();
  const method = direction === 'undo' ? 'history.undo' : 'history.redo';
  const run = async (agreedTo?: EntryId) => {
    const input = agreedTo === undefined ? {} : { otherDoorToo: true, agreedTo };
    const written = await state.api.call(method, input);
    if (written.entry) announce(written.entry.label);
    return written.entry !== null;
  };
  let agreedTo: EntryId | undefined;
  // While the question was open, a newer step may have been made elsewhere: that one is asked about in turn.
  for (;;) {
    try {
      return await run(agreedTo);
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'undo-other-door' || !error.step) {
        notifyError(state, error);
        return false;
      }
      const goAhead = await ask({
        title: direction === 'undo' ? 'Undo a step made elsewhere?' : 'Redo a step made elsewhere?',
        body: error.message,
        confirm: direction === 'undo' ? 'Undo it' : 'Redo it',
      });
      if (!goAhead) return false;
      agreedTo = error.step.id;
    }
  }
}
