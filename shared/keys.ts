import { z } from 'zod';
import { COMMANDS, type Command, type CommandId, findCommand } from './command-list.ts';

/** An editor's settings for shortcuts without Ctrl or Alt. */
export const KeySettings = z.object({
  /** When false, no letter, digit or sign alone is a shortcut anywhere in the window. */
  singleLetter: z.boolean(),
  /** The physical key of each command whose key was changed. */
  codes: z.record(z.string().max(40), z.string().regex(/^[A-Za-z0-9]{2,20}$/)),
});
export type KeySettings = z.infer<typeof KeySettings>;

export const DEFAULT_KEYS: KeySettings = { singleLetter: true, codes: {} };

/** The characters on a US keyboard, by physical key; used where the layout is unknown. */
const SIGNS: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  IntlBackslash: '<',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** The character on each key, as the keyboard reports it: `KeyQ` is `a` in France. */
export type KeyLayout = ReadonlyMap<string, string>;

/** The label of a key. Digits keep their digit, because the key shows it whatever it types without Shift. */
export function keyName(code: string, layout: KeyLayout | null = null): string {
  if (code.startsWith('Digit')) return code.slice(5);
  const printed = layout?.get(code);
  if (printed) return printed.toUpperCase();
  return code.startsWith('Key') ? code.slice(3) : (SIGNS[code] ?? code);
}

export const needsShift = (command: Command): boolean => command.shortcut?.startsWith('Shift+') ?? false;

export const codeOf = (command: Command, keys: KeySettings): string | undefined =>
  keys.codes[command.id] ?? command.code;

/** A key that types a character, with Shift or without. */
export function isSingleKey(shortcut: string): boolean {
  const parts = shortcut.split('+');
  return !parts.includes('Mod') && !parts.includes('Alt') && parts.at(-1)?.length === 1;
}

/** The shortcut as currently set; null where there is none or it is switched off. */
export function shortcutOf(command: Command, keys: KeySettings, layout: KeyLayout | null = null): string | null {
  if (command.shortcut === null || (isSingleKey(command.shortcut) && !keys.singleLetter)) return null;
  const code = command.code === undefined ? undefined : codeOf(command, keys);
  return code === undefined ? command.shortcut : `${needsShift(command) ? 'Shift+' : ''}${keyName(code, layout)}`;
}

/** The commands whose key can be changed. The digits cannot: they are the numbers on the cards. */
export const CHANGEABLE: readonly Command[] = COMMANDS.filter(
  (command: Command) => command.code !== undefined && !command.code.startsWith('Digit'),
);

/** Keys of the list itself that are not commands. */
const LIST_KEYS: Readonly<Record<string, string>> = { KeyX: 'tick a story in the list' };

/** Why a command cannot have this key; null when it can. */
export function refusalOf(id: CommandId, code: string, keys: KeySettings): string | null {
  const command = findCommand(id);
  if (!command) return 'There is no such command.';
  const name = keyName(code);
  if (code.startsWith('Digit') || code.startsWith('Numpad')) return 'The digits accept and reject offers.';
  if (!code.startsWith('Key') && SIGNS[code] === undefined) return 'Choose a letter or a sign.';
  const listKey = LIST_KEYS[code];
  if (listKey) return `${name} is needed to ${listKey}.`;
  const other = CHANGEABLE.find(
    (one) => one.id !== id && needsShift(one) === needsShift(command) && codeOf(one, keys) === code,
  );
  return other ? `${name} is the key for “${other.label}”. Give that one another key first.` : null;
}

/** The settings with one key changed; the default key needs no entry. */
export function withCode(keys: KeySettings, id: CommandId, code: string): KeySettings {
  const { [id]: _before, ...codes } = keys.codes;
  return { ...keys, codes: findCommand(id)?.code === code ? codes : { ...codes, [id]: code } };
}
