import type { ArticleId, SystemCode } from '../../shared/models.ts';

/** A story that may fill a page, with where the captures of that page had it and what tells it from another. */
export interface FillRow {
  id: ArticleId;
  seq: number;
  out_at: string;
  capture_age: number | null;
  capture_rank: number | null;
  /** The system a nearby story is borrowed from. */
  lender: SystemCode | null;
  headline_key: string;
  published_at: string | null;
  url: string | null;
  image: string | null;
}

/** What may fill a page at a moment: not withdrawn, out, its embargo over, no editor's decision about it. */
const IS_OUT = `a.withdrawn_at IS NULL AND (a.published_at IS NULL OR a.published_at <= :publishedUpTo)
  AND (a.embargo_until IS NULL OR a.embargo_until <= :embargoedUpTo)
  AND (:except = '[]' OR a.id NOT IN (SELECT value FROM json_each(:except)))`;

/** Only where a rule asks for kinds: they are not in the index, so each story would be read for them. */
const OF_KIND = `AND (lower(coalesce(a.kind, '')) IN (SELECT value FROM json_each(:kinds))) = :kindsOnly`;

/** Filed to the page's own system with a strength that feeds the zone. */
const FEEDS = (strengths: string) =>
  `t.system_code = :system AND t.strength IN (SELECT value FROM json_each(${strengths}))`;

const SOURCES = {
  filed: `FROM tags t CROSS JOIN articles a INDEXED BY articles_for_pages ON a.id = t.article_id
  WHERE ${FEEDS(':strengths')} AND a.out_at >= :from AND ${IS_OUT}`,
  // What feeds the zone as a local story is not taken a second time as a national one.
  national: `FROM articles a WHERE a.national = 1 AND a.out_at >= :from AND ${IS_OUT}
  AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id AND ${FEEDS(':feeding')})`,
  nearby: `FROM tags n CROSS JOIN articles a INDEXED BY articles_for_pages ON a.id = n.article_id
  WHERE n.system_code IN (SELECT value FROM json_each(:lenders))
  AND n.strength IN (SELECT value FROM json_each(:strengths)) AND a.out_at >= :from AND ${IS_OUT}
  AND a.id NOT IN (SELECT id FROM articles WHERE national = 1)
  AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id AND ${FEEDS(':feeding')})`,
} as const;
export type FillSource = keyof typeof SOURCES;

/** Thousands of undated stories may share a day: they are put in order without a call to a function. */
export const DAY = 'CASE WHEN a.published_at IS NULL THEN a.first_seen_on ELSE substr(a.published_at, 1, 10) END';
const TIME = `CASE WHEN a.published_at IS NULL OR length(a.published_at) = 10 THEN '00:00'
    ELSE substr(a.published_at, 12, 5) END`;

// SQLite finds and orders the few that reach the page; every row handed to JavaScript costs as much as
// finding several. Most stories that captures hold are in the newest one, so that one is asked first, by its key.
// A story filed to two lenders is one story: the first of them by code is named.
const firstOf = (source: FillSource, kinds: string) => `
WITH
  ages (id, age) AS MATERIALIZED (
    SELECT id, row_number() OVER (ORDER BY seen_on DESC, id DESC) - 1 FROM captures WHERE system_code = :system
  ),
  placed AS (
    SELECT a.id, a.seq, a.out_at, ${DAY} AS day, ${TIME} AS time, coalesce(
      (SELECT s.rank FROM sightings s WHERE s.article_id = a.id AND s.capture_id = :newest),
      (SELECT min(ages.age * 1000000 + s.rank) FROM sightings s JOIN ages ON ages.id = s.capture_id
       WHERE s.article_id = a.id)
    ) AS place, ${source === 'nearby' ? 'min(n.system_code)' : 'NULL'} AS lender
    ${SOURCES[source]} ${kinds} ${source === 'nearby' ? 'GROUP BY a.id' : ''}
  ),
  chosen AS MATERIALIZED (
    SELECT * FROM placed ORDER BY day DESC, place NULLS FIRST, time DESC, seq DESC LIMIT :count
  )
SELECT chosen.id, chosen.seq, chosen.out_at, place / 1000000 AS capture_age, place % 1000000 AS capture_rank, lender,
  w.headline_key, w.published_at, w.url, coalesce(i.file, i.address) AS image
FROM chosen CROSS JOIN articles w ON w.seq = chosen.seq LEFT JOIN images i ON i.article_id = chosen.id`;

/** The day of the last story filed here that reaches the page; what is national can only bring it forward. */
const lastDay = (kinds: string) =>
  `SELECT substr(a.out_at, 1, 10) AS day ${SOURCES.filed} ${kinds} ORDER BY a.out_at DESC LIMIT 1 OFFSET :count - 1`;

const FIRST = {
  filed: [firstOf('filed', ''), firstOf('filed', OF_KIND)],
  national: [firstOf('national', ''), firstOf('national', OF_KIND)],
  nearby: [firstOf('nearby', ''), firstOf('nearby', OF_KIND)],
} as const;
const LAST_DAY = [lastDay(''), lastDay(OF_KIND)] as const;

/** The first `:count` stories of a source from the day `:from` on, in no order. */
export function firstFillsQuery(source: FillSource, hasKinds: boolean): string {
  return FIRST[source][hasKinds ? 1 : 0];
}

/** How far back the first `:count` stories filed here reach. */
export function lastFillDayQuery(hasKinds: boolean): string {
  return LAST_DAY[hasKinds ? 1 : 0];
}
