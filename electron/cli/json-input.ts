import { UsageError } from './fault.ts';

// In a text, JSON allows every character from the space on, but for the quote and the backslash.
const TOKEN =
  /[{}[\],:]|"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const SPACE = /[ \t\n\r]*/y;

/** The value of a JSON text; an empty one is an empty input. The error of a broken text names line and column. */
export function parseInput(input: string | Uint8Array): unknown {
  const text = typeof input === 'string' ? input : decode(input);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message gives the place of some mistakes only.
    throw new UsageError(`The input is not JSON: ${placeOf(text)}.`, 'bad-json');
  }
}

function decode(bytes: Uint8Array): string {
  try {
    // TextDecoder removes a byte-order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('The input is not UTF-8. Write the JSON as UTF-8.', 'bad-json');
  }
}

function placeOf(text: string): string {
  const at = firstMistake(text);
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  const where = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  if (at >= text.trimEnd().length) return `it ends too early (${where})`;
  const shown = text.slice(at, at + 12).split(/[\n\r]/)[0] ?? '';
  return `${where}, at ${shown.trim() === '' ? 'the end of the line' : `“${shown}”`}`;
}

/** What may follow; `first` is the first item of a list or object, which may be empty. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

/** The offset of the first token that cannot stand where it is; the end of the text if only more is missing. */
function firstMistake(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma');
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return at;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return at;
    const inner = open.at(-1);
    const isClosing = (token === '}' && inner === '{') || (token === ']' && inner === '[');
    if (isClosing && (expected === 'comma' || expected === 'first-key' || expected === 'first-value')) {
      open.pop();
      expected = afterValue();
    } else if (expected === 'comma' && token === ',') expected = inner === '{' ? 'key' : 'value';
    else if (expected === 'colon' && token === ':') expected = 'value';
    else if ((expected === 'key' || expected === 'first-key') && token.startsWith('"')) expected = 'colon';
    else if (expected === 'value' || expected === 'first-value') {
      if (/^[}\],:]$/.test(token)) return at;
      if (token === '{' || token === '[') {
        open.push(token);
        expected = token === '{' ? 'first-key' : 'first-value';
      } else expected = afterValue();
    } else return at;
    at += token.length;
  }
}
