import type { StoryId, Strength, SystemCode } from '../../../shared/models.ts';
import type { Reread, RereadVerdict } from '../../../shared/tagging/names.ts';
import type { Actor, Changes } from '../core/changes.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

type TagKey = readonly [StoryId, SystemCode];

/**
 * Accepted suggestions that nobody has spot-checked, of stories that are not withdrawn, in a fixed order. A tag found
 * wrong that exists all the same was accepted again later, so that acceptance is unchecked.
 */
function listUnreread(db: ReadDb): TagKey[] {
  return prepare<TagKey>(
    db,
    `SELECT article_id, system_code FROM tags t WHERE origin = 'suggestion'
     AND NOT EXISTS (SELECT 1 FROM rereads r WHERE r.article_id = t.article_id AND r.system_code = t.system_code
       AND r.verdict = 'right')
     AND article_id NOT IN (SELECT id FROM articles INDEXED BY articles_withdrawn WHERE withdrawn_at IS NOT NULL)
     ORDER BY article_id, system_code`,
  )
    .raw()
    .all() as TagKey[];
}

/** A uniform random sample. The same seed gives the same sample from the same library. */
export function sampleRereads(db: ReadDb, size: number, seed: number): { open: number; rereads: Reread[] } {
  const keys = listUnreread(db);
  const open = keys.length;
  const random = randomFrom(seed);
  // The first steps of a Fisher-Yates shuffle: the front of the list is the sample.
  for (let at = 0; at < Math.min(size, open); at += 1) {
    const other = at + Math.floor(random() * (open - at));
    const [mine, theirs] = [keys[at], keys[other]];
    if (!mine || !theirs) break;
    keys[at] = theirs;
    keys[other] = mine;
  }
  return { open, rereads: keys.slice(0, size).flatMap(([id, code]) => findReread(db, id, code) ?? []) };
}

/** Numbers in [0, 1) that depend only on the seed: a xorshift generator, whose state must never be 0. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // Skip the first few: they still resemble the seed.
  for (let skipped = 0; skipped < 8; skipped += 1) next();
  return next;
}

interface RereadRow {
  articleId: StoryId;
  code: SystemCode;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
  publishedAt: string | null;
  firstSeenOn: string;
  strength: Strength;
  why: string | null;
  evidence: string | null;
  by: string;
  at_ms: number;
}

/** An accepted suggestion with its story; null when the tag no longer exists. */
export function findReread(db: ReadDb, articleId: StoryId, code: SystemCode): Reread | null {
  const row = prepare<RereadRow>(
    db,
    `SELECT t.article_id AS articleId, t.system_code AS code, a.headline, a.standfirst, i.alt, a.body,
       a.published_at AS publishedAt, a.first_seen_on AS firstSeenOn, t.strength, t.reason AS why, t.evidence,
       t.tagged_by AS by, t.tagged_at_ms AS at_ms
     FROM tags t JOIN articles a ON a.id = t.article_id LEFT JOIN images i ON i.article_id = a.id
     WHERE t.article_id = ? AND t.system_code = ? AND t.origin = 'suggestion'`,
  ).get(articleId, code);
  if (!row) return null;
  const { at_ms, evidence, ...rest } = row;
  return {
    ...rest,
    evidence: evidence === null ? null : JSON.parse(evidence),
    at: new Date(at_ms).toISOString(),
  };
}

/** Stores the verdict. A tag may have been checked, rejected and accepted again: the last verdict counts. */
export function saveReread(changes: Changes, actor: Actor, reread: Reread, verdict: RereadVerdict): void {
  const key = [reread.articleId, reread.code];
  changes.remove('rereads', key);
  changes.insert('rereads', {
    article_id: reread.articleId,
    system_code: reread.code,
    verdict,
    evidence: reread.evidence && JSON.stringify(reread.evidence),
    read_by: actor.by,
    read_at_ms: actor.atMs,
  });
}
