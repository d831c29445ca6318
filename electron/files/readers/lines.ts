import { cleanLine } from '../plain-text.ts';

/** A text as the lines that say something, and how many blank lines lie after each but the last. */
export interface SpacedLines {
  lines: Array<{ text: string; number: number }>;
  gaps: number[];
}

/**
 * The ways to count the line ends of a text; more than one only where the text itself leaves it open.
 * `\r\r\n` is one line end that was converted twice, or an old Mac's line end before a Windows one.
 */
export function spacedLines(text: string): [SpacedLines, ...SpacedLines[]] {
  if (!text.includes('\r\r\n')) return [split(text)];
  return [split(text.replaceAll('\r\r\n', '\n')), split(text)];
}

function split(text: string): SpacedLines {
  const lines: SpacedLines['lines'] = [];
  const gaps: number[] = [];
  let last = 0;
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = cleanLine(raw);
    if (line === '') continue;
    if (last > 0) gaps.push(i - last);
    last = i + 1;
    lines.push({ text: line, number: last });
  }
  return { lines, gaps };
}
