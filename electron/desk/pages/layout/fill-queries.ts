import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { FILED_IS_OUT } from './is-out.ts';

/** A story that may fill a page, with where the captures of that page had it and what tells it from another. */
export interface FillRow {
  id: StoryId;
  seq: number;
  out_at: string;
  undated: 0 | 1;
  /** Day and id of the newest capture of the page that holds it, and where that had it; null where none does. */
  seen: string | null;
  seen_rank: number | null;
  /** The system a nearby story is borrowed from. */
  lender: SystemCode | null;
  headline_key: string;
  published_at: string | null;
  url: string | null;
  image: string | null;
  alt: string | null;
  headline: string;
  byline: string | null;
  kind: string | null;
}

/** No editor's decision about it. */
const UNDECIDED = (seq: string) =>
  `(:except = '[]' OR ${seq} NOT IN (SELECT seq FROM articles WHERE id IN (SELECT value FROM json_each(:except))))`;

/** Only where a rule asks for kinds: they are not in an index, so each story would be read for them. */
const OF_KIND = `AND (lower(coalesce(a.kind, '')) IN (SELECT value FROM json_each(:kinds))) = :kindsOnly`;

const STRENGTH_IN = (strengths: string) => `strength IN (SELECT value FROM json_each(${strengths}))`;

/** What feeds the zone as a local story is not taken a second time as a national or a nearby one. */
const NOT_LOCAL = (seq: string) => `NOT EXISTS (
  SELECT 1 FROM filed l WHERE l.article_seq = ${seq} AND l.system_code = :system AND l.${STRENGTH_IN(':feeding')})`;

const WORDS = `a.id, a.seq, a.out_at, a.published_at IS NULL AS undated, a.headline_key, a.published_at, a.url, coalesce(i.file, i.address) AS image, i.alt,
  a.headline, a.byline, a.kind`;

/** An editor dated it on the day of the newest capture, so that an older capture of that day no longer places it. */
const REDATED = `f.day = :captureDay AND NOT f.undated AND f.seen NOT IN ('~', :capture)`;

const FILED_HERE = (index: string, kinds: string, where: string) => `
SELECT ${WORDS}, nullif(f.seen, '~') AS seen, f.seen_rank, NULL AS lender
FROM filed f INDEXED BY ${index} CROSS JOIN articles a ON a.seq = f.article_seq
  LEFT JOIN images i ON i.article_id = a.id
WHERE f.system_code = :system AND ${where} AND f.${STRENGTH_IN(':strengths')} AND f.day >= :oldest AND ${FILED_IS_OUT}
  AND ${UNDECIDED('f.article_seq')} ${kinds}`;

const NATIONAL_OUT = (kinds: string) => `
  a.national = 1 AND a.out_at >= :oldest AND a.withdrawn_at IS NULL
  AND (a.published_at IS NULL OR a.published_at <= :publishedUpTo)
  AND (a.embargo_until IS NULL OR a.embargo_until <= :embargoedUpTo)
  AND ${NOT_LOCAL('a.seq')} AND ${UNDECIDED('a.seq')} ${kinds}`;

// Each is in the order of the page. SQLite walks the index in that order and stops at the last that is wanted.
const QUERIES = {
  // What the page's newest capture holds.
  captured: (kinds: string) => `${FILED_HERE('filed_as_captured', kinds, 'f.seen = :capture')}
ORDER BY f.seen_rank, f.article_seq DESC LIMIT :count`,

  filed: (kinds: string) => `${FILED_HERE('filed_in_order', kinds, `f.seen <> :capture AND NOT (${REDATED})`)}
ORDER BY f.day DESC, f.seen DESC, f.seen_rank, f.time DESC, f.article_seq DESC LIMIT :count`,

  redated: (kinds: string) => `${FILED_HERE('filed_in_order', kinds, REDATED)}
ORDER BY f.time DESC, f.article_seq DESC LIMIT :count`,

  nationalCaptured: (kinds: string) => `
SELECT ${WORDS}, :capture AS seen, s.rank AS seen_rank, NULL AS lender
FROM articles a INDEXED BY articles_national
  CROSS JOIN sightings s ON s.article_id = a.id AND s.capture_id = substr(:capture, 12)
  LEFT JOIN images i ON i.article_id = a.id
WHERE ${NATIONAL_OUT(kinds)}
ORDER BY s.rank, a.seq DESC LIMIT :count`,

  // National stories are few, so where the page's captures had each of them is looked up.
  national: (kinds: string) => `
WITH n AS MATERIALIZED (
  SELECT ${WORDS}, (
      SELECT max(c.seen_on || ' ' || c.id) FROM sightings s JOIN captures c ON c.id = s.capture_id
      WHERE s.article_id = a.id AND c.system_code = :system
    ) AS seen, (
      SELECT s.rank FROM sightings s JOIN captures c ON c.id = s.capture_id
      WHERE s.article_id = a.id AND c.system_code = :system ORDER BY c.seen_on DESC, c.id DESC LIMIT 1
    ) AS seen_rank, NULL AS lender
  FROM articles a INDEXED BY articles_national LEFT JOIN images i ON i.article_id = a.id
  WHERE ${NATIONAL_OUT(kinds)}
)
SELECT n.*, iif(n.out_at GLOB :captureDay || '*' AND NOT n.undated, NULL, n.seen) AS placed_by
FROM n
WHERE n.seen IS NOT :capture
ORDER BY substr(n.out_at, 1, 10) DESC, placed_by DESC NULLS FIRST, iif(placed_by IS NULL, NULL, n.seen_rank),
  n.out_at DESC, n.seq DESC LIMIT :count`,

  // A story filed to two lenders is one story: the first of them by code is named.
  nearby: (kinds: string) => `
SELECT ${WORDS}, NULL AS seen, NULL AS seen_rank, n.lender FROM (
  SELECT f.article_seq AS seq, min(f.system_code) AS lender, f.day, f.time FROM filed f INDEXED BY filed_in_order
  WHERE f.system_code IN (SELECT value FROM json_each(:lenders)) AND f.${STRENGTH_IN(':strengths')}
    AND f.day >= :oldest AND ${FILED_IS_OUT}
    AND f.article_seq NOT IN (SELECT seq FROM articles INDEXED BY articles_national WHERE national = 1)
    AND ${NOT_LOCAL('f.article_seq')} AND ${UNDECIDED('f.article_seq')}
  GROUP BY f.article_seq
) n CROSS JOIN articles a ON a.seq = n.seq LEFT JOIN images i ON i.article_id = a.id
WHERE TRUE ${kinds}
ORDER BY n.day DESC, n.time DESC, n.seq DESC LIMIT :count`,
} as const;
export type FillSource = keyof typeof QUERIES;

const TEXTS = Object.fromEntries(
  Object.entries(QUERIES).map(([source, of]) => [source, [of(''), of(OF_KIND)]]),
) as Record<FillSource, [string, string]>;

/** The first `:count` stories of a source, from the day `:oldest` on. */
export function fillQuery(source: FillSource, hasKinds: boolean): string {
  return TEXTS[source][hasKinds ? 1 : 0];
}
