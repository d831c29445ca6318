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
  capture_age: number | null;
  capture_rank: number | null;
}

/** What may fill a page at a moment: not withdrawn, out, its embargo over, no editor's decision about it. */
const IS_OUT = `a.withdrawn_at IS NULL AND (a.published_at IS NULL OR a.published_at <= :publishedUpTo)
  AND (a.embargo_until IS NULL OR a.embargo_until <= :embargoedUpTo)
  AND (:except = '[]' OR a.id NOT IN (SELECT value FROM json_each(:except)))`;

const FEEDS = 't.system_code = :system AND t.strength IN (SELECT value FROM json_each(:strengths))';

const FILED = `FROM tags t CROSS JOIN articles a INDEXED BY articles_for_pages ON a.id = t.article_id
  WHERE ${FEEDS} AND a.out_at >= :from AND ${IS_OUT}`;

const NATIONAL = `FROM articles a WHERE a.national = 1 AND a.out_at >= :from AND ${IS_OUT}
  AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id AND ${FEEDS})`;

/** The day of the last story filed here that reaches the page; what is national can only bring it forward. */
const LAST_DAY = `SELECT substr(a.out_at, 1, 10) AS day ${FILED} ORDER BY a.out_at DESC LIMIT 1 OFFSET :count - 1`;

/** Thousands of undated stories may share a day: they are put in order without a call to a function. */
export const DAY = 'CASE WHEN a.published_at IS NULL THEN a.first_seen_on ELSE substr(a.published_at, 1, 10) END';
const TIME = `CASE WHEN a.published_at IS NULL OR length(a.published_at) = 10 THEN '00:00'
    ELSE substr(a.published_at, 12, 5) END`;

// SQLite finds and orders the few that reach the page; every row handed to JavaScript costs as much as
// finding several. Most stories that captures hold are in the newest one, so that one is asked first, by its key.
const firstOf = (source: string) => `
WITH
  ages (id, age) AS MATERIALIZED (
    SELECT id, row_number() OVER (ORDER BY seen_on DESC, id DESC) - 1 FROM captures WHERE system_code = :system
  ),
  placed AS (
    SELECT a.id, a.seq, a.out_at, ${DAY} AS day, ${TIME} AS time, coalesce(
      (SELECT s.rank FROM sightings s WHERE s.article_id = a.id AND s.capture_id = :newest),
      (SELECT min(ages.age * 1000000 + s.rank) FROM sightings s JOIN ages ON ages.id = s.capture_id
       WHERE s.article_id = a.id)
    ) AS place ${source}
  )
SELECT id, seq, out_at, place / 1000000 AS capture_age, place % 1000000 AS capture_rank FROM placed
ORDER BY day DESC, place NULLS FIRST, time DESC, seq DESC
LIMIT :count`;

const FIRST_FILED = firstOf(FILED);
const FIRST_NATIONAL = firstOf(NATIONAL);

const NEWEST_CAPTURE = 'SELECT id FROM captures WHERE system_code = ? ORDER BY seen_on DESC, id DESC LIMIT 1';

export interface FillOptions {
  national: boolean;
  /** Already on the page, or taken off it. */
  except: ReadonlySet<ArticleId>;
  count: number;
  /** A day from which there may be enough: saves looking for it. Where there is not, nothing is lost. */
  guessedFrom?: string | undefined;
}

/**
 * The first `count` fills of a page, in order: what is filed to the system with one of the strengths,
 * and, on a page active then, what is national.
 */
export function listFills(
  db: ReadDb,
  system: SystemCode,
  strengths: readonly Strength[],
  moment: Moment,
  { national, except, count, guessedFrom }: FillOptions,
): Fill[] {
  if (count === 0) return [];
  const asked = {
    system,
    strengths: JSON.stringify(strengths),
    publishedUpTo: moment.publishedUpTo,
    embargoedUpTo: moment.embargoedUpTo,
    except: JSON.stringify([...except]),
    count,
  };
  const newest = prepare<{ id: string }>(db, NEWEST_CAPTURE).get(system)?.id ?? '';
  const first = (sql: string, scope: Fill['scope'], from: string): Fill[] =>
    prepare<FillRow>(db, sql)
      .all({ ...asked, newest, from })
      .map((row) => ({ articleId: row.id, scope, rank: rankOf(row) }));
  const firstFrom = (from: string): Fill[] => {
    const filed = first(FIRST_FILED, 'system', from);
    if (!national) return filed;
    const both = [...filed, ...first(FIRST_NATIONAL, 'national', from)];
    return both.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, count);
  };
  const guessed = guessedFrom === undefined ? [] : firstFrom(guessedFrom);
  if (guessed.length === count) return guessed;
  // What is older than the last day that reaches the page comes after all of that day.
  return firstFrom(prepare<{ day: string }>(db, LAST_DAY).get({ ...asked, from: '' })?.day ?? '');
}

function rankOf({ seq, out_at, capture_age, capture_rank }: FillRow): string {
  const isSeen = capture_age !== null && capture_rank !== null;
  return fillRank({ outAt: out_at, seq, sighting: isSeen ? { captureAge: capture_age, rank: capture_rank } : null });
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
