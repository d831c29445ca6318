import type { SystemCode } from '../../../shared/models.ts';
import { type Key, type RecordedUpdate, recordedChanges } from './changes.ts';
import { prepare, type ReadDb } from './sql.ts';
import { TABLES, type TableName } from './tables.ts';

/** The newest history entry at the time of a read. */
export interface EntryMark {
  seq: number;
  id: string;
}

/** Null in a library that has no history yet. */
export function newestEntry(db: ReadDb): EntryMark | null {
  return prepare<EntryMark>(db, 'SELECT seq, id FROM entries ORDER BY seq DESC LIMIT 1').get() ?? null;
}

/**
 * The systems whose pages may have changed since an entry, from the history's record of later steps. A placement
 * concerns its own page; a story, a tag or a zone may concern any.
 */
export function pagesTouchedSince(db: ReadDb, mark: EntryMark | null): ReadonlySet<SystemCode> | 'all' {
  const tables = tablesTouchedSince(db, mark);
  if (tables?.size === 0) return new Set();
  if (mark === null || tables === null) return 'all';
  for (const name of tables) if (name !== 'placements' && TABLES[name].affects !== 'nothing') return 'all';
  return systemsOfPlacements(db, mark.seq);
}

/** The tables changed after an entry; null when that entry belongs to another library. */
export function tablesTouchedSince(db: ReadDb, mark: EntryMark | null): ReadonlySet<TableName> | null {
  if (newestEntry(db)?.id === mark?.id) return new Set();
  if (mark === null) return null;
  // Another file may have replaced this one; then nothing known of the old one is valid.
  const still = prepare<EntryMark>(db, 'SELECT seq, id FROM entries WHERE seq = ?').get(mark.seq);
  if (still?.id !== mark.id) return null;
  const tables = prepare<{ name: TableName }>(
    db,
    'SELECT DISTINCT table_name AS name FROM changes WHERE entry_seq > ?',
  ).all(mark.seq);
  return new Set(tables.map(({ name }) => name));
}

/** Whether a row of the table came, went or changed in one of these columns after an entry of this library. */
export function columnsTouchedSince(
  db: ReadDb,
  mark: EntryMark,
  table: TableName,
  columns: readonly string[],
): boolean {
  const entries = prepare<{ seq: number }>(
    db,
    'SELECT DISTINCT entry_seq AS seq FROM changes WHERE table_name = ? AND entry_seq > ?',
  ).all(table, mark.seq);
  return entries.some(({ seq }) => {
    for (const record of recordedChanges(db, seq)) {
      if (record.table !== table) continue;
      if (record.op !== 'update') return true;
      if (record.rows.some(({ after }) => columns.some((column) => column in after))) return true;
    }
    return false;
  });
}

function systemsOfPlacements(db: ReadDb, afterSeq: number): ReadonlySet<SystemCode> {
  const entries = prepare<{ seq: number }>(
    db,
    "SELECT DISTINCT entry_seq AS seq FROM changes WHERE table_name = 'placements' AND entry_seq > ?",
  ).all(afterSeq);
  const systems = new Set<SystemCode>();
  const ids: unknown[] = [];
  const byKey = (key: Key) => ids.push(key[0]);
  for (const { seq } of entries) {
    for (const record of recordedChanges(db, seq)) {
      if (record.table !== 'placements') continue;
      if (record.op === 'insert') record.rows.forEach(byKey);
      else if (record.op === 'update') for (const { key } of record.rows satisfies RecordedUpdate[]) byKey(key);
      // A placement that was removed since is found only here.
      else for (const row of record.rows) systems.add(row['system_code'] as SystemCode);
    }
  }
  const rows = prepare<{ code: SystemCode }>(
    db,
    'SELECT DISTINCT system_code AS code FROM placements WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids));
  for (const { code } of rows) systems.add(code);
  return systems;
}
