import { DeskError } from '../../../shared/errors.ts';
import type { EntryId, HistoryChange, HistorySubject } from '../../../shared/models.ts';
import type { DeskContext } from '../context.ts';
import { type Key, keyOf, type RecordedUpdate, readColumns } from '../core/changes.ts';
import { type EntryRow, toEntry } from '../core/history.ts';
import { prepare, type ReadDb, type Row } from '../core/sql.ts';
import { isTableName, type SubjectKind, TABLES, type TableName } from '../core/tables.ts';
import { DESCRIBE, type Names, type RowChange } from './history-words.ts';

interface Chunk {
  ord: number;
  table_name: string;
  op: RowChange['op'];
  n: number;
}

/** What a step changed, row by row from `offset`, put together by what the rows are about. */
export function getEntryDetail(context: DeskContext, id: EntryId, offset: number, limit: number) {
  const { db } = context.library;
  const entry = prepare<EntryRow>(db, 'SELECT * FROM entries WHERE id = ?').get(id);
  if (!entry) {
    throw new DeskError('entry-missing', `The history has no entry ${id}. “patchdesk history” lists them.`);
  }
  const rows = new RowReader(db, entry.seq);
  const names = namesIn(context);
  const groups = new Map<string, { subject: HistorySubject; changes: HistoryChange[] }>();
  for (const { table, change } of changesBetween(db, rows, entry.seq, offset, limit)) {
    const subject = subjectOf(table, change.row, rows, names);
    const group = groups.get(`${subject.kind}\n${subject.id}`) ?? { subject, changes: [] };
    groups.set(`${subject.kind}\n${subject.id}`, group);
    group.changes.push(...DESCRIBE[table](change, names));
  }
  return { entry: toEntry(entry), total: entry.rows, groups: [...groups.values()] };
}

function* changesBetween(
  db: ReadDb,
  rows: RowReader,
  seq: number,
  offset: number,
  limit: number,
): Generator<{ table: TableName; change: RowChange }> {
  const chunks = prepare<Chunk>(
    db,
    'SELECT ord, table_name, op, json_array_length(rows) AS n FROM changes WHERE entry_seq = ? ORDER BY ord',
  ).all(seq);
  const read = prepare<{ rows: string }>(db, 'SELECT rows FROM changes WHERE entry_seq = ? AND ord = ?');
  let start = 0;
  for (const { ord, table_name: table, op, n } of chunks) {
    const [from, to] = [Math.max(0, offset - start), Math.min(n, offset + limit - start)];
    start += n;
    if (from >= to) continue;
    if (!isTableName(table)) throw new Error(`the history names an unknown table: ${table}`);
    const records = JSON.parse(read.get(seq, ord)?.rows ?? '[]') as unknown[];
    for (const record of records.slice(from, to)) yield { table, change: rows.toChange(table, op, record) };
  }
}

/** The thing that a row is shown under: its story, else the page, else what is neither. */
function subjectOf(table: TableName, row: Row, rows: RowReader, names: Names): HistorySubject {
  const subjects: Partial<Record<SubjectKind, string>> = TABLES[table].subjects;
  const story = subjects.story;
  if (story) {
    const id = String(row[story]);
    return { kind: 'story', id, title: rows.headline(id) };
  }
  if (subjects.page) return { kind: 'page', id: String(row[subjects.page]), title: names.system(row[subjects.page]) };
  const title = row['text'] ?? row['name'] ?? row['version'] ?? row['id'] ?? '';
  return { kind: 'other', id: `${table} ${keyOf(table, row).join(' ')}`, title: String(title) };
}

function namesIn(context: DeskContext): Names {
  const { register, library } = context;
  const zone = prepare<{ name: string }>(library.db, 'SELECT name FROM zones WHERE id = ?');
  return {
    system: (code) => (register.has(String(code)) ? register.get(String(code)).shortName : String(code)),
    zone: (id) => zone.get(id)?.name ?? 'a zone since deleted',
  };
}

/** Reads rows as they are now, or as they were when a later step removed them. */
class RowReader {
  readonly #db: ReadDb;
  readonly #seq: number;
  /** The rows that a later entry removed, by key: an entry is read once. */
  readonly #removed = new Map<string, Map<string, Row>>();

  constructor(db: ReadDb, seq: number) {
    this.#db = db;
    this.#seq = seq;
  }

  toChange(table: TableName, op: RowChange['op'], record: unknown): RowChange {
    if (op === 'delete') return { op, row: record as Row, before: record as Row, after: {} };
    if (op === 'insert') {
      const row = this.#row(table, record as Key);
      return { op, row, before: {}, after: row };
    }
    const { key, before, after } = record as RecordedUpdate;
    return { op, row: this.#row(table, key), before, after };
  }

  headline(id: string): string {
    const row = this.#row('articles', [id]);
    return String(row['headline'] ?? 'A story since removed');
  }

  #row(table: TableName, key: Key): Row {
    const found = readColumns(this.#db, table, key, TABLES[table].columns) ?? this.#rowRemoved(table, key);
    return found ?? Object.fromEntries(TABLES[table].key.map((column, index) => [column, key[index] ?? null]));
  }

  #rowRemoved(table: TableName, key: Key): Row | undefined {
    const { key: columns, subjects } = TABLES[table];
    const named = Object.entries(subjects).find(([, column]) => (columns as readonly string[]).includes(column));
    if (!named) throw new Error(`no subject of ${table} is in its key`);
    const [kind, column] = named;
    const later = prepare<{ seq: number }>(
      this.#db,
      `SELECT entry_seq AS seq FROM entry_subjects WHERE kind = ? AND id = ? AND entry_seq >= ? ORDER BY entry_seq`,
    ).all(kind, key[(columns as readonly string[]).indexOf(column)], this.#seq);
    for (const { seq } of later) {
      const row = this.#removedBy(seq, table).get(key.join('\n'));
      if (row) return row;
    }
    return undefined;
  }

  #removedBy(seq: number, table: TableName): Map<string, Row> {
    const name = `${seq} ${table}`;
    let known = this.#removed.get(name);
    if (!known) {
      const chunks = prepare<{ rows: string }>(
        this.#db,
        `SELECT rows FROM changes WHERE entry_seq = ? AND table_name = ? AND op = 'delete' ORDER BY ord`,
      ).all(seq, table);
      const rows = chunks.flatMap((chunk) => JSON.parse(chunk.rows) as Row[]);
      known = new Map(rows.map((row) => [keyOf(table, row).join('\n'), row]));
      this.#removed.set(name, known);
    }
    return known;
  }
}
