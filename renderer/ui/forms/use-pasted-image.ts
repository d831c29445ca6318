import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes a picture pasted while the keys are inside an element. Words go first where there is a field for them: what a
 * text program copies comes with a picture of itself.
 */
export function usePastedImage(scope: RefObject<HTMLElement | null>, onFile: (file: File) => void): void {
  const newest = useRef(onFile);
  useEffect(() => {
    newest.current = onFile;
  });
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const focused = document.activeElement;
      const data = event.clipboardData;
      if (!data || !focused || !scope.current?.contains(focused)) return;
      const file = [...data.files].find(({ type }) => type.startsWith('image/'));
      const isField = focused.matches('textarea, input');
      if (!file || (isField && data.types.includes('text/plain'))) return;
      // Before the window hears of it, which would take the file for a page to import.
      event.preventDefault();
      event.stopPropagation();
      newest.current(file);
    }
    // A browser says which element was pasted into only where that is a field, so the document listens.
    document.addEventListener('paste', onPaste, { capture: true });
    return () => document.removeEventListener('paste', onPaste, { capture: true });
  }, [scope]);
}
