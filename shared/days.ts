/**
 * Days are `YYYY-MM-DD`, times `YYYY-MM-DDTHH:MM` on the wall clock, so all of them compare as text.
 */

/** The moment at which a page is looked at. */
export interface Moment {
  day: string;
  /** What was published up to this text is out. */
  publishedUpTo: string;
  /** Embargoes up to this text are over. */
  embargoedUpTo: string;
}

/**
 * The moment meant by "as of `asOf`", given the clock's `now` (`YYYY-MM-DDTHH:MM`). Today means now.
 * Of any other day all that came out on it is out, but an embargo that ends during that day still
 * holds: a page made for a day may be shown from its first minute.
 */
export function momentOf(now: string, asOf?: string): Moment {
  const today = now.slice(0, 10);
  if (asOf === undefined || asOf === today) {
    return { day: today, publishedUpTo: now, embargoedUpTo: now };
  }
  return { day: asOf, publishedUpTo: `${asOf}T23:59`, embargoedUpTo: asOf };
}

/** Local wall-clock time of a Date, `YYYY-MM-DDTHH:MM`. */
export function wallClock(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
