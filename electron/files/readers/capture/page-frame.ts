import { counted } from '../../../../shared/words/counted.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import type { ReadProblem } from '../read-items.ts';
import { isFurniture } from './furniture.ts';
import type { SpacedLines } from './lines.ts';

/** Where a page begins and ends among the lines of what somebody copied. */

/** Longer than any system's name: a line of this length is a teaser. */
export const LONGEST_TITLE = 200;
/** A menu of all systems has fewer lines; a text of nothing but names must not cost a try for each. */
const MOST_TITLES = 120;
/** The foot of a page rarely has more; each is tried as the end of the page. */
const MOST_ENDS = 60;

/** The lines that may be a page's title, from the top. */
export function findTitles({ lines }: SpacedLines, namesSystem: (text: string) => boolean): number[] {
  const titles: number[] = [];
  for (const [i, { text }] of lines.entries()) {
    if (text.length <= LONGEST_TITLE && namesSystem(text)) titles.push(i);
    if (titles.length === MOST_TITLES) break;
  }
  return titles;
}

/**
 * Whether the lines below are those of a title. An image label may be a system's name as well, but a label and its teaser have
 * two blank lines between headline and teaser, where a title has a label or a headline of its own below it.
 */
export function isTitlePosition({ gaps }: SpacedLines, line: number): boolean {
  const [below = 0, next = 0] = gaps.slice(line, line + 2);
  return below >= 2 || (below === 1 && next === 1);
}

/** Where the page may end: before each line that belongs to the site, the last first. */
export function possibleEnds({ lines }: SpacedLines, title: number): number[] {
  const ends = lines.flatMap(({ text }, i) => (i > title + 1 && isFurniture(text) ? [i] : []));
  return ends.slice(-MOST_ENDS).reverse();
}

export function sliceLines({ lines, gaps }: SpacedLines, from: number, to: number): SpacedLines {
  return { lines: lines.slice(from, to), gaps: gaps.slice(from, to - 1) };
}

const SHORTEST_TEASER = 40;

/** Whether lines have the shape of several stories, which must not be left out as something of the site. */
export function holdsStories({ lines, gaps }: SpacedLines): boolean {
  const teasers = gaps.filter((gap, i) => gap === 2 && (lines[i + 1]?.text.length ?? 0) >= SHORTEST_TEASER);
  return teasers.length >= 2;
}

/** Says which lines were left out; null where there are none. */
export function leftOut(lines: SpacedLines['lines'], where: string): ReadProblem | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const what =
    lines.length === 1
      ? inQuotes(shortened(first.text))
      : `${counted(lines.length, 'line', 'lines')} from ${inQuotes(shortened(first.text))} to ${inQuotes(shortened(last.text))}`;
  return { line: first.number, code: 'left-out', message: `${where} Left out: ${what}.` };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
