import type { KeyboardEvent } from 'react';

/** These keys press the focused button or move on from it. */
const BUTTON_KEYS = new Set(['Enter', ' ', 'Tab']);

/**
 * For elements inside a list row. React Aria stops keys pressed there, so that they do not move the list. The
 * window's own shortcuts (undo, palette, screens) must still work, so the window gets a copy.
 */
export function passKeysOn(event: KeyboardEvent): void {
  const { nativeEvent, target } = event;
  const isWriting = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (isWriting || event.isDefaultPrevented() || BUTTON_KEYS.has(event.key)) return;
  event.stopPropagation();
  // A dispatched event cannot be sent again, so send a copy. Its result says whether a shortcut handled it.
  if (!window.dispatchEvent(new KeyboardEvent(nativeEvent.type, nativeEvent))) event.preventDefault();
}
