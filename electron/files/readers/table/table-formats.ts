import { decodeText } from '../decode.ts';
import { firstText } from '../first-text.ts';
import type { ImportFormat } from '../import-format.ts';
import type { ReadContext, ReadItems } from '../read-items.ts';
import { knownColumns } from './columns.ts';
import { QuoteNotClosed, refuseQuote, SEPARATORS, type Separator, splitRows, type TableRow } from './delimited.ts';
import { readTable } from './read-table.ts';

/** A table with commas, semicolons or bars between its cells. */
export const csvFormat: ImportFormat = {
  id: 'csv',
  label: 'Table (CSV)',
  recognises: (bytes, file) => ![null, '\t'].includes(tableSeparator(bytes, file)),
  read: readDelimited,
};

/** A table with tabs between its cells, such as “Unicode Text” from Excel. */
export const tsvFormat: ImportFormat = {
  id: 'tsv',
  label: 'Table with tabs (TSV)',
  recognises: (bytes, file) => tableSeparator(bytes, file) === '\t',
  read: readDelimited,
};

/** The separator is found in both, because Excel saves what the computer's settings say. */
function readDelimited(bytes: Uint8Array, context: ReadContext): ReadItems {
  const { text, separator, linesAbove } = afterSeparatorLine(decodeText(bytes, context.file));
  try {
    const rows = splitRows(text, separator ?? bestSeparator(text));
    return [
      readTable(
        rows.map(({ line, cells }) => ({ line: line + linesAbove, cells })),
        context,
      ),
    ];
  } catch (error) {
    if (error instanceof QuoteNotClosed) return refuseQuote(new QuoteNotClosed(error.line + linesAbove), context.file);
    throw error;
  }
}

/** Excel may write `sep=;` as the first line. */
function afterSeparatorLine(text: string): { text: string; separator: Separator | null; linesAbove: number } {
  const line = /^"?sep=([,;|\t])"?(?:\r\n|\r|\n)/i.exec(text);
  if (line === null) return { text, separator: null, linesAbove: 0 };
  return { text: text.slice(line[0].length), separator: line[1] as Separator, linesAbove: 1 };
}

/** The one by which the first rows have the most columns of known names, else the most columns. */
function bestSeparator(text: string): Separator {
  const scored = SEPARATORS.map((separator) => {
    const rows = firstRows(text, separator);
    const score = Math.max(0, ...rows.map(({ cells }) => knownColumns(cells) * 1000 + Math.min(cells.length, 999)));
    return { separator, score };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

/** The first rows; fewer where a quotation mark is never closed. */
function firstRows(text: string, separator: Separator, most = 10): TableRow[] {
  for (let rows = most; rows > 0; rows -= 1) {
    try {
      return splitRows(text, separator, rows);
    } catch (error) {
      if (!(error instanceof QuoteNotClosed)) throw error;
    }
  }
  return [];
}

/** The separator of a file that is a table, or null. A sentence with commas is no row of column names. */
function tableSeparator(bytes: Uint8Array, file: string): Separator | null {
  const { text, separator: declared } = afterSeparatorLine(firstText(bytes, 20_000));
  if (declared !== null) return declared;
  const separator = bestSeparator(text);
  const rows = firstRows(text, separator);
  const header = rows.find(({ cells }) => knownColumns(cells) >= 2);
  const [first] = rows;
  if (header === undefined) {
    const isNamed = /\.(?:csv|tsv|tab)$/i.test(file);
    const looksLikeTable = first !== undefined && (first.cells.length > 1 || knownColumns(first.cells) > 0);
    return isNamed && looksLikeTable && !/^\s*[<{[]/.test(text) ? separator : null;
  }
  const below = rows.slice(rows.indexOf(header) + 1);
  const fitting = below.filter(({ cells }) => cells.length > 1 && cells.length <= header.cells.length + 2);
  const known = knownColumns(header.cells);
  // Below other lines, two words may be a headline of a capture.
  if (header !== first && known < 3) return null;
  return known * 2 >= header.cells.filter((cell) => cell.trim() !== '').length - 3 && fitting.length * 2 >= below.length
    ? separator
    : null;
}
