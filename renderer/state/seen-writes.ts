import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract.ts';
import { toCallError } from '../api.ts';
import type { AppState } from './app-state.tsx';
import type { Choices, ConflictWords } from './conflicts.ts';

/** How to save again after the editor has chosen between two versions. */
export interface Merge<I> extends ConflictWords {
  /** The input with the choices, and with `theirs` as what the editor has seen by now; null when nothing is left to save. */
  take: (input: I, choices: Choices, theirs: Choices) => I | null;
}

/**
 * Calls a method whose input says what the editor saw. Where somebody else changed the same fields, the editor chooses,
 * and the call is made again. Resolves to null when the editor cancels; otherwise fails as `call` does.
 */
export async function callSeen<M extends MethodName>(
  state: AppState,
  method: M,
  first: MethodInput<M>,
  merge?: Merge<MethodInput<M>>,
): Promise<MethodOutput<M> | 'cancelled' | 'theirs'> {
  let input = first;
  for (;;) {
    try {
      return await state.api.call(method, input);
    } catch (error) {
      const { conflict, message } = toCallError(error);
      if (!conflict || !merge) throw error;
      const { take, ...words } = merge;
      const choices = await state.session.getState().chooseVersions({ conflict, message, ...words });
      if (choices === null) return 'cancelled';
      const theirs = Object.fromEntries(conflict.fields.map((field) => [field.field, field.theirs]));
      const next = take(input, choices, theirs);
      if (next === null) return 'theirs';
      input = next;
    }
  }
}

/** The input with more in what was seen. */
export function withSeen<I extends { seen?: object | undefined }>(input: I, theirs: Choices): I {
  return { ...input, seen: { ...input.seen, ...theirs } };
}
