import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { undo } from '../../../../electron/desk/core/history.ts';
import { newId } from '../../../../electron/desk/core/ids.ts';
import { MIGRATIONS } from '../../../../electron/desk/core/migrations/index.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { checkLibrary } from '../../../../electron/desk/library-file/integrity-check.ts';
import { ensurePages } from '../../../../electron/desk/pages/layout/page-rows.ts';
import { rankBetween } from '../../../../shared/pages/rank.ts';
import { tempFolder, testDesk } from '../../../helpers/desk.ts';
import { DEVON, NUMBERS } from '../../../helpers/pages.ts';

const STORY = '01890000-0000-7000-8000-000000000001';
const CAPTURE = '01890000-0000-7000-8000-00000000000a';
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' } as const;
const upTo = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A library as the version before left it: a story of a capture, and an applied step. */
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
  // With all that came later: the write path knows the tables of today.
  const db = openLibrary(oldLibrary());
  undo(db, ACTOR, false);
  expect(db.prepare('SELECT system_code FROM filed').pluck().all()).toEqual(['QXU']);
  db.close();
});

/** The rank that a story of the newest capture had before: by the day on which it was first seen. */
const rankThen = (number: number, seq: number) =>
  `79738889001${String(number).padStart(6, '0')}1440${String(10_000_000_000 - seq).padStart(11, '0')}5`;

/**
 * Two captures of Devon, the newer with `Five` above the others; `Four`, and in another class `Three`, were placed
 * below `One`, after `Four` had been below `Two`. The log also holds what is known of a placement that is gone.
 */
function libraryWithPlacements(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  const db = openLibrary(path, { migrations: upTo(80) });
  ensurePages(db, [DEVON]);
  const zone = db.prepare('SELECT id FROM zones').pluck().get();
  const captures = [newId(), newId()];
  const days = ['2026-11-10', '2026-11-12'];
  for (const [index, id] of captures.entries()) {
    db.prepare('INSERT INTO captures VALUES (?, ?, ?, ?, ?)').run(id, DEVON, 'a.txt', 'sum', days[index]);
  }
  const ids = NUMBERS.slice(0, 5).map((headline, index) => {
    const id = newId();
    db.prepare(
      `INSERT INTO articles (seq, id, source_key, headline_key, origin, headline, first_seen_on, source_seen_on)
       VALUES (?, ?, ?, ?, 'capture', ?, ?, '2026-11-12')`,
    ).run(index + 1, id, headline, headline, headline, days[headline === 'Five' ? 1 : 0]);
    const see = db.prepare('INSERT INTO sightings VALUES (?, ?, ?, NULL)');
    if (headline !== 'Five') see.run(id, captures[0], index + 1);
    see.run(id, captures[1], headline === 'Five' ? 1 : index + 2);
    db.prepare(
      `INSERT INTO tags (article_id, system_code, strength, origin, tagged_by, tagged_at_ms)
       VALUES (?, ?, 'about', 'capture', 'x', 0)`,
    ).run(id, DEVON);
    return id;
  });
  db.exec('INSERT INTO article_text (rowid, headline) SELECT seq, headline FROM articles');
  const placement = newId();
  const [below, after] = [rankBetween(rankThen(2, 1), rankThen(3, 2)), rankBetween(rankThen(3, 2), rankThen(4, 3))];
  const row = { id: placement, system_code: DEVON, zone_id: zone, article_id: ids[3], placed_by: 'x', rank: below };
  db.prepare(
    `INSERT INTO placements (id, system_code, zone_id, article_id, standing, placed_by, rank)
     VALUES (:id, :system_code, :zone_id, :article_id, 'free', :placed_by, :rank)`,
  ).run(row);
  const gone = { ...row, id: newId(), article_id: ids[2], standing: 'free', rank: `9${below}` };
  const record = (label: string, op: string, rows: unknown) => {
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
         VALUES (?, 0, 'A. Marlowe', 'desk', 'cli', ?, 'step', 'standing', 1, '2026-11-12', 80)`,
      )
      .run(newId(), label);
    db.prepare(`INSERT INTO changes VALUES (?, 0, 'placements', ?, ?)`).run(lastInsertRowid, op, JSON.stringify(rows));
  };
  record('Leave', 'delete', [gone]);
  record('Schedule', 'update', [{ key: [gone.id], before: { rank: `9${after}` }, after: { from_day: null } }]);
  record('Move', 'update', [{ key: [placement], before: { rank: after }, after: { rank: below } }]);
  db.close();
  return path;
}

test('a free placement stays below the story above it, and so does what the history says of it', async () => {
  const desk = testDesk({ path: libraryWithPlacements() });
  const order = async () =>
    (await desk.ask('pages.get', { system: DEVON })).zones.flatMap(({ teasers }) =>
      teasers.map(({ headline, placed }) => (placed === 'free' ? `(${headline})` : headline)),
    );
  expect(await order()).toEqual(['Five', 'One', '(Four)', 'Two', 'Three']);
  await desk.ask('history.undo', { otherDoorToo: true });
  expect(await order()).toEqual(['Five', 'One', 'Two', '(Four)', 'Three']);
  await desk.ask('history.redo', {});
  expect(await order()).toEqual(['Five', 'One', '(Four)', 'Two', 'Three']);

  const db = new Database(desk.path, { readonly: true });
  const rows = db.prepare(`SELECT rows FROM changes ORDER BY entry_seq, ord LIMIT 2`).pluck().all() as string[];
  db.close();
  // A class of fills stays in front, and a field that was not recorded is not added.
  expect(JSON.parse(rows[0] ?? '')[0]).toMatchObject({
    standing: 'free',
    rank: expect.stringMatching(/^979738887001000002/),
  });
  expect(JSON.parse(rows[1] ?? '')[0]).toMatchObject({
    before: { rank: expect.stringMatching(/^979738887001000003/) },
  });
  expect(Object.keys(JSON.parse(rows[1] ?? '')[0].after)).toEqual(['from_day']);
});
