import { DeskError } from '../../../../shared/errors.ts';
import { cleanLine } from '../../../../shared/words/plain-text.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { systemsAmong } from '../feed/feed-item.ts';
import { DAYS_PLANNED, type FoundStory, toReadStory } from '../found-story.ts';
import type { ReadContext, ReadList, ReadProblem } from '../read-items.ts';
import { type ColumnField, type ColumnMap, mapColumns } from './columns.ts';
import type { TableRow } from './delimited.ts';
import { dateReader } from './table-dates.ts';

/** A title and notes may stand above the header. */
const ROWS_ABOVE_HEADER = 10;

/** The stories of a table: its first row with a column for headlines names the columns, each row below is a story. */
export function readTable(rows: readonly TableRow[], context: ReadContext): ReadList {
  const { file } = context;
  const { header, above } = findHeader(rows, file);
  const map = mapColumns(header.cells);
  const problems: ReadProblem[] = [];
  const told = (line: number, code: ReadProblem['code'], message: string) => problems.push({ line, code, message });
  for (const { line, cells } of rows.slice(0, above)) {
    told(line, 'left-out', `A line above the column names was left out: ${inQuotes(shortened(cells.join(' ')))}.`);
  }
  if (map.unused.length > 0) {
    const names = map.unused.map((name) => inQuotes(shortened(name))).join(', ');
    told(header.line, 'left-out', `Columns that Patchdesk does not take in: ${names}.`);
  }
  const below = rows.slice(above + 1).filter((row) => !isHeaderAgain(row, header));
  if (below.length === 0) {
    throw new DeskError('file-format', 'The table has column names but no rows. Save it again.', { file });
  }
  const dates = ['publishedAt', 'embargoUntil'] as const;
  const readDate = dateReader(below.flatMap((row) => dates.map((field) => cellOf(row, map, field))));
  const stories = below.flatMap((row) => {
    const { line } = row;
    const extra = row.cells.slice(header.cells.length).filter((cell) => cell.trim() !== '');
    if (extra.length > 0) {
      const counts = `${row.cells.length} cells, and there are ${header.cells.length} columns`;
      told(
        line,
        'left-out',
        `Row ${line} has ${counts}, so it was left out. Put quotation marks round a cell with a separator in it.`,
      );
      return [];
    }
    const found = foundIn(row, map, context, (message) => told(line, 'value-unfit', message));
    return toReadStory(found, { context, problems, bases: [context.address], daysAhead: DAYS_PLANNED, readDate }) ?? [];
  });
  return { kind: 'list', stories, problems };
}

function findHeader(rows: readonly TableRow[], file: string): { header: TableRow; above: number } {
  const above = rows.slice(0, ROWS_ABOVE_HEADER).findIndex(({ cells }) => {
    const { fields } = mapColumns(cells);
    return fields.headline !== undefined && (cells.length === 1 || Object.keys(fields).length > 1);
  });
  const header = rows[above];
  if (header !== undefined) return { header, above };
  const first = rows[0];
  if (first === undefined) throw new DeskError('file-empty', 'The table is empty. Save it again.', { file });
  const names = first.cells
    .slice(0, 20)
    .map((cell) => inQuotes(shortened(cell)))
    .join(', ');
  throw new DeskError(
    'file-format',
    `The table has no column for headlines. Its columns are ${names}. Call one of them “Headline”.`,
    { file, line: first.line },
  );
}

/** Printed tables repeat the column names on each sheet. */
function isHeaderAgain(row: TableRow, header: TableRow): boolean {
  return row.cells.every((cell, column) => cell.trim() === (header.cells[column] ?? '').trim());
}

function cellOf(row: TableRow, map: ColumnMap, field: ColumnField): string {
  const column = map.fields[field];
  return column === undefined ? '' : (row.cells[column] ?? '').trim();
}

const EVERYWHERE = /^(?:national|all|all systems|all pages|everywhere|england)$/i;
const YES = /^(?:yes|y|true|1|x|✓|✔|national)$/i;
const NO = /^(?:no|n|false|0|-|–|)$/i;

function foundIn(row: TableRow, map: ColumnMap, context: ReadContext, unfit: (message: string) => void): FoundStory {
  const cell = (field: ColumnField) => cellOf(row, map, field);
  const named = splitSystems(cell('systems'), context);
  const categories = splitAt(cell('categories'), /[;,|\n]/);
  const national = cell('national');
  if (!YES.test(national) && !NO.test(national)) {
    unfit(
      `Row ${row.line} says ${inQuotes(shortened(national))} where it should say whether the story is national: yes or no.`,
    );
  }
  const label = cell('label');
  // A column called “Image” may hold words or an address.
  const isAddress = /^(?:https?:)?\/\/\S+$/i.test(label);
  const time = cell('time');
  const day = cell('publishedAt');
  return {
    headline: cell('headline'),
    standfirst: cell('standfirst'),
    kicker: cell('kicker'),
    label: isAddress ? '' : label,
    imageAddress: cell('imageAddress') || (isAddress ? label : ''),
    byline: cell('byline'),
    kind: cell('kind'),
    url: cell('url'),
    publishedAt: day !== '' && /^\d{1,2}:\d\d(?::\d\d)?$/.test(time) && !day.includes(':') ? `${day} ${time}` : day,
    embargoUntil: cell('embargoUntil'),
    body: cell('body'),
    systems: [...named.filter((name) => !EVERYWHERE.test(name)), ...systemsAmong(categories, context)],
    categories,
    national: YES.test(national) || named.some((name) => EVERYWHERE.test(name)),
    line: row.line,
    place: `Row ${row.line}`,
  };
}

/** `Devon; Dorset` are two systems. Some names have commas in them, so these part only what the register knows apart. */
function splitSystems(cell: string, context: ReadContext): string[] {
  return splitAt(cell, /[;|\n]/).flatMap((text) => {
    if (context.namesSystem(text)) return [text];
    const parts = splitAt(text, /[,/]/);
    return parts.some((part) => context.namesSystem(part) || EVERYWHERE.test(part)) ? parts : [text];
  });
}

function splitAt(cell: string, mark: RegExp): string[] {
  return cell.split(mark).flatMap((part) => cleanLine(part) || []);
}

function shortened(text: string): string {
  const line = cleanLine(text);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
