import { wallClock } from '../../shared/words/days.ts';
import type { DeskContext } from './context.ts';
import type { ReadDb } from './core/sql.ts';
import { hasComeDue } from './pages/layout/due-times.ts';

/**
 * Notices what changes without a call: another door's step, midnight, and the minute at which a story
 * comes out or an embargo ends. Call it now and then; it tells the windows when there is something to show.
 */
export function makeWatch(context: DeskContext): () => void {
  let seen = { db: context.library.db, version: dataVersion(context.library.db), now: wallClock(context.clock()) };
  const look = () => {
    const { db } = context.library;
    const next = { db, version: dataVersion(db), now: wallClock(context.clock()) };
    const before = seen;
    seen = next;
    // Another library was opened since; its windows have been told already.
    if (before.db !== db) return;
    if (before.version !== next.version || isOtherTime(db, before.now, next.now)) {
      context.emit('library.changed', { entryId: null });
    }
  };
  return () => {
    try {
      look();
    } catch (error) {
      // Thrown out of a timer it would end the desk. The next call meets the same trouble and tells the editor.
      context.log(`watching failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

/** Grows when another connection has written, never for our own steps. https://www.sqlite.org/pragma.html#pragma_data_version */
function dataVersion(db: ReadDb): unknown {
  return db.pragma('data_version', { simple: true });
}

function isOtherTime(db: ReadDb, before: string, now: string): boolean {
  if (before === now) return false;
  return before.slice(0, 10) !== now.slice(0, 10) || hasComeDue(db, before, now);
}
