import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { TABLES } from '../../electron/desk/core/tables.ts';

/**
 * The raw side of the benches: the least that better-sqlite3 and node:fs must do for the same result, without history,
 * undo, checks or receipts.
 */

type Value = string | number | null;

const COPIED = ['articles', 'images', 'tags'] as const;

export type Rows = Record<(typeof COPIED)[number], Value[][]> & {
  texts: Value[][];
  /** The library's definitions of these tables and their indexes. */
  schema: string[];
};

const TEXTS = `SELECT a.seq, a.headline, a.standfirst, i.alt, a.byline, a.body
  FROM articles a LEFT JOIN images i ON i.article_id = a.id ORDER BY a.seq`;

/** The rows of an imported library, in the order they were written. */
export function rowsOf(libraryPath: string): Rows {
  const db = new Database(libraryPath, { readonly: true });
  const all = (sql: string) => db.prepare<[], Value[]>(sql).raw().all();
  const columns = (table: (typeof COPIED)[number]) => TABLES[table].columns.join(', ');
  const rows = {
    articles: all(`SELECT ${columns('articles')} FROM articles ORDER BY seq`),
    images: all(`SELECT ${columns('images')} FROM images ORDER BY article_id`),
    tags: all(`SELECT ${columns('tags')} FROM tags ORDER BY article_id`),
    texts: all(TEXTS),
    schema: db
      .prepare<[string], string>(
        `SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))
         ORDER BY type = 'index', rowid`,
      )
      .pluck()
      .all(JSON.stringify(COPIED)),
  };
  db.close();
  return rows;
}

/** Tables with only their keys: no index, check or reference. */
export function plainSchema(): string[] {
  return COPIED.map((table) => {
    const { columns, key } = TABLES[table];
    const hasSeq = columns.some((column) => column === 'seq');
    const definitions = columns.map((column) => (column === 'seq' ? 'seq INTEGER PRIMARY KEY' : column));
    const keys = `${hasSeq ? 'UNIQUE' : 'PRIMARY KEY'} (${key.join(', ')})`;
    return `CREATE TABLE ${table} (${[...definitions, keys].join(', ')}) ${hasSeq ? '' : 'WITHOUT ROWID'}`;
  });
}

/** Inserts the rows into a new file in one transaction, including the text index. */
export function insertRaw(path: string, rows: Rows, schema: readonly string[]): void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  for (const sql of schema) db.exec(sql);
  db.exec(`CREATE VIRTUAL TABLE article_text USING fts5 (
    headline, standfirst, alt, byline, body,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  )`);
  db.transaction(() => {
    for (const table of COPIED) {
      const marks = TABLES[table].columns.map(() => '?').join(', ');
      const insert = db.prepare<Value[]>(
        `INSERT INTO ${table} (${TABLES[table].columns.join(', ')}) VALUES (${marks})`,
      );
      for (const row of rows[table]) insert.run(...row);
    }
    const insert = db.prepare<Value[]>(
      'INSERT INTO article_text (rowid, headline, standfirst, alt, byline, body) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const row of rows.texts) insert.run(...row);
  })();
  db.close();
}

export interface RawSearch {
  (match: string): { total: number; rows: unknown[] };
  close(): void;
}

/** The newest 50 by date, and the count, directly from the index. */
export function openRawSearch(libraryPath: string): RawSearch {
  const db = new Database(libraryPath, { readonly: true });
  const count = db.prepare<[string], number>('SELECT count(*) FROM article_text WHERE article_text MATCH ?').pluck();
  const newest = db.prepare<[string]>(
    `SELECT a.id, a.headline, a.standfirst, i.alt, a.byline, a.kind, a.url, a.published_at, a.first_seen_on
     FROM article_text JOIN articles a ON a.seq = article_text.rowid LEFT JOIN images i ON i.article_id = a.id
     WHERE article_text MATCH ? ORDER BY a.out_at DESC LIMIT 50`,
  );
  const search = (match: string) => ({ total: count.get(match) ?? 0, rows: newest.all(match) });
  return Object.assign(search, { close: () => void db.close() });
}

export interface RawBoard {
  (codes: readonly string[]): unknown[];
  close(): void;
}

/** The newest of each system, and its number of stories by day: the least that a board needs. */
export function openRawBoard(libraryPath: string): RawBoard {
  const db = new Database(libraryPath, { readonly: true });
  const newest = db.prepare<[string, number]>(
    `SELECT a.id, a.seq, a.out_at FROM tags t JOIN articles a ON a.id = t.article_id
     WHERE t.system_code = ? AND t.strength IN ('about', 'affects') AND a.withdrawn_at IS NULL
     ORDER BY a.out_at DESC, a.seq DESC LIMIT ?`,
  );
  const days = db.prepare<[]>(
    `SELECT t.system_code, substr(a.out_at, 1, 10), count(*) FROM tags t JOIN articles a ON a.id = t.article_id
     WHERE a.withdrawn_at IS NULL AND a.out_at >= '2026-02-07' GROUP BY 1, 2`,
  );
  const board = (codes: readonly string[]) => [...codes.map((code) => newest.all(code, PAGE_LENGTH)), days.all()];
  return Object.assign(board, { close: () => void db.close() });
}

interface Teaser {
  id: string;
  headline: string;
  standfirst: string | null;
  alt: string | null;
}

const PAGE_LENGTH = 20;

/** One query per page, concatenation, and one file per format. */
export function exportRaw(libraryPath: string, out: string, systems: readonly { code: string; slug: string }[]): void {
  const db = new Database(libraryPath, { readonly: true });
  const newest = db.prepare<[string, number], Teaser>(
    `SELECT a.id, a.headline, a.standfirst, i.alt FROM tags t JOIN articles a ON a.id = t.article_id
     LEFT JOIN images i ON i.article_id = a.id WHERE t.system_code = ? ORDER BY a.out_at DESC LIMIT ?`,
  );
  for (const { code, slug } of systems) {
    const teasers = newest.all(code, PAGE_LENGTH);
    const folder = join(out, slug);
    mkdirSync(folder, { recursive: true });
    let text = `${slug}\n`;
    let html = `<!doctype html><title>${slug}</title>`;
    for (const { alt, headline, standfirst } of teasers) {
      text += `\n${alt ?? ''}\n\n${headline}\n\n\n${standfirst ?? ''}\n`;
      html += `<article><h2>${headline}</h2><p>${standfirst ?? ''}</p></article>\n`;
    }
    writeFileSync(join(folder, 'index.txt'), text);
    writeFileSync(join(folder, 'index.html'), html);
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ slug, teasers }));
  }
  db.close();
}
