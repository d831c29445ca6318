import { type RefObject, useEffect, useRef } from 'react';
import { isFocusLost } from './lost-focus.ts';

/**
 * When a focused button disappears after its action, the focus moves to the first field or button left in the scope.
 */
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
