import { counted } from './counted.ts';

/**
 * Days as an editor reads them. A day is `YYYY-MM-DD`, with or without a time after it. Nothing here uses the clock or
 * the machine's language, so screens and tests agree everywhere.
 */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const DAY_MS = 86_400_000;

interface Parts {
  year: number;
  month: string;
  day: number;
}

function parts(day: string): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? { year: Number(match[1]), month, day: Number(match[3]) } : null;
}

/** `18 Nov`, with the year when it is not today's: `18 Nov 2025`. */
export function shortDay(day: string, today: string): string {
  const found = parts(day);
  if (!found) return day;
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${found.year}`;
  return `${found.day} ${found.month.slice(0, 3)}${year}`;
}

/** `18 November 2026`. */
export function longDay(day: string): string {
  const found = parts(day);
  return found ? `${found.day} ${found.month} ${found.year}` : day;
}

/** `Today`, `Yesterday`, or `Wednesday 18 November 2026`. */
export function dayHeading(day: string, today: string): string {
  const age = daysBetween(day, today);
  if (age === 0) return 'Today';
  if (age === 1) return 'Yesterday';
  const weekday = WEEKDAYS[new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  return weekday ? `${weekday} ${longDay(day)}` : day;
}

/** Whole days from one to the other; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS,
  );
}

/** The age of a story: `today`, `1 day`, `13 days`; `undated` without a date. */
export function formatAge(publishedAt: string | null, today: string): string {
  if (publishedAt === null) return 'undated';
  const age = daysBetween(publishedAt, today);
  if (age < 0) return `out ${shortDay(publishedAt, today)}`;
  return age === 0 ? 'today' : counted(age, 'day', 'days');
}
