import { cleanLine } from './plain-text.ts';

/** The words of a search: the parts between blanks that hold a letter or a digit, without characters nobody sees. */
export function searchWords(text: string): string[] {
  // FTS5 stops reading at a NUL, which pasted text may contain.
  return text
    .split(/\s+|\0/u)
    .map(cleanLine)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** True when something was typed and nothing of it can be searched for, such as `???` or an emoji. */
export function isWordless(text: string): boolean {
  return text.trim() !== '' && searchWords(text).length === 0;
}

/** Tells the editor why a search without words finds nothing; null for any other search. */
export function formatSearchNotice(text: string): string | null {
  return isWordless(text) ? `“${text.trim()}” has no word to search for. Type a letter or a digit.` : null;
}
