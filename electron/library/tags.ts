import type { ArticleId, Strength, SystemCode, TagOrigin } from '../../shared/models.ts';
import type { Actor, Changes } from './changes.ts';
import { prepare, type ReadDb } from './sql.ts';

export interface NewTag {
  articleId: ArticleId;
  system: SystemCode;
  strength: Strength;
  origin: TagOrigin;
  reason: string | null;
}

export function insertTag(changes: Changes, actor: Actor, tag: NewTag): void {
  changes.insert('tags', {
    article_id: tag.articleId,
    system_code: tag.system,
    strength: tag.strength,
    origin: tag.origin,
    reason: tag.reason,
    tagged_by: actor.by,
    tagged_at_ms: actor.atMs,
  });
}

export function findStrength(db: ReadDb, articleId: ArticleId, system: SystemCode): Strength | null {
  return (
    prepare<{ strength: Strength }>(db, 'SELECT strength FROM tags WHERE article_id = ? AND system_code = ?').get(
      articleId,
      system,
    )?.strength ?? null
  );
}

/**
 * Files a story to a system, as an editor. A tag that is there keeps its strength unless one is
 * given. Returns whether anything changed.
 */
export function addTag(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  articleId: ArticleId,
  system: SystemCode,
  strength: Strength | undefined,
): boolean {
  const present = findStrength(db, articleId, system);
  if (present === null) {
    insertTag(changes, actor, { articleId, system, strength: strength ?? 'about', origin: 'editor', reason: null });
    return true;
  }
  if (strength === undefined || strength === present) return false;
  // The tag is the editor's from now on; the reason it was there before still says how it came.
  const by = { origin: 'editor', tagged_by: actor.by, tagged_at_ms: actor.atMs };
  return changes.update('tags', [articleId, system], { strength, ...by });
}

export interface TagDetail {
  code: SystemCode;
  strength: Strength;
  origin: TagOrigin;
  by: string;
  at: string;
  reason: string | null;
}

export function listTags(db: ReadDb, articleId: ArticleId): TagDetail[] {
  return prepare<Omit<TagDetail, 'at'> & { at_ms: number }>(
    db,
    `SELECT system_code AS code, strength, origin, tagged_by AS by, tagged_at_ms AS at_ms, reason
     FROM tags WHERE article_id = ? ORDER BY system_code`,
  )
    .all(articleId)
    .map(({ at_ms, ...tag }) => ({ ...tag, at: new Date(at_ms).toISOString() }));
}
