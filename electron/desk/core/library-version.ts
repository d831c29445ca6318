import type { SystemCode } from '../../../shared/models.ts';
import { type EntryMark, newestEntry, pagesTouchedSince, tablesTouchedSince } from './changed-pages.ts';
import type { ReadDb } from './sql.ts';
import type { TableName } from './tables.ts';
import { lastingChanges } from './transaction.ts';

/**
 * Changes with every change to the library through any door: `data_version` counts those of other connections,
 * lastingChanges our own that were not rolled back. https://www.sqlite.org/pragma.html#pragma_data_version
 */
export function libraryStamp(db: ReadDb): string {
  return `${String(db.pragma('data_version', { simple: true }))}/${lastingChanges(db)}`;
}

/** A moment of the library, to ask later what has changed since. */
export interface Mark {
  stamp: string;
  entry: EntryMark | null;
}

export function markOf(db: ReadDb): Mark {
  return { stamp: libraryStamp(db), entry: newestEntry(db) };
}

/**
 * The tables that steps have changed since. Null when something was written outside the history, so that the tables are
 * unknown.
 */
export function tablesChangedSince(db: ReadDb, { stamp, entry }: Mark): ReadonlySet<TableName> | null {
  const now = markOf(db);
  if (now.stamp === stamp) return new Set();
  return now.entry?.id === entry?.id ? null : tablesTouchedSince(db, entry);
}

/** The pages that steps may have changed since. */
export function pagesChangedSince(db: ReadDb, { stamp, entry }: Mark): ReadonlySet<SystemCode> | 'all' {
  const now = markOf(db);
  if (now.stamp === stamp) return new Set();
  return now.entry?.id === entry?.id ? 'all' : pagesTouchedSince(db, entry);
}
