/** A line that is only a date, and the story's publication time from it (`DayOrTime`, or null). */
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
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
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
  '(?:(?:,? (?:at )?| ?[-–—|] ?|t)(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d)(?:[:.]\\d\\d)?)?(?: ?(?<half>[ap])\\.?m\\.?)?(?: (?:gmt|bst))?)?';
const FORMS = DATES.map((date) => new RegExp(`^${LEAD}${WEEKDAY}${date}${TIME}$`, 'i'));

/** Null for anything but a date that exists: no 31 June, no Monday that was a Tuesday. Expects a clean line. */
export function readDateLine(line: string): DateLine | null {
  // The longest form has about 60 characters, and nearly every line of a capture is longer or has no digit.
  if (line.length > 80 || !/\d/.test(line)) return null;
  for (const form of FORMS) {
    const groups: Groups | undefined = form.exec(line)?.groups;
    if (groups === undefined) continue;
    const day = readDay(groups);
    const time = readTime(groups);
    if (day === null || time === undefined) return null;
    // The day of an update is not the day of publication.
    if (/updated/i.test(groups.lead ?? '')) return { publishedAt: null };
    return { publishedAt: time === null ? day : `${day}T${time}` };
  }
  return null;
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
  const weekday = groups.weekday?.slice(0, 3).toLowerCase();
  if (weekday !== undefined && !WEEKDAYS[date.getUTCDay()]?.startsWith(weekday)) return null;
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
