import { prepare, type Row, type SqlValue, type WriteDb } from './sql.ts';
import { type SubjectKind, TABLES, type TableName } from './tables.ts';

type Key = readonly SqlValue[];

/** The changes of a step, table by table, as far as they say what the step was about. */
type ChangeLog = ReadonlyMap<TableName, ReadonlyMap<string, { key: Key; row?: Row }>>;

/** The subjects of one table: each with its place in the key, or -1 where only the row says it. */
const SUBJECTS = Object.fromEntries(
  Object.entries(TABLES).map(([table, { key, subjects }]) => [
    table,
    Object.entries(subjects).map(([kind, column]) => ({
      kind: kind as SubjectKind,
      column,
      place: (key as readonly string[]).indexOf(column),
    })),
  ]),
) as Record<TableName, { kind: SubjectKind; column: string; place: number }[]>;

/** Notes what an entry is about, so that the history of one story or page is one walk through an index. */
export function insertEntrySubjects(db: WriteDb, entrySeq: number, log: ChangeLog): void {
  const insert = prepare(db, 'INSERT INTO entry_subjects (kind, id, entry_seq) VALUES (?, ?, ?)');
  const ids = new Map<SubjectKind, Set<SqlValue>>();
  const areas = new Set<string>();
  for (const [table, changes] of log) {
    if (changes.size === 0) continue;
    areas.add(TABLES[table].area);
    for (const { kind, column, place } of SUBJECTS[table]) {
      const known = ids.get(kind) ?? new Set();
      ids.set(kind, known);
      for (const { key, row } of changes.values()) {
        const id = place >= 0 ? key[place] : (row ?? currentRow(db, table, key))?.[column];
        if (id) known.add(id);
      }
    }
  }
  for (const area of areas) insert.run('area', area, entrySeq);
  for (const [kind, known] of ids) for (const id of known) insert.run(kind, id, entrySeq);
}

function currentRow(db: WriteDb, table: TableName, key: Key): Row | undefined {
  const columns = Object.values(TABLES[table].subjects).join(', ');
  const where = TABLES[table].key.map((column) => `${column} = ?`).join(' AND ');
  return prepare(db, `SELECT ${columns} FROM ${table} WHERE ${where}`).get(...key);
}
