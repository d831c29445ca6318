import { DeskError } from '../../../../shared/errors.ts';
import { decodeText } from '../decode.ts';
import { firstText } from '../first-text.ts';

/** The value of a JSON file. Throws DeskError with the line at which it is broken. */
export function readJson(bytes: Uint8Array, file: string): unknown {
  const text = decodeText(bytes, file);
  const value = parseJson(text);
  if (value !== undefined) return value;
  throw new DeskError('file-format', 'The JSON is broken in this line. Correct it, or save the file again.', {
    file,
    line: brokenLine(text),
  });
}

/** Undefined for a text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const kept = new WeakMap<Uint8Array, { value: unknown }>();

/** The value of a file that may be JSON, for recognising formats: parsed once, undefined where it is not JSON. */
export function peekJson(bytes: Uint8Array): unknown {
  if (!/^\s*[[{]/.test(firstText(bytes, 200))) return undefined;
  const known = kept.get(bytes);
  if (known !== undefined) return known.value;
  const value = parseJson(firstText(bytes, bytes.length));
  kept.set(bytes, { value });
  return value;
}

/** A mark, the beginning of a string, or another value. */
const TOKEN = /([{}[\],:])|(")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

/** The line, from 1, of the first thing in a broken JSON text that cannot stand where it is. */
function brokenLine(text: string): number {
  const open: string[] = [];
  let expected: Expected | null = 'value';
  let at = 0;
  while (at < text.length) {
    BLANK.lastIndex = at;
    at += BLANK.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) break;
    const end: number = token[2] === undefined ? TOKEN.lastIndex : endOfString(text, at);
    if (end === -1) break;
    expected = afterToken(token[1] ?? (token[2] === undefined ? 'value' : 'string'), expected, open);
    if (expected === null) break;
    at = end;
  }
  return (
    text
      .slice(0, at)
      .trimEnd()
      .split(/\r\n|\r|\n/).length + newLinesBetween(text, at)
  );
}

/** The blank lines before the broken place belong to no token. At the end of the text, the last line with words counts. */
function newLinesBetween(text: string, at: number): number {
  if (at >= text.length) return 0;
  const before = text.slice(0, at);
  return before.slice(before.trimEnd().length).split(/\r\n|\r|\n/).length - 1;
}

/** What may come after a token; null where the token may not stand here. */
function afterToken(token: string, expected: Expected, open: string[]): Expected | null {
  const wantsValue = expected === 'value' || expected === 'value or end';
  if (token === '{' || token === '[') {
    if (!wantsValue) return null;
    open.push(token);
    return token === '{' ? 'key or end' : 'value or end';
  }
  if (token === '}' || token === ']') {
    const isEmpty = expected === (token === '}' ? 'key or end' : 'value or end');
    if (!isEmpty && expected !== 'comma or end') return null;
    return open.pop() === (token === '}' ? '{' : '[') ? 'comma or end' : null;
  }
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === ',') {
    if (expected !== 'comma or end' || open.length === 0) return null;
    return open[open.length - 1] === '{' ? 'key' : 'value';
  }
  if (wantsValue) return 'comma or end';
  return token === 'string' && (expected === 'key' || expected === 'key or end') ? 'colon' : null;
}

/** The place after a string that begins at `start`; -1 where it is broken. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    if (code !== 0x5c) continue;
    at += 1;
    const letter = text[at] ?? '';
    if (letter === 'u' ? !/^[\da-f]{4}$/i.test(text.slice(at + 1, at + 5)) : !'"\\/bfnrt'.includes(letter)) return -1;
  }
  return -1;
}

/** The value of an object's own key; undefined for any other value. Nothing is looked up along prototypes. */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a key, or null where there is none or it is no text. */
export function textAt(value: unknown, ...keys: string[]): string | null {
  for (const key of keys) {
    const text = own(value, key);
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return null;
}
