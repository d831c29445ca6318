import type { Strength, SystemCode } from '../../../../shared/models.ts';
import type { Moment } from '../../../../shared/words/days.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';
import { FILED_IS_OUT, outBy } from './is-out.ts';

/**
 * Reads `filed`: which stories are filed where, less those withdrawn, in the order of their pages. SQLite keeps
 * that table by triggers (migrations/0080-filed-and-exports.ts), so it is right at any moment, in the midst of a step too.
 */

/** What is filed to one system and came out on one day, or was first seen then where it is undated. */
export interface FiledDay extends Record<Strength, number> {
  day: string;
  stories: number;
  undated: number;
}

/** What is filed to a system and out, by day from `since` on, the newest first. */
export function listFiledDays(db: ReadDb, system: SystemCode, since: string, moment: Moment): FiledDay[] {
  return prepare<FiledDay>(
    db,
    `SELECT f.day, count(*) AS stories, sum(f.undated) AS undated, sum(f.strength = 'about') AS about,
       sum(f.strength = 'affects') AS affects, sum(f.strength = 'mentioned') AS mentioned
     FROM filed f INDEXED BY filed_in_order WHERE f.system_code = :system AND f.day >= :since AND ${FILED_IS_OUT}
     GROUP BY f.day ORDER BY f.day DESC`,
  ).all({ system, since, ...outBy(moment) });
}

/** Stories filed to a system that are not withdrawn, out already or not. */
export function countFiled(db: ReadDb, system: SystemCode): number {
  const sql = 'SELECT count(*) AS n FROM filed INDEXED BY filed_in_order WHERE system_code = ?';
  return prepare<{ n: number }>(db, sql).get(system)?.n ?? 0;
}
