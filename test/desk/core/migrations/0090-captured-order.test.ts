import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { undo } from '../../../../electron/desk/core/history.ts';
import { MIGRATIONS } from '../../../../electron/desk/core/migrations/index.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { checkLibrary } from '../../../../electron/desk/library-file/integrity-check.ts';
import { tempFolder } from '../../../helpers/desk.ts';

const STORY = '01890000-0000-7000-8000-000000000001';
const CAPTURE = '01890000-0000-7000-8000-00000000000a';
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' } as const;
const upTo = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A library as the version before left it: a story of a capture, and a step that stands. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  openLibrary(path, { migrations: upTo(80) }).close();
  const db = new Database(path);
  db.exec(`
    INSERT INTO articles (id, source_key, headline_key, origin, headline, first_seen_on, source_seen_on)
      VALUES ('${STORY}', 'k:1', 'h1', 'capture', 'Ward reopens in Woking', '2026-03-01', '2026-03-01');
    INSERT INTO article_text (rowid, headline) SELECT seq, headline FROM articles;
    INSERT INTO captures VALUES ('${CAPTURE}', 'QXU', 'a.txt', 'sum', '2026-03-01');
    INSERT INTO sightings VALUES ('${STORY}', '${CAPTURE}', 4, NULL);
    INSERT INTO tags (article_id, system_code, strength, origin, tagged_by, tagged_at_ms)
      VALUES ('${STORY}', 'QXU', 'about', 'capture', 'x', 0), ('${STORY}', 'QNQ', 'mentioned', 'editor', 'x', 0);
    INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
      VALUES ('${CAPTURE}', 0, 'A. Marlowe', 'desk', 'cli', 'File a story', 'step', 'standing', 1, '2026-03-02',
        (SELECT user_version FROM pragma_user_version));
    INSERT INTO changes VALUES (1, 0, 'tags', 'insert', '[["${STORY}","QNQ"]]');`);
  db.close();
  return path;
}

test('what a capture holds is found in its order, and what was filed is as it was', () => {
  const path = oldLibrary();
  const before = new Database(path, { readonly: true });
  const filed = before.prepare('SELECT * FROM filed').all();
  before.close();
  const db = openLibrary(path, { migrations: upTo(90) });
  expect(db.pragma('user_version', { simple: true })).toBe(90);
  expect(db.prepare('SELECT * FROM filed').all()).toEqual(filed);
  const found = db.prepare(`SELECT article_seq FROM filed INDEXED BY filed_as_captured WHERE system_code = 'QXU'`);
  expect(found.pluck().all()).toEqual([1]);
  expect(checkLibrary(db, () => true).problems).toEqual([]);
  db.close();
});

test('a step recorded before the migration can still be undone after it', () => {
  const db = openLibrary(oldLibrary(), { migrations: upTo(90) });
  undo(db, ACTOR, false);
  expect(db.prepare('SELECT system_code FROM filed').pluck().all()).toEqual(['QXU']);
  db.close();
});
