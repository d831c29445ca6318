import type { StateCreator } from 'zustand/vanilla';
import type { ArticleId, OverrideField } from '../../shared/models.ts';
import type { Session } from './session.ts';

/** What the right pane shows of the open page. */
export type PageSide = 'preview' | 'checks' | 'versions';

export interface PageEditorSlice {
  /** The teaser on the open page that keys and commands act on. */
  teaser: ArticleId | null;
  /** The teaser whose words stand open for editing. */
  rewording: ArticleId | null;
  /** The field that has the keys when the words open. */
  rewordingField: OverrideField;
  pageSide: PageSide;
  /** The key of the check that commands act on. */
  check: string | null;
  isCandidatesShown: boolean;
  previewWidth: 'desktop' | 'phone';
  setTeaser: (id: ArticleId | null) => void;
  setRewording: (id: ArticleId | null, field?: OverrideField) => void;
  setPageSide: (side: PageSide) => void;
  setCheck: (key: string | null) => void;
  setCandidatesShown: (isShown: boolean) => void;
  setPreviewWidth: (width: 'desktop' | 'phone') => void;
}

export const createPageEditorSlice: StateCreator<Session, [], [], PageEditorSlice> = (set) => ({
  teaser: null,
  rewording: null,
  rewordingField: 'headline',
  pageSide: 'preview',
  check: null,
  isCandidatesShown: true,
  previewWidth: 'phone',
  // Words are those of one teaser: selecting another while they stand open moves on to its words.
  setTeaser: (teaser) => set((now) => ({ teaser, rewording: now.rewording === null ? null : teaser })),
  setRewording: (rewording, rewordingField = 'headline') =>
    set((now) => ({ rewording, rewordingField, teaser: rewording ?? now.teaser })),
  setPageSide: (pageSide) => set({ pageSide }),
  setCheck: (check) => set({ check }),
  setCandidatesShown: (isCandidatesShown) => set({ isCandidatesShown }),
  setPreviewWidth: (previewWidth) => set({ previewWidth }),
});
