import type { StoryId, SystemCode } from '../../../shared/models.ts';
import type { Evidence } from '../../../shared/tagging/reasons.ts';
import type { Rejection } from '../../../shared/tagging/suggestions.ts';
import type { Actor, Changes } from '../core/changes.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

/** The subject of an offer: a system, or the national mark. */
export type OfferKey = SystemCode | 'national';

export function hasRejection(db: ReadDb, articleId: StoryId, offer: OfferKey): boolean {
  return prepare(db, 'SELECT 1 FROM rejections WHERE article_id = ? AND offer = ?').get(articleId, offer) !== undefined;
}

/** Returns false when it was rejected already. */
export function insertRejection(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  rejection: { articleId: StoryId; offer: OfferKey; why: string; evidence: Evidence | null },
): boolean {
  if (hasRejection(db, rejection.articleId, rejection.offer)) return false;
  changes.insert('rejections', {
    article_id: rejection.articleId,
    offer: rejection.offer,
    reason: rejection.why,
    evidence: rejection.evidence && JSON.stringify(rejection.evidence),
    rejected_by: actor.by,
    rejected_at_ms: actor.atMs,
  });
  return true;
}

interface RejectionRow {
  article_id: StoryId;
  headline: string;
  published_at: string | null;
  offer: OfferKey;
  reason: string;
  rejected_by: string;
  rejected_at_ms: number;
}

const SELECT = `SELECT r.article_id, a.headline, a.published_at, r.offer, r.reason, r.rejected_by, r.rejected_at_ms
  FROM rejections r JOIN articles a ON a.id = r.article_id`;

function toRejection(row: RejectionRow): Rejection {
  return {
    articleId: row.article_id,
    headline: row.headline,
    publishedAt: row.published_at,
    code: row.offer === 'national' ? null : row.offer,
    why: row.reason,
    by: row.rejected_by,
    at: new Date(row.rejected_at_ms).toISOString(),
  };
}

export function listRejectionsOf(db: ReadDb, articleId: StoryId): Rejection[] {
  return prepare<RejectionRow>(db, `${SELECT} WHERE r.article_id = ? ORDER BY r.offer`).all(articleId).map(toRejection);
}

/** Newest first. */
export function listRejections(db: ReadDb, limit: number, offset: number): { total: number; rejections: Rejection[] } {
  const total = prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM rejections').get()?.n ?? 0;
  const rows = prepare<RejectionRow>(
    db,
    `${SELECT} ORDER BY r.rejected_at_ms DESC, r.article_id, r.offer LIMIT ? OFFSET ?`,
  ).all(limit, offset);
  return { total, rejections: rows.map(toRejection) };
}
