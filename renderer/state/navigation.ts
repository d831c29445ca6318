import type { StateCreator } from 'zustand/vanilla';
import type { SystemCode } from '../../shared/models.ts';
import type { Session } from './session.ts';

export const PLACES = ['stories', 'pages', 'export', 'history'] as const;
export type Place = (typeof PLACES)[number];

export interface NavigationSlice {
  place: Place;
  /** The system whose page is open under Pages; null shows the list of pages. */
  pageSystem: SystemCode | null;
  goTo: (place: Place) => void;
  openPage: (system: SystemCode) => void;
  closePage: () => void;
}

export const createNavigationSlice: StateCreator<Session, [], [], NavigationSlice> = (set) => ({
  place: 'stories',
  pageSystem: null,
  // Going to Pages while a page is open leads back to the list of all.
  goTo: (place) =>
    set((now) => ({ place, pageSystem: now.place === place ? null : now.pageSystem, isDrawerOpen: false })),
  openPage: (system) => set({ place: 'pages', pageSystem: system, isDrawerOpen: false }),
  closePage: () => set({ pageSystem: null }),
});
