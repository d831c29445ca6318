import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * The yardsticks: the least that better-sqlite3 and node:fs must do for the same result, with none of
 * what makes it a library (log, undo, checks, receipts).
 */

type Row = Record<string, string | number | null>;

export interface Rows {
  images: Row[];
  articles: Row[];
  tags: Row[];
}

/** The rows that an import left in a library. */
export function rowsOf(libraryPath: string): Rows {
  const db = new Database(libraryPath, { readonly: true });
  const all = (sql: string) => db.prepare<[], Row>(sql).all();
  const rows = {
    images: all('SELECT id, alt, file, address FROM images ORDER BY id'),
    articles: all(
      `SELECT seq, id, source_key, headline_key, origin, headline, standfirst, kicker, image_id, byline, kind, url,
         body, published_at, embargo_until, first_seen_on, source_seen_on, national, withdrawn_at, source_words
       FROM articles ORDER BY seq`,
    ),
    tags: all(
      `SELECT t.article_id, t.system_code, t.strength, t.origin, t.reason, t.tagged_by, t.tagged_at_ms
       FROM tags t JOIN articles a ON a.id = t.article_id ORDER BY a.seq`,
    ),
  };
  db.close();
  return rows;
}

/** Inserts them into a new file in one transaction, text index and all; tables have their keys and no other index. */
export function insertRaw(path: string, rows: Rows): void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE images (id TEXT PRIMARY KEY, alt TEXT, file TEXT, address TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE articles (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_key TEXT NOT NULL UNIQUE, headline_key TEXT NOT NULL,
      origin TEXT, headline TEXT NOT NULL, standfirst TEXT, kicker TEXT, image_id TEXT, byline TEXT, kind TEXT, url TEXT,
      body TEXT, published_at TEXT, embargo_until TEXT, first_seen_on TEXT NOT NULL, source_seen_on TEXT,
      national INTEGER NOT NULL, withdrawn_at TEXT, source_words TEXT
    ) STRICT;
    CREATE TABLE tags (
      article_id TEXT, system_code TEXT, strength TEXT, origin TEXT, reason TEXT, tagged_by TEXT, tagged_at_ms INTEGER,
      PRIMARY KEY (article_id, system_code)
    ) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE article_text USING fts5 (
      headline, standfirst, alt, byline, body,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );`);
  const insert = (table: string, row: Row) => {
    const columns = Object.keys(row);
    return db.prepare<unknown[]>(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
  };
  const altOf = new Map(rows.images.map((image) => [image['id'], image['alt']]));
  db.transaction(() => {
    for (const table of ['images', 'articles', 'tags'] as const) {
      const [first] = rows[table];
      if (!first) continue;
      const statement = insert(table, first);
      for (const row of rows[table]) statement.run(...Object.values(row));
    }
    const text = db.prepare<unknown[]>(
      'INSERT INTO article_text (rowid, headline, standfirst, alt, byline, body) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const row of rows.articles) {
      const { seq, headline, standfirst, image_id, byline, body } = row;
      text.run(seq, headline, standfirst, altOf.get(image_id ?? null) ?? null, byline, body);
    }
  })();
  db.close();
}

export interface RawSearch {
  (match: string): { total: number; rows: unknown[] };
  close(): void;
}

/** The newest 50 by date, and the count, straight from the index. */
export function openRawSearch(libraryPath: string): RawSearch {
  const db = new Database(libraryPath, { readonly: true });
  const count = db.prepare<[string], number>('SELECT count(*) FROM article_text WHERE article_text MATCH ?').pluck();
  const newest = db.prepare<[string]>(
    `SELECT a.id, a.headline, a.standfirst, i.alt, a.byline, a.kind, a.url, a.published_at, a.first_seen_on
     FROM article_text JOIN articles a ON a.seq = article_text.rowid LEFT JOIN images i ON i.id = a.image_id
     WHERE article_text MATCH ? ORDER BY a.out_at DESC LIMIT 50`,
  );
  const search = (match: string) => ({ total: count.get(match) ?? 0, rows: newest.all(match) });
  return Object.assign(search, { close: () => void db.close() });
}

interface Teaser {
  id: string;
  headline: string;
  standfirst: string | null;
  alt: string | null;
}

const PAGE_LENGTH = 20;

/** One query a page, concatenation, and a file a format. */
export function exportRaw(libraryPath: string, out: string, systems: readonly { code: string; slug: string }[]): void {
  const db = new Database(libraryPath, { readonly: true });
  const newest = db.prepare<[string, number], Teaser>(
    `SELECT a.id, a.headline, a.standfirst, i.alt FROM tags t JOIN articles a ON a.id = t.article_id
     LEFT JOIN images i ON i.id = a.image_id WHERE t.system_code = ? ORDER BY a.out_at DESC LIMIT ?`,
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
