import { type Key, keyOf, readColumns, recordedChanges } from './changes.ts';
import { prepare, type ReadDb, type Row } from './sql.ts';
import { TABLES, type TableName } from './tables.ts';

/** A row that a past step changed. */
export interface PastRow {
  op: 'insert' | 'update' | 'delete';
  table: TableName;
  key: Key;
  /** What a revert writes: the changed columns, or the whole row that was deleted; empty for an inserted row. */
  before: Row;
  /** Rows that go back together or not at all. */
  group: string | null;
  /** Whether it must stay, as it is no longer as the step left it or something needs it. */
  isBlocked: boolean;
  /** The entries because of which it must stay. */
  blame: number[];
}

interface Since {
  /** The columns' values before the first change of each after the step. */
  known: Row;
  seqs: number[];
}

/** The rows that an entry changed, in the order in which they go back. */
export function pastRowsOf(db: ReadDb, entrySeq: number): PastRow[] {
  const since = changesSince(db, entrySeq);
  const rows: PastRow[] = [];
  const add = (op: PastRow['op'], table: TableName, key: Key, before: Row, isAsLeft: (known: Row) => boolean) => {
    const { known, seqs } = since.get(idOf(table, key)) ?? { known: {}, seqs: [] };
    const isBlocked = !isAsLeft(known);
    const content = { ...known, ...readColumns(db, table, key, TABLES[table].columns), ...before };
    rows.push({ op, table, key, before, group: groupOf(op, table, content), isBlocked, blame: isBlocked ? seqs : [] });
  };
  for (const record of recordedChanges(db, entrySeq)) {
    const { table } = record;
    if (record.op === 'insert') {
      for (const key of record.rows) add('insert', table, key, {}, (known) => isNow(db, table, key, known));
    } else if (record.op === 'update') {
      for (const { key, before, after } of record.rows) {
        add('update', table, key, before, () => isNow(db, table, key, after));
      }
    } else {
      for (const row of record.rows) {
        const key = keyOf(table, row);
        add('delete', table, key, row, () => readColumns(db, table, key, TABLES[table].key) === null);
      }
    }
  }
  // A row that belongs to a story which this step did not bring in goes back by itself.
  const brought = new Set(rows.filter(({ op, table }) => op !== 'update' && table === 'articles').map((r) => r.group));
  for (const row of rows) if (row.group?.startsWith('story ') && !brought.has(row.group)) row.group = null;
  return rows;
}

/** The entries after `entrySeq` that changed a row. */
export function entriesOnRow(db: ReadDb, table: TableName, key: Key): number[] {
  const seqs = prepare<{ seq: number }>(
    db,
    'SELECT DISTINCT entry_seq AS seq FROM changes WHERE table_name = ? ORDER BY 1',
  ).all(table);
  const id = idOf(table, key);
  return seqs.flatMap(({ seq }) => (keysIn(db, seq, table).has(id) ? [seq] : []));
}

function keysIn(db: ReadDb, seq: number, table: TableName): Set<string> {
  const ids = new Set<string>();
  for (const record of recordedChanges(db, seq)) {
    if (record.table !== table) continue;
    if (record.op === 'insert') for (const key of record.rows) ids.add(idOf(table, key));
    else if (record.op === 'update') for (const { key } of record.rows) ids.add(idOf(table, key));
    else for (const row of record.rows) ids.add(idOf(table, keyOf(table, row)));
  }
  return ids;
}

function changesSince(db: ReadDb, entrySeq: number): Map<string, Since> {
  const since = new Map<string, Since>();
  const note = (seq: number, table: TableName, key: Key, before: Row) => {
    const id = idOf(table, key);
    const earlier = since.get(id) ?? { known: {}, seqs: [] };
    since.set(id, { known: { ...before, ...earlier.known }, seqs: [...earlier.seqs, seq] });
  };
  for (const { seq } of prepare<{ seq: number }>(db, 'SELECT seq FROM entries WHERE seq > ? ORDER BY seq').all(
    entrySeq,
  )) {
    for (const record of recordedChanges(db, seq)) {
      if (record.op === 'insert') for (const key of record.rows) note(seq, record.table, key, {});
      else if (record.op === 'update') {
        for (const { key, before } of record.rows) note(seq, record.table, key, before);
      } else for (const row of record.rows) note(seq, record.table, keyOf(record.table, row), row);
    }
  }
  return since;
}

function isNow(db: ReadDb, table: TableName, key: Key, values: Row): boolean {
  const current = readColumns(db, table, key, TABLES[table].columns);
  return current !== null && Object.keys(values).every((column) => current[column] === values[column]);
}

function groupOf(op: PastRow['op'], table: TableName, row: Row): string | null {
  if (table === 'zones' || table === 'pages' || table === 'placements') return `page ${row['system_code']}`;
  if (op === 'update') return null;
  if (table === 'articles') return `story ${row['id']}`;
  return 'article_id' in row ? `story ${row['article_id']}` : null;
}

function idOf(table: TableName, key: Key): string {
  return [table, ...key].join('\n');
}
