import { prepare, type ReadDb } from './sql.ts';

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
