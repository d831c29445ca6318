import type { StateCreator } from 'zustand/vanilla';
import type { KeyLayout } from '../../shared/keys.ts';
import { DEFAULT_PREFERENCES, type Preferences, withChange } from '../../shared/settings.ts';

export interface LayoutSlice {
  /** The person's settings as this window shows them: a change shows before the desk has kept it. */
  preferences: Preferences;
  /** What this keyboard prints on its keys; null where the browser does not say. */
  keyLayout: KeyLayout | null;
  /** Too narrow for three panes: the left shows icons, the right opens over the work or in another pane’s place. */
  isNarrow: boolean;
  isDrawerOpen: boolean;
  /** The right pane on a wide window. */
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
