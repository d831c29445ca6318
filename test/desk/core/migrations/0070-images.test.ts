import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { redo, undo } from '../../../../electron/desk/core/history.ts';
import { initial } from '../../../../electron/desk/core/migrations/0010-initial.ts';
import { queue } from '../../../../electron/desk/core/migrations/0020-queue.ts';
import { signOff } from '../../../../electron/desk/core/migrations/0030-sign-off.ts';
import { shelf } from '../../../../electron/desk/core/migrations/0040-shelf.ts';
import { images } from '../../../../electron/desk/core/migrations/0070-images.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { tempFolder } from '../../../helpers/desk.ts';

const STORY = '01890000-0000-7000-8000-000000000001';
const PLACED = '01890000-0000-7000-8000-00000000000b';
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' } as const;
const BEFORE = [initial, queue, signOff, shelf];

/** A library as version 40 left it: a placement that a step re-worded, and one that a later step dropped. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  openLibrary(path, { migrations: BEFORE }).close();
  const db = new Database(path);
  db.prepare(
    `INSERT INTO articles (id, source_key, headline_key, origin, headline, first_seen_on, source_seen_on)
     VALUES (?, 'k:1', 'h1', 'written', 'Ward reopens in Woking', '2026-03-01', '2026-03-01')`,
  ).run(STORY);
  db.exec(`
    INSERT INTO images (article_id, alt, address) VALUES ('${STORY}', 'Ward', 'https://example.org/ward.jpg');
    INSERT INTO pages (system_code) VALUES ('QJK');
    INSERT INTO zones (id, system_code, name, rank, slots) VALUES ('QJK/stories', 'QJK', 'Stories', '5', 20);`);
  const dropped = {
    id: PLACED,
    system_code: 'QJK',
    zone_id: 'QJK/stories',
    article_id: STORY,
    standing: 'free',
    pin_number: null,
    rank: '5',
    from_day: null,
    until_day: null,
    headline: 'Ward is back',
    standfirst: null,
    kicker: null,
    alt: null,
    placed_by: 'A. Marlowe',
    source_words: '{"headline":"Ward reopens in Woking"}',
  };
  db.exec(`INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
    VALUES ('01890000-0000-7000-8000-00000000000a', 1700000000000, 'A. Marlowe', 'desk', 'cli', 'Release', 'step', 'standing', 1, '2026-03-01', 40)`);
  db.prepare(`INSERT INTO changes VALUES (1, 0, 'placements', 'delete', ?)`).run(JSON.stringify([dropped]));
  db.close();
  return path;
}

test('stories and placements come over as they were, with no image of their own', () => {
  const db = openLibrary(oldLibrary(), { migrations: [...BEFORE, images] });
  expect(db.pragma('user_version', { simple: true })).toBe(70);
  expect(db.prepare('SELECT * FROM images').all()).toEqual([
    { article_id: STORY, alt: 'Ward', file: null, address: 'https://example.org/ward.jpg' },
  ]);
  expect(db.prepare('SELECT count(*) FROM image_files').pluck().get()).toBe(0);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('a placement dropped before the migration comes back after it, and can be dropped again', () => {
  const db = openLibrary(oldLibrary());
  undo(db, ACTOR, false);
  const rows = db.prepare('SELECT id, headline, image, source_words FROM placements').all();
  expect(rows).toEqual([
    { id: PLACED, headline: 'Ward is back', image: null, source_words: '{"headline":"Ward reopens in Woking"}' },
  ]);
  redo(db, ACTOR, false);
  expect(db.prepare('SELECT count(*) FROM placements').pluck().get()).toBe(0);
  undo(db, ACTOR, false);
  expect(db.prepare('SELECT id, headline, image, source_words FROM placements').all()).toEqual(rows);
  db.close();
});

test('an image file is a hash with a kind, a size and bytes, and a placement names one or none', () => {
  const db = openLibrary(oldLibrary(), { migrations: [...BEFORE, images] });
  const put = (sha256: string, type = 'png', width = 1, bytes = Buffer.from('x')) =>
    db
      .prepare(`INSERT INTO image_files VALUES (?, ?, ?, 1, 'ward.png', 'A. Marlowe', 1700000000000, ?)`)
      .run(sha256, type, width, bytes);
  put('a'.repeat(64));
  expect(() => put('a'.repeat(16) + 'b'.repeat(48))).toThrow(/UNIQUE/);
  expect(() => put('A'.repeat(64))).toThrow(/CHECK/);
  expect(() => put('c'.repeat(64), 'svg')).toThrow(/CHECK/);
  expect(() => put('c'.repeat(64), 'png', 0)).toThrow(/CHECK/);
  expect(() => put('c'.repeat(64), 'png', 1, Buffer.alloc(0))).toThrow(/CHECK/);
  const place = db.prepare(
    `INSERT INTO placements (id, system_code, zone_id, article_id, standing, placed_by, image)
     VALUES ('${PLACED}', 'QJK', 'QJK/stories', '${STORY}', 'off', 'A. Marlowe', ?)`,
  );
  expect(() => place.run('ward.png')).toThrow(/CHECK/);
  place.run('');
  db.close();
});
