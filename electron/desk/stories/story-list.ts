import type { StoryId, StoryQuery, StoryRow, StorySort, StoryTag, SystemCode } from '../../../shared/models.ts';
import { formatSearchNotice, isWordless, searchWords } from '../../../shared/words/search-words.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { listStoriesInPairs } from './duplicate-pairs.ts';

/** Up to this many hits are fetched and sorted. Above it, walking the stories by date finds the newest sooner. */
const FEW_HITS = 2000;

interface Condition {
  sql: string;
  values: (string | number)[];
}

/**
 * A search as an FTS5 expression. Every word must occur, and the last may be the beginning of a word. Each word is
 * quoted, so that FTS5 reads nothing an editor types as an operator. Null when there is no word; then `isWordless`
 * tells a search for nothing from one for everything.
 */
export function matchExpression(text: string): string | null {
  const words = searchWords(text);
  if (words.length === 0) return null;
  const quoted = words.map((word) => `"${word.replaceAll('"', ' ')}"`);
  const endsOpen = !/\s$/u.test(text);
  return quoted.join(' ') + (endsOpen ? '*' : '');
}

const MATCHES = 'a.seq IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)';

/** The conditions of a query other than its search words, on `articles a`. */
function filtersOf(db: ReadDb, query: StoryQuery): Condition[] {
  const filters: Condition[] = [];
  const add = (sql: string, ...values: (string | number)[]) => filters.push({ sql, values });
  if (query.withdrawn === 'hide') add('a.withdrawn_at IS NULL');
  if (query.withdrawn === 'only') add('a.withdrawn_at IS NOT NULL');
  if (query.system) add('a.id IN (SELECT article_id FROM tags WHERE system_code = ?)', query.system);
  if (query.filed === 'national') add('a.national = 1');
  if (query.filed === 'unfiled') {
    add('a.national = 0 AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id)');
  }
  if (query.kind !== null) add('a.kind = ?', query.kind);
  if (query.review === 'open') add('a.reviewed_at_ms IS NULL');
  if (query.review === 'done') add('a.reviewed_at_ms IS NOT NULL');
  if (query.undated) add('a.published_at IS NULL');
  if (query.possibleDuplicates) {
    add('a.id IN (SELECT value FROM json_each(?))', JSON.stringify(listStoriesInPairs(db)));
  }
  if (query.ids !== null) add('a.id IN (SELECT value FROM json_each(?))', JSON.stringify(query.ids));
  return filters;
}

/** The whole `WHERE ...` of a query on `articles a`, with its values. */
export function whereOf(db: ReadDb, query: StoryQuery): Condition {
  const conditions = filtersOf(db, query);
  const match = matchExpression(query.text);
  if (match) conditions.push({ sql: MATCHES, values: [match] });
  if (isWordless(query.text)) conditions.push({ sql: 'FALSE', values: [] });
  return {
    sql: conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

function countStories(db: ReadDb, query: StoryQuery): number {
  const match = matchExpression(query.text);
  const plain = filtersOf(db, query).every(({ sql }) => sql === 'a.withdrawn_at IS NULL');
  if (match && plain) return countHits(db, match) - (query.withdrawn === 'hide' ? countWithdrawnHits(db, match) : 0);
  const where = whereOf(db, query);
  return prepare<{ n: number }>(db, `SELECT count(*) AS n FROM articles a ${where.sql}`).get(...where.values)?.n ?? 0;
}

/** Counts from the text index alone: checking each story for withdrawal would cost more than the search. */
function countHits(db: ReadDb, match: string): number {
  return (
    prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM article_text WHERE article_text MATCH ?').get(match)?.n ?? 0
  );
}

function countWithdrawnHits(db: ReadDb, match: string): number {
  const withdrawn = prepare<{ seq: number }>(db, 'SELECT seq FROM articles WHERE withdrawn_at IS NOT NULL').all();
  if (withdrawn.length === 0) return 0;
  return (
    prepare<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM article_text WHERE article_text MATCH ?
       AND rowid IN (SELECT value FROM json_each(?))`,
    ).get(match, JSON.stringify(withdrawn.map(({ seq }) => seq)))?.n ?? 0
  );
}

const ORDERS: Record<StorySort['by'], (direction: 'ASC' | 'DESC') => string> = {
  out: (direction) => `a.out_at ${direction}, a.seq ${direction}`,
  headline: (direction) => `a.headline COLLATE NOCASE ${direction}, a.seq`,
  kind: (direction) => `a.kind COLLATE NOCASE ${direction}, a.out_at DESC, a.seq DESC`,
  byline: (direction) => `a.byline COLLATE NOCASE ${direction}, a.out_at DESC, a.seq DESC`,
};

interface StoryColumns {
  id: StoryId;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  byline: string | null;
  kind: string | null;
  url: string | null;
  published_at: string | null;
  first_seen_on: string;
  embargo_until: string | null;
  national: 0 | 1;
  withdrawn_at: string | null;
  unreviewed: 0 | 1;
}

const ROW_COLUMNS = `a.id, a.headline, a.standfirst, i.alt, a.byline, a.kind, a.url, a.published_at, a.first_seen_on,
  a.embargo_until, a.national, a.withdrawn_at, a.reviewed_at_ms IS NULL AS unreviewed`;

/** One page of a query's stories in order, and the total. */
export function listStories(
  db: ReadDb,
  query: StoryQuery,
  sort: StorySort,
  offset: number,
  limit: number,
): { total: number; notice: string | null; stories: StoryRow[] } {
  const total = countStories(db, query);
  const notice = formatSearchNotice(query.text);
  if (limit === 0 || offset >= total) return { total, notice, stories: [] };
  const order = ORDERS[sort.by](sort.descending ? 'DESC' : 'ASC');
  const match = matchExpression(query.text);
  const rows =
    match && total <= FEW_HITS
      ? fewHits(db, query, match, order, limit, offset)
      : walk(db, query, order, limit, offset);
  return { total, notice, stories: withTags(db, rows) };
}

function fewHits(
  db: ReadDb,
  query: StoryQuery,
  match: string,
  order: string,
  limit: number,
  offset: number,
): StoryColumns[] {
  const filters = filtersOf(db, query);
  const where = ['article_text MATCH ?', ...filters.map(({ sql }) => sql)].join(' AND ');
  // CROSS JOIN makes SQLite start from the hits instead of walking all stories.
  return prepare<StoryColumns>(
    db,
    `SELECT ${ROW_COLUMNS} FROM article_text CROSS JOIN articles a ON a.seq = article_text.rowid
     LEFT JOIN images i ON i.article_id = a.id WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
  ).all(match, ...filters.flatMap(({ values }) => values), limit, offset);
}

function walk(db: ReadDb, query: StoryQuery, order: string, limit: number, offset: number): StoryColumns[] {
  const where = whereOf(db, query);
  // The inner query finds the row numbers; only those stories are then read in full.
  return prepare<StoryColumns>(
    db,
    `SELECT ${ROW_COLUMNS} FROM articles a LEFT JOIN images i ON i.article_id = a.id
     WHERE a.seq IN (SELECT a.seq FROM articles a ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) ORDER BY ${order}`,
  ).all(...where.values, limit, offset);
}

/** Rows of the given stories in the order of the ids; missing stories are left out. */
export function rowsOfStories(db: ReadDb, ids: readonly StoryId[]): StoryRow[] {
  const rows = prepare<StoryColumns>(
    db,
    `SELECT ${ROW_COLUMNS} FROM json_each(?) AS wanted JOIN articles a ON a.id = wanted.value
     LEFT JOIN images i ON i.article_id = a.id ORDER BY wanted.key`,
  ).all(JSON.stringify(ids));
  return withTags(db, rows);
}

/** The given stories, newest first. */
export function sortNewestFirst(db: ReadDb, ids: readonly StoryId[]): StoryId[] {
  return prepare<{ id: StoryId }>(
    db,
    `SELECT a.id FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value
     ORDER BY a.out_at DESC, a.seq DESC`,
  )
    .all(JSON.stringify(ids))
    .map(({ id }) => id);
}

function withTags(db: ReadDb, rows: readonly StoryColumns[]): StoryRow[] {
  const tags = new Map<string, StoryTag[]>();
  const select = prepare<{
    article_id: string;
    system_code: SystemCode;
    strength: StoryTag['strength'];
    origin: StoryTag['origin'];
  }>(
    db,
    `SELECT article_id, system_code, strength, origin FROM tags
     WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY article_id, system_code`,
  );
  for (const tag of select.all(JSON.stringify(rows.map(({ id }) => id)))) {
    const list = tags.get(tag.article_id) ?? [];
    list.push({ code: tag.system_code, strength: tag.strength, origin: tag.origin });
    tags.set(tag.article_id, list);
  }
  return rows.map((row) => toStory(row, tags.get(row.id) ?? []));
}

function toStory(row: StoryColumns, systems: StoryTag[]): StoryRow {
  return {
    id: row.id,
    headline: row.headline,
    standfirst: row.standfirst,
    alt: row.alt,
    byline: row.byline,
    kind: row.kind,
    url: row.url,
    publishedAt: row.published_at,
    firstSeenOn: row.first_seen_on,
    embargoUntil: row.embargo_until,
    national: row.national === 1,
    withdrawn: row.withdrawn_at !== null,
    reviewed: row.unreviewed === 0,
    systems,
  };
}

export function listKinds(db: ReadDb): string[] {
  return prepare<{ kind: string }>(
    db,
    'SELECT kind FROM articles WHERE kind IS NOT NULL GROUP BY kind ORDER BY count(*) DESC, kind',
  )
    .all()
    .map(({ kind }) => kind);
}
