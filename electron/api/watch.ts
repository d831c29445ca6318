import { wallClock } from '../../shared/days.ts';
import { prepare, type ReadDb } from '../library/sql.ts';
import type { DeskContext } from './context.ts';

/**
 * Notices what changes without a call: another door's step, midnight, and the minute at which a story
 * comes out or an embargo ends. Call it now and then; it tells the windows when there is something to show.
 */
export function makeWatch(context: DeskContext): () => void {
  let seen = { db: context.library.db, version: dataVersion(context.library.db), now: wallClock(context.clock()) };
  return () => {
    const { db } = context.library;
    const next = { db, version: dataVersion(db), now: wallClock(context.clock()) };
    const before = seen;
    seen = next;
    // Another library was opened since; its windows have been told already.
    if (before.db !== db) return;
    if (before.version !== next.version || hasComeDue(db, before.now, next.now)) {
      context.emit('library.changed', { entryId: null });
    }
  };
}

/** Grows when another connection has written, never for our own steps. https://www.sqlite.org/pragma.html#pragma_data_version */
function dataVersion(db: ReadDb): unknown {
  return db.pragma('data_version', { simple: true });
}

function hasComeDue(db: ReadDb, before: string, now: string): boolean {
  if (before === now) return false;
  if (before.slice(0, 10) !== now.slice(0, 10)) return true;
  const due = prepare(
    db,
    `SELECT 1 FROM articles WHERE (embargo_until > ? AND embargo_until <= ?)
     OR (published_at > ? AND published_at <= ?) LIMIT 1`,
  ).get(before, now, before, now);
  return due !== undefined;
}
