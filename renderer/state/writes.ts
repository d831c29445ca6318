import type { MethodInput, MethodName, MethodOutput, Written } from '../../shared/contract.ts';
import { CallError, toCallError } from '../api.ts';
import type { AppState } from './app-state.tsx';
import type { Notice } from './notices.ts';

/** Methods that answer with the history entry they made. */
export type WriteMethod = {
  [M in MethodName]: MethodOutput<M> extends Written ? M : never;
}[MethodName];

/**
 * Tells the editor what went wrong, with the file and line where one is to blame. `outcome` says what it led to:
 * in the same notice, because of two at once a screen reader says only the second.
 */
export function notifyError(
  state: AppState,
  error: unknown,
  { outcome, action }: { outcome?: string; action?: NonNullable<Notice['action']> } = {},
): void {
  const fault = toCallError(error);
  const where =
    fault.file && !fault.message.includes(fault.file)
      ? `${fault.file}${fault.line ? `, line ${fault.line}` : ''}: `
      : '';
  if (fault.code === 'bug') console.error(error);
  const text = [where + fault.message, outcome].filter(Boolean).join(' ');
  state.session.getState().notify(text, { tone: 'bad', ...(action && { action }) });
}

/** What is said of a step: announced, and shown as a notice where somebody who sees would miss it too. */
export interface Said {
  text: string;
  isShown: boolean;
}

/**
 * One undoable step. Its label is announced, or what is said in its place; a failure is shown. Returns null when it failed. What changed
 * on screen follows from the desk's event.
 */
export async function write<M extends WriteMethod>(
  state: AppState,
  method: M,
  input: MethodInput<M>,
  said?: string | ((written: MethodOutput<M>) => Said),
): Promise<MethodOutput<M> | null> {
  try {
    const written = await state.api.call(method, input);
    const { entry } = written as Written;
    if (entry) say(state, typeof said === 'function' ? said(written) : { text: said ?? entry.label, isShown: false });
    else state.session.getState().notify('No changes were needed.');
    return written;
  } catch (error) {
    notifyError(state, error);
    return null;
  }
}

/** Tells what was done: to whoever listens, and on the screen where it would not be noticed. */
export function say(state: AppState, { text, isShown }: Said): void {
  // A notice is announced as well.
  if (isShown) state.session.getState().notify(text);
  else state.session.getState().announce(text);
}

/**
 * Undo and redo ask before they take back a step that another door made, e.g. a script. Says whether a
 * step was taken.
 */
export async function stepThroughHistory(state: AppState, direction: 'undo' | 'redo'): Promise<boolean> {
  const { announce, ask } = state.session.getState();
  const method = direction === 'undo' ? 'history.undo' : 'history.redo';
  const run = async (otherDoorToo: boolean) => {
    const written = await state.api.call(method, { otherDoorToo });
    if (written.entry) announce(written.entry.label);
    return written.entry !== null;
  };
  try {
    return await run(false);
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'undo-other-door') {
      notifyError(state, error);
      return false;
    }
    const goAhead = await ask({
      title: direction === 'undo' ? 'Undo a step made elsewhere?' : 'Redo a step made elsewhere?',
      body: error.message,
      confirm: direction === 'undo' ? 'Undo it' : 'Redo it',
    });
    if (!goAhead) return false;
    try {
      return await run(true);
    } catch (second) {
      notifyError(state, second);
      return false;
    }
  }
}
