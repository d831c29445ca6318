import { cleanLine } from '../../../../shared/words/plain-text.ts';

/** The lines of a text that are not blank, and the number of blank lines between each and the next. */
export interface SpacedLines {
  lines: Array<{ text: string; number: number }>;
  gaps: number[];
}

/**
 * The ways to count the line ends of a text. There are two only if it contains `\r\r\n`: one line end that was
 * converted twice, or an old Mac's line end before a Windows one.
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
