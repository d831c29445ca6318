import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { entrySubjects } from '../../../../electron/desk/core/migrations/0120-entry-subjects.ts';
import { MIGRATIONS } from '../../../../electron/desk/core/migrations/index.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { TABLES } from '../../../../electron/desk/core/tables.ts';
import { tempFolder, testDesk } from '../../../helpers/desk.ts';

// About 130 steps of every kind.
const OLD_LIBRARY = new URL('../../../fixtures/libraries/schema-80.patchdesk.gz', import.meta.url);

function oldLibrary(): string {
  const path = join(tempFolder(), 'library.patchdesk');
  writeFileSync(path, gunzipSync(readFileSync(OLD_LIBRARY)));
  return path;
}

const subjectsIn = (db: Database.Database) => db.prepare('SELECT * FROM entry_subjects').all();

test('every entry from before has an area, and the rest comes over as it was', () => {
  const path = oldLibrary();
  const before = openLibrary(path, { migrations: MIGRATIONS.filter(({ version }) => version < 120) });
  const changes = before.prepare('SELECT * FROM changes').all();
  before.close();
  const db = openLibrary(path, { migrations: MIGRATIONS.filter(({ version }) => version <= 120) });
  expect(db.pragma('user_version', { simple: true })).toBe(120);
  expect(db.prepare('SELECT * FROM changes').all()).toEqual(changes);
  const bare = `SELECT count(*) FROM entries WHERE seq NOT IN (SELECT entry_seq FROM entry_subjects WHERE kind = 'area')`;
  expect(db.prepare(bare).pluck().get()).toBe(0);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('what the migration notes of old entries is what the write path notes of new ones', async () => {
  const desk = testDesk({ path: oldLibrary() });
  const first = (await desk.ask('history.list', {})).total;
  let steps = 0;
  for (; (await desk.ask('library.info', {})).undo !== null; steps += 1) await desk.ask('history.undo', {});
  for (let n = 0; n < steps; n += 1) await desk.ask('history.redo', {});
  await desk.desk.close();

  const db = new Database(desk.path);
  const written = subjectsIn(db);
  const tables = db.prepare('SELECT DISTINCT table_name FROM changes WHERE entry_seq > ?').pluck().all(first);
  expect(tables.length).toBeGreaterThan(Object.keys(TABLES).length / 2);
  db.exec('DROP TABLE entry_subjects; DROP INDEX entries_by_person; DROP INDEX entries_by_day;');
  db.exec(entrySubjects.sql);
  expect(subjectsIn(db)).toEqual(written);
  db.close();
}, 60_000);
