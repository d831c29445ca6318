import { type RefObject, useEffect, useRef } from 'react';
import { isFocusLost } from './lost-focus.ts';

/** Where a button goes once it has done its work, the keys stay near: with the first field or button that is left. */
export function useKeptFocus(scope: RefObject<HTMLElement | null>): void {
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const element = scope.current;
    if (!element) return;
    const note = (event: FocusEvent) => {
      last.current = event.target;
    };
    element.addEventListener('focusin', note);
    return () => element.removeEventListener('focusin', note);
  }, [scope]);
  useEffect(() => {
    if (!(last.current instanceof Element) || last.current.isConnected) return;
    last.current = null;
    if (isFocusLost()) scope.current?.querySelector<HTMLElement>('textarea, input:not([hidden]), button')?.focus();
  });
}
