import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SystemCode } from '../../shared/models.ts';
import { type TestDesk, testDesk } from '../helpers/desk.ts';
import { BLANK } from '../helpers/story.ts';

const SYSTEMS = ['QJK', 'QVV'] as SystemCode[];
const edit = fc.tuple(
  fc.constantFrom(
    'pages.place',
    'pages.move',
    'pages.pin',
    'pages.takeOff',
    'pages.release',
    'pages.reword',
    'versions.signOff',
    'checks.silence',
    'shelf.put',
    'stories.edit',
    'stories.withdraw',
    'tags.add',
    'tags.remove',
    'history.undo',
    'history.redo',
  ),
  fc.constantFrom(...SYSTEMS),
  fc.nat(5),
);

async function take(desk: TestDesk, [method, system, pick]: [string, SystemCode, number]): Promise<void> {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  const articleId = stories[pick % stories.length]?.id;
  const selection = { kind: 'ids', ids: [articleId] };
  const input = { system, articleId, id: articleId, selection, position: (pick % 3) + 1, systems: [system] };
  // What does not fit the page as it stands is refused, and changes nothing.
  await desk.desk.call(method, {
    ...input,
    words: { headline: `Re-worded ${pick}` },
    fields: { headline: `Edited ${pick}` },
    note: 'As it is',
    despite: true,
    key: 'lead-stale',
    otherDoorToo: true,
  });
}

test('what is kept of pages and figures is what a desk that has kept nothing works out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(edit, fc.boolean()), { maxLength: 8 }), async (edits) => {
      const desk = testDesk({ now: '2026-11-22T10:00:00' });
      const other = testDesk({ path: desk.path, door: 'browser' });
      for (const [n, systems] of [SYSTEMS, SYSTEMS.slice(0, 1), SYSTEMS.slice(1), []].entries()) {
        await desk.ask('stories.create', { fields: { ...BLANK, headline: `Story ${n}` }, systems });
      }
      for (const [each, isElsewhere] of edits) {
        for (const system of SYSTEMS) await desk.ask('pages.get', { system });
        await desk.ask('library.info', {});
        await take(isElsewhere ? other : desk, each);
        const fresh = testDesk({ path: desk.path });
        for (const system of SYSTEMS) {
          expect(await desk.ask('pages.get', { system })).toEqual(await fresh.ask('pages.get', { system }));
        }
        expect((await desk.ask('library.info', {})).counts).toEqual((await fresh.ask('library.info', {})).counts);
        expect(await desk.ask('checks.all', {})).toEqual(await fresh.ask('checks.all', {}));
        await fresh.desk.close();
      }
      await other.desk.close();
      await desk.desk.close();
    }),
    { numRuns: 8 },
  );
}, 90_000);
