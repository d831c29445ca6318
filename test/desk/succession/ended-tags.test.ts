import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../electron/desk/core/open.ts';
import { countStoriesBySystem, findNewestRegister } from '../../../electron/desk/core/register-in-force.ts';
import type { ReadDb } from '../../../electron/desk/core/sql.ts';
import { sortNewestFirst } from '../../../electron/desk/stories/story-list.ts';
import {
  listFiledTexts,
  listFilings,
  listMovedStories,
  listTouchedSince,
  mapBodies,
  mapOrigins,
} from '../../../electron/desk/succession/ended-tags.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const ID = '01890a5d-ac96-7000-8000-000000000000' as StoryId;

/** The plans of all statements that `read` runs. */
function plansOf(read: (db: ReadDb) => unknown): string[] {
  const db = openLibrary(':memory:');
  const prepare = db.prepare.bind(db);
  const plans: string[] = [];
  db.prepare = ((sql: string) => {
    const values = (sql.match(/\?/g) ?? []).map(() => '[]');
    const rows = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    plans.push(rows.map(({ detail }) => detail).join('; '));
    return prepare(sql);
  }) as Database.Database['prepare'];
  read(db);
  db.close();
  return plans;
}

test.each([
  ['stories filed to a system', (db: ReadDb) => listFilings(db, DEVON), /USING COVERING INDEX tags_by_system/],
  ['how they came there', (db: ReadDb) => mapOrigins(db, DEVON), /USING INDEX tags_by_system/],
  ['their words', (db: ReadDb) => listFiledTexts(db, DEVON, [ID]), /SEARCH a .*SEARCH t USING PRIMARY KEY/],
  ['their bodies', (db: ReadDb) => mapBodies(db, [ID]), /SEARCH a /],
  ['their order', (db: ReadDb) => sortNewestFirst(db, [ID]), /SEARCH a USING INDEX sqlite_autoindex_articles_1/],
  ['a page of them', (db: ReadDb) => listMovedStories(db, [ID]), /SEARCH a /],
  ['stories by system', (db: ReadDb) => countStoriesBySystem(db), /USING COVERING INDEX tags_by_system/],
  ['the newest register', (db: ReadDb) => findNewestRegister(db), /registers/],
])('%s: found by an index', (_, read, plan) => {
  const plans = plansOf(read);
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatch(plan);
  expect(plans[0]).not.toMatch(/SCAN (?:a|t|articles|tags)\b(?! USING)/);
});

test('the history says which stories were touched, whatever happened to them', async () => {
  const desk = testDesk();
  const create = async (headline: string) =>
    (await desk.ask('stories.create', { fields: { ...BLANK, headline, alt: 'Label' }, systems: [DEVON] })).id;
  const [first, second] = [await create('Wards open'), await create('Scanner van')];
  const db = openLibrary(desk.path);
  const since = (seq: number) => listTouchedSince(db, seq);
  const start = since(0);
  expect(new Set(start.ids)).toEqual(new Set([first, second]));
  expect(since(start.seq)).toEqual({ seq: start.seq, ids: [] });

  const touches = async (act: () => Promise<unknown>, ids: StoryId[]) => {
    const { seq } = since(start.seq);
    await act();
    expect(since(seq).ids).toEqual(ids);
  };
  const selection = { kind: 'ids' as const, ids: [second] };
  await touches(() => desk.ask('stories.edit', { id: first, fields: { alt: 'Another label' } }), [first]);
  await touches(() => desk.ask('stories.edit', { id: first, fields: { headline: 'Wards close' } }), [first]);
  await touches(() => desk.ask('tags.remove', { selection, systems: [DEVON] }), [second]);
  await touches(() => desk.ask('queue.reject', { id: second, codes: [DEVON] }), [second]);
  await touches(() => desk.ask('queue.unreject', { id: second, codes: [DEVON] }), [second]);
  await touches(() => desk.ask('pages.place', { system: DEVON, articleId: second }), []);
  await touches(async () => {
    await desk.ask('history.undo', {});
    await desk.ask('history.undo', {});
    await desk.ask('history.undo', {});
  }, [second]);
  // A history that is behind what was seen is another one: then everything is to be read again.
  expect(since(1000).ids).toBeNull();
  db.close();
});
