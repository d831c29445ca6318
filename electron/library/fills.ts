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
  capture_age: number | null;
  capture_rank: number | null;
}

/** What may fill a page at a moment: not withdrawn, out, its embargo over, no editor's decision about it. */
const IS_OUT = `a.withdrawn_at IS NULL AND (a.published_at IS NULL OR a.published_at <= :publishedUpTo)
  AND (a.embargo_until IS NULL OR a.embargo_until <= :embargoedUpTo)
  AND a.id NOT IN (SELECT value FROM json_each(:except))`;

// SQLite finds and orders the few that reach the page; every row handed to JavaScript costs as much as
// finding several. Only stories of the days that reach the page are asked where captures had them.
const FIRST_FILLS = `
WITH
  ages (id, age) AS (
    SELECT id, row_number() OVER (ORDER BY seen_on DESC, id DESC) - 1 FROM captures WHERE system_code = :system
  ),
  filed (id, seq, out_at, scope) AS MATERIALIZED (
    SELECT a.id, a.seq, a.out_at, 'system' FROM tags t CROSS JOIN articles a INDEXED BY articles_for_pages ON a.id = t.article_id
    WHERE t.system_code = :system AND t.strength IN (SELECT value FROM json_each(:strengths)) AND ${IS_OUT}
    UNION ALL
    SELECT a.id, a.seq, a.out_at, 'national' FROM articles a
    WHERE :national = 1 AND a.national = 1 AND ${IS_OUT} AND NOT EXISTS (
      SELECT 1 FROM tags t WHERE t.article_id = a.id AND t.system_code = :system
      AND t.strength IN (SELECT value FROM json_each(:strengths))
    )
  ),
  reaching AS MATERIALIZED (
    SELECT * FROM filed WHERE out_at >= coalesce(
      (SELECT substr(out_at, 1, 10) FROM filed ORDER BY out_at DESC LIMIT 1 OFFSET :count - 1), '')
  ),
  placed AS (
    SELECT r.*, (
      SELECT min(ages.age * 1000000 + s.rank) FROM sightings s JOIN ages ON ages.id = s.capture_id
      WHERE s.article_id = r.id
    ) AS place FROM reaching r
  )
SELECT id, seq, out_at, scope, place / 1000000 AS capture_age, place % 1000000 AS capture_rank FROM placed
ORDER BY substr(out_at, 1, 10) DESC, place NULLS FIRST, coalesce(nullif(substr(out_at, 12, 5), ''), '00:00') DESC, seq DESC
LIMIT :count`;

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
  return prepare<FillRow>(db, FIRST_FILLS)
    .all({
      system,
      strengths: JSON.stringify(strengths),
      publishedUpTo: moment.publishedUpTo,
      embargoedUpTo: moment.embargoedUpTo,
      except: JSON.stringify([...options.except]),
      national: options.national ? 1 : 0,
      count: options.count,
    })
    .map(({ id, seq, out_at, scope, capture_age, capture_rank }) => ({
      articleId: id,
      scope,
      rank: fillRank({
        outAt: out_at,
        seq,
        sighting:
          capture_age === null || capture_rank === null ? null : { captureAge: capture_age, rank: capture_rank },
      }),
    }));
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
