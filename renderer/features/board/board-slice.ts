import type { StateCreator } from 'zustand/vanilla';
import type { Session } from '../../state/session.ts';

export const PAGES_VIEWS = ['board', 'map'] as const;
/** The board, or the coverage of England. */
export type PagesView = (typeof PAGES_VIEWS)[number];

export const BOARD_COLUMNS = [
  'name',
  'need',
  'age',
  'days7',
  'days30',
  'pins',
  'gaps',
  'checks',
  'offered',
  'unplaced',
  'unsigned',
  'exported',
] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

export interface BoardSort {
  by: BoardColumn;
  descending: boolean;
}

export const MEASURES = ['stories', 'age', 'checks', 'waiting'] as const;
/** The figure that colours the map. */
export type Measure = (typeof MEASURES)[number];
export const WINDOWS = ['7', '30', '90', 'dates'] as const;
export type CoverageWindow = (typeof WINDOWS)[number];

export interface BoardSlice {
  pagesView: PagesView;
  boardSort: BoardSort;
  /** Only pages of this region; null is all. */
  boardRegion: string | null;
  isNeedOnly: boolean;
  measure: Measure;
  coverageWindow: CoverageWindow;
  /** The days chosen for the window `dates`; empty until then. */
  coverageDates: { from: string; to: string };
  coverageShape: 'map' | 'tiles';
  showPages: (view: PagesView) => void;
  sortBoard: (by: BoardColumn) => void;
  setBoardFilter: (filter: Partial<Pick<BoardSlice, 'boardRegion' | 'isNeedOnly'>>) => void;
  setCoverage: (
    change: Partial<Pick<BoardSlice, 'measure' | 'coverageWindow' | 'coverageDates' | 'coverageShape'>>,
  ) => void;
}

/** Reset for another library, whose regions and days may differ. */
export const NEW_BOARD = {
  boardRegion: null,
  isNeedOnly: false,
  coverageDates: { from: '', to: '' },
  coverageWindow: '30',
} as const satisfies Partial<BoardSlice>;

export const createBoardSlice: StateCreator<Session, [], [], BoardSlice> = (set) => ({
  ...NEW_BOARD,
  pagesView: 'board',
  boardSort: { by: 'need', descending: true },
  measure: 'stories',
  coverageShape: 'map',
  showPages: (pagesView) => set({ place: 'pages', pageSystem: null, pagesView, isDrawerOpen: false, hasLanded: true }),
  // The first click sorts by what an editor looks for: most, oldest, or names from A.
  sortBoard: (by) =>
    set(({ boardSort }) => ({
      boardSort: { by, descending: boardSort.by === by ? !boardSort.descending : by !== 'name' },
    })),
  setBoardFilter: (filter) => set(filter),
  setCoverage: (change) => set(change),
});
