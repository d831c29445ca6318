import { dayBefore, wallClock } from '../../../shared/words/days.ts';

/** A line that is only a date, and the story's publication time in England from it (`DayOrTime`, or null). */
export interface DateLine {
  publishedAt: string | null;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:19|20)\\d\\d)';

/** Day first where digits alone are ambiguous: the journal is English. */
const DATES = [
  `${DAY}(?: of)?(?: |-)${MONTH},?(?: |-)${YEAR}`,
  `${MONTH} ${DAY},? ${YEAR}`,
  '(?<day>\\d{1,2})(?<mark>[/.-])(?<monthNumber>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d|\\d\\d)',
  '(?<year>(?:19|20)\\d\\d)(?<mark>[/-])(?<monthNumber>\\d\\d)\\k<mark>(?<day>\\d\\d)',
];
const LEAD = '(?:(?<lead>first published|published|posted|date|last updated|updated)(?: on)? ?:? )?';
const WEEKDAY = '(?:(?<weekday>sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\\.?,? (?:the )?)?';
const TIME =
  '(?:(?:,? (?:at )?| ?[-–—|] ?|t)(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d)(?:[:.]\\d\\d)?)?(?: ?(?<half>[ap])\\.?m\\.?)?(?: ?(?<zone>gmt|utc|bst|z|[+-]\\d\\d:?\\d\\d))?)?';
const FORMS = DATES.map((date) => new RegExp(`^${LEAD}${WEEKDAY}${date}${TIME}$`, 'i'));

/** Forms that mean a day only together with the day on which the page was seen. */
const RELATIVE = [
  new RegExp(`^${LEAD}(?<word>today|yesterday|just now)${TIME}$`, 'i'),
  new RegExp(`^${LEAD}(?<count>\\d{1,3}|an?|one) (?<unit>minute|min|hour|hr|day|week)s? ago$`, 'i'),
  new RegExp(`^${LEAD}${WEEKDAY}${DAY}(?: of)? ${MONTH}${TIME}$`, 'i'),
  new RegExp(`^${LEAD}${WEEKDAY}${MONTH} ${DAY}${TIME}$`, 'i'),
];

/**
 * Reads a clean line that is only a date. Null for anything else, and for a day that does not exist, such as 31 June.
 * A wrong weekday is ignored. With `seenOn`, the day on which the page was seen, also “Yesterday” and “21 November”.
 */
export function readDateLine(line: string, seenOn: string | null = null): DateLine | null {
  // The longest form has about 60 characters, and nearly every line of a capture is longer or has no digit.
  if (line.length > 80 || !(/\d/.test(line) || /day|ago|now$/i.test(line))) return null;
  for (const form of FORMS) {
    const groups: Groups | undefined = form.exec(line)?.groups;
    if (groups !== undefined) return dateLine(groups, readDay(groups));
  }
  if (seenOn === null) return null;
  for (const form of RELATIVE) {
    const groups: Groups | undefined = form.exec(line)?.groups;
    if (groups !== undefined) return dateLine(groups, relativeDay(groups, seenOn));
  }
  return null;
}

function dateLine(groups: Groups, day: string | null): DateLine | null {
  const time = readTime(groups);
  if (day === null || time === undefined) return null;
  // The day of an update is not the day of publication.
  if (/updated/i.test(groups.lead ?? '')) return { publishedAt: null };
  return { publishedAt: time === null ? day : inEngland(day, time, groups.zone?.toUpperCase()) };
}

/** A time without a zone is England's, and so is one in its summer time. */
function inEngland(day: string, time: string, zone: string | undefined): string {
  if (zone === undefined || zone === 'BST') return `${day}T${time}`;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  return wallClock(new Date(`${day}T${time}:00${offset}`)).slice(0, 16);
}

const DAYS_OF_UNIT: Readonly<Record<string, number>> = { day: 1, week: 7 };

function relativeDay(groups: Groups, seenOn: string): string | null {
  if (groups.word !== undefined) return /yesterday/i.test(groups.word) ? dayBefore(seenOn, 1) : seenOn;
  if (groups.unit !== undefined) {
    const count = /\d/.test(groups.count ?? '') ? Number(groups.count) : 1;
    return dayBefore(seenOn, count * (DAYS_OF_UNIT[groups.unit.toLowerCase()] ?? 0));
  }
  // The last such day: a page of January has stories of December.
  const year = Number(seenOn.slice(0, 4));
  const thisYear = readDay({ ...groups, year: String(year) });
  return thisYear !== null && thisYear <= dayBefore(seenOn, -1)
    ? thisYear
    : readDay({ ...groups, year: String(year - 1) });
}

/** The named groups above; which ones exist depends on the form. */
interface Groups {
  lead?: string;
  weekday?: string;
  day?: string;
  month?: string;
  monthNumber?: string;
  year?: string;
  hour?: string;
  minute?: string;
  half?: string;
  zone?: string;
  word?: string;
  count?: string;
  unit?: string;
}

function readDay(groups: Groups): string | null {
  const yearText = groups.year ?? '';
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  const monthName = groups.month?.slice(0, 3).toLowerCase();
  const month =
    monthName === undefined ? Number(groups.monthNumber) : MONTHS.findIndex((name) => name.startsWith(monthName)) + 1;
  const day = Number(groups.day);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** `HH:MM`; null where there is no time, undefined where the time is impossible. */
function readTime(groups: Groups): string | null | undefined {
  if (groups.hour === undefined) return null;
  const half = groups.half?.toLowerCase();
  if (half === undefined && groups.minute === undefined) return undefined;
  let hour = Number(groups.hour);
  const minute = Number(groups.minute ?? '0');
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
