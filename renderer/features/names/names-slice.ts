import type { StateCreator } from 'zustand/vanilla';
import type { EntryId } from '../../../shared/models.ts';
import type { Reread, RereadVerdict } from '../../../shared/tagging/names.ts';
import type { Session } from '../../state/session.ts';

export const NAMES_VIEWS = ['list', 'record', 'reread'] as const;
export type NamesView = (typeof NAMES_VIEWS)[number];

/** The answer for one tag of a sample. `skipped` made no step; `gone` could not be judged. */
export type RereadAnswer = { verdict: RereadVerdict; entryId: EntryId } | { verdict: 'skipped' } | { verdict: 'gone' };

/** A sample as it was drawn. It stays the same while the library changes. */
export interface RereadRun {
  sample: readonly Reread[];
  answers: ReadonlyMap<string, RereadAnswer>;
}

export interface NamesSlice {
  namesView: NamesView;
  reread: RereadRun | null;
  showNames: (view: NamesView) => void;
  startReread: (sample: readonly Reread[]) => void;
  /** `key` identifies the tag, see reread-model. */
  answerReread: (key: string, answer: RereadAnswer) => void;
}

declare module '../../state/session.ts' {
  interface Session extends NamesSlice {}
}

/** For another library: a sample is of one library. */
export const FRESH_NAMES = { reread: null } as const satisfies Partial<NamesSlice>;

export const createNamesSlice: StateCreator<Session, [], [], NamesSlice> = (set) => ({
  ...FRESH_NAMES,
  namesView: 'list',
  showNames: (namesView) => set({ place: 'names', namesView, isDrawerOpen: false, hasLanded: true }),
  startReread: (sample) => set({ reread: { sample, answers: new Map() } }),
  answerReread: (key, answer) =>
    set(({ reread }) => (reread ? { reread: { ...reread, answers: new Map(reread.answers).set(key, answer) } } : {})),
});
