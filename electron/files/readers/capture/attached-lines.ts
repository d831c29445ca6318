import { readDateLine } from '../dates.ts';
import { isButton, isDetail, readByline } from './furniture.ts';
import type { SpacedLines } from './lines.ts';

/** A page without the lines that no story consists of, and what they said. */
export interface CoreLines {
  spaced: SpacedLines;
  /** Bylines, by the number of the line above each. */
  bylines: ReadonlyMap<number, string>;
}

const BULLET = /^[•◦▪‣●○·*] +/;
const SEPARATOR = / *[|•·] *| [–—-] /;

/**
 * Takes out what sites put between the parts of a story: bylines and counts of comments under a headline, buttons
 * under a teaser, bullets. The blank lines below such a line are those that would be there without it.
 */
export function withoutAttached({ lines, gaps }: SpacedLines, seenOn: string): CoreLines {
  const kept: SpacedLines = { lines: [], gaps: [] };
  const bylines = new Map<number, string>();
  for (const [i, line] of lines.entries()) {
    const gap = gaps[i - 1] ?? 0;
    const above = kept.lines.at(-1);
    const details = above && gap === 0 ? readDetails(line.text, seenOn) : null;
    if (above && details?.byline) bylines.set(above.number, details.byline);
    // The next line is as far from the one above as from this one.
    if (above && (isButton(line.text) || (details !== null && details.date === null))) continue;
    if (kept.lines.length > 0) kept.gaps.push(gap);
    kept.lines.push({ number: line.number, text: details?.date ?? line.text.replace(BULLET, '') });
  }
  return { spaced: kept, bylines };
}

/** A line of details such as “By Jo Bloggs | 21 November | 3 comments”; null for any other line. */
function readDetails(text: string, seenOn: string): { byline: string | null; date: string | null } | null {
  let byline: string | null = null;
  let date: string | null = null;
  for (const part of readDateLine(text, seenOn) === null ? text.split(SEPARATOR) : [text]) {
    const name = readByline(part);
    if (name !== null) byline = name;
    else if (readDateLine(part, seenOn) !== null) date ??= part;
    else if (!isDetail(part)) return null;
  }
  return { byline, date };
}
