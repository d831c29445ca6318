import { readDateLine } from '../dates.ts';
import { toEnglishTime } from '../zoned-dates.ts';

/** Excel counts days from here; its days before March 1900 are wrong, and older than any story. */
const EXCEL_START = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 29_221; // 1980
const LAST_SERIAL = 73_415; // 2100
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\S)/i;
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(?=\d{2}(?:\d{2})?\b)/;

/**
 * How to read the dates of one column. England writes the day first; a column in which some date can only have the
 * month first, and none only the day, has the month first throughout.
 */
export function dateReader(column: readonly string[]): (text: string) => string | null {
  let dayOnly = false;
  let monthOnly = false;
  for (const text of column) {
    const [, first, , second] = NUMBERS.exec(text.trim().replace(WEEKDAY, '')) ?? [];
    dayOnly ||= Number(first) > 12;
    monthOnly ||= Number(second) > 12;
  }
  const isMonthFirst = monthOnly && !dayOnly;
  return (text) => readDate(isMonthFirst ? text.replace(WEEKDAY, '').replace(NUMBERS, '$3$2$1$2') : text);
}

function readDate(text: string): string | null {
  // A wrong weekday is a slip of the weekday.
  const plain = text.trim().replace(WEEKDAY, '');
  return fromSerial(plain) ?? toEnglishTime(plain) ?? readDateLine(plain)?.publishedAt ?? null;
}

/** The day or minute that a spreadsheet keeps as a number of days. */
function fromSerial(text: string): string | null {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return null;
  const days = Number(text.replace(',', '.'));
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null;
  const minutes = Math.round(days * 1440);
  const at = new Date(EXCEL_START + minutes * 60_000).toISOString();
  return minutes % 1440 === 0 ? at.slice(0, 10) : at.slice(0, 16);
}
