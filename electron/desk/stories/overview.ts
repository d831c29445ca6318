import { type Mark, markOf, tablesChangedSince } from '../core/library-version.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

export interface Overview {
  stories: number;
  unreviewed: number;
  unfiled: number;
  national: number;
  undated: number;
  withdrawn: number;
  possibleDuplicates: number;
}

const known = new WeakMap<ReadDb, { mark: Mark; overview: Overview }>();

/**
 * The library in figures, cached until stories or tags change through any door. Withdrawn stories count only as
 * withdrawn.
 */
export function countOverview(db: ReadDb): Overview {
  // Do not cache inside a transaction: it may roll back.
  if (db.inTransaction) return count(db);
  const last = known.get(db);
  // Take the mark before counting, so that the next call notices a change made by another door meanwhile.
  const mark = markOf(db);
  const changed = last ? tablesChangedSince(db, last.mark) : null;
  const isSame = changed !== null && !changed.has('articles') && !changed.has('tags');
  const overview = last && isSame ? last.overview : count(db);
  known.set(db, { mark, overview });
  return overview;
}

/** Every figure must come from an index alone: all are counted again after every step. */
function count(db: ReadDb): Overview {
  const one = (sql: string) => prepare<{ n: number }>(db, sql).get()?.n ?? 0;
  const stories = one('SELECT count(*) AS n FROM articles WHERE withdrawn_at IS NULL');
  const filed = one('SELECT count(DISTINCT article_seq) AS n FROM filed');
  const nationalOnly = one(
    `SELECT count(*) AS n FROM articles a WHERE national = 1 AND withdrawn_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM filed f WHERE f.article_seq = a.seq)`,
  );
  return {
    stories,
    unreviewed: one('SELECT count(*) AS n FROM articles WHERE reviewed_at_ms IS NULL AND withdrawn_at IS NULL'),
    unfiled: stories - filed - nationalOnly,
    national: one('SELECT count(*) AS n FROM articles WHERE national = 1 AND withdrawn_at IS NULL'),
    undated: one('SELECT count(*) AS n FROM articles WHERE published_at IS NULL AND withdrawn_at IS NULL'),
    withdrawn: one('SELECT count(*) AS n FROM articles WHERE withdrawn_at IS NOT NULL'),
    possibleDuplicates: one(
      `SELECT count(*) AS n FROM articles WHERE withdrawn_at IS NULL AND headline_key IN
       (SELECT headline_key FROM articles GROUP BY headline_key HAVING count(*) > 1)`,
    ),
  };
}
