import { prepare, type ReadDb, type WriteDb } from './sql.ts';
import { checkWritable } from './write-guard.ts';

/** Rows changed by transactions that rolled back, by connection. */
const takenBack = new WeakMap<ReadDb, number>();

/**
 * Runs a transaction. If it throws, everything rolls back and SQLite's count of changes, which only grows, is
 * corrected: a dry run or a refused step must not count as a change.
 */
export function transact<T>(db: WriteDb, work: () => T): T {
  checkWritable(db);
  const changes = totalChanges(db);
  const before = takenBack.get(db) ?? 0;
  try {
    return db.transaction(work).immediate();
  } catch (error) {
    // A nested transaction may have counted its own share already.
    if (db.open) takenBack.set(db, before + totalChanges(db) - changes);
    throw error;
  }
}

/** Grows with every change by this connection that was not rolled back. */
export function lastingChanges(db: ReadDb): number {
  return totalChanges(db) - (takenBack.get(db) ?? 0);
}

function totalChanges(db: ReadDb): number {
  return prepare<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
}
