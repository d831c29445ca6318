import type { StateCreator } from 'zustand/vanilla';
import type { Session } from '../../state/session.ts';

export const MEASURES = ['stories', 'age', 'checks', 'waiting'] as const;
/** What the map is coloured by. */
export type Measure = (typeof MEASURES)[number];
export const WINDOWS = ['7', '30', '90', 'dates'] as const;
export type CoverageWindow = (typeof WINDOWS)[number];

export interface CoverageSlice {
  measure: Measure;
  coverageWindow: CoverageWindow;
  /** The days chosen for the window `dates`; empty until then. */
  coverageDates: { from: string; to: string };
  coverageShape: 'map' | 'tiles';
  setCoverage: (
    change: Partial<Pick<CoverageSlice, 'measure' | 'coverageWindow' | 'coverageDates' | 'coverageShape'>>,
  ) => void;
}

declare module '../../state/session.ts' {
  interface Session extends CoverageSlice {}
}

/** For another library: its days may be others. */
export const FRESH_COVERAGE = {
  coverageDates: { from: '', to: '' },
  coverageWindow: '30',
} as const satisfies Partial<CoverageSlice>;

export const createCoverageSlice: StateCreator<Session, [], [], CoverageSlice> = (set) => ({
  ...FRESH_COVERAGE,
  measure: 'stories',
  coverageShape: 'map',
  setCoverage: (change) => set(change),
});
