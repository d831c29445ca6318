import type { StoryId, Strength, SystemCode, TagOrigin } from '../../../shared/models.ts';
import type { Evidence } from '../../../shared/tagging/reasons.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { tablesWhere } from '../core/tables.ts';

/** A story filed to a former system. */
export interface FormerFiling {
  id: StoryId;
  strength: Strength;
}

/** Read from the index of tags alone: there may be tens of thousands. */
export function listFilings(db: ReadDb, system: SystemCode): FormerFiling[] {
  return prepare<FormerFiling>(db, 'SELECT article_id AS id, strength FROM tags WHERE system_code = ?').all(system);
}

/** How each story came to be filed to a system. */
export function mapOrigins(db: ReadDb, system: SystemCode): Map<StoryId, TagOrigin> {
  const rows = prepare<[StoryId, TagOrigin]>(db, 'SELECT article_id, origin FROM tags WHERE system_code = ?');
  return new Map(rows.raw().all(system) as unknown as [StoryId, TagOrigin][]);
}

/** The systems that editors have ruled out, by story. */
export function mapRejected(db: ReadDb): Map<StoryId, Set<SystemCode>> {
  const rejected = new Map<StoryId, Set<SystemCode>>();
  const rows = prepare<{ id: StoryId; offer: SystemCode }>(
    db,
    `SELECT article_id AS id, offer FROM rejections WHERE offer <> 'national'`,
  );
  for (const { id, offer } of rows.all()) rejected.set(id, (rejected.get(id) ?? new Set()).add(offer));
  return rejected;
}

export function listWithdrawn(db: ReadDb): Set<StoryId> {
  const rows = prepare<{ id: StoryId }>(db, 'SELECT id FROM articles WHERE withdrawn_at IS NOT NULL').all();
  return new Set(rows.map(({ id }) => id));
}

/** A story's words, and the evidence of its tag for one system. */
export interface FiledText {
  id: StoryId;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  evidence: Evidence | null;
}

/** Without the body, which comes last in the file's row and is slow to read. */
export function listFiledTexts(db: ReadDb, system: SystemCode, ids: readonly StoryId[]): FiledText[] {
  return prepare<Omit<FiledText, 'evidence'> & { evidence: string | null }>(
    db,
    `SELECT a.id, a.headline, a.standfirst, i.alt, t.evidence
     FROM json_each(?) AS wanted
     CROSS JOIN articles a ON a.id = wanted.value
     CROSS JOIN tags t ON t.article_id = a.id AND t.system_code = ?
     LEFT JOIN images i ON i.article_id = a.id`,
  )
    .all(JSON.stringify(ids), system)
    .map((row) => ({ ...row, evidence: row.evidence === null ? null : JSON.parse(row.evidence) }));
}

/** The bodies of those stories that have one. */
export function mapBodies(db: ReadDb, ids: readonly StoryId[]): Map<StoryId, string> {
  const rows = prepare<{ id: StoryId; body: string }>(
    db,
    `SELECT a.id, a.body FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value
     WHERE a.body IS NOT NULL`,
  ).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** Above this many history rows, reading the stories again is as quick. */
const MOST_TOUCHED = 100_000;

const OFFER_TABLES = tablesWhere(({ decidesOffers }) => decidesOffers === true);

/**
 * The newest entry, and the stories that changed since entry `seq`; null when there are too many to list. The history
 * records every change to stories, tags and rejections through any door.
 */
export function listTouchedSince(db: ReadDb, seq: number): { seq: number; ids: StoryId[] | null } {
  const newest = prepare<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM entries').get()?.seq ?? 0;
  if (newest === seq) return { seq, ids: [] };
  const rows = prepare<{ n: number | null }>(db, 'SELECT sum(rows) AS n FROM entries WHERE seq > ?').get(seq)?.n ?? 0;
  if (newest < seq || rows > MOST_TOUCHED) return { seq: newest, ids: null };
  const touched = prepare<{ id: StoryId }>(
    db,
    // An insert records its key, an update records its key too, and a deletion records the whole row.
    `SELECT DISTINCT CASE op WHEN 'insert' THEN json_extract(row.value, '$[0]')
       WHEN 'update' THEN json_extract(row.value, '$.key[0]')
       ELSE coalesce(json_extract(row.value, '$.article_id'), json_extract(row.value, '$.id')) END AS id
     FROM changes, json_each(changes.rows) AS row
     WHERE entry_seq > ? AND table_name IN (SELECT value FROM json_each(?))`,
  ).all(seq, JSON.stringify(OFFER_TABLES));
  return { seq: newest, ids: touched.map(({ id }) => id) };
}

/** How one story is filed to one system: who decided it, and why. */
interface TagReason {
  code: SystemCode;
  origin: TagOrigin;
  by: string;
  reason: string | null;
}

/** A story as the list of the succession shows it. */
export interface MovedStory {
  id: StoryId;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  publishedAt: string | null;
  firstSeenOn: string;
  body: string | null;
  url: string | null;
  tags: TagReason[];
  rejected: (SystemCode | 'national')[];
}

/** In the order of the ids; missing stories are left out. */
export function listMovedStories(db: ReadDb, ids: readonly StoryId[]): MovedStory[] {
  return prepare<Omit<MovedStory, 'tags' | 'rejected'> & { tags: string; rejected: string }>(
    db,
    `SELECT a.id, a.headline, a.standfirst, i.alt, a.published_at AS publishedAt, a.first_seen_on AS firstSeenOn,
       a.body, a.url,
       (SELECT json_group_array(json_object('code', t.system_code, 'origin', t.origin, 'by', t.tagged_by, 'reason', t.reason))
        FROM tags t WHERE t.article_id = a.id) AS tags,
       (SELECT json_group_array(r.offer) FROM rejections r WHERE r.article_id = a.id) AS rejected
     FROM json_each(?) AS wanted JOIN articles a ON a.id = wanted.value
     LEFT JOIN images i ON i.article_id = a.id ORDER BY wanted.key`,
  )
    .all(JSON.stringify(ids))
    .map((row) => ({ ...row, tags: JSON.parse(row.tags), rejected: JSON.parse(row.rejected) }));
}
