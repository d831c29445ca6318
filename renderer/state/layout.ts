import type { StateCreator } from 'zustand/vanilla';
import type { KeyLayout } from '../../shared/keys.ts';
import { DEFAULT_PREFERENCES, type Preferences, withChange } from '../../shared/settings.ts';

export interface LayoutSlice {
  /** The person's settings as this window shows them. A change shows before the desk has saved it. */
  preferences: Preferences;
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
  /** In this window only; savePreferences keeps it as well. */
  setPreferences: (change: Partial<Preferences>) => void;
  setKeyLayout: (keyLayout: KeyLayout) => void;
  setNarrow: (isNarrow: boolean) => void;
  setDrawerOpen: (isOpen: boolean) => void;
  toggleDetails: () => void;
}

export const createLayoutSlice: StateCreator<LayoutSlice> = (set) => ({
  preferences: DEFAULT_PREFERENCES,
  keyLayout: null,
  isNarrow: false,
  isDrawerOpen: false,
  isDetailsShown: true,
  setPreferences: (change) => set(({ preferences }) => ({ preferences: withChange(preferences, change) })),
  setKeyLayout: (keyLayout) => set({ keyLayout }),
  setNarrow: (isNarrow) => set((now) => (now.isNarrow === isNarrow ? now : { isNarrow, isDrawerOpen: false })),
  setDrawerOpen: (isDrawerOpen) => set({ isDrawerOpen }),
  toggleDetails: () =>
    set((now) => (now.isNarrow ? { isDrawerOpen: !now.isDrawerOpen } : { isDetailsShown: !now.isDetailsShown })),
});
