import { useCallback } from 'react';
import { useAppState, useSession } from './app-state.tsx';
import { savePreferences } from './preferences.ts';

/** A pane's remembered width, and what changes it: while dragging, and at the end to remember it. */
export function usePane(
  name: string,
  defaultPx: number,
): { widthPx: number; onResize: (widthPx: number) => void; onResized: (widthPx: number) => void } {
  const state = useAppState();
  const widthPx = useSession((s) => s.preferences.panes[name]) ?? defaultPx;
  const onResize = useCallback(
    (px: number) => state.session.getState().setPreferences({ panes: { [name]: px } }),
    [state, name],
  );
  const onResized = useCallback((px: number) => void savePreferences(state, { panes: { [name]: px } }), [state, name]);
  return { widthPx, onResize, onResized };
}
