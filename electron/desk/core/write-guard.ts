import type { ReadDb } from './sql.ts';

const guards = new WeakMap<ReadDb, () => void>();

/** Sets what is asked before each write to an open library. It throws a DeskError when nothing may be written. */
export function guardWrites(db: ReadDb, check: () => void): void {
  guards.set(db, check);
}

/** Throws a DeskError when nothing may be written to the library. Inside a transaction it was asked already. */
export function checkWritable(db: ReadDb): void {
  if (!db.inTransaction) guards.get(db)?.();
}
