import { COMMANDS, type Command, isFieldKey } from '../../shared/command-list.ts';
import { codeOf, isSingleKey, type KeySettings, needsShift } from '../../shared/keys.ts';

/** What of a keyboard event decides; a plain object, so that tests need no window. */
export interface KeyPress {
  key: string;
  /** The key's place, e.g. `KeyE`. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export type Platform = 'mac' | 'other';

/** Where a key lands: in words being written, or elsewhere. */
export type KeyPlace = 'field' | 'open';

/** Whether the queue has the keys, and how the editor has set them. */
export interface KeySituation {
  isQueue: boolean;
  keys: KeySettings;
}

/** Edits of text have keys of their own that a field must keep. */
const FIELD_KEEPS = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V']);

/** Second keys for the same command, by the custom of the platform. */
const ALSO: readonly { shortcut: string; id: Command['id'] }[] = [
  { shortcut: 'Mod+Y', id: 'edit.redo' },
  { shortcut: 'Backspace', id: 'page.takeOff' },
];

export function shortcutOf(press: KeyPress, platform: Platform): string {
  const isMod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const isOther = platform === 'mac' ? press.ctrlKey : press.metaKey;
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  // Signs such as `?` need Shift on some keyboards and not on others: the sign itself says enough.
  const isSign = press.key.length === 1 && !/[\p{L}\p{N}]/u.test(press.key);
  const parts = [isMod && 'Mod', isOther && 'Other', press.altKey && 'Alt', press.shiftKey && !isSign && 'Shift', key];
  return parts.filter(Boolean).join('+');
}

/** The commands that go by this key's place; the digits beside the letters are digits as well. */
function commandsAtPlace(press: KeyPress, keys: KeySettings): Command[] {
  if (press.ctrlKey || press.metaKey || press.altKey) return [];
  const code = press.code.replace(/^Numpad(?=[1-9]$)/, 'Digit');
  return COMMANDS.filter(
    (command: Command) =>
      command.code !== undefined && codeOf(command, keys) === code && needsShift(command) === press.shiftKey,
  );
}

/**
 * The commands a key press may mean here; several share a key where they belong to different screens. In
 * the queue its own keys mean nothing else, so that a slip never starts something from another screen.
 */
export function commandsForKey(
  press: KeyPress,
  platform: Platform,
  place: KeyPlace,
  { isQueue, keys }: KeySituation,
): Command[] {
  const shortcut = shortcutOf(press, platform);
  if (place === 'field' && (isFieldKey(shortcut) || FIELD_KEEPS.has(shortcut))) return [];
  const queued = isQueue && place === 'open' ? commandsAtPlace(press, keys) : [];
  if (queued.length > 0) return keys.singleLetter ? queued : [];
  if (isSingleKey(shortcut) && !keys.singleLetter) return [];
  const also = ALSO.filter((entry) => entry.shortcut === shortcut).map((entry) => entry.id);
  return COMMANDS.filter(
    (command: Command) => command.code === undefined && (command.shortcut === shortcut || also.includes(command.id)),
  );
}

const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const KEY_SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
};

/** `Mod+Shift+Z` as the reader's keyboard has it: `Ctrl Shift Z`, or `⇧⌘Z` on a Mac. */
export function formatShortcut(shortcut: string | null, platform: Platform): string | null {
  if (!shortcut) return null;
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const shownKey = KEY_SIGNS[key] ?? key;
  const modifiers = parts.slice(0, -1);
  if (platform === 'mac') {
    const order = ['Alt', 'Shift', 'Mod'];
    return (
      order
        .filter((name) => modifiers.includes(name))
        .map((name) => MAC_SIGNS[name])
        .join('') + shownKey
    );
  }
  return [...modifiers.map((name) => (name === 'Mod' ? 'Ctrl' : name)), shownKey].join(' ');
}
