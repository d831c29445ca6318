/**
 * How text is cut into words. A word is a run of letters and digits; case, accents and apostrophes don't
 * count, so that `Queen's`, `queens` and `QUEEN’S` are one word. `&` is a word of its own and means `and`.
 */

export const GAP = 0;
/** Leaves no trace inside a word: combining accents, soft hyphens, zero-width joiners. */
export const MARK = 1;
export const APOSTROPHE = 2;
export const AMPERSAND = 3;
/** Everything from here on is part of a word: the folded character itself. */
export const LETTER = 48;
/** A letter of another script: part of a word, and of no name here. */
const FOREIGN = 127;

const LATIN = 0x250;
const TABLE = latinTable();

/** What a UTF-16 unit is to a word. */
export function fold(code: number): number {
  return code < LATIN ? (TABLE[code] ?? GAP) : foldWide(code);
}

export function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code > 127 && /^\p{Lu}$/u.test(String.fromCharCode(code)));
}

function foldWide(code: number): number {
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x2032 || code === 0xff07) return APOSTROPHE;
  if ((code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200d) || code === 0xfeff) return MARK;
  if (code >= 0x1e00 && code <= 0x1eff) return foldAccent(code);
  return /^[\p{L}\p{N}]$/u.test(String.fromCharCode(code)) ? FOREIGN : GAP;
}

function latinTable(): Uint8Array {
  const table = new Uint8Array(LATIN);
  for (let code = 0; code < LATIN; code += 1) table[code] = foldAccent(code);
  table[39] = APOSTROPHE;
  table[96] = APOSTROPHE;
  table[0xb4] = APOSTROPHE;
  table[38] = AMPERSAND;
  table[0xad] = MARK;
  return table;
}

function foldAccent(code: number): number {
  const char = String.fromCharCode(code);
  if (!/^[\p{L}\p{N}]$/u.test(char)) return GAP;
  const base = char.normalize('NFD').toLowerCase().charCodeAt(0);
  const plain = (base >= 97 && base <= 122) || (base >= 48 && base <= 57);
  return plain ? base : FOREIGN;
}

/** A word of a text: where it stands, and its folded form. */
export interface Word {
  start: number;
  /** End of the word as written, with a possessive 's. */
  end: number;
  text: string;
  /** Where a possessive begins, and the word without it; null where there is none. */
  owner: { end: number; text: string } | null;
  upper: boolean;
  /** What lies between the word before and this one. */
  gap: string;
}

/** All words of a text. For the few texts that hold something; the scanner itself makes no objects. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  for (let i = 0; i < text.length; ) {
    const kind = fold(text.charCodeAt(i));
    if (kind < AMPERSAND) {
      i += 1;
      continue;
    }
    const start = i;
    let folded = '';
    let owner: Word['owner'] = null;
    if (kind === AMPERSAND) {
      folded = 'and';
      i += 1;
    } else {
      for (; i < text.length; i += 1) {
        const at = fold(text.charCodeAt(i));
        if (at >= LETTER) folded += String.fromCharCode(at);
        else if (at === APOSTROPHE) {
          if (fold(text.charCodeAt(i + 1)) < LETTER) break;
          if (isPossessive(text, i)) owner = { end: i, text: folded };
        } else if (at !== MARK) break;
      }
    }
    words.push({
      start,
      end: i,
      text: folded,
      owner,
      upper: isUpper(text.charCodeAt(start)),
      gap: text.slice(before, start),
    });
    before = i;
  }
  return words;
}

/** The words of a name, folded. */
export function foldedWords(text: string): string[] {
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

/** Whether the apostrophe here is followed by an s that ends the word. */
export function isPossessive(text: string, apostrophe: number): boolean {
  if (fold(text.charCodeAt(apostrophe + 1)) !== 115) return false;
  const after = fold(text.charCodeAt(apostrophe + 2));
  return after < LETTER && after !== MARK && (after !== APOSTROPHE || fold(text.charCodeAt(apostrophe + 3)) < LETTER);
}
