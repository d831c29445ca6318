import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes a picture pasted while the focus is inside an element. In a text field text has priority: a text program also
 * copies a picture of its text.
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
      // Handle it before the window, which would import the file as a page.
      event.preventDefault();
      event.stopPropagation();
      newest.current(file);
    }
    // A browser names the pasted-into element only for fields, so listen on the document.
    document.addEventListener('paste', onPaste, { capture: true });
    return () => document.removeEventListener('paste', onPaste, { capture: true });
  }, [scope]);
}
