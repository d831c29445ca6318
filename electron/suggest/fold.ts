/**
 * Splits text into words. A word is a run of letters and digits; case, accents and apostrophes do not count, so that
 * `Queen's`, `queens` and `QUEEN’S` are one word. `&` is a word of its own and means `and`.
 */

export const GAP = 0;
/** Ignored inside a word: combining accents, soft hyphens, zero-width joiners. */
export const MARK = 1;
export const APOSTROPHE = 2;
export const AMPERSAND = 3;
/** From this value on a character is part of a word, and the value is the folded character. */
export const LETTER = 48;
/** A letter of another script: part of a word, but of no name here. */
const FOREIGN = 127;

/** The class of every UTF-16 unit: GAP, MARK, APOSTROPHE, AMPERSAND, or the folded character. */
export const FOLD = foldTable();

export function fold(code: number): number {
  return FOLD[code] ?? GAP;
}

export function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code > 127 && /^\p{Lu}$/u.test(String.fromCharCode(code)));
}

function foldTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const letter = /^[\p{L}\p{N}]$/u;
  for (let code = 0; code < 0x10000; code += 1) {
    // Surrogates: mostly emoji, in no name.
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const char = String.fromCharCode(code);
    if (letter.test(char))
      table[code] = code < 0x250 || (code >= 0x1e00 && code <= 0x1eff) ? plainLetter(char) : FOREIGN;
  }
  for (const code of [0x27, 0x60, 0xb4, 0x2018, 0x2019, 0x2bc, 0x2032, 0xff07]) table[code] = APOSTROPHE;
  for (const code of [0xad, 0x200b, 0x200c, 0x200d, 0xfeff]) table[code] = MARK;
  for (let code = 0x300; code <= 0x36f; code += 1) table[code] = MARK;
  table[0x26] = AMPERSAND;
  return table;
}

function plainLetter(char: string): number {
  const base = char.normalize('NFD').toLowerCase().charCodeAt(0);
  return (base >= 97 && base <= 122) || (base >= 48 && base <= 57) ? base : FOREIGN;
}

/** A word of a text: its position and its folded form. */
export interface Word {
  start: number;
  /** The end of the word as written, with a possessive 's. */
  end: number;
  text: string;
  /** Where a possessive begins, and the word without it; null where there is none. */
  owner: { end: number; text: string } | null;
  upper: boolean;
  /** The text between the previous word and this one. */
  gap: string;
}

function foldWord(text: string, start: number, end: number): string {
  let folded = '';
  for (let i = start; i < end; i += 1) {
    const at = fold(text.charCodeAt(i));
    if (at >= LETTER) folded += String.fromCharCode(at);
  }
  return folded;
}

/** The word that begins at `start`; the previous word ends at `before`. */
export function wordAt(text: string, start: number, before: number): Word {
  let end = start;
  let owner: Word['owner'] = null;
  let simple = true;
  const ampersand = fold(text.charCodeAt(start)) === AMPERSAND;
  if (ampersand) end += 1;
  else {
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      const at = fold(code);
      if (at >= LETTER) simple &&= at === code;
      else if (at === APOSTROPHE) {
        if (fold(text.charCodeAt(end + 1)) < LETTER) break;
        simple = false;
        if (isPossessive(text, end)) owner = { end, text: foldWord(text, start, end) };
      } else if (at === MARK) simple = false;
      else break;
    }
  }
  return {
    start,
    end,
    text: ampersand ? 'and' : simple ? text.slice(start, end) : foldWord(text, start, end),
    owner,
    upper: isUpper(text.charCodeAt(start)),
    gap: text.slice(before, start),
  };
}

/**
 * All words of a text, or of a part that begins and ends between words. Use it only for the few texts with a hit; the
 * scanner itself allocates no objects.
 */
export function splitWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let before = from;
  for (let i = from; i < to; i += 1) {
    if (fold(text.charCodeAt(i)) < AMPERSAND) continue;
    const word = wordAt(text, i, before);
    words.push(word);
    before = word.end;
    i = before - 1;
  }
  return words;
}

/** The words of a name, folded. */
export function foldWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let i = 0; i <= text.length; i += 1) {
    const kind = i < text.length ? fold(text.charCodeAt(i)) : GAP;
    if (kind >= LETTER) word += String.fromCharCode(kind);
    else if (kind === GAP || kind === AMPERSAND) {
      if (word !== '') words.push(word);
      word = '';
      if (kind === AMPERSAND) words.push('and');
    }
  }
  return words;
}

/** Whether this apostrophe is followed by an s that ends the word. */
export function isPossessive(text: string, apostrophe: number): boolean {
  if (fold(text.charCodeAt(apostrophe + 1)) !== 115) return false;
  const after = fold(text.charCodeAt(apostrophe + 2));
  return after < LETTER && after !== MARK && (after !== APOSTROPHE || fold(text.charCodeAt(apostrophe + 3)) < LETTER);
}
