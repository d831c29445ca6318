import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { type Key, keyOf, plainRows, type RecordedUpdate } from '../core/changes.ts';
import { openLibrary } from '../core/open.ts';
import { prepare, type Row, type WriteDb } from '../core/sql.ts';
import { isTableName, TABLES, type TableName, tablesWhere } from '../core/tables.ts';

/** The tables that decide which stories a page has. Nothing else is copied. */
const PLACE_TABLES = tablesWhere(({ affects }) => affects === 'places');

/** A change of these columns alone moves no story on a page. */
const WORD_COLUMNS: ReadonlySet<string> = new Set(TABLES.articles.wordColumns);

/** An entry of the history, newest first. */
export interface PastEntry {
  seq: number;
  id: string;
  at_ms: number;
  by: string;
  label: string;
  day: string;
}

/** More would take longer than a key may wait. */
const AT_ONCE = 500;

/**
 * A few pages of a library as they were after each entry of the history: a private copy in memory, of only what
 * those pages depend on, from which entry after entry is taken back. The library itself is only read, so
 * nobody waits for it; every generator here may be left alone between two of its steps.
 */
export class Past {
  /** The copy, as of the entry reached. */
  readonly db: WriteDb;
  readonly #systems: ReadonlySet<string>;
  readonly #newest: number;
  readonly #oldest: number;
  #articles: ReadonlySet<string> = new Set();
  #filedTo: ReadonlySet<string> | 'all' = 'all';

  /** `since` is the first entry of interest; what was before is not followed. */
  constructor(libraryPath: string, systems: readonly SystemCode[], since: number) {
    this.#systems = new Set(systems);
    this.db = openLibrary(':memory:');
    // Rows of a few pages point to what is not among them.
    this.db.pragma('foreign_keys = OFF');
    this.db.prepare('ATTACH ? AS library').run(libraryPath);
    // One moment of the library, however long the copying takes.
    this.db.exec('BEGIN');
    this.#newest = this.#number('SELECT max(seq) AS n FROM library.entries');
    const version = this.db.pragma('user_version', { simple: true });
    const other = this.#number(`SELECT max(seq) AS n FROM library.entries WHERE schema <> ${String(version)}`);
    this.#oldest = Math.max(since, other);
  }

  close(): void {
    this.db.close();
  }

  #number(sql: string): number {
    return prepare<{ n: number | null }>(this.db, sql).get()?.n ?? 0;
  }

  /** Copies what the pages depended on at any time since. */
  *copy(): Generator<void> {
    const { db } = this;
    this.#filedTo = isBorrowing(db, 'library') ? 'all' : this.#systems;
    const articles = new Set<string>();
    yield* this.#collectNow(articles);
    yield* this.#collectThen(articles);
    this.#articles = articles;
    for (const table of ['registers', 'templates', 'pages', 'zones'] as const) {
      db.exec(`DELETE FROM ${table}`);
      this.#take(table, 'TRUE');
    }
    const systems = JSON.stringify([...this.#systems]);
    this.#take('captures', 'system_code IN (SELECT value FROM json_each(?))', systems);
    const ids = [...articles];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = JSON.stringify(ids.slice(start, start + AT_ONCE));
      const among = (column: string) => `${column} IN (SELECT value FROM json_each(?))`;
      this.#take('articles', among('id'), some);
      this.#take('images', among('article_id'), some);
      this.#take('sightings', `${among('article_id')} AND capture_id IN (SELECT id FROM captures)`, some);
      if (this.#filedTo === 'all') this.#take('tags', among('article_id'), some);
      else this.#take('tags', `${among('article_id')} AND ${among('system_code')}`, some, systems);
      yield;
    }
    this.#take('placements', 'system_code IN (SELECT value FROM json_each(?))', systems);
    db.exec('COMMIT');
  }

  #take(table: TableName, where: string, ...values: string[]): void {
    const columns = TABLES[table].columns;
    // Bodies are long, and no page has any.
    const read = columns.map((column) => (column === 'body' ? 'NULL' : column));
    prepare(
      this.db,
      `INSERT INTO main.${table} (${columns.join(', ')})
       SELECT ${read.join(', ')} FROM library.${table} WHERE ${where}`,
    ).run(...values);
  }

  *#collectNow(articles: Set<string>): Generator<void> {
    const systems = JSON.stringify([...this.#systems]);
    const filed = this.#filedTo === 'all' ? 'TRUE' : 'system_code IN (SELECT value FROM json_each(:systems))';
    const rows = prepare<{ id: string }>(
      this.db,
      `SELECT article_id AS id FROM library.tags WHERE ${filed}
       UNION ALL SELECT article_id FROM library.placements WHERE system_code IN (SELECT value FROM json_each(:systems))
       UNION ALL SELECT id FROM library.articles WHERE national = 1`,
    ).iterate({ systems });
    yield* inTurns(rows, ({ id }) => articles.add(id));
  }

  *#collectThen(articles: Set<string>): Generator<void> {
    const records = prepare<{ table_name: string; op: Op; rows: string }>(
      this.db,
      `SELECT table_name, op, rows FROM library.changes
       WHERE entry_seq > ? AND entry_seq <= ? AND table_name IN ('tags', 'placements', 'articles')`,
    ).iterate(this.#oldest, this.#newest);
    for (const { table_name: table, op, rows } of records) {
      for (const row of JSON.parse(rows) as unknown[]) {
        const id = table === 'articles' ? onceNational(op, row) : this.#storyOf(table, op, row);
        if (id !== null) articles.add(id);
      }
      yield;
    }
  }

  /** The story that a record of a tag or a placement is about, if it is about one of the pages. */
  #storyOf(table: string, op: Op, row: unknown): string | null {
    if (table === 'tags') {
      const [id, system] = keyIn('tags', op, row);
      return this.#isFiledTo(String(system)) ? String(id) : null;
    }
    // Only the key is recorded of a placement that was made or moved. It still exists, or its removal holds the whole row.
    if (op !== 'delete') return null;
    const { system_code: system, article_id: id } = row as Row;
    return this.#systems.has(String(system)) ? String(id) : null;
  }

  #isFiledTo(system: string): boolean {
    return this.#filedTo === 'all' || this.#filedTo.has(system);
  }

  /** The entries whose outcome can be shown, newest first; the copy is as of the first of them. */
  listEntries(): PastEntry[] {
    return prepare<PastEntry>(
      this.db,
      `SELECT seq, id, at_ms, by, label, day FROM library.entries
       WHERE seq >= ? AND seq <= ? ORDER BY seq DESC`,
    ).all(this.#oldest, this.#newest);
  }

  /** The pages that an entry changed, as far as where stories stand goes. Ask before taking it back. */
  pagesChangedBy(seq: number): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const { table, op, row } of this.#recorded(seq)) {
      if (table === 'placements') changed.add(this.#systemOfPlacement(op, row));
      else if (table === 'tags' && this.#filedTo !== 'all') changed.add(String(keyIn('tags', op, row)[1]));
      else if (table !== 'articles' || op !== 'update' || isMoving(row)) return this.#systems;
    }
    return changed;
  }

  #systemOfPlacement(op: Op, row: unknown): string {
    if (op === 'delete') return String((row as Row)['system_code']);
    const [id] = keyIn('placements', op, row);
    const found = prepare<{ code: string }>(this.db, 'SELECT system_code AS code FROM placements WHERE id = ?').get(id);
    return found?.code ?? '';
  }

  /** Takes an entry back; only rows that the copy holds, or has to. */
  takeBack(seq: number): void {
    const rows = plainRows(this.db);
    this.db.transaction(() => {
      for (const { table, op, row } of this.#recorded(seq)) {
        if (op === 'insert') rows.remove(table, row as Key);
        else if (op === 'delete') rows.insert(table, row as Row);
        else rows.update(table, (row as RecordedUpdate).key, (row as RecordedUpdate).before);
      }
    })();
  }

  /** What an entry recorded of the rows that matter here, in the order in which it can be taken back. */
  *#recorded(seq: number): Generator<{ table: TableName; op: Op; row: unknown }> {
    const records = prepare<{ table_name: string; op: Op; rows: string }>(
      this.db,
      `SELECT table_name, op, rows FROM library.changes
       WHERE entry_seq = ? AND table_name IN (SELECT value FROM json_each(?))
       ORDER BY CASE op WHEN 'insert' THEN 0 WHEN 'update' THEN 1 ELSE 2 END, ord`,
    ).all(seq, JSON.stringify(PLACE_TABLES));
    for (const { table_name: table, op, rows } of records) {
      if (!decidesPlaces(table)) continue;
      for (const row of JSON.parse(rows) as unknown[]) if (this.#matters(table, op, row)) yield { table, op, row };
    }
  }

  #matters(table: TableName, op: Op, row: unknown): boolean {
    const key = keyIn(table, op, row);
    switch (table) {
      case 'articles':
      case 'images':
      case 'sightings':
        return this.#articles.has(String(key[0]));
      case 'tags':
        return this.#articles.has(String(key[0])) && this.#isFiledTo(String(key[1]));
      case 'placements':
        return op === 'delete'
          ? this.#systems.has(String((row as Row)['system_code']))
          : this.#holds('placements', key);
      case 'captures':
        return op === 'delete' ? this.#systems.has(String((row as Row)['system_code'])) : this.#holds('captures', key);
      default:
        return true;
    }
  }

  #holds(table: 'placements' | 'captures', key: Key): boolean {
    return prepare(this.db, `SELECT 1 FROM ${table} WHERE id = ?`).get(...key) !== undefined;
  }
}

type Op = 'insert' | 'update' | 'delete';

function keyIn(table: TableName, op: Op, row: unknown): Key {
  if (op === 'insert') return row as Key;
  return op === 'update' ? (row as RecordedUpdate).key : keyOf(table, row as Row);
}

function isMoving(row: unknown): boolean {
  return Object.keys((row as RecordedUpdate).after).some((column) => !WORD_COLUMNS.has(column));
}

function decidesPlaces(table: string): table is TableName {
  return isTableName(table) && (PLACE_TABLES as readonly string[]).includes(table);
}

function onceNational(op: Op, row: unknown): string | null {
  if (op === 'insert') return null;
  if (op === 'delete') return (row as Row)['national'] === 1 ? String((row as Row)['id']) : null;
  return 'national' in (row as RecordedUpdate).before ? String((row as RecordedUpdate).key[0]) : null;
}

function* inTurns<T>(rows: Iterable<T>, use: (row: T) => void): Generator<void> {
  let used = 0;
  for (const row of rows) {
    use(row);
    used += 1;
    if (used % (AT_ONCE * 4) === 0) yield;
  }
}

/** Whether a zone of any page takes stories of other systems, or did at some time. */
function isBorrowing(db: WriteDb, schema: 'main' | 'library'): boolean {
  const found = prepare<{ n: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM ${schema}.zones WHERE instr(rule, '"borrow":{'))
       OR EXISTS (SELECT 1 FROM ${schema}.changes WHERE table_name IN ('zones', 'templates')
         AND instr(rows, 'borrow\\":{')) AS n`,
  ).get();
  return found?.n === 1;
}

/** The systems on whose pages a story may ever have been, by tags, placements and rules, now and in the history; null means all. */
export function systemsEverOf(db: WriteDb, articleId: StoryId): SystemCode[] | null {
  const nationalNow = prepare(db, 'SELECT 1 FROM articles WHERE id = ? AND national = 1').get(articleId) !== undefined;
  if (nationalNow || isBorrowing(db, 'main')) return null;
  const systems = new Set<SystemCode>(
    prepare<{ code: SystemCode }>(
      db,
      `SELECT system_code AS code FROM tags WHERE article_id = ?
       UNION SELECT system_code FROM placements WHERE article_id = ?`,
    )
      .all(articleId, articleId)
      .map(({ code }) => code),
  );
  const records = prepare<{ table_name: string; op: Op; rows: string }>(
    db,
    `SELECT table_name, op, rows FROM changes
     WHERE table_name IN ('tags', 'placements', 'articles') AND instr(rows, ?) > 0`,
  ).all(articleId);
  for (const { table_name: table, op, rows } of records) {
    for (const row of JSON.parse(rows) as unknown[]) {
      if (table === 'articles') {
        if (onceNational(op, row) === articleId) return null;
      } else if (table === 'tags') {
        const [id, system] = keyIn('tags', op, row);
        if (id === articleId) systems.add(system as SystemCode);
      } else if (op === 'delete' && (row as Row)['article_id'] === articleId) {
        systems.add((row as Row)['system_code'] as SystemCode);
      }
    }
  }
  return [...systems].sort();
}

/** The entry that first brought a story into the library; 0 where the history does not tell. */
export function firstEntryOf(db: WriteDb, articleId: StoryId): number {
  return (
    prepare<{ seq: number | null }>(
      db,
      `SELECT min(entry_seq) AS seq FROM changes
       WHERE table_name = 'articles' AND op = 'insert' AND instr(rows, ?) > 0`,
    ).get(articleId)?.seq ?? 0
  );
}
