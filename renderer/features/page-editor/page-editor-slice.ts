import type { StateCreator } from 'zustand/vanilla';
import type { Override, StoryId, SystemCode } from '../../../shared/models.ts';
import type { Session } from '../../state/session.ts';
import { selectOne, type TeaserSelection } from './teaser-selection.ts';

/** What the right pane shows of the open page. */
export const PAGE_SIDES = ['preview', 'checks', 'versions', 'beside'] as const;
export type PageSide = (typeof PAGE_SIDES)[number];

/** How much of a page its readers see without scrolling, as the preview measured it. */
export interface Fold {
  system: SystemCode;
  /** Teasers seen, of how many. */
  seen: number;
  of: number;
}

export type SideList = 'candidates' | 'shelf';

/** Teasers copied or cut. The words they have on their page are read when they are pasted. */
export interface TeaserClipboard {
  from: SystemCode;
  isCut: boolean;
  teasers: readonly { articleId: StoryId; headline: string }[];
  /** What other programs were given with it; null where that could not be done. */
  text: string | null;
}

/** Of the selection, `teaser` is the current one of `teasers`: commands act on all of them, keys are on this one. */
export interface PageEditorSlice extends TeaserSelection {
  /** The story whose gap on the open page the keys are on; then no teaser is selected. */
  gap: StoryId | null;
  clipboard: TeaserClipboard | null;
  /** The teaser whose words stand open for editing. */
  rewording: StoryId | null;
  /** What has the keys when the words open. */
  rewordingField: Override;
  pageSide: PageSide;
  /** The key of the check that commands act on. */
  check: string | null;
  /** The story under the keys in the pane beside the page; commands mean it as long as the keys are there. */
  sideStory: StoryId | null;
  isCandidatesShown: boolean;
  /** Which list the pane beside the page shows. */
  sideList: SideList;
  previewWidth: 'desktop' | 'phone';
  /** Null while nothing measures it, or the page shows whole. */
  fold: Fold | null;
  /** The system whose page stands beside the open one. */
  besideSystem: SystemCode | null;
  /** The teaser on the page beside that keys act on. */
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

/** For another library: none of its stories was selected or copied. */
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

/** On a narrow window two pages leave no room for the candidates: the other page stands in their place. */
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
  // Words are those of one teaser: selecting another while they stand open moves on to its words.
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
