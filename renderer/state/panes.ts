import { useCallback } from 'react';
import { useAppState, useSession } from './app-state.tsx';
import { notifyError } from './writes.ts';

/** Returns a pane's saved width, a setter while dragging, and one that saves at the end. */
export function usePane(
  name: string,
  defaultPx: number,
): { widthPx: number; onResize: (widthPx: number) => void; onResized: (widthPx: number) => void } {
  const state = useAppState();
  const widthPx = useSession((session) => session.panes[name]) ?? defaultPx;
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
