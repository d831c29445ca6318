import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { undo } from '../../../../electron/desk/core/history.ts';
import { MIGRATIONS } from '../../../../electron/desk/core/migrations/index.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { tempFolder } from '../../../helpers/desk.ts';

const STORY = '01890000-0000-7000-8000-000000000001';
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' } as const;
const upTo = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A library as the version before left it, with an applied step. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  const before = upTo(59);
  openLibrary(path, { migrations: before }).close();
  const db = new Database(path);
  db.prepare(
    `INSERT INTO articles (id, source_key, headline_key, origin, headline, first_seen_on, source_seen_on)
     VALUES (?, 'k:1', 'h1', 'written', 'Ward reopens in Woking', '2026-03-01', '2026-03-01')`,
  ).run(STORY);
  db.exec(`
    INSERT INTO tags (article_id, system_code, strength, origin, tagged_by, tagged_at_ms)
      VALUES ('${STORY}', 'QXU', 'about', 'editor', 'A. Marlowe', 1700000000000);
    INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
      VALUES ('01890000-0000-7000-8000-00000000000a', 1700000000000, 'A. Marlowe', 'desk', 'cli', 'Tag 1 story', 'step', 'standing', 1, '2026-03-01', ${before.at(-1)?.version});
    INSERT INTO changes VALUES (1, 0, 'tags', 'insert', '[["${STORY}","QXU"]]');`);
  db.close();
  return path;
}

test('joint leads begin with none, and a story is marked once; the rest comes over as it was', () => {
  const path = oldLibrary();
  const before = new Database(path, { readonly: true });
  const rows = before.prepare('SELECT * FROM articles').all();
  before.close();
  const db = openLibrary(path, { migrations: upTo(60) });
  expect(db.pragma('user_version', { simple: true })).toBe(60);
  expect(db.prepare('SELECT * FROM articles').all()).toEqual(rows);
  const mark = db.prepare(`INSERT INTO joint_leads VALUES (?, ?, 'A. Marlowe', 1700000000000)`);
  mark.run(STORY, null);
  expect(() => mark.run(STORY, 'Meant so')).toThrow(/UNIQUE/);
  expect(() => mark.run('another', '')).toThrow(/CHECK/);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('a step recorded before the migration can still be undone after it', () => {
  // With all that came later: the write path knows the tables of today.
  const db = openLibrary(oldLibrary());
  undo(db, ACTOR, false);
  expect(db.prepare('SELECT count(*) FROM tags').pluck().get()).toBe(0);
  db.close();
});
