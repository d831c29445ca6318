import type { JointLead, StoryId } from '../../../../shared/models.ts';
import type { Actor, Changes } from '../../core/changes.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';

interface JointLeadRow {
  article_id: StoryId;
  note: string | null;
  marked_by: string;
  marked_at_ms: number;
}

export function findJointLead(db: ReadDb, articleId: StoryId): JointLead | null {
  const row = prepare<JointLeadRow>(db, 'SELECT * FROM joint_leads WHERE article_id = ?').get(articleId);
  if (!row) return null;
  return {
    articleId: row.article_id,
    note: row.note,
    by: row.marked_by,
    at: new Date(row.marked_at_ms).toISOString(),
  };
}

/** A second note takes the place of the first. Returns whether anything changed. */
export function markJointLead(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  articleId: StoryId,
  note: string | null,
): boolean {
  const known = findJointLead(db, articleId);
  if (known && known.note === note) return false;
  const row = { note, marked_by: actor.by, marked_at_ms: actor.atMs };
  if (known) return changes.update('joint_leads', [articleId], row);
  changes.insert('joint_leads', { article_id: articleId, ...row });
  return true;
}

export function unmarkJointLead(changes: Changes, articleId: StoryId): boolean {
  return changes.remove('joint_leads', [articleId]);
}
