import { prepare, type ReadDb } from './sql.ts';

/**
 * Differs after every change to the library, by whichever door: `data_version` tells of other connections,
 * the count of our own. https://www.sqlite.org/pragma.html#pragma_data_version
 */
export function libraryStamp(db: ReadDb): string {
  const changes = prepare<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  return `${String(db.pragma('data_version', { simple: true }))}/${changes}`;
}
