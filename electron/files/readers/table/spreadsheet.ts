import { unzipSync } from 'fflate';
import { DeskError } from '../../../../shared/errors.ts';
import { attribute, childrenNamed, readXml, textOf, type XmlElement } from '../xml/xml-tree.ts';
import type { TableRow } from './delimited.ts';

/** What a spreadsheet may have unpacked; a table of all stories of ten years is a tenth of it. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** Columns beyond are left out: a table of stories has no use for them. */
const MOST_COLUMNS = 200;
/** Days between the two first days from which spreadsheets count. */
const DAYS_TO_1904 = 1462;

interface Spreadsheet {
  rows: TableRow[];
  /** Of the sheet that was read, and of those that were not. */
  name: string;
  otherNames: string[];
}

/** The first sheet that shows, as rows of text. Formulas count with the value they had, dates as numbers of days. */
export function readSpreadsheet(bytes: Uint8Array, file: string): Spreadsheet {
  const parts = unpack(bytes, file);
  const part = (path: string): XmlElement | null => {
    const packed = parts[path];
    return packed === undefined ? null : readXml(new TextDecoder().decode(packed), file);
  };
  const workbook = part('xl/workbook.xml');
  const sheets =
    workbook === null ? [] : childrenNamed(workbook, 'sheets').flatMap((all) => childrenNamed(all, 'sheet'));
  const shown = sheets.filter((sheet) => (attribute(sheet, 'state') ?? 'visible') === 'visible');
  const [first, ...others] = shown;
  if (workbook === null || first === undefined) throw damaged(file);
  const sheet = part(pathOf(first, part('xl/_rels/workbook.xml.rels')));
  if (sheet === null) throw damaged(file);
  const strings = part('xl/sharedStrings.xml');
  const texts = strings === null ? [] : childrenNamed(strings, 'si').map(richText);
  const [properties] = childrenNamed(workbook, 'workbookPr');
  const is1904 = properties !== undefined && /^(?:1|true)$/.test(attribute(properties, 'date1904') ?? '');
  const rows = childrenNamed(sheet, 'sheetData').flatMap((data) => childrenNamed(data, 'row'));
  return {
    rows: rows.flatMap((row, index) => {
      const line = Number(attribute(row, 'r') ?? index + 1);
      const cells = cellsOf(row, texts, is1904 ? DAYS_TO_1904 : 0);
      return cells.some((cell) => cell.trim() !== '')
        ? [{ line: Number.isSafeInteger(line) && line > 0 ? line : index + 1, cells }]
        : [];
    }),
    name: attribute(first, 'name') ?? '',
    otherNames: others.map((other) => attribute(other, 'name') ?? ''),
  };
}

/** Only the parts with words, and none of them if together they are too large. */
function unpack(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/^xl\/(?:workbook|sharedStrings|worksheets\/[\w.-]+|_rels\/workbook)\.xml(?:\.rels)?$/.test(name))
          return false;
        total += originalSize;
        if (total <= MOST_UNPACKED) return true;
        throw new DeskError('too-large', 'The spreadsheet is too large. Save the sheet with the stories as CSV.', {
          file,
        });
      },
    });
  } catch (error) {
    if (error instanceof DeskError) throw error;
    // fflate throws errors of its own, and those of arrays that a broken length makes too long.
    if (error instanceof Error) throw damaged(file);
    throw error;
  }
}

function damaged(file: string): DeskError {
  return new DeskError(
    'file-format',
    'The spreadsheet is damaged. Open it, and save the sheet with the stories as CSV.',
    {
      file,
    },
  );
}

/** The path of a sheet by its relation; the usual one where there is none. */
function pathOf(sheet: XmlElement, relations: XmlElement | null): string {
  const id = attribute(sheet, 'r:id');
  const all = relations === null ? [] : relations.children.filter((node) => typeof node !== 'string');
  const relation = all.find((each) => id !== null && attribute(each, 'Id') === id);
  const target = relation === undefined ? null : attribute(relation, 'Target');
  return target === null ? 'xl/worksheets/sheet1.xml' : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function cellsOf(row: XmlElement, texts: readonly string[], daysAhead: number): string[] {
  const cells: string[] = [];
  for (const cell of childrenNamed(row, 'c')) {
    const column = columnOf(attribute(cell, 'r')) ?? cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    cells[column] = textOfCell(cell, texts, daysAhead);
  }
  return cells;
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column;
}

function textOfCell(cell: XmlElement, texts: readonly string[], daysAhead: number): string {
  const type = attribute(cell, 't') ?? 'n';
  if (type === 'inlineStr') return childrenNamed(cell, 'is').map(richText).join('');
  const [element] = childrenNamed(cell, 'v');
  const value = element === undefined ? '' : textOf(element);
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'e') return '';
  const isDay = type === 'n' && daysAhead > 0 && /^\d{4,5}(?:\.\d+)?$/.test(value);
  return isDay ? String(Number(value) + daysAhead) : value;
}

/** Text in runs of several fonts; what is said of its pronunciation is left out. */
function richText(element: XmlElement): string {
  return element.children
    .map((node) =>
      typeof node === 'string' || node.name === 'rPh' ? '' : node.name === 't' ? textOf(node) : richText(node),
    )
    .join('');
}
