import type { Moment } from '../../../../shared/words/days.ts';

/** Whether a story is out at a moment, in the two forms in which SQL asks it. An undated story counts as out. */

/** For a row of `articles a`. Bind `publishedUpTo` and `embargoedUpTo` of a Moment. */
export const IS_OUT = `a.withdrawn_at IS NULL AND (a.published_at IS NULL OR a.published_at <= :publishedUpTo)
  AND (a.embargo_until IS NULL OR a.embargo_until <= :embargoedUpTo)`;

/** For a row of `filed f`, which holds no withdrawn story. Bind `outBy(moment)`. */
export const FILED_IS_OUT = `(f.undated OR f.day < :outDay OR (f.day = :outDay AND f.time <= :outTime))
  AND (f.embargo_until IS NULL OR f.embargo_until <= :embargoedUpTo)`;

/** The values of FILED_IS_OUT. */
export function outBy({ publishedUpTo, embargoedUpTo }: Moment) {
  return { outDay: publishedUpTo.slice(0, 10), outTime: publishedUpTo.slice(11), embargoedUpTo };
}
