import type { Command } from '../../shared/command-list.ts';
import type { CommandRegistry } from './registry.ts';
import { commandsForKey, type KeyPlace, type KeySituation, type Platform } from './shortcuts.ts';

const FIELD_TYPES = new Set(['text', 'search', 'url', 'email', 'tel', 'password', 'number']);

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && FIELD_TYPES.has(target.type);
}

/** True while the focus is in a dialog or an open menu: only their own keys work then. */
function isOverlayOpen(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]') !== null
  );
}

const MAY_REPEAT = new Set<Command['id']>(['queue.next', 'queue.previous']);

/** The clipboard's content comes with the paste event after the key press, and may not be for this command. */
const LEFT_TO_EVENT = new Set<Command['id']>(['page.pasteTeasers']);

/** The code of a key that an input method handles. Safari sends the Enter that ends a composition with it alone. */
const INPUT_METHOD_KEY = 229;

/**
 * An input method uses Enter, Escape and arrows to choose among its words. No part of the window may act on them, or
 * half a headline would be saved. Capturing on the window comes before every other listener, React's included.
 */
function holdComposedKeys(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === INPUT_METHOD_KEY) event.stopImmediatePropagation();
}

/**
 * One listener for all shortcuts, and the guard for input methods. Call it before anything else listens to keys.
 * Returns the function that removes them.
 */
export function listenToKeys(
  target: Window,
  registry: CommandRegistry,
  platform: Platform,
  /** True once a dialog is open, even before it has the focus. */
  isBlocked: () => boolean,
  situation: () => KeySituation,
): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || isBlocked() || isOverlayOpen(event.target)) return;
    const place: KeyPlace = isTextField(event.target) ? 'field' : 'open';
    for (const command of commandsForKey(event, platform, place, situation())) {
      if (LEFT_TO_EVENT.has(command.id)) continue;
      // A held key may move on, but must not decide more than one story.
      if (event.repeat && command.code && !MAY_REPEAT.has(command.id)) {
        event.preventDefault();
        return;
      }
      if (!registry.run(command.id)) continue;
      event.preventDefault();
      return;
    }
  }
  target.addEventListener('keydown', holdComposedKeys, { capture: true });
  target.addEventListener('keydown', onKeyDown);
  return () => {
    target.removeEventListener('keydown', holdComposedKeys, { capture: true });
    target.removeEventListener('keydown', onKeyDown);
  };
}

/**
 * The native menu binds undo and redo for the whole window. While a field has the focus they must undo typing, so
 * they are passed to the field's own undo.
 */
export function runMenuCommand(id: string, registry: CommandRegistry): void {
  if (isTextField(document.activeElement)) {
    const edit = { 'edit.undo': 'undo', 'edit.redo': 'redo' }[id];
    // execCommand is the only way to run a field's own undo from a script.
    if (edit && document.execCommand(edit)) return;
  }
  registry.runById(id);
}
