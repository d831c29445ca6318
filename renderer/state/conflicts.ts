import type { StateCreator } from 'zustand/vanilla';
import type { Conflict } from '../../shared/conflict.ts';

export type FieldValue = Conflict['fields'][number]['yours'];
/** What to save of each field. */
export type Choices = Readonly<Record<string, FieldValue>>;

/** How a field is shown in the question which version to save. */
export interface ConflictWords {
  /** A value that is not text, in words. */
  format?: (field: string, value: FieldValue) => string;
  /** Fields whose two texts can be combined by typing. */
  canType?: (field: string) => boolean;
}

export interface OpenConflict extends ConflictWords {
  conflict: Conflict;
  /** The desk's sentence: who changed what, and when. */
  message: string;
}

export interface ConflictSlice {
  conflict: OpenConflict | null;
  /** Shows both versions above any dialog. Resolves to what to save, or to null when the editor cancels. */
  chooseVersions: (conflict: OpenConflict) => Promise<Choices | null>;
  settleConflict: (choices: Choices | null) => void;
}

export const createConflictSlice: StateCreator<ConflictSlice> = (set) => {
  let settle: ((choices: Choices | null) => void) | null = null;
  return {
    conflict: null,
    chooseVersions: (conflict) => {
      // A second conflict cancels an open one: what was typed stays in its form.
      settle?.(null);
      set({ conflict });
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
    settleConflict: (choices) => {
      const waiting = settle;
      settle = null;
      set({ conflict: null });
      waiting?.(choices);
    },
  };
};
