import type { StateCreator } from 'zustand/vanilla';
import type { SystemCode } from '../../shared/models.ts';
import type { Session } from './session.ts';

export const PLACES = ['queue', 'stories', 'pages', 'export', 'history', 'names', 'register'] as const;
export type Place = (typeof PLACES)[number];

export interface NavigationSlice {
  place: Place;
  /** The system whose page is open; null shows the list of pages. */
  pageSystem: SystemCode | null;
  /** True once the first screen has been chosen. */
  hasLanded: boolean;
  land: (place: Place) => void;
  goTo: (place: Place) => void;
  openPage: (system: SystemCode) => void;
  closePage: () => void;
}

export const createNavigationSlice: StateCreator<Session, [], [], NavigationSlice> = (set) => ({
  place: 'stories',
  pageSystem: null,
  hasLanded: false,
  land: (place) => set((now) => (now.hasLanded ? now : { place, hasLanded: true })),
  // Going to Pages from an open page returns to the list; going to the queue returns to its stories.
  goTo: (place) =>
    set((now) => ({
      place,
      pageSystem: now.place === place ? null : now.pageSystem,
      queueView: 'stories',
      isDrawerOpen: false,
      hasLanded: true,
    })),
  openPage: (system) => set({ place: 'pages', pageSystem: system, isDrawerOpen: false, hasLanded: true }),
  closePage: () => set({ pageSystem: null }),
});
