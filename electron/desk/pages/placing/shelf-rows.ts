import { DeskError } from '../../../../shared/errors.ts';
import type { Selection, StoryId } from '../../../../shared/models.ts';
import { SHELF_LIMIT } from '../../../../shared/pages/shelf.ts';
import { rankAfter } from '../../../../shared/pages/slot-ranks.ts';
import type { Actor, Changes } from '../../core/changes.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';
import { idsOfSelection } from '../../stories/selection.ts';

/** A story put aside. The order is the editors' own. */
export interface Shelved {
  articleId: StoryId;
  rank: string;
  by: string;
  atMs: number;
}

export function listShelved(db: ReadDb): Shelved[] {
  return prepare<Shelved>(
    db,
    'SELECT article_id AS articleId, rank, put_by AS by, put_at_ms AS atMs FROM shelf ORDER BY rank, article_id',
  ).all();
}

/** The stories of a selection in the order they go on the shelf: as they were named, else the newest first. */
export function listForShelf(db: ReadDb, selection: Selection): StoryId[] {
  const ids = idsOfSelection(db, selection);
  if (selection.kind === 'ids') return [...new Set(selection.ids)];
  return prepare<{ id: StoryId }>(
    db,
    'SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY out_at DESC, seq DESC',
  )
    .all(JSON.stringify(ids))
    .map(({ id }) => id);
}

/** Puts stories aside in their order, at a number of the shelf; those already there stay. Returns how many came. */
export function putOnShelf(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  ids: readonly StoryId[],
  position: number,
): number {
  const shelved = listShelved(db);
  const known = new Set(shelved.map(({ articleId }) => articleId));
  const fresh = ids.filter((id) => !known.has(id));
  if (shelved.length + fresh.length > SHELF_LIMIT) {
    throw new DeskError(
      'too-large',
      `The shelf holds ${SHELF_LIMIT} stories at most. Put fewer aside, or take some of its ${shelved.length} off it.`,
    );
  }
  const index = Math.min(position, shelved.length + 1) - 1;
  let low = shelved[index - 1]?.rank;
  const high = shelved[index]?.rank ?? null;
  for (const id of fresh) {
    low = rankAfter(low, high, '');
    changes.insert('shelf', { article_id: id, rank: low, put_by: actor.by, put_at_ms: actor.atMs });
  }
  return fresh.length;
}

export function takeFromShelf(changes: Changes, ids: readonly StoryId[]): number {
  return ids.filter((id) => changes.remove('shelf', [id])).length;
}

/** Brings a story on the shelf to a number. Returns whether it was elsewhere. */
export function moveOnShelf(db: ReadDb, changes: Changes, id: StoryId, position: number): boolean {
  const shelved = listShelved(db);
  const from = shelved.findIndex(({ articleId }) => articleId === id);
  if (from < 0) {
    throw new DeskError('shelf-missing', 'That story is not on the shelf any more. Put it there first.');
  }
  const others = shelved.filter(({ articleId }) => articleId !== id);
  const to = Math.min(position - 1, others.length);
  if (to === from) return false;
  return changes.update('shelf', [id], { rank: rankAfter(others[to - 1]?.rank, others[to]?.rank ?? null, '') });
}
