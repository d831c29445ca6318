import { prepare, type ReadDb, type WriteDb } from './sql.ts';

/** Rows changed by transactions that were then rolled back, by connection. */
const takenBack = new WeakMap<ReadDb, number>();

/**
 * Runs a transaction. Where it throws, all it did is taken back, and SQLite's count of changes, which only ever
 * grows, is put right: a trial or a refused step leaves the library as it was.
 */
export function transact<T>(db: WriteDb, work: () => T): T {
  const changes = totalChanges(db);
  const before = takenBack.get(db) ?? 0;
  try {
    return db.transaction(work).immediate();
  } catch (error) {
    // A transaction inside this one may have counted its own share already.
    if (db.open) takenBack.set(db, before + totalChanges(db) - changes);
    throw error;
  }
}

/** Grows with every change by this connection that lasts. */
export function lastingChanges(db: ReadDb): number {
  return totalChanges(db) - (takenBack.get(db) ?? 0);
}

function totalChanges(db: ReadDb): number {
  return prepare<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
}
