import type { StateCreator } from 'zustand/vanilla';
import { DEFAULT_KEYS, type KeyLayout, type KeySettings } from '../../shared/keys.ts';
import type { Session } from './session.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface LayoutSlice {
  /** Widths in px by pane name, as saved in the settings. */
  panes: Readonly<Record<string, number>>;
  theme: Theme;
  keys: KeySettings;
  /** The letters printed on this keyboard; null when the browser does not report them. */
  keyLayout: KeyLayout | null;
  /**
   * True when the window is too narrow for three panes: the navigation shows icons, and the right pane is a drawer or
   * replaces another pane.
   */
  isNarrow: boolean;
  isDrawerOpen: boolean;
  /** True when the right pane is shown on a wide window. */
  isDetailsShown: boolean;
  setPane: (name: string, widthPx: number) => void;
  setPanes: (panes: Readonly<Record<string, number>>) => void;
  setTheme: (theme: Theme) => void;
  setKeys: (keys: KeySettings) => void;
  setKeyLayout: (keyLayout: KeyLayout) => void;
  setNarrow: (isNarrow: boolean) => void;
  setDrawerOpen: (isOpen: boolean) => void;
  toggleDetails: () => void;
}

export const createLayoutSlice: StateCreator<Session, [], [], LayoutSlice> = (set) => ({
  panes: {},
  theme: 'system',
  keys: DEFAULT_KEYS,
  keyLayout: null,
  isNarrow: false,
  isDrawerOpen: false,
  isDetailsShown: true,
  setPane: (name, widthPx) => set((now) => ({ panes: { ...now.panes, [name]: widthPx } })),
  setPanes: (panes) => set((now) => ({ panes: { ...now.panes, ...panes } })),
  setTheme: (theme) => set({ theme }),
  setKeys: (keys) => set({ keys }),
  setKeyLayout: (keyLayout) => set({ keyLayout }),
  setNarrow: (isNarrow) => set((now) => (now.isNarrow === isNarrow ? now : { isNarrow, isDrawerOpen: false })),
  setDrawerOpen: (isDrawerOpen) => set({ isDrawerOpen }),
  toggleDetails: () =>
    set((now) => (now.isNarrow ? { isDrawerOpen: !now.isDrawerOpen } : { isDetailsShown: !now.isDetailsShown })),
});
