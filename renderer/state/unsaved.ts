import { useCallback, useEffect } from 'react';
import { useAppState } from './app-state.tsx';

/**
 * Guards unsaved text in a dialog. The window asks before it closes, and so does the returned function, which
 * resolves to true when the editor may leave.
 */
export function useUnsaved(isDirty: boolean): () => Promise<boolean> {
  const { session } = useAppState();
  useEffect(() => {
    if (!isDirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isDirty]);
  return useCallback(
    async () =>
      !isDirty ||
      session.getState().ask({
        title: 'Leave without saving?',
        body: 'Your changes here are not saved yet.',
        confirm: 'Leave without saving',
        cancel: 'Keep editing',
        danger: true,
      }),
    [isDirty, session],
  );
}
