import { wallClock } from '../../shared/words/days.ts';
import type { DeskContext } from './context.ts';
import type { ReadDb } from './core/sql.ts';
import { hasComeDue } from './pages/layout/due-times.ts';

/**
 * Notices changes without a call: a step by another door, a file that was moved or replaced, midnight, and the minute at
 * which a story is published or an embargo ends. Call the returned function regularly; it notifies the windows when
 * something changed.
 */
export function makeWatch(context: DeskContext): () => void {
  const observe = () => {
    const { db, file } = context.library;
    file?.look();
    return { db, version: dataVersion(db), now: wallClock(context.clock()), trouble: file?.trouble?.message };
  };
  let seen = observe();
  const look = () => {
    const next = observe();
    const { db } = next;
    const before = seen;
    seen = next;
    // Another library was opened since; switchTo has notified its windows already.
    if (before.db !== db) return;
    if (before.version !== next.version || before.trouble !== next.trouble || isOtherTime(db, before.now, next.now)) {
      context.emit('library.changed', { entryId: null });
    }
  };
  return () => {
    try {
      look();
    } catch (error) {
      // An error thrown out of a timer would end the desk. The next call meets the same error and reports it to the
      // editor.
      context.log(`watching failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

/**
 * Grows when another connection writes, never for this connection's own steps.
 * https://www.sqlite.org/pragma.html#pragma_data_version
 */
function dataVersion(db: ReadDb): unknown {
  return db.pragma('data_version', { simple: true });
}

function isOtherTime(db: ReadDb, before: string, now: string): boolean {
  if (before === now) return false;
  return before.slice(0, 10) !== now.slice(0, 10) || hasComeDue(db, before, now);
}
