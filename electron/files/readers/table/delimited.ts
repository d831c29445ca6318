import { DeskError } from '../../../../shared/errors.ts';

export interface TableRow {
  /** In the file, from 1. */
  line: number;
  cells: string[];
}

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Where a quoted cell is broken: at the line at which it opens. */
export class QuoteNotClosed extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`The quotation mark of line ${line} is never closed`);
    this.line = line;
  }
}

/**
 * The rows of a text in which each line is a row. A cell that begins with a quotation mark goes on to the next one,
 * over lines if need be; two of them inside it are one. Blank lines are no rows. Throws QuoteNotClosed.
 */
export function splitRows(text: string, separator: Separator, most = Number.POSITIVE_INFINITY): TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  const endRow = () => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };
  while (at <= text.length && rows.length < most) {
    const quoted = text[at] === '"' ? quotedCell(text, at, separator, line) : null;
    const end: number = quoted?.end ?? endOfCell(text, at, separator);
    cells.push(quoted?.cell ?? text.slice(at, end));
    line += quoted?.lines ?? 0;
    if (text[end] === separator) at = end + 1;
    else {
      endRow();
      at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
      line += 1;
      rowLine = line;
    }
  }
  return rows;
}

function endOfCell(text: string, start: number, separator: Separator): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Null where the quotation marks are part of the words, as in `"Unsafe" wards shut`. */
function quotedCell(
  text: string,
  start: number,
  separator: Separator,
  line: number,
): { cell: string; end: number; lines: number } | null {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) throw new QuoteNotClosed(line);
  const raw = text.slice(start + 1, close);
  const lines = raw.split(/\r\n|\r|\n/).length - 1;
  let end = close + 1;
  while (text[end] === ' ') end += 1;
  const isEnd = end >= text.length || text[end] === separator || text[end] === '\n' || text[end] === '\r';
  if (isEnd) return { cell: raw.replaceAll('""', '"'), end, lines };
  // Words after a cell of several lines mean that its own closing mark is missing.
  if (lines > 0) throw new QuoteNotClosed(line);
  return null;
}

export function refuseQuote(error: unknown, file: string): never {
  if (!(error instanceof QuoteNotClosed)) throw error;
  throw new DeskError(
    'file-format',
    'A quotation mark opens a cell in this line and is never closed. Close it, or save the table again.',
    { file, line: error.line },
  );
}
