import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../electron/desk/core/migrations/index.ts';
import { openLibrary } from '../../../electron/desk/core/open.ts';
import { DeskError } from '../../../shared/errors.ts';
import { tempFolder } from '../../helpers/desk.ts';

const NOW = MIGRATIONS.at(-1)?.version ?? 0;
const NEXT = NOW + 10;

function refusalOf(path: string): DeskError['fault'] {
  try {
    openLibrary(path, { busyTimeoutMs: 50 }).close();
  } catch (error) {
    if (error instanceof DeskError) return error.fault;
    throw error;
  }
  throw new Error('the library was opened');
}

describe('opening a library', () => {
  test('makes a new one, with the folders above it', () => {
    const path = join(tempFolder(), 'deep', 'er', 'new.patchdesk');
    const db = openLibrary(path);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
    expect(existsSync(path)).toBe(true);
  });

  test('leaves a library from a newer version alone', () => {
    const path = join(tempFolder(), 'newer.patchdesk');
    openLibrary(path).close();
    const raw = new Database(path);
    raw.pragma('user_version = 99990');
    raw.pragma('journal_mode = DELETE');
    raw.close();
    const before = readFileSync(path);
    expect(refusalOf(path)).toMatchObject({ code: 'library-newer', message: expect.stringContaining('99990') });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('refuses a file that is no library', () => {
    const path = join(tempFolder(), 'notes.txt');
    writeFileSync(path, 'Ring the trust about the ward opening.\n'.repeat(200));
    expect(refusalOf(path).code).toBe('library-not-a-library');
    expect(readFileSync(path, 'utf8')).toContain('Ring the trust');
  });

  test('refuses the database of another program', () => {
    const path = join(tempFolder(), 'other.db');
    const raw = new Database(path);
    raw.exec('CREATE TABLE contacts (name TEXT)');
    raw.close();
    const before = readFileSync(path);
    expect(refusalOf(path).code).toBe('library-not-a-library');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('refuses a name that is empty, which SQLite would take for a library to throw away', () => {
    expect(refusalOf('')).toMatchObject({ code: 'library-not-a-library', message: expect.stringContaining('empty') });
  });

  test('refuses a folder', () => {
    const folder = join(tempFolder(), 'folder');
    mkdirSync(folder);
    expect(refusalOf(folder).code).toBe('library-not-a-library');
  });

  test('refuses a place where no folder can be made', () => {
    const path = join(tempFolder(), 'a-file');
    writeFileSync(path, '');
    expect(refusalOf(join(path, 'library.patchdesk')).code).toBe('library-missing-folder');
  });

  test('refuses a place that answers for ever that something is missing', () => {
    // On Linux the folder is there and nothing can be made in it; elsewhere there is no such disk or it is fixed.
    const nowhere = process.platform === 'win32' ? 'Q:\\nowhere' : '/proc/nowhere';
    expect(refusalOf(join(nowhere, 'deep', 'library.patchdesk')).code).toBe('library-missing-folder');
  });

  test('refuses a file that may only be read, whoever asks', () => {
    const path = join(tempFolder(), 'read-only.patchdesk');
    openLibrary(path).close();
    chmodSync(path, 0o444);
    expect(refusalOf(path).code).toBe('library-read-only');
  });

  test('says that another program holds the library', () => {
    const path = join(tempFolder(), 'held.patchdesk');
    openLibrary(path).close();
    const holder = new Database(path);
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec('BEGIN EXCLUSIVE; CREATE TABLE held (x); ');
    try {
      expect(refusalOf(path).code).toBe('library-locked');
    } finally {
      holder.close();
    }
  });
});

describe('migrating', () => {
  test('keeps the rows, moves the version on and leaves a copy beside the file', () => {
    const path = join(tempFolder(), 'old.patchdesk');
    const old = openLibrary(path);
    old.prepare(`INSERT INTO settings (key, value) VALUES ('author', '"A. Marlowe"')`).run();
    old.close();
    const next = [...MIGRATIONS, { version: NEXT, sql: 'CREATE TABLE cupboard (article_id TEXT PRIMARY KEY) STRICT' }];
    const db = openLibrary(path, { migrations: next });
    expect(db.pragma('user_version', { simple: true })).toBe(NEXT);
    expect(db.prepare('SELECT count(*) AS n FROM cupboard').get()).toEqual({ n: 0 });
    expect(db.prepare(`SELECT value FROM settings WHERE key = 'author'`).get()).toEqual({ value: '"A. Marlowe"' });
    db.close();
    const copy = new Database(`${path}.before-${NEXT}`, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(NOW);
    copy.close();
  });

  test('a migration that fails leaves the library as it was', () => {
    const path = join(tempFolder(), 'old.patchdesk');
    openLibrary(path).close();
    const broken = [
      ...MIGRATIONS,
      { version: NEXT, sql: 'CREATE TABLE cupboard (id TEXT) STRICT; SELECT no_such_function()' },
    ];
    expect(() => openLibrary(path, { migrations: broken })).toThrow('no_such_function');
    const db = openLibrary(path);
    expect(db.pragma('user_version', { simple: true })).toBe(NOW);
    expect(db.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'cupboard'`).get()).toEqual({ n: 0 });
    db.close();
  });

  test('the copy is of what is migrated, not of an earlier try', () => {
    const path = join(tempFolder(), 'old.patchdesk');
    openLibrary(path).close();
    const broken = [...MIGRATIONS, { version: NEXT, sql: 'SELECT no_such_function()' }];
    expect(() => openLibrary(path, { migrations: broken })).toThrow('no_such_function');
    const old = openLibrary(path);
    old.prepare(`INSERT INTO settings (key, value) VALUES ('author', '"A. Marlowe"')`).run();
    old.close();
    openLibrary(path, {
      migrations: [...MIGRATIONS, { version: NEXT, sql: 'CREATE TABLE cupboard (id TEXT PRIMARY KEY) STRICT' }],
    }).close();
    const copy = new Database(`${path}.before-${NEXT}`, { readonly: true });
    expect(copy.prepare('SELECT key FROM settings').pluck().all()).toEqual(['author']);
    copy.close();
    expect(readdirSync(dirname(path)).sort()).toEqual(['old.patchdesk', `old.patchdesk.before-${NEXT}`]);
  });

  test('behind the longest column of a story stands only what an index answers', () => {
    const db = openLibrary(':memory:');
    const columns = db.prepare(`SELECT name FROM pragma_table_info('articles')`).pluck().all();
    expect(columns.slice(-3)).toEqual(['body', 'reviewed_at_ms', 'reviewed_by']);
    db.close();
  });

  test('a new library has every table strict and keyed', () => {
    const db = openLibrary(':memory:');
    const tables = db
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
      .all() as {
      name: string;
      sql: string;
    }[];
    const ours = tables.filter(({ name }) => !name.startsWith('article_text') && !name.startsWith('sqlite_'));
    expect(ours.map(({ name }) => name).sort()).toEqual([
      'articles',
      'captures',
      'changes',
      'check_silences',
      'entries',
      'entry_subjects',
      'exported_pages',
      'exports',
      'filed',
      'image_files',
      'images',
      'joint_leads',
      'names',
      'page_versions',
      'pages',
      'placements',
      'registers',
      'rejections',
      'rereads',
      'settings',
      'shelf',
      'sightings',
      'tags',
      'templates',
      'zones',
    ]);
    for (const { sql } of ours) expect(sql).toMatch(/PRIMARY KEY[\s\S]*STRICT/);
    db.close();
  });
});
