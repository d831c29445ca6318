import type { Command } from '../../shared/command-list.ts';
import type { CommandRegistry } from './registry.ts';
import { commandsForKey, type KeyPlace, type KeySituation, type Platform } from './shortcuts.ts';

const FIELD_TYPES = new Set([
  'text',
  'search',
  'url',
  'email',
  'tel',
  'password',
  'number',
  'date',
  'datetime-local',
  'time',
]);

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && FIELD_TYPES.has(target.type);
}

/** True while a dialog or an open menu has the keys; only their own keys work then. */
function isOverlayOpen(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]') !== null
  );
}

const MAY_REPEAT = new Set<Command['id']>(['queue.next', 'queue.previous']);

/** What is pasted comes with the event that follows the key, and may be meant for somebody else. */
const LEFT_TO_EVENT = new Set<Command['id']>(['page.pasteTeasers']);

/** One listener for all shortcuts; returns the function that removes it. */
export function listenToKeys(
  target: Window,
  registry: CommandRegistry,
  platform: Platform,
  /** A dialog is open, even if the focus has not reached it yet. */
  isBlocked: () => boolean,
  situation: () => KeySituation,
): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isBlocked() || isOverlayOpen(event.target)) return;
    const place: KeyPlace = isTextField(event.target) ? 'field' : 'open';
    for (const command of commandsForKey(event, platform, place, situation())) {
      if (LEFT_TO_EVENT.has(command.id)) continue;
      // A key that is held down moves on, but settles no more than one story.
      if (event.repeat && command.code && !MAY_REPEAT.has(command.id)) {
        event.preventDefault();
        return;
      }
      if (!registry.run(command.id)) continue;
      event.preventDefault();
      return;
    }
  }
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}

/**
 * A native menu binds undo and redo for the whole window. While words are being written in a field they
 * mean those words, so they go to the field's own undo.
 */
export function runMenuCommand(id: string, registry: CommandRegistry): void {
  if (isTextField(document.activeElement)) {
    const edit = { 'edit.undo': 'undo', 'edit.redo': 'redo' }[id];
    // The only way to reach a field's own undo from a script.
    if (edit && document.execCommand(edit)) return;
  }
  registry.runById(id);
}
