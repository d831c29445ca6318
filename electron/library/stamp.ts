import type { SystemCode } from '../../shared/models.ts';
import { prepare, type ReadDb } from './sql.ts';
import type { TableName } from './tables.ts';

/**
 * Differs after every change to the library, by whichever door: `data_version` tells of other connections,
 * the count of our own. https://www.sqlite.org/pragma.html#pragma_data_version
 */
export function libraryStamp(db: ReadDb): string {
  const changes = prepare<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  return `${String(db.pragma('data_version', { simple: true }))}/${changes}`;
}

/** A moment of the library, to ask later what has changed since. */
export interface Mark {
  stamp: string;
  /** The newest entry of the history. */
  seq: number;
}

export function markOf(db: ReadDb): Mark {
  return { stamp: libraryStamp(db), seq: prepare<{ seq: number }>(db, NEWEST).get()?.seq ?? 0 };
}

const NEWEST = 'SELECT seq FROM entries ORDER BY seq DESC LIMIT 1';

/** The tables that steps have changed since; null where something was written past the history, which tells nothing. */
export function tablesChangedSince(db: ReadDb, since: Mark): Set<TableName> | null {
  const now = markOf(db);
  if (now.stamp === since.stamp) return new Set();
  if (now.seq <= since.seq) return null;
  const rows = prepare<{ name: TableName }>(
    db,
    'SELECT DISTINCT table_name AS name FROM changes WHERE entry_seq > ?',
  ).all(since.seq);
  return new Set(rows.map(({ name }) => name));
}

/** What stands in these decides nothing about where stories stand, nor what a teaser says. */
const BESIDE_PAGES: ReadonlySet<TableName> = new Set([
  'page_versions',
  'check_silences',
  'shelf',
  'rejections',
  'names',
  'rereads',
]);

/** The pages that steps may have changed since; null for all of them. */
export function pagesChangedSince(db: ReadDb, since: Mark): Set<SystemCode> | null {
  const tables = tablesChangedSince(db, since);
  if (tables === null) return null;
  for (const name of tables) if (name !== 'placements' && !BESIDE_PAGES.has(name)) return null;
  return new Set(
    tables.has('placements')
      ? prepare<{ code: SystemCode }>(db, PLACED)
          .all(since.seq)
          .map(({ code }) => code)
      : [],
  );
}

/** Of a placement that was made or changed only its key is recorded; of one that has gone since, the whole row. */
const PLACED = `
WITH records AS (
  SELECT c.op, r.value AS row FROM changes c, json_each(c.rows) r WHERE c.table_name = 'placements' AND c.entry_seq > ?
)
SELECT p.system_code AS code FROM records CROSS JOIN placements p
  ON p.id = CASE op WHEN 'insert' THEN row ->> '$[0]' ELSE row ->> '$.key[0]' END WHERE op <> 'delete'
UNION SELECT row ->> '$.system_code' FROM records WHERE op = 'delete'`;
