import type { Door, EntryId } from '../../../shared/models.ts';
import type { RecordedUpdate } from './changes.ts';
import { prepare, type ReadDb, type Row, type SqlValue } from './sql.ts';
import { TABLES, type TableName } from './tables.ts';

/** A row whose history is asked for. */
export interface Touched {
  table: TableName;
  /** An id in it that finds its records: of its key, or of a column. */
  id: string;
  /** Whether a removed row was this one, where the id alone does not say it. */
  wasRow?: (row: Row) => boolean;
  /** Only changes of these columns count. */
  columns?: readonly string[];
}

/** The entry that last changed something. */
export interface LastChange {
  seq: number;
  id: EntryId;
  at_ms: number;
  by: string;
  desk: string;
  door: Door;
  kind: 'step' | 'undo' | 'redo';
}

interface ChangeRecord {
  entry_seq: number;
  op: 'insert' | 'update' | 'delete';
  rows: string;
}

/** The newest entry that changed one of the rows; null where the history does not reach back. Reads the log: only for refusals. */
export function findLastChange(db: ReadDb, rows: readonly Touched[]): LastChange | null {
  const seq = Math.max(0, ...rows.map((row) => newestSeqOf(db, row)));
  return seq === 0 ? null : (prepare<LastChange>(db, 'SELECT * FROM entries WHERE seq = ?').get(seq) ?? null);
}

function newestSeqOf(db: ReadDb, row: Touched): number {
  const records = prepare<ChangeRecord>(
    db,
    'SELECT entry_seq, op, rows FROM changes WHERE table_name = ? AND instr(rows, ?) > 0 ORDER BY entry_seq DESC',
  ).all(row.table, row.id);
  return records.find((record) => isAbout(record, row))?.entry_seq ?? 0;
}

function isAbout({ op, rows }: ChangeRecord, { table, id, wasRow, columns }: Touched): boolean {
  const recorded: unknown[] = JSON.parse(rows);
  if (op === 'insert') return (recorded as SqlValue[][]).some((key) => key.includes(id));
  if (op === 'update') {
    return (recorded as RecordedUpdate[]).some(
      ({ key, after }) => key.includes(id) && (columns?.some((column) => column in after) ?? true),
    );
  }
  const isRow = wasRow ?? ((row: Row) => TABLES[table].key.some((column) => row[column] === id));
  return (recorded as Row[]).some(isRow);
}
