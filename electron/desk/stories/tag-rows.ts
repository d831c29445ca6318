import type { StoryId, Strength, SystemCode, TagOrigin } from '../../../shared/models.ts';
import type { Evidence } from '../../../shared/tagging/reasons.ts';
import type { Actor, Changes } from '../core/changes.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { getStory, updateStory } from './story-rows.ts';

export interface NewTag {
  articleId: StoryId;
  system: SystemCode;
  strength: Strength;
  origin: TagOrigin;
  reason: string | null;
  /** The words that the reason rests on, where there are any. */
  evidence?: Evidence | null;
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
    evidence: tag.evidence ? JSON.stringify(tag.evidence) : null,
  });
}

export function findStrength(db: ReadDb, articleId: StoryId, system: SystemCode): Strength | null {
  return (
    prepare<{ strength: Strength }>(db, 'SELECT strength FROM tags WHERE article_id = ? AND system_code = ?').get(
      articleId,
      system,
    )?.strength ?? null
  );
}

/**
 * Files a story to a system as an editor's decision. An existing tag keeps its strength unless one is given. Returns
 * whether anything changed.
 */
export function addTag(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  articleId: StoryId,
  system: SystemCode,
  strength: Strength | undefined,
): boolean {
  const present = prepare<{ strength: Strength; origin: TagOrigin }>(
    db,
    'SELECT strength, origin FROM tags WHERE article_id = ? AND system_code = ?',
  ).get(articleId, system);
  if (!present) {
    // Filing a story to a system cancels its rejection there.
    changes.remove('rejections', [articleId, system]);
    insertTag(changes, actor, { articleId, system, strength: strength ?? 'about', origin: 'editor', reason: null });
    return true;
  }
  if (strength === undefined || strength === present.strength) return false;
  // From now on a captured tag is the editor's. An accepted suggestion was the editor's already, and must go on
  // counting as a suggestion.
  const origin = present.origin === 'suggestion' ? 'suggestion' : 'editor';
  const by = { origin, tagged_by: actor.by, tagged_at_ms: actor.atMs };
  return changes.update('tags', [articleId, system], { strength, ...by });
}

/** Marks a story as national, or not. Returns whether anything changed. */
export function setNational(db: ReadDb, changes: Changes, articleId: StoryId, isNational: boolean): boolean {
  const isRejectionRemoved = isNational && changes.remove('rejections', [articleId, 'national']);
  return updateStory(changes, getStory(db, articleId), { national: isNational }) || isRejectionRemoved;
}

/** An offer that an editor accepts for a story. */
export interface AcceptedOffer {
  articleId: StoryId;
  system: SystemCode;
  why: string;
  evidence: Evidence;
  /** The strength of the new tag when the editor gives none. */
  usual: Strength;
}

/**
 * Files a story as the desk offered it, with the reason and its words, and cancels any rejection. An existing tag keeps
 * its origin, and its strength unless one is given. Returns whether anything changed.
 */
export function acceptSuggestion(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  { articleId, system, why, evidence, usual }: AcceptedOffer,
  strength: Strength | undefined,
): boolean {
  if (findStrength(db, articleId, system) === null) {
    changes.remove('rejections', [articleId, system]);
    const tag = { articleId, system, strength: strength ?? usual, origin: 'suggestion', reason: why } as const;
    insertTag(changes, actor, { ...tag, evidence });
    return true;
  }
  return addTag(db, changes, actor, articleId, system, strength);
}

export interface TagDetail {
  code: SystemCode;
  strength: Strength;
  origin: TagOrigin;
  by: string;
  at: string;
  reason: string | null;
  evidence: Evidence | null;
}

export function listTags(db: ReadDb, articleId: StoryId): TagDetail[] {
  return prepare<Omit<TagDetail, 'at' | 'evidence'> & { at_ms: number; evidence: string | null }>(
    db,
    `SELECT system_code AS code, strength, origin, tagged_by AS by, tagged_at_ms AS at_ms, reason, evidence
     FROM tags WHERE article_id = ? ORDER BY system_code`,
  )
    .all(articleId)
    .map(({ at_ms, evidence, ...tag }) => ({
      ...tag,
      at: new Date(at_ms).toISOString(),
      evidence: evidence === null ? null : JSON.parse(evidence),
    }));
}
