import type { KeyboardEvent } from 'react';

/** They press the button that has them, or go on to the next. */
const BUTTON_KEYS = new Set(['Enter', ' ', 'Tab']);

/**
 * For what stands inside a row of a list: React Aria keeps the keys pressed there from all around, so that they do not
 * move the list. The window's own keys are meant there as well (undo, the palette, another place), so it hears of them.
 */
export function passKeysOn(event: KeyboardEvent): void {
  const { nativeEvent, target } = event;
  const isWriting = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (isWriting || event.isDefaultPrevented() || BUTTON_KEYS.has(event.key)) return;
  event.stopPropagation();
  // A copy, because an event that is on its way cannot be sent again; the copy says whether somebody took it.
  if (!window.dispatchEvent(new KeyboardEvent(nativeEvent.type, nativeEvent))) event.preventDefault();
}
