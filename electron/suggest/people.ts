import type { TextField } from '../../shared/tagging/suggestions.ts';
import type { Span } from './entries.ts';
import { fold, isUpper, LETTER, type Word } from './fold.ts';
import * as lists from './words.ts';

/** Words that a picture desk writes around a name: `Portrait of ...`, `... 2023`, `... 3x2`, `... to upload`. */
const BEFORE_NAME = new Set(
  'portrait of picture photo image headshot chief executive ceo chair dr professor prof sir dame lord lady baroness mr mrs ms nhs england'.split(
    ' ',
  ),
);
const AFTER_NAME =
  /[\s,_–-]+(?:\(?\d[\w()]*|ws|web|crop(?:ped)?|new|index|final|copy|to upload|one use|single use|hi ?res|jpe?g|png|portrait|headshot|colou?r|bw|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i;
/** Two capitalised words that end in one of these name an institution, not a person. */
const INSTITUTIONS = new Set(
  'university college school academy council police constabulary club fc afc athletic rovers wanderers'.split(' '),
);
/** Words that occur in no name. */
const NOT_NAMES =
  /^(?:nhs|hsj|nhse|cqc|gps?|mps?|ceos?|icbs?|icss?|ft|and|with|for|the|a|in|on|at|hospitals?|trusts?|patients?|nurses?|doctors?|money|finance|care|health|staff|ward|beds?|computer|building|images?|sign|logo|map|meeting|university|royal|children|money|coins?|accounts|network|icons?|people|council|england|ambulance|surgery|emergency|department|centre|center|care|board|foundation|house|street|park|road|hall)$/;

/** Given names with and without a capital, so that a look-up allocates nothing. */
const AS_WRITTEN = new Set(
  [...lists.GIVEN_NAMES].flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]),
);

/**
 * Whether a label may contain a name: its second word has a capital, or its first is a given name. It runs for every
 * label, and most are like `Nurse on ward`.
 */
function mayNameSomebody(label: string): boolean {
  const space = label.indexOf(' ');
  if (space < 1) return false;
  if (isUpper(label.charCodeAt(space + 1)) || label.startsWith('of ', space + 1)) return true;
  return space < 13 && AS_WRITTEN.has(label.slice(0, space));
}

/** The name in an image label that contains little else. */
export function personInLabel(label: string): Span | null {
  if (!mayNameSomebody(label)) return null;
  let end = label.length;
  for (;;) {
    const cut = AFTER_NAME.exec(label.slice(0, end));
    if (!cut) break;
    end = cut.index;
  }
  const parts = [...label.slice(0, end).matchAll(/\S+/g)];
  while (parts.length > 2 && BEFORE_NAME.has(plain(parts[0]?.[0] ?? ''))) parts.shift();
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.length < 2 || parts.length > 4) return null;
  if (!parts.every(([part]) => /^\p{L}[\p{L}'’.-]*$/u.test(part) && !NOT_NAMES.test(plain(part)))) return null;
  const start = first.index;
  const stop = last.index + last[0].length;
  return { field: 'alt', start, end: stop, phrase: label.slice(start, stop) };
}

/** Full names in running text: `Jane Halpin of ...`, `Baroness Sally Morgan`. */
export function peopleInText(field: TextField, text: string, words: readonly Word[]): Span[] {
  const found: Span[] = [];
  for (let i = 0; i < words.length - 1; i += 1) {
    const first = words[i];
    if (!first || !startsName(text, first) || first.owner || lists.OPENERS.has(first.text)) continue;
    if (lists.COMPASS.has(first.text)) continue;
    let last = i;
    for (let next = words[last + 1]; next && last - i < 3; next = words[last + 1]) {
      if (!/^[ \u00a0-]$/.test(next.gap) || !startsName(text, next) || lists.NHS_NOUNS.has(next.text)) break;
      last += 1;
      if (next.owner) break;
    }
    if (last === i) continue;
    const ends = words[last];
    if (ends && INSTITUTIONS.has(ends.owner?.text ?? ends.text)) {
      i = last;
      continue;
    }
    const end = words[last]?.owner?.end ?? words[last]?.end ?? first.end;
    const titled = lists.PERSON_TITLES.has(first.text) && last - i >= 2;
    const start = titled ? (words[i + 1]?.start ?? first.start) : first.start;
    found.push({ field, start, end, phrase: text.slice(start, end) });
    i = last;
  }
  return found;
}

/** Starts with a capital and continues in small letters: a name, not an abbreviation. */
function startsName(text: string, word: Word): boolean {
  if (!word.upper || word.end - word.start < 2) return false;
  const second = text.charCodeAt(word.start + 1);
  return !isUpper(second) && (fold(second) >= LETTER || second === 39 || second === 0x2019) && !/\d/.test(word.text);
}

function plain(part: string): string {
  return part.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}
