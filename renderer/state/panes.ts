import { useCallback } from 'react';
import { useAppState, useSession } from './app-state.tsx';
import { savePreferences } from './preferences.ts';

/** Returns a pane's saved width, a setter while dragging, and one that saves at the end. */
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
