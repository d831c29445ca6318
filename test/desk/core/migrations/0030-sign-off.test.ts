import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { redo, undo } from '../../../../electron/desk/core/history.ts';
import { initial } from '../../../../electron/desk/core/migrations/0010-initial.ts';
import { queue } from '../../../../electron/desk/core/migrations/0020-queue.ts';
import { signOff } from '../../../../electron/desk/core/migrations/0030-sign-off.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { tempFolder } from '../../../helpers/desk.ts';

const STORY = '01890000-0000-7000-8000-000000000001';
const PLAIN = '01890000-0000-7000-8000-000000000002';
const REWORDED = '01890000-0000-7000-8000-00000000000b';
const PINNED = '01890000-0000-7000-8000-00000000000c';
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli' as const, atMs: 1700000001000, day: '2026-03-02' };

/** A library as version 20 left it: one placement re-worded in an applied step, one only pinned. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  openLibrary(path, { migrations: [initial, queue] }).close();
  const db = new Database(path);
  const story = db.prepare(
    `INSERT INTO articles (id, source_key, headline_key, origin, headline, standfirst, first_seen_on, source_seen_on)
     VALUES (?, ?, ?, 'written', ?, 'It opens “on time”.', '2026-03-01', '2026-03-01')`,
  );
  story.run(STORY, 'k:1', 'h1', 'Ward reopens in Woking');
  story.run(PLAIN, 'k:2', 'h2', 'Clinic moves');
  db.exec(`
    INSERT INTO images (article_id, alt) VALUES ('${STORY}', 'Ward');
    INSERT INTO pages (system_code) VALUES ('QJK');
    INSERT INTO zones (id, system_code, name, rank, slots) VALUES ('QJK/stories', 'QJK', 'Stories', '5', 20);
    INSERT INTO placements (id, system_code, zone_id, article_id, standing, rank, headline, alt, placed_by)
      VALUES ('${REWORDED}', 'QJK', 'QJK/stories', '${STORY}', 'free', '5', 'Ward is back', '', 'A. Marlowe');
    INSERT INTO placements (id, system_code, zone_id, article_id, standing, pin_number, placed_by)
      VALUES ('${PINNED}', 'QJK', 'QJK/stories', '${PLAIN}', 'pinned', 1, 'A. Marlowe');
    INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
      VALUES ('01890000-0000-7000-8000-00000000000a', 1700000000000, 'A. Marlowe', 'desk', 'cli', 'Re-word', 'step', 'standing', 1, '2026-03-01', 20);
    INSERT INTO changes VALUES (1, 0, 'placements', 'insert', '[["${REWORDED}"]]');`);
  db.close();
  return path;
}

test('what was re-worded before is compared with the source of today from then on', () => {
  const db = openLibrary(oldLibrary(), { migrations: [initial, queue, signOff] });
  expect(db.pragma('user_version', { simple: true })).toBe(30);
  expect(db.prepare('SELECT id, headline, alt, source_words FROM placements ORDER BY id').all()).toEqual([
    {
      id: REWORDED,
      headline: 'Ward is back',
      alt: '',
      source_words: '{"headline":"Ward reopens in Woking","alt":"Ward"}',
    },
    { id: PINNED, headline: null, alt: null, source_words: null },
  ]);
  expect(db.prepare('SELECT count(*) FROM page_versions').pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM check_silences').pluck().get()).toBe(0);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('a step recorded before the migration can still be undone and redone after it', () => {
  // With all that came later: the write path knows the columns of today.
  const db = openLibrary(oldLibrary());
  const rows = () => db.prepare('SELECT * FROM placements ORDER BY id').all();
  const before = rows();
  undo(db, ACTOR, false);
  expect(rows()).toHaveLength(1);
  redo(db, ACTOR, false);
  expect(rows()).toEqual(before);
  db.close();
});
