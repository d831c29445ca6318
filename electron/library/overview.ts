import { prepare, type ReadDb } from './sql.ts';

export interface Overview {
  stories: number;
  unfiled: number;
  national: number;
  undated: number;
  withdrawn: number;
  possibleDuplicates: number;
}

const known = new WeakMap<ReadDb, { stamp: string; overview: Overview }>();

/** The library in figures; counted again only after a change, by whichever door. Withdrawn stories count as withdrawn only. */
export function countOverview(db: ReadDb): Overview {
  const changes = prepare<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  const stamp = `${String(db.pragma('data_version', { simple: true }))}/${changes}`;
  const last = known.get(db);
  if (last?.stamp === stamp) return last.overview;
  const overview = count(db);
  known.set(db, { stamp, overview });
  return overview;
}

function count(db: ReadDb): Overview {
  const totals = prepare<{ stories: number; national: number | null; undated: number | null; unfiled: number | null }>(
    db,
    `SELECT count(*) AS stories, sum(national) AS national, sum(published_at IS NULL) AS undated,
       sum(national = 0 AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id)) AS unfiled
     FROM articles a WHERE withdrawn_at IS NULL`,
  ).get();
  const withdrawn = prepare<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM articles WHERE withdrawn_at IS NOT NULL',
  ).get();
  const duplicates = prepare<{ n: number | null }>(
    db,
    `SELECT sum(live) AS n FROM (SELECT count(*) FILTER (WHERE withdrawn_at IS NULL) AS live
     FROM articles GROUP BY headline_key HAVING count(*) > 1)`,
  ).get();
  return {
    stories: totals?.stories ?? 0,
    unfiled: totals?.unfiled ?? 0,
    national: totals?.national ?? 0,
    undated: totals?.undated ?? 0,
    withdrawn: withdrawn?.n ?? 0,
    possibleDuplicates: duplicates?.n ?? 0,
  };
}
