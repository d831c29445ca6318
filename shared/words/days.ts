/** Days are `YYYY-MM-DD`, times `YYYY-MM-DDTHH:MM` in wall-clock time, so all of them compare as text. */

/** The moment for which a page is resolved. */
export interface Moment {
  day: string;
  /** Stories dated up to this text are published. */
  publishedUpTo: string;
  /** Embargoes up to this text are over. */
  embargoedUpTo: string;
}

/**
 * The moment for "as of `asOf`", given the clock's `now` (`YYYY-MM-DDTHH:MM`). Today means now. On any other day all
 * stories of that day are published, but an embargo that ends during the day still applies: a page made for a day may
 * be shown from its first minute.
 */
export function momentOf(now: string, asOf?: string): Moment {
  const today = now.slice(0, 10);
  if (asOf === undefined || asOf === today) {
    return { day: today, publishedUpTo: now, embargoedUpTo: now };
  }
  return { day: asOf, publishedUpTo: `${asOf}T23:59`, embargoedUpTo: `${asOf}T00:00` };
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The wall clock in England, wherever the laptop is: an embargo ends at the same moment for every editor. */
export function wallClock(date: Date): string {
  const part = Object.fromEntries(LONDON.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

/** The day after a day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The day so many days before another. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
