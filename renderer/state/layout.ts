import type { StateCreator } from 'zustand/vanilla';
import { DEFAULT_KEYS, type KeyLayout, type KeySettings } from '../../shared/keys.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface LayoutSlice {
  /** Widths in px by pane name, as remembered by the settings. */
  panes: Readonly<Record<string, number>>;
  theme: Theme;
  keys: KeySettings;
  /** What this keyboard prints on its keys; null where the browser does not say. */
  keyLayout: KeyLayout | null;
  /** Too narrow for three panes: the left shows icons, the right opens over the work or in another pane’s place. */
  isNarrow: boolean;
  isDrawerOpen: boolean;
  /** The right pane on a wide window. */
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

export const createLayoutSlice: StateCreator<LayoutSlice> = (set) => ({
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
