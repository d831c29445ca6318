import { DeskError } from '../../../../shared/errors.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { decodePlainText } from '../decode.ts';
import { repairGarbled } from '../garbled-text.ts';
import type { ReadContext, ReadItems, ReadPage, ReadProblem } from '../read-items.ts';
import { spacedLines } from './lines.ts';
import { findTitles, holdsStories, isTitlePosition, leftOut, possibleEnds, sliceLines } from './page-frame.ts';
import { noTitle, type Readings, readStories } from './page-stories.ts';

/**
 * Reads a live page that somebody saved as plain text, whatever of the site around it came along. A text of several
 * pages has several parts.
 */
export function readCapture(bytes: Uint8Array, context: ReadContext): ReadItems {
  const { text, problems } = repairedText(decodePlainText(bytes, context.file));
  const readings = spacedLines(text);
  const [{ lines }] = readings;
  if (lines.length === 0) {
    throw new DeskError('file-empty', 'The file has only blank lines. Save the page again.', { file: context.file });
  }
  const [first, ...others] = readPages(readings, context);
  return [{ ...first, problems: [...problems, ...first.problems] }, ...others];
}

const LINE_END = /\r\n|\n|\r/;

/** Puts garbled text right and says where it began. */
function repairedText(text: string): { text: string; problems: ReadProblem[] } {
  const repaired = repairGarbled(text);
  if (repaired === null) return { text, problems: [] };
  const [before, after] = [text.split(LINE_END), repaired.split(LINE_END)];
  const first = before.findIndex((line, i) => line !== after[i]);
  const example = inQuotes(firstDifference(before[first] ?? '', after[first] ?? ''));
  const message = `The text was garbled before it was saved, such as ${example}. Patchdesk put it right.`;
  return { text: repaired, problems: [{ line: first + 1, code: 'encoding-repaired', message }] };
}

/** A few words around where two lines begin to differ, from the first. */
function firstDifference(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return before.slice(Math.max(0, at - 15), at + 15).trim();
}

/**
 * A page begins with a line that names a system. Each line in the position of a title begins a page, if all of them can be
 * read; else the first line that names a system and has a page below it is the title of the only one.
 */
function readPages(readings: Readings, context: ReadContext): [ReadPage, ...ReadPage[]] {
  const [spaced] = readings;
  const titles = findTitles(spaced, context.namesSystem);
  const starts = titles.filter((title) => isTitlePosition(spaced, title));
  for (let i = 0; i < starts.length - 1; i += 1) {
    const [first, ...others] = readEach(readings, starts.slice(i), context);
    if (first !== undefined) return [first, ...others];
  }
  let refusal: unknown;
  for (const title of titles.length === 0 ? [0] : titles) {
    try {
      return [readPage(readings, title, spaced.lines.length, context)];
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      // Of several lines that name a system, the page's title comes last: a menu comes before it.
      refusal = error;
    }
  }
  throw refusal;
}

/** Each page up to the title of the next. None where one of them cannot be read. */
function readEach(readings: Readings, starts: readonly number[], context: ReadContext): ReadPage[] {
  try {
    return starts.map((start, i) =>
      readPage(readings, start, starts[i + 1] ?? readings[0].lines.length, context, i === 0 ? 0 : start),
    );
  } catch (error) {
    if (error instanceof DeskError) return [];
    throw error;
  }
}

/** Reads the lines from a title to `end`, or to the foot of the page before it. `from` is where its file or part begins. */
function readPage(readings: Readings, title: number, end: number, context: ReadContext, from = 0): ReadPage {
  const { lines } = readings[0];
  const all = sliceAll(readings, title, end);
  let refusal: unknown;
  for (const stop of [end, ...possibleEnds(sliceLines(readings[0], 0, end), title)]) {
    const around = [sliceLines(readings[0], from, title), sliceLines(readings[0], stop, end)];
    if (around.some(holdsStories)) continue;
    try {
      const page = readStories(stop === end ? all : sliceAll(readings, title, stop), context);
      const before = leftOut(
        lines.slice(from, title),
        `Line ${lines[from]?.number} names no system; the page’s title is in line ${lines[title]?.number}.`,
      );
      const after = leftOut(lines.slice(stop, end), 'The page ends before this line.');
      return { ...page, problems: [...(before ? [before] : []), ...page.problems, ...(after ? [after] : [])] };
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? noTitle(context.file, lines[from]?.number ?? 1);
}

function sliceAll([first, ...others]: Readings, from: number, to: number): Readings {
  return [sliceLines(first, from, to), ...others.map((other) => sliceLines(other, from, to))];
}
