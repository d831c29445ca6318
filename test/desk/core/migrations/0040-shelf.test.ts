import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { undo } from '../../../../electron/desk/core/history.ts';
import { initial } from '../../../../electron/desk/core/migrations/0010-initial.ts';
import { queue } from '../../../../electron/desk/core/migrations/0020-queue.ts';
import { shelf } from '../../../../electron/desk/core/migrations/0040-shelf.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { tempFolder } from '../../../helpers/desk.ts';

const STORY = '01890000-0000-7000-8000-000000000001';
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' } as const;

/** A library as version 20 left it, with an applied step. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  openLibrary(path, { migrations: [initial, queue] }).close();
  const db = new Database(path);
  db.prepare(
    `INSERT INTO articles (id, source_key, headline_key, origin, headline, first_seen_on, source_seen_on)
     VALUES (?, 'k:1', 'h1', 'written', 'Ward reopens in Woking', '2026-03-01', '2026-03-01')`,
  ).run(STORY);
  db.exec(`
    INSERT INTO tags (article_id, system_code, strength, origin, tagged_by, tagged_at_ms)
      VALUES ('${STORY}', 'QXU', 'about', 'editor', 'A. Marlowe', 1700000000000);
    INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
      VALUES ('01890000-0000-7000-8000-00000000000a', 1700000000000, 'A. Marlowe', 'desk', 'cli', 'Tag 1 story', 'step', 'standing', 1, '2026-03-01', 20);
    INSERT INTO changes VALUES (1, 0, 'tags', 'insert', '[["${STORY}","QXU"]]');`);
  db.close();
  return path;
}

test('the shelf begins empty and takes each story once; the rest comes over as it was', () => {
  const path = oldLibrary();
  const before = new Database(path, { readonly: true });
  const rows = before.prepare('SELECT * FROM articles').all();
  before.close();
  const db = openLibrary(path, { migrations: [initial, queue, shelf] });
  expect(db.pragma('user_version', { simple: true })).toBe(40);
  expect(db.prepare('SELECT * FROM articles').all()).toEqual(rows);
  const put = db.prepare(`INSERT INTO shelf VALUES (?, ?, 'A. Marlowe', 1700000000000)`);
  put.run(STORY, '5');
  expect(() => put.run(STORY, '6')).toThrow(/UNIQUE/);
  expect(() => put.run('another', '')).toThrow(/CHECK/);
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
