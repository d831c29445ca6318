import type { SystemCode } from '../../../../shared/models.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';

/** Whether a story came out or an embargo ended after one moment and up to another, each `YYYY-MM-DDTHH:MM`. */
export function hasComeDue(db: ReadDb, after: string, upTo: string): boolean {
  return (
    prepare(
      db,
      `SELECT 1 FROM articles WHERE withdrawn_at IS NULL AND out_at > ? AND out_at <= ?
       UNION ALL SELECT 1 FROM articles WHERE embargo_until > ? AND embargo_until <= ? LIMIT 1`,
    ).get(after, upTo, after, upTo) !== undefined
  );
}

/**
 * The days after one and up to another, in order, on which a page may stand otherwise than the day before though
 * nobody touched it: a story comes out, an embargo ends, a placement begins or is over. With a rule that lets
 * stories go by their age it may be any day; null then.
 */
export function listDueDays(db: ReadDb, system: SystemCode, after: string, upTo: string): string[] | null {
  if (after >= upTo) return [];
  const ages = prepare(
    db,
    `SELECT 1 FROM zones WHERE system_code = ? AND rule IS NOT NULL AND rule ->> '$.maxAgeDays' IS NOT NULL`,
  ).get(system);
  if (ages) return null;
  return prepare<{ day: string }>(
    db,
    `WITH due (day) AS (
       SELECT substr(published_at, 1, 10) FROM articles WHERE withdrawn_at IS NULL AND published_at > :after
       UNION SELECT substr(embargo_until, 1, 10) FROM articles WHERE embargo_until > :after
       -- One that ends within a day still holds on that day, seen from another.
       UNION SELECT date(embargo_until, '+1 day') FROM articles WHERE embargo_until >= :after
       UNION SELECT from_day FROM placements WHERE system_code = :system AND from_day > :after
       UNION SELECT date(until_day, '+1 day') FROM placements WHERE system_code = :system AND until_day >= :after
     )
     SELECT day FROM due WHERE day > :after AND day <= :upTo ORDER BY day`,
  )
    .all({ system, after, upTo })
    .map(({ day }) => day);
}
