import type { Moment } from '../../shared/days.ts';
import type { ArticleId, Strength, SystemCode } from '../../shared/models.ts';
import { fillRank } from '../../shared/rank.ts';
import { prepare, type ReadDb } from './sql.ts';

export interface Fill {
  articleId: ArticleId;
  rank: string;
  scope: 'system' | 'national';
}

interface FillRow {
  id: ArticleId;
  seq: number;
  out_at: string;
  scope: 'system' | 'national';
}

/** What may fill a page at a moment: not withdrawn, out, its embargo over. */
const IS_OUT = `a.withdrawn_at IS NULL AND (a.published_at IS NULL OR a.published_at <= ?)
  AND (a.embargo_until IS NULL OR a.embargo_until <= ?)`;

/**
 * The first `count` fills of a page, in order: what is filed to the system with one of the strengths,
 * and, on a page active then, what is national. `except` is already on the page, or taken off it.
 */
export function listFills(
  db: ReadDb,
  system: SystemCode,
  strengths: readonly Strength[],
  moment: Moment,
  options: { national: boolean; except: ReadonlySet<ArticleId>; count: number },
): Fill[] {
  if (options.count === 0) return [];
  const filed = prepare<FillRow>(
    db,
    `SELECT a.id, a.seq, a.out_at, 'system' AS scope FROM tags t JOIN articles a ON a.id = t.article_id
     WHERE t.system_code = ? AND t.strength IN (SELECT value FROM json_each(?)) AND ${IS_OUT}`,
  ).all(system, JSON.stringify(strengths), moment.publishedUpTo, moment.embargoedUpTo);
  const national = options.national ? listNational(db, moment) : [];
  const seen = new Set(options.except);
  const rows: FillRow[] = [];
  for (const row of [...filed, ...national]) {
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    rows.push(row);
  }
  return firstByRank(db, system, rows, options.count);
}

function listNational(db: ReadDb, moment: Moment): FillRow[] {
  return prepare<FillRow>(
    db,
    `SELECT a.id, a.seq, a.out_at, 'national' AS scope FROM articles a WHERE a.national = 1 AND ${IS_OUT}`,
  ).all(moment.publishedUpTo, moment.embargoedUpTo);
}

/** Only stories of the days that reach the page are asked where captures had them. */
function firstByRank(db: ReadDb, system: SystemCode, rows: FillRow[], count: number): Fill[] {
  const days = rows.map(({ out_at }) => out_at.slice(0, 10)).sort();
  const lastDay = days.at(-count) ?? '';
  const places = placesInCaptures(db, system);
  return rows
    .filter(({ out_at }) => out_at.slice(0, 10) >= lastDay)
    .map(({ id, seq, out_at, scope }) => ({
      articleId: id,
      scope,
      rank: fillRank({ outAt: out_at, seq, sighting: places(id) }),
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count);
}

/** Looks up where the newest capture of a system that holds a story had it; captures counted from the newest, 0. */
function placesInCaptures(
  db: ReadDb,
  system: SystemCode,
): (id: ArticleId) => { captureAge: number; rank: number } | null {
  const ages = new Map(
    prepare<{ id: string }>(db, 'SELECT id FROM captures WHERE system_code = ? ORDER BY seen_on DESC, id DESC')
      .all(system)
      .map(({ id }, age) => [id, age]),
  );
  if (ages.size === 0) return () => null;
  const select = prepare<{ capture_id: string; rank: number }>(
    db,
    'SELECT capture_id, rank FROM sightings WHERE article_id = ?',
  );
  return (id) => {
    let best: { captureAge: number; rank: number } | null = null;
    for (const { capture_id, rank } of select.all(id)) {
      const captureAge = ages.get(capture_id);
      if (captureAge !== undefined && (best === null || captureAge < best.captureAge)) best = { captureAge, rank };
    }
    return best;
  };
}

/** The natural rank of one story on one page, whether or not it is among the fills. */
export function naturalRank(
  db: ReadDb,
  system: SystemCode,
  article: { id: ArticleId; seq: number; outAt: string },
): string {
  return fillRank({ outAt: article.outAt, seq: article.seq, sighting: placesInCaptures(db, system)(article.id) });
}
