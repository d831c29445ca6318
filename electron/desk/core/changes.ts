import type { Door, EntryId } from '../../../shared/models.ts';
import { insertEntrySubjects } from './entry-subjects.ts';
import { newId } from './ids.ts';
import { placeholders, prepare, type ReadDb, type Row, type SqlValue, type WriteDb } from './sql.ts';
import { isTableName, TABLES, type TableName } from './tables.ts';
import { refreshTextIndex, TEXT_COLUMNS, type TextChanges } from './text-index.ts';
import { transact } from './transaction.ts';
import type { WindowMemory } from './window-memory.ts';
import type { Work } from './work.ts';

/** Who acts, on which replica and through which door: written on every history entry. */
export interface Actor {
  by: string;
  /** The laptop's own copy of the library, see settings.ts. */
  replica: string;
  door: Door;
  /** What this window has done since the library was opened; absent for a caller without a window. */
  window?: WindowMemory | undefined;
  /** The newest entry when this desk opened the library; 0 for none. */
  seqAtOpen?: number | undefined;
  /** The call that the step belongs to; absent where nobody can cancel it. */
  work?: Work | undefined;
  atMs: number;
  /** The actor's day, `YYYY-MM-DD`. */
  day: string;
}

export type Key = readonly SqlValue[];

/** The only write path for rows. It records each row's net change over the whole step. */
export interface Changes {
  insert(table: TableName, row: Row): void;
  /** Returns whether anything changed. */
  update(table: TableName, key: Key, patch: Row): boolean;
  /** Returns whether the row existed. */
  remove(table: TableName, key: Key): boolean;
}

type NetChange =
  | { op: 'insert'; key: Key }
  | { op: 'update'; key: Key; before: Row; after: Row }
  | { op: 'delete'; key: Key; row: Row };

type Log = Map<TableName, Map<string, NetChange>>;

export type RecordedUpdate = { key: Key; before: Row; after: Row };

export interface Step {
  kind: 'step' | 'undo' | 'redo';
  label: string;
  targetSeq: number | null;
}

export interface StepResult<T> {
  value: T;
  entry: { id: EntryId; label: string } | null;
  /** Net number of changed rows. */
  rows: number;
}

const ROWS_PER_RECORD = 1000;

class DryRunOver extends Error {}

/**
 * Runs `work` as one transaction and one history entry. When `work` changes nothing, there is no entry. With `dryRun`,
 * or when `work` throws, everything rolls back.
 */
export function runStep<T>(
  db: WriteDb,
  actor: Actor,
  label: string | ((value: T) => string),
  work: (changes: Changes) => T,
  options: { dryRun?: boolean } = {},
): StepResult<T> {
  return runEntry(
    db,
    actor,
    (value: T) => ({ kind: 'step', label: typeof label === 'string' ? label : label(value), targetSeq: null }),
    work,
    options.dryRun ?? false,
  );
}

/** The same for an undo or a redo; only history.ts needs it. */
export function runEntry<T>(
  db: WriteDb,
  actor: Actor,
  step: (value: T) => Step,
  work: (changes: Changes) => T,
  dryRun = false,
): StepResult<T> {
  let result: StepResult<T> | undefined;
  const run = () => {
    const log: Log = new Map();
    const value = work(recorder(db, log, actor.work));
    refreshTextIndex(db, textChangesOf(log));
    const rows = [...log.values()].reduce((sum, table) => sum + table.size, 0);
    result = { value, entry: rows === 0 ? null : writeEntry(db, actor, step(value), log, rows), rows };
    if (dryRun) throw new DryRunOver();
  };
  try {
    transact(db, run);
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
  }
  if (!result) throw new Error('the transaction ended without a result');
  return dryRun ? { ...result, entry: null } : result;
}

function recorder(db: WriteDb, log: Log, work: Work | undefined): Changes {
  const changesOf = (table: TableName) => {
    let known = log.get(table);
    if (!known) {
      known = new Map();
      log.set(table, known);
    }
    return known;
  };
  return {
    insert(table, row) {
      work?.wroteRow();
      insertRow(db, table, row);
      const key = keyOf(table, row);
      const id = keyText(key);
      const earlier = changesOf(table).get(id);
      if (earlier?.op === 'delete') note(changesOf(table), id, updateBetween(key, earlier.row, row));
      else changesOf(table).set(id, { op: 'insert', key });
    },
    update(table, key, patch) {
      work?.wroteRow();
      const columns = Object.keys(patch);
      const current = readColumns(db, table, key, columns);
      if (!current) throw new Error(`update of a missing row in ${table}: ${keyText(key)}`);
      const change = updateBetween(key, current, patch);
      if (!change) return false;
      updateRow(db, table, key, change.after);
      const id = keyText(key);
      const earlier = changesOf(table).get(id);
      if (earlier?.op === 'insert') return true;
      if (earlier?.op === 'update') {
        const before = { ...change.before, ...earlier.before };
        note(changesOf(table), id, updateBetween(key, before, { ...earlier.after, ...change.after }));
      } else changesOf(table).set(id, change);
      return true;
    },
    remove(table, key) {
      work?.wroteRow();
      const row = readColumns(db, table, key, TABLES[table].columns);
      if (!row) return false;
      deleteRow(db, table, key);
      const id = keyText(key);
      const earlier = changesOf(table).get(id);
      if (earlier?.op === 'insert') changesOf(table).delete(id);
      else
        changesOf(table).set(id, {
          op: 'delete',
          key,
          row: earlier?.op === 'update' ? { ...row, ...earlier.before } : row,
        });
      return true;
    },
  };
}

/** The stories whose words changed, by kind of change. */
function textChangesOf(log: Log): TextChanges {
  const changed: TextChanges = { added: [], reworded: new Set(), removed: [] };
  for (const change of log.get('articles')?.values() ?? []) {
    const id = String(change.key[0]);
    if (change.op === 'insert') changed.added.push(id);
    else if (change.op === 'delete') changed.removed.push(Number(change.row['seq']));
    else if (TEXT_COLUMNS.some((column) => column in change.after)) changed.reworded.add(id);
  }
  const added = log.get('articles');
  for (const change of log.get('images')?.values() ?? []) {
    const id = String(change.key[0]);
    if (added?.get(id)?.op === undefined || added.get(id)?.op === 'update') changed.reworded.add(id);
  }
  return changed;
}

function note(changes: Map<string, NetChange>, id: string, change: NetChange | null): void {
  if (change) changes.set(id, change);
  else changes.delete(id);
}

/** The columns of `after` that differ from `before`, or null. */
function updateBetween(key: Key, before: Row, after: Row): Extract<NetChange, { op: 'update' }> | null {
  const changed = Object.keys(after).filter((column) => before[column] !== after[column]);
  if (changed.length === 0) return null;
  const pick = (row: Row) => Object.fromEntries(changed.map((column) => [column, row[column] ?? null]));
  return { op: 'update', key, before: pick(before), after: pick(after) };
}

function writeEntry(db: WriteDb, actor: Actor, step: Step, log: Log, rows: number): { id: EntryId; label: string } {
  // A new step makes the undone steps impossible to redo: they no longer fit the rows.
  if (step.kind === 'step') {
    prepare(db, `UPDATE entries SET state = 'dropped' WHERE kind = 'step' AND state = 'undone'`).run();
  }
  const id = newId() as EntryId;
  const { lastInsertRowid } = prepare(
    db,
    // The column for the replica is called desk, as it was when the library's format was made.
    `INSERT INTO entries (id, at_ms, by, desk, door, label, kind, target_seq, state, rows, day, schema)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'standing', ?, ?, ?)`,
  ).run(
    id,
    actor.atMs,
    actor.by,
    actor.replica,
    actor.door,
    step.label,
    step.kind,
    step.targetSeq,
    rows,
    actor.day,
    db.pragma('user_version', { simple: true }),
  );
  const insert = prepare(db, 'INSERT INTO changes (entry_seq, ord, table_name, op, rows) VALUES (?, ?, ?, ?, ?)');
  let ord = 0;
  for (const [table, changes] of log) {
    for (const op of ['insert', 'update', 'delete'] as const) {
      const records = [...changes.values()].filter((change) => change.op === op).map(recordOf);
      for (let start = 0; start < records.length; start += ROWS_PER_RECORD) {
        insert.run(lastInsertRowid, ord, table, op, JSON.stringify(records.slice(start, start + ROWS_PER_RECORD)));
        ord += 1;
      }
    }
  }
  insertEntrySubjects(db, Number(lastInsertRowid), log);
  return { id, label: step.label };
}

function recordOf(change: NetChange): unknown {
  if (change.op === 'insert') return change.key;
  if (change.op === 'delete') return change.row;
  return { key: change.key, before: change.before, after: change.after } satisfies RecordedUpdate;
}

export function keyOf(table: TableName, row: Row): Key {
  return TABLES[table].key.map((column) => row[column] ?? null);
}

function keyText(key: Key): string {
  return key.join('\n');
}

function whereKey(table: TableName): string {
  return TABLES[table].key.map((column) => `${column} = ?`).join(' AND ');
}

function checkColumns(table: TableName, columns: readonly string[]): void {
  const known: readonly string[] = TABLES[table].columns;
  for (const column of columns) if (!known.includes(column)) throw new Error(`no column ${column} in ${table}`);
}

/** The named columns of one row, or null. */
export function readColumns(db: ReadDb, table: TableName, key: Key, columns: readonly string[]): Row | null {
  checkColumns(table, columns);
  return prepare(db, `SELECT ${columns.join(', ')} FROM ${table} WHERE ${whereKey(table)}`).get(...key) ?? null;
}

const INSERTS = Object.fromEntries(
  Object.entries(TABLES).map(([table, { columns }]) => [
    table,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${placeholders(columns.length)})`,
  ]),
) as Record<TableName, string>;

/** Changes rows without recording them: for a copy that is thrown away. */
export function plainRows(db: WriteDb): Pick<Changes, 'insert' | 'remove' | 'update'> {
  return {
    insert: (table, row) => insertRow(db, table, row),
    update: (table, key, patch) => updateRow(db, table, key, patch) > 0,
    remove: (table, key) => deleteRow(db, table, key) > 0,
  };
}

function insertRow(db: WriteDb, table: TableName, row: Row): void {
  prepare(db, INSERTS[table]).run(TABLES[table].columns.map((column) => row[column] ?? null));
}

function updateRow(db: WriteDb, table: TableName, key: Key, patch: Row): number {
  const columns = Object.keys(patch);
  checkColumns(table, columns);
  const set = columns.map((column) => `${column} = ?`).join(', ');
  return prepare(db, `UPDATE ${table} SET ${set} WHERE ${whereKey(table)}`).run(...Object.values(patch), ...key)
    .changes;
}

function deleteRow(db: WriteDb, table: TableName, key: Key): number {
  return prepare(db, `DELETE FROM ${table} WHERE ${whereKey(table)}`).run(...key).changes;
}

/** The recorded changes of an entry, table by table. */
export function* recordedChanges(
  db: ReadDb,
  entrySeq: number,
): Generator<
  | { table: TableName; op: 'insert'; rows: Key[] }
  | { table: TableName; op: 'update'; rows: RecordedUpdate[] }
  | { table: TableName; op: 'delete'; rows: Row[] }
> {
  const select = prepare<{ table_name: string; op: 'insert' | 'update' | 'delete'; rows: string }>(
    db,
    // Inserted rows are removed first, so that unique columns are free for the rows that return.
    `SELECT table_name, op, rows FROM changes WHERE entry_seq = ?
     ORDER BY CASE op WHEN 'insert' THEN 0 WHEN 'update' THEN 1 ELSE 2 END, ord`,
  );
  for (const record of select.all(entrySeq)) {
    if (!isTableName(record.table_name)) throw new Error(`the history names an unknown table: ${record.table_name}`);
    yield { table: record.table_name, op: record.op, rows: JSON.parse(record.rows) };
  }
}
