import type { StateCreator } from 'zustand/vanilla';
import type { ArticleId, OverrideField } from '../../shared/models.ts';
import type { Session } from './session.ts';

/** What the right pane shows of the open page. */
export type PageSide = 'preview' | 'checks' | 'versions';

export type SideList = 'candidates' | 'shelf';

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
  /** The story under the keys in the pane beside the page; commands mean it as long as the keys are there. */
  sideStory: ArticleId | null;
  isCandidatesShown: boolean;
  /** Which list the pane beside the page shows. */
  sideList: SideList;
  previewWidth: 'desktop' | 'phone';
  setTeaser: (id: ArticleId | null) => void;
  setRewording: (id: ArticleId | null, field?: OverrideField) => void;
  setPageSide: (side: PageSide) => void;
  setCheck: (key: string | null) => void;
  setSideStory: (id: ArticleId | null) => void;
  setCandidatesShown: (isShown: boolean) => void;
  showSide: (list: SideList) => void;
  setPreviewWidth: (width: 'desktop' | 'phone') => void;
}

export const createPageEditorSlice: StateCreator<Session, [], [], PageEditorSlice> = (set) => ({
  teaser: null,
  rewording: null,
  rewordingField: 'headline',
  pageSide: 'preview',
  check: null,
  sideStory: null,
  isCandidatesShown: true,
  sideList: 'candidates',
  previewWidth: 'phone',
  // Words are those of one teaser: selecting another while they stand open moves on to its words.
  setTeaser: (teaser) => set((now) => ({ teaser, rewording: now.rewording === null ? null : teaser })),
  setRewording: (rewording, rewordingField = 'headline') =>
    set((now) => ({ rewording, rewordingField, teaser: rewording ?? now.teaser })),
  setPageSide: (pageSide) => set({ pageSide }),
  setCheck: (check) => set({ check }),
  setSideStory: (sideStory) => set({ sideStory }),
  showSide: (sideList) => set({ sideList, isCandidatesShown: true, sideStory: null }),
  setCandidatesShown: (isCandidatesShown) => set({ isCandidatesShown, sideStory: null }),
  setPreviewWidth: (previewWidth) => set({ previewWidth }),
});
