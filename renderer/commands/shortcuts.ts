import { COMMANDS, type Command, isFieldKey } from '../../shared/command-list.ts';
import { codeOf, isSingleKey, type KeySettings, needsShift } from '../../shared/keys.ts';

/** The fields of a keyboard event that matter, as a plain object so that tests need no window. */
export interface KeyPress {
  key: string;
  /** The key's position on the keyboard, such as `KeyE`. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export type Platform = 'mac' | 'other';

/** `field` while a text field has the focus, else `open`. */
export type KeyPlace = 'field' | 'open';

/** Whether the queue is the active screen, and the editor's key settings. */
export interface KeySituation {
  isQueue: boolean;
  keys: KeySettings;
}

/** A text field needs these shortcuts for itself. */
const FIELD_KEEPS = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V']);

/** A second shortcut for a command, as the platform expects. */
const ALSO: readonly { shortcut: string; id: Command['id'] }[] = [
  { shortcut: 'Mod+Y', id: 'edit.redo' },
  { shortcut: 'Backspace', id: 'page.takeOff' },
];

export function shortcutOf(press: KeyPress, platform: Platform): string {
  const isMod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const isOther = platform === 'mac' ? press.ctrlKey : press.metaKey;
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  // A sign such as `?` needs Shift on some keyboards only, so Shift is left out for signs.
  const isSign = press.key.length === 1 && !/[\p{L}\p{N}]/u.test(press.key);
  const parts = [isMod && 'Mod', isOther && 'Other', press.altKey && 'Alt', press.shiftKey && !isSign && 'Shift', key];
  return parts.filter(Boolean).join('+');
}

/** Lists the commands bound to this position. The number pad's digits count as digits. */
function commandsAtPlace(press: KeyPress, keys: KeySettings): Command[] {
  if (press.ctrlKey || press.metaKey || press.altKey) return [];
  const code = press.code.replace(/^Numpad(?=[1-9]$)/, 'Digit');
  return COMMANDS.filter(
    (command: Command) =>
      command.code !== undefined && codeOf(command, keys) === code && needsShift(command) === press.shiftKey,
  );
}

/**
 * Lists the commands that a key press may mean. Several share a key when they belong to different screens. In the
 * queue its own keys mean nothing else, so that a slip never runs a command of another screen.
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

/** Formats `Mod+Shift+Z` as `Ctrl Shift Z`, or as `⇧⌘Z` on a Mac. */
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
