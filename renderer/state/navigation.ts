import type { StateCreator } from 'zustand/vanilla';
import type { SystemCode } from '../../shared/models.ts';
import type { LayoutSlice } from './layout.ts';

export const PLACES = ['queue', 'stories', 'pages', 'export', 'history', 'names', 'register'] as const;
export type Place = (typeof PLACES)[number];

export const PAGES_VIEWS = ['board', 'map'] as const;
/** The pages as a list by need, or the coverage of England. */
export type PagesView = (typeof PAGES_VIEWS)[number];

export interface NavigationSlice {
  place: Place;
  /** The system whose page is open; null shows the list of pages. */
  pageSystem: SystemCode | null;
  /** The list of pages that shows while no page is open. */
  pagesView: PagesView;
  /** True once the first screen has been chosen. */
  hasLanded: boolean;
  land: (place: Place) => void;
  goTo: (place: Place) => void;
  showPages: (view: PagesView) => void;
  openPage: (system: SystemCode) => void;
  closePage: () => void;
}

/** For another library: its pages are others. */
export const FRESH_NAVIGATION = { pageSystem: null } as const satisfies Partial<NavigationSlice>;

export const createNavigationSlice: StateCreator<NavigationSlice & LayoutSlice, [], [], NavigationSlice> = (set) => ({
  ...FRESH_NAVIGATION,
  place: 'stories',
  pagesView: 'board',
  hasLanded: false,
  land: (place) => set((now) => (now.hasLanded ? now : { place, hasLanded: true })),
  // Going to Pages from an open page returns to the list; going to the queue returns to its stories.
  goTo: (place) =>
    set((now) => ({
      place,
      pageSystem: now.place === place ? null : now.pageSystem,
      isDrawerOpen: false,
      hasLanded: true,
    })),
  showPages: (pagesView) => set({ place: 'pages', pageSystem: null, pagesView, isDrawerOpen: false, hasLanded: true }),
  openPage: (system) => set({ place: 'pages', pageSystem: system, isDrawerOpen: false, hasLanded: true }),
  closePage: () => set({ pageSystem: null }),
});
