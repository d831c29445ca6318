import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { runs } from '../../helpers/property-runs.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const SOMERSET = 'QSL' as SystemCode;
const PLACES = [DEVON, DORSET, SOMERSET];

async function write(desk: TestDesk, headline: string, systems: SystemCode[], more: object = {}): Promise<StoryId> {
  const fields = { ...BLANK, headline, publishedAt: '2026-11-20', ...more };
  return (await desk.ask('stories.create', { fields, systems })).id;
}

const elsewhere = (desk: TestDesk, ids: StoryId[]) => desk.ask('stories.elsewhere', { system: DEVON, ids });

describe('stories.elsewhere', () => {
  test('names the other pages that show each story, with its number', async () => {
    const desk = testDesk();
    const one = await write(desk, 'One', PLACES);
    const two = await write(desk, 'Two', [DEVON, DORSET]);
    const three = await write(desk, 'Three', [DEVON]);
    await desk.ask('tags.add', {
      selection: { kind: 'ids', ids: [one] },
      systems: [SOMERSET],
      strength: 'mentioned',
    });
    const { pages, stories } = await elsewhere(desk, [one, two, three]);
    expect(pages).toBe(36);
    expect(stories).toEqual([
      { id: two, on: [{ code: DORSET, position: 1 }] },
      { id: one, on: [{ code: DORSET, position: 2 }] },
    ]);
  });

  test('a national story stands on all pages', async () => {
    const desk = testDesk();
    const id = await write(desk, 'For all', []);
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, national: true });
    expect((await elsewhere(desk, [id])).stories[0]?.on).toHaveLength(35);
  });

  test('hears of another door’s step', async () => {
    const desk = testDesk();
    const id = await write(desk, 'One', [DEVON, DORSET]);
    await elsewhere(desk, [id]);
    const other = testDesk({ path: desk.path });
    await other.ask('pages.takeOff', { system: DORSET, articleId: id });
    expect((await elsewhere(desk, [id])).stories).toEqual([]);
  });
});

/** What an editor might do to one of the pages; what is refused changes nothing. */
const STEPS = [
  'place',
  'pin',
  'unpin',
  'takeOff',
  'release',
  'move',
  'withdraw',
  'tag',
  'untag',
  'undo',
  'redo',
] as const;

test('what is kept of a page is what the page shows, whatever was done since', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step: fc.constantFrom(...STEPS), system: fc.nat(2), story: fc.nat(4) }), {
        minLength: 5,
        maxLength: 25,
      }),
      async (steps) => {
        const desk = testDesk();
        const ids: StoryId[] = [];
        for (let index = 0; index < 5; index += 1) {
          ids.push(await write(desk, `Story ${index}`, PLACES.slice(index % 3)));
        }
        for (const { step, system, story } of steps) {
          const code = PLACES[system] as SystemCode;
          const articleId = ids[story] as StoryId;
          const selection = { kind: 'ids', ids: [articleId] };
          const page = { system: code, articleId };
          const [method, input] = {
            place: ['pages.place', page],
            pin: ['pages.pin', page],
            unpin: ['pages.unpin', page],
            takeOff: ['pages.takeOff', page],
            release: ['pages.release', page],
            move: ['pages.move', { ...page, position: 1 + (story % 3) }],
            withdraw: ['stories.withdraw', { selection }],
            tag: ['tags.add', { selection, systems: [code] }],
            untag: ['tags.remove', { selection, systems: [code] }],
            undo: ['history.undo', {}],
            redo: ['history.redo', {}],
          }[step] as [string, unknown];
          await desk.desk.call(method, input);
          const { stories } = await elsewhere(desk, ids);
          const shown = new Map(stories.map(({ id, on }) => [id, on]));
          for (const other of [DORSET, SOMERSET]) {
            const { zones } = await desk.ask('pages.get', { system: other });
            const order = zones.flatMap(({ teasers }) => teasers.map((teaser) => teaser.articleId));
            for (const id of ids) {
              const position = shown.get(id)?.find(({ code }) => code === other)?.position ?? null;
              expect(position).toBe(order.includes(id) ? order.indexOf(id) + 1 : null);
            }
          }
        }
      },
    ),
    { numRuns: runs(25) },
  );
}, 60_000);
