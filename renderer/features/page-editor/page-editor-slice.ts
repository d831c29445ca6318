import type { StateCreator } from 'zustand/vanilla';
import type { Override, StoryId, SystemCode } from '../../../shared/models.ts';
import type { SeenTeasers } from '../../../shared/pages/seen-teaser.ts';
import type { Session } from '../../state/session.ts';
import { selectOne, type TeaserSelection } from './teaser-selection.ts';

/** What the right pane can show of the open page. */
export const PAGE_SIDES = ['preview', 'checks', 'versions', 'beside'] as const;
export type PageSide = (typeof PAGE_SIDES)[number];

/** How much of a page readers see without scrolling, as measured by the preview. */
export interface Fold {
  system: SystemCode;
  /** Teasers seen without scrolling. */
  seen: number;
  of: number;
}

export type SideList = 'candidates' | 'shelf';

/** Teasers copied or cut. Their words on the source page are read when they are pasted. */
export interface TeaserClipboard {
  from: SystemCode;
  isCut: boolean;
  teasers: readonly { articleId: StoryId; headline: string }[];
  /** The teasers as their page showed them then. */
  seen?: SeenTeasers;
  /** The text given to the system clipboard; null where that failed. */
  text: string | null;
}

/** `teasers` is the selection, on which commands act; `teaser` is its current one, which has the focus. */
export interface PageEditorSlice extends TeaserSelection {
  /** The story of the focused gap on the open page. No teaser is selected then. */
  gap: StoryId | null;
  clipboard: TeaserClipboard | null;
  /** The teaser whose re-word panel is open. */
  rewording: StoryId | null;
  /** The field to focus when the re-word panel opens. */
  rewordingField: Override;
  pageSide: PageSide;
  /** The key of the check that commands act on. */
  check: string | null;
  /** The focused story in a side list. Commands act on it while the focus is there. */
  sideStory: StoryId | null;
  isCandidatesShown: boolean;
  /** Which side list is shown. */
  sideList: SideList;
  previewWidth: 'desktop' | 'phone';
  /** Null while there is no preview to measure, or when the whole page is visible. */
  fold: Fold | null;
  /** The system whose page is compared with the open one. */
  besideSystem: SystemCode | null;
  /** The current teaser on the compared page. */
  besideTeaser: StoryId | null;
  setTeaser: (id: StoryId | null) => void;
  selectTeasers: (selection: TeaserSelection) => void;
  setGap: (id: StoryId) => void;
  setClipboard: (clipboard: TeaserClipboard | null) => void;
  setRewording: (id: StoryId | null, field?: Override) => void;
  setPageSide: (side: PageSide) => void;
  setCheck: (key: string | null) => void;
  setSideStory: (id: StoryId | null) => void;
  setCandidatesShown: (isShown: boolean) => void;
  showSide: (list: SideList) => void;
  setPreviewWidth: (width: 'desktop' | 'phone') => void;
  setFold: (fold: Fold | null) => void;
  setBeside: (system: SystemCode) => void;
  setBesideTeaser: (id: StoryId | null) => void;
}

declare module '../../state/session.ts' {
  interface Session extends PageEditorSlice {}
}

/** Reset for another library. */
export const FRESH_PAGE_EDITOR = {
  ...selectOne(null),
  gap: null,
  clipboard: null,
  rewording: null,
  check: null,
  sideStory: null,
  besideSystem: null,
  besideTeaser: null,
} as const satisfies Partial<PageEditorSlice>;

/** On a narrow window two pages leave no room for the candidates, so the compared page takes their place. */
export function isBesideInPlace({ isNarrow, isDrawerOpen, pageSide }: Session): boolean {
  return isNarrow && isDrawerOpen && pageSide === 'beside';
}

export const createPageEditorSlice: StateCreator<Session, [], [], PageEditorSlice> = (set) => ({
  ...FRESH_PAGE_EDITOR,
  rewordingField: 'headline',
  pageSide: 'preview',
  isCandidatesShown: true,
  sideList: 'candidates',
  previewWidth: 'phone',
  fold: null,
  // While the re-word panel is open, selecting another teaser shows that teaser's words.
  setTeaser: (teaser) =>
    set((now) => ({ ...selectOne(teaser), gap: null, rewording: now.rewording === null ? null : teaser })),
  selectTeasers: (selection) =>
    set((now) => ({
      ...selection,
      gap: null,
      rewording: now.rewording === null || selection.teasers.length > 1 ? null : selection.teaser,
    })),
  setGap: (gap) => set({ ...selectOne(null), gap, rewording: null }),
  setClipboard: (clipboard) => set({ clipboard }),
  setRewording: (rewording, rewordingField = 'headline') =>
    set({ rewording, rewordingField, ...(rewording === null ? {} : { ...selectOne(rewording), gap: null }) }),
  setPageSide: (pageSide) => set({ pageSide }),
  setCheck: (check) => set({ check }),
  setSideStory: (sideStory) => set({ sideStory }),
  showSide: (sideList) => set({ sideList, isCandidatesShown: true, sideStory: null }),
  setCandidatesShown: (isCandidatesShown) => set({ isCandidatesShown, sideStory: null }),
  setPreviewWidth: (previewWidth) => set({ previewWidth }),
  setFold: (fold) => set({ fold }),
  setBeside: (besideSystem) => set({ besideSystem, besideTeaser: null }),
  setBesideTeaser: (besideTeaser) => set({ besideTeaser }),
});
