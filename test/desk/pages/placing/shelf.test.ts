import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { SHELF_LIMIT } from '../../../../shared/pages/shelf.ts';
import { type TestDesk, testDesk } from '../../../helpers/desk.ts';
import { snapshot } from '../../../helpers/snapshot.ts';
import { BLANK } from '../../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;

/** Stories filed to Devon, the first the newest. */
async function deskWith(...headlines: string[]): Promise<{ desk: TestDesk; ids: StoryId[] }> {
  const desk = testDesk();
  const ids: StoryId[] = [];
  for (const headline of [...headlines].reverse()) {
    const fields = { ...BLANK, headline, publishedAt: '2026-11-10' };
    ids.unshift((await desk.ask('stories.create', { fields, systems: [DEVON] })).id);
  }
  return { desk, ids };
}

const these = (...ids: (StoryId | undefined)[]) => ({ kind: 'ids' as const, ids: ids as StoryId[] });
const shelf = async (desk: TestDesk) =>
  (await desk.ask('shelf.list', { system: DEVON })).map(({ headline }) => headline);
const order = async (desk: TestDesk) =>
  (await desk.ask('pages.get', { system: DEVON })).zones.flatMap(({ teasers }) =>
    teasers.map(({ headline, placed }) => `${headline} ${placed}`),
  );

describe('the shelf', () => {
  test('keeps what is put there, newest on top, until it is taken off', async () => {
    const { desk, ids } = await deskWith('One', 'Two', 'Three');
    const written = await desk.ask('shelf.put', { selection: these(ids[0]) });
    expect(written.entry?.label).toBe('Put “One” on the shelf');
    await desk.ask('shelf.put', { selection: these(ids[1]) });
    await desk.ask('shelf.put', { selection: these(ids[2]), position: 2 });
    expect(await shelf(desk)).toEqual(['Two', 'Three', 'One']);
    expect(await desk.ask('shelf.put', { selection: these(ids[0]) })).toEqual({ entry: null, changed: 0 });
    const again = await desk.reopen();
    expect(await shelf(again)).toEqual(['Two', 'Three', 'One']);
    expect((await again.ask('shelf.list', { system: DEVON }))[0]).toMatchObject({
      by: 'A. Tester',
      at: '2026-11-22T10:00:00.000Z',
      position: 2,
      placed: 'filled',
    });
    expect((await again.ask('shelf.list', {}))[0]).toMatchObject({ position: null, placed: null });
    await again.ask('shelf.remove', { ids: [ids[2] as StoryId] });
    expect(await shelf(again)).toEqual(['Two', 'One']);
  });

  test('is put in another order, and every step undone exactly', async () => {
    const { desk, ids } = await deskWith('One', 'Two', 'Three', 'Four');
    const states = [snapshot(desk.path)];
    const steps = [
      () => desk.ask('shelf.put', { selection: these(...ids) }),
      () => desk.ask('shelf.move', { id: ids[3] as StoryId, position: 1 }),
      () => desk.ask('shelf.move', { id: ids[0] as StoryId, position: 99 }),
      () => desk.ask('shelf.remove', { ids: ids.slice(1, 3) }),
    ];
    for (const step of steps) {
      await step();
      states.push(snapshot(desk.path));
    }
    expect(await shelf(desk)).toHaveLength(2);
    for (const state of states.slice(0, -1).reverse()) {
      await desk.ask('history.undo', {});
      expect(snapshot(desk.path)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await desk.ask('history.redo', {});
      expect(snapshot(desk.path)).toEqual(state);
    }
    const first = (await shelf(desk))[0];
    expect(first).toBe('Four');
    expect(await desk.ask('shelf.move', { id: ids[3] as StoryId, position: 1 })).toEqual({ entry: null, changed: 0 });
  });

  test('refuses what is not there, not known or too much', async () => {
    const { desk, ids } = await deskWith('One');
    const missing = '01890000-0000-7000-8000-00000000000f';
    expect((await desk.refuse('shelf.move', { id: ids[0], position: 1 })).code).toBe('shelf-missing');
    expect((await desk.refuse('shelf.put', { selection: { kind: 'ids', ids: [missing] } })).code).toBe('story-missing');
    const stories = Array.from({ length: SHELF_LIMIT }, (_, number) => `Story ${number}`);
    const text = `Devon ICS\n${stories.map((headline) => `\n\n${headline}\n\n\nIt says ${headline}.\n`).join('')}`;
    const base64 = Buffer.from(text.trimEnd(), 'utf8').toString('base64');
    await desk.ask('import.contents', { files: [{ name: 'devon.txt', base64 }], seenOn: '2026-11-20' });
    const all = { kind: 'query' as const, query: {}, except: [] };
    const fault = await desk.refuse('shelf.put', { selection: all });
    expect(fault.code).toBe('too-large');
    expect(await shelf(desk)).toEqual([]);
  });
});

describe('the tray', () => {
  test('lists what was taken off, newest first, with who, when and how it stood', async () => {
    const { desk, ids } = await deskWith('One', 'Two', 'Three', 'Four');
    const [one, two, three] = ids as [StoryId, StoryId, StoryId];
    await desk.ask('pages.pin', { system: DEVON, articleId: two });
    await desk.ask('pages.move', { system: DEVON, articleId: three, position: 1 });
    const before = await order(desk);
    for (const articleId of [one, two, three]) await desk.ask('pages.takeOff', { system: DEVON, articleId });
    const by = 'A. Tester';
    const at = '2026-11-22T10:00:00.000Z';
    expect(await desk.ask('pages.tray', { system: DEVON })).toEqual([
      { articleId: three, headline: 'Three', by, at, stood: 'free', pinNumber: null },
      { articleId: two, headline: 'Two', by, at, stood: 'pinned', pinNumber: 2 },
      { articleId: one, headline: 'One', by, at, stood: 'filled', pinNumber: null },
    ]);
    for (const articleId of [two, one, three]) {
      const written = await desk.ask('pages.putBack', { system: DEVON, articleId });
      expect(written.entry?.label).toMatch(/^Put back “.*” on Devon$/);
    }
    expect(await order(desk)).toEqual(before);
    expect(await desk.ask('pages.tray', { system: DEVON })).toEqual([]);
  });

  test('an undone step between does not hide where the story stood', async () => {
    const { desk, ids } = await deskWith('One', 'Two', 'Three');
    const articleId = ids[2] as StoryId;
    await desk.ask('pages.pin', { system: DEVON, articleId });
    await desk.ask('pages.takeOff', { system: DEVON, articleId });
    await desk.ask('pages.place', { system: DEVON, articleId, position: 1 });
    await desk.ask('history.undo', {});
    expect(await desk.ask('pages.tray', { system: DEVON })).toMatchObject([{ stood: 'pinned', pinNumber: 3 }]);
    await desk.ask('pages.putBack', { system: DEVON, articleId });
    expect(await order(desk)).toEqual(['One filled', 'Two filled', 'Three pinned']);
  });

  test('words given to a story while it is off are kept, and days that are over are not brought back', async () => {
    const { desk, ids } = await deskWith('One', 'Two');
    const [one, two] = ids as [StoryId, StoryId];
    await desk.ask('pages.takeOff', { system: DEVON, articleId: one });
    await desk.ask('pages.reword', { system: DEVON, articleId: one, words: { headline: 'First' } });
    await desk.ask('pages.putBack', { system: DEVON, articleId: one });
    expect(await order(desk)).toEqual(['First free', 'Two filled']);
    await desk.ask('pages.schedule', { system: DEVON, articleId: two, from: null, until: '2026-11-01' });
    await desk.ask('pages.takeOff', { system: DEVON, articleId: two });
    await desk.ask('pages.putBack', { system: DEVON, articleId: two });
    expect(await order(desk)).toEqual(['First free', 'Two free']);
  });

  test('refuses what is not off, what the rule no longer brings, and what is withdrawn', async () => {
    const { desk, ids } = await deskWith('One', 'Two');
    const [one, two] = ids as [StoryId, StoryId];
    const back = (articleId: StoryId) => desk.refuse('pages.putBack', { system: DEVON, articleId });
    expect((await back(one)).code).toBe('placement-missing');
    await desk.ask('pages.takeOff', { system: DEVON, articleId: one });
    await desk.ask('tags.remove', { selection: these(one), systems: [DEVON] });
    const before = snapshot(desk.path);
    expect((await back(one)).message).toContain('No zone fills in this story any more on the Devon page.');
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('pages.takeOff', { system: DEVON, articleId: two });
    await desk.ask('stories.withdraw', { selection: these(two) });
    expect((await back(two)).code).toBe('story-not-out');
  });
});
