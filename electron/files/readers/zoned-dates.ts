import { wallClock } from '../../../shared/words/days.ts';

const ZONE = '(?<zone>z|utc?|gmt|bst|[ecmp][sd]t|[+-]\\d\\d:?(?:\\d\\d)?)';
const CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::\\d\\d(?:[.,]\\d+)?)?';
const FORMS = [
  // ISO 8601 and RFC 3339: 2026-11-21, 2026-11-21T06:15, 2026-11-21 06:15:00.000+01:00
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:(?:t| )${CLOCK} ?${ZONE}?)?$`, 'i'),
  // ISO 8601 in its basic form, which agencies use: 20261121T061500+0000
  new RegExp(
    `^(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)(?:t(?<hour>\\d\\d)(?<minute>\\d\\d)(?:\\d\\d)?${ZONE}?)?$`,
    'i',
  ),
  // RFC 822, as feeds have it: Sat, 21 Nov 2026 06:15:00 GMT. The weekday is often wrong, and says nothing more.
  new RegExp(
    `^(?:[a-z]{3,9}\\.?,? )?(?<day>\\d{1,2})[ -](?<month>[a-z]{3,9})\\.?[ -](?<year>\\d{4}|\\d\\d)(?:,? ${CLOCK}(?: ?${ZONE})?)?$`,
    'i',
  ),
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  bst: 1,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/**
 * A machine's date or time (ISO 8601, RFC 3339, RFC 822) as the clock in England tells it: `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM`. A time without a zone is England's. Null for anything else, and for a day that does not exist.
 */
export function toEnglishTime(isoOrRfc822: string): string | null {
  const text = isoOrRfc822.trim().replace(/\s+/g, ' ');
  if (text.length > 60) return null;
  for (const form of FORMS) {
    const groups: Groups | undefined = form.exec(text)?.groups;
    if (groups !== undefined) return readGroups(groups);
  }
  return null;
}

/** The named groups above; which ones exist depends on the form. */
interface Groups {
  year?: string;
  month?: string;
  day?: string;
  hour?: string;
  minute?: string;
  zone?: string;
}

function readGroups({ year = '', month = '', day = '', hour, minute, zone }: Groups): string | null {
  const monthIndex = /\d/.test(month) ? Number(month) - 1 : MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const midnight = Date.UTC(fullYear(year), monthIndex, Number(day));
  const date = new Date(midnight);
  if (date.getUTCMonth() !== monthIndex || date.getUTCDate() !== Number(day)) return null;
  const isoDay = date.toISOString().slice(0, 10);
  if (hour === undefined || minute === undefined) return isoDay;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (zone === undefined) return `${isoDay}T${hour.padStart(2, '0')}:${minute}`;
  const ahead = minutesAhead(zone.toLowerCase());
  if (ahead === null) return null;
  return wallClock(new Date(midnight + (Number(hour) * 60 + Number(minute) - ahead) * 60_000));
}

/** As RFC 2822 reads the years of two digits in old feeds. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

/** Minutes that the zone is ahead of Greenwich; null for no zone on Earth. */
function minutesAhead(zone: string): number | null {
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (offset === null) return (ZONES[zone] ?? 0) * 60;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? '0');
  return minutes > 15 * 60 ? null : minutes * (offset[1] === '-' ? -1 : 1);
}
