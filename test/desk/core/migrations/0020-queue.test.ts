import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { undo } from '../../../../electron/desk/core/history.ts';
import { initial } from '../../../../electron/desk/core/migrations/0010-initial.ts';
import { queue } from '../../../../electron/desk/core/migrations/0020-queue.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { tempFolder } from '../../../helpers/desk.ts';

const FILED = '01890000-0000-7000-8000-000000000001';
const CAPTURED = '01890000-0000-7000-8000-000000000002';

/** A library as version 10 left it: one story filed by hand in an applied step, one from a saved page. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  openLibrary(path, { migrations: [initial] }).close();
  const db = new Database(path);
  const story = db.prepare(
    `INSERT INTO articles (id, source_key, headline_key, origin, headline, body, first_seen_on, source_seen_on)
     VALUES (?, ?, ?, 'written', ?, ?, '2026-03-01', '2026-03-01')`,
  );
  story.run(FILED, 'k:1', 'h1', 'Ward reopens in Woking', 'x'.repeat(20_000));
  story.run(CAPTURED, 'k:2', 'h2', 'Clinic moves', null);
  const tag = db.prepare(
    `INSERT INTO tags (article_id, system_code, strength, origin, reason, tagged_by, tagged_at_ms)
     VALUES (?, ?, 'affects', ?, ?, 'A. Marlowe', 1700000000000)`,
  );
  tag.run(FILED, 'QXU', 'editor', null);
  tag.run(CAPTURED, 'QNQ', 'capture', 'On the Frimley page');
  db.exec(`
    INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
      VALUES ('01890000-0000-7000-8000-00000000000a', 1700000000000, 'A. Marlowe', 'desk', 'cli', 'Tag 1 story', 'step', 'standing', 1, '2026-03-01', 10);
    INSERT INTO changes VALUES (1, 0, 'tags', 'insert', '[["${FILED}","QXU"]]');`);
  db.close();
  return path;
}

test('stories, tags and history come over; what was filed by hand counts as reviewed', () => {
  const db = openLibrary(oldLibrary(), { migrations: [initial, queue] });
  expect(db.pragma('user_version', { simple: true })).toBe(20);
  expect(db.prepare('SELECT * FROM tags ORDER BY article_id').all()).toEqual([
    {
      article_id: FILED,
      system_code: 'QXU',
      strength: 'affects',
      origin: 'editor',
      reason: null,
      tagged_by: 'A. Marlowe',
      tagged_at_ms: 1700000000000,
      evidence: null,
    },
    expect.objectContaining({ article_id: CAPTURED, origin: 'capture', reason: 'On the Frimley page', evidence: null }),
  ]);
  const reviews = db.prepare('SELECT id, reviewed_by, reviewed_at_ms, length(body) AS body FROM articles ORDER BY id');
  expect(reviews.all()).toEqual([
    { id: FILED, reviewed_by: 'A. Marlowe', reviewed_at_ms: 1700000000000, body: 20_000 },
    { id: CAPTURED, reviewed_by: null, reviewed_at_ms: null, body: null },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('a step recorded before the migration can still be undone after it', () => {
  // With all that came later: the write path knows the tables of today.
  const db = openLibrary(oldLibrary());
  undo(db, { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' }, false);
  expect(db.prepare('SELECT article_id FROM tags').pluck().all()).toEqual([CAPTURED]);
  db.close();
});
