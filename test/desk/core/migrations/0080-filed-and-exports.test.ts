import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { undo } from '../../../../electron/desk/core/history.ts';
import { MIGRATIONS } from '../../../../electron/desk/core/migrations/index.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { checkLibrary } from '../../../../electron/desk/library-file/integrity-check.ts';
import { tempFolder } from '../../../helpers/desk.ts';

const STORY = '01890000-0000-7000-8000-000000000001';
const GONE = '01890000-0000-7000-8000-000000000002';
const OLDER = '01890000-0000-7000-8000-00000000000a';
const NEWER = '01890000-0000-7000-8000-00000000000b';
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' } as const;
const BEFORE = MIGRATIONS.filter(({ version }) => version < 80);

/** A library as the version before left it: two stories of two captures, one withdrawn, and an applied step. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  openLibrary(path, { migrations: BEFORE }).close();
  const db = new Database(path);
  const put = db.prepare(
    `INSERT INTO articles (id, source_key, headline_key, origin, headline, published_at, withdrawn_at, embargo_until,
       first_seen_on, source_seen_on)
     VALUES (?, ?, ?, 'capture', 'Ward reopens in Woking', ?, ?, '2026-03-09', '2026-03-01', '2026-03-01')`,
  );
  put.run(STORY, 'k:1', 'h1', '2026-03-04T08:15', null);
  put.run(GONE, 'k:2', 'h2', null, '2026-03-05T10:00');
  db.exec(`
    INSERT INTO article_text (rowid, headline) SELECT seq, headline FROM articles;
    INSERT INTO captures VALUES ('${OLDER}', 'QXU', 'a.txt', 'sum', '2026-03-01'), ('${NEWER}', 'QXU', 'b.txt', 'sum', '2026-03-02');
    INSERT INTO sightings VALUES ('${STORY}', '${OLDER}', 4, NULL), ('${STORY}', '${NEWER}', 7, NULL);
    INSERT INTO tags (article_id, system_code, strength, origin, tagged_by, tagged_at_ms)
      VALUES ('${STORY}', 'QXU', 'about', 'capture', 'x', 0), ('${STORY}', 'QNQ', 'mentioned', 'editor', 'x', 0),
        ('${GONE}', 'QXU', 'about', 'capture', 'x', 0);
    INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
      VALUES ('${OLDER}', 0, 'A. Marlowe', 'desk', 'cli', 'File a story', 'step', 'standing', 1, '2026-03-02',
        (SELECT user_version FROM pragma_user_version));
    INSERT INTO changes VALUES (1, 0, 'tags', 'insert', '[["${STORY}","QNQ"]]');`);
  db.close();
  return path;
}

test('what is filed is put in order; withdrawn stories are left out', () => {
  const db = openLibrary(oldLibrary(), { migrations: MIGRATIONS.filter(({ version }) => version <= 80) });
  expect(db.pragma('user_version', { simple: true })).toBe(80);
  const dated = { article_seq: 1, day: '2026-03-04', time: '08:15', undated: 0, embargo_until: '2026-03-09' };
  expect(db.prepare('SELECT * FROM filed ORDER BY system_code').all()).toEqual([
    { ...dated, system_code: 'QNQ', strength: 'mentioned', seen: '~', seen_rank: null },
    { ...dated, system_code: 'QXU', strength: 'about', seen: `2026-03-02 ${NEWER}`, seen_rank: 7 },
  ]);
  expect(checkLibrary(db, () => true).problems).toEqual([]);
  db.close();
});

test('a step recorded before the migration can still be undone after it, and the order follows', () => {
  // With all that came later: the write path knows the tables of today.
  const db = openLibrary(oldLibrary());
  undo(db, ACTOR, false);
  expect(db.prepare('SELECT system_code FROM filed').pluck().all()).toEqual(['QXU']);
  db.close();
});
