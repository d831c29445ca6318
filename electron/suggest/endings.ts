import { AMPERSAND, fold, wordAt } from './fold.ts';
import { BOARD_ENDINGS, TRUST_ENDINGS } from './words.ts';

/** Words that may continue a name, one after the other, as branches. */
export interface Ending {
  /** Whether the words so far are an ending. */
  whole: boolean;
  next: Map<string, Ending>;
}

export const BOARD_ENDING = branches(BOARD_ENDINGS);
export const TRUST_ENDING = branches(TRUST_ENDINGS);

function branches(endings: readonly (readonly string[])[]): Ending {
  const root: Ending = { whole: false, next: new Map() };
  for (const words of endings) {
    let at = root;
    for (const word of words) {
      const next: Ending = at.next.get(word) ?? { whole: false, next: new Map() };
      at.next.set(word, next);
      at = next;
    }
    at.whole = true;
  }
  return root;
}

/**
 * The end of a name with the words that its kind allows after it: `Frimley` becomes `Frimley integrated care board`,
 * `Barts Health` becomes `Barts Health NHS trust`. Exactly one space may separate the words.
 */
export function endWithEnding(text: string, end: number, limit: number, ending: Ending): number {
  let longest = end;
  let branch = ending;
  for (let at = end; at + 1 < limit && isSpace(text.charCodeAt(at)); ) {
    if (fold(text.charCodeAt(at + 1)) < AMPERSAND) break;
    const word = wordAt(text, at + 1, at);
    const next = branch.next.get(word.text) ?? (word.owner ? branch.next.get(word.owner.text) : undefined);
    if (next === undefined || word.end > limit) break;
    branch = next;
    at = word.end;
    if (branch.whole) longest = word.owner?.end ?? word.end;
  }
  return longest;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 0xa0;
}
