import { useCallback } from 'react';
import { useAppState, useSession } from './app-state.tsx';
import { notifyError } from './writes.ts';

/** A pane's remembered width, and what changes it: while dragging, and at the end to remember it. */
export function usePane(
  name: string,
  defaultPx: number,
): { widthPx: number; onResize: (widthPx: number) => void; onResized: (widthPx: number) => void } {
  const state = useAppState();
  const widthPx = useSession((s) => s.panes[name]) ?? defaultPx;
  const onResize = useCallback((px: number) => state.session.getState().setPane(name, px), [state, name]);
  const onResized = useCallback(
    (px: number) => {
      state.session.getState().setPane(name, px);
      state.api
        .call('settings.set', { panes: { ...state.session.getState().panes, [name]: px } })
        .catch((error: unknown) => notifyError(state, error));
    },
    [state, name],
  );
  return { widthPx, onResize, onResized };
}
