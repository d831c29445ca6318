import type { StateCreator } from 'zustand/vanilla';
import type { Session } from '../../state/session.ts';

const BOARD_COLUMNS = [
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

export interface BoardSlice {
  boardSort: BoardSort;
  /** Only pages of this region; null is all. */
  boardRegion: string | null;
  isNeedOnly: boolean;
  sortBoard: (by: BoardColumn) => void;
  setBoardFilter: (filter: Partial<Pick<BoardSlice, 'boardRegion' | 'isNeedOnly'>>) => void;
}

declare module '../../state/session.ts' {
  interface Session extends BoardSlice {}
}

/** Reset for another library, whose regions may differ. */
export const FRESH_BOARD = { boardRegion: null, isNeedOnly: false } as const satisfies Partial<BoardSlice>;

export const createBoardSlice: StateCreator<Session, [], [], BoardSlice> = (set) => ({
  ...FRESH_BOARD,
  boardSort: { by: 'need', descending: true },
  // The first click sorts by what an editor looks for: most, oldest, or names from A.
  sortBoard: (by) =>
    set(({ boardSort }) => ({
      boardSort: { by, descending: boardSort.by === by ? !boardSort.descending : by !== 'name' },
    })),
  setBoardFilter: (filter) => set(filter),
});
