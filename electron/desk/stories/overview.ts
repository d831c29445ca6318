import { derived } from '../core/derived.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { listStoriesInPairs } from './duplicate-pairs.ts';

export interface Overview {
  stories: number;
  unreviewed: number;
  unfiled: number;
  national: number;
  undated: number;
  withdrawn: number;
  possibleDuplicates: number;
}

/** The library in figures. A withdrawn story counts as withdrawn only. */
export function countOverview(db: ReadDb): Overview {
  return derived(db, 'overview', { tables: ['articles', 'tags'] }, () => count(db));
}

/** Each figure but the last comes from an index alone, because all are counted again after every step. */
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
    possibleDuplicates: listStoriesInPairs(db).length,
  };
}
