import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../../helpers/desk.ts';
import { runs } from '../../../helpers/property-runs.ts';
import { snapshot } from '../../../helpers/snapshot.ts';
import { BLANK } from '../../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const HEADLINES = ['One', 'Two', 'Three', 'Four'];

const step = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    title: fc.constantFrom('Devon', 'Dorset'),
    seenOn: fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20'),
    headlines: fc.uniqueArray(fc.constantFrom(...HEADLINES), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constantFrom('add' as const, 'remove' as const),
    pick: fc.nat(9),
    system: fc.constantFrom(DEVON, DORSET),
    strength: fc.constantFrom('about' as const, 'affects' as const, 'mentioned' as const),
  }),
  fc.record({
    kind: fc.constant('edit' as const),
    pick: fc.nat(9),
    publishedAt: fc.constantFrom(null, '2026-11-01', '2026-11-21T08:30', '2026-12-01'),
    embargoUntil: fc.constantFrom(null, '2026-11-23', '2026-11-23T06:00'),
  }),
  fc.record({ kind: fc.constantFrom('withdraw' as const, 'bringBack' as const), pick: fc.nat(9) }),
  fc.record({ kind: fc.constantFrom('write' as const, 'undo' as const, 'redo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(desk: TestDesk, each: Step): Promise<void> {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  const id = 'pick' in each ? stories[each.pick % Math.max(1, stories.length)]?.id : undefined;
  const selection = { kind: 'ids' as const, ids: id ? [id] : [] };
  if (each.kind === 'import') {
    const text = captureText(
      `${each.title} ICS`,
      each.headlines.map((headline) => [null, headline, `The ${headline} teaser.`] as const),
    );
    await desk.ask('import.contents', { files: [asFile(`${each.title}.txt`, text)], seenOn: each.seenOn });
  } else if (each.kind === 'write') {
    await desk.ask('stories.create', { fields: { ...BLANK, headline: 'Written' }, systems: [DEVON] });
  } else if (each.kind === 'undo' || each.kind === 'redo') {
    // Where there is nothing to take back the desk says so.
    await desk.desk.call(`history.${each.kind}`, {});
  } else if (id === undefined) return;
  else if (each.kind === 'add') {
    await desk.ask('tags.add', { selection, systems: [each.system], strength: each.strength });
  } else if (each.kind === 'remove') await desk.ask('tags.remove', { selection, systems: [each.system] });
  else if (each.kind === 'edit') {
    const { publishedAt, embargoUntil } = each;
    await desk.ask('stories.edit', { id, fields: { publishedAt, embargoUntil } });
  } else await desk.ask(`stories.${each.kind}`, { selection });
}

test('what is filed stands in order after any steps, undone and redone, and the library is whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const desk = testDesk();
      const first = snapshot(desk.path);
      for (const each of steps) await take(desk, each);
      expect((await desk.ask('library.check', {})).problems).toEqual([]);
      while ((await desk.desk.call('history.undo', {})).ok);
      expect(snapshot(desk.path)).toEqual(first);
      while ((await desk.desk.call('history.redo', {})).ok);
      expect((await desk.ask('library.check', {})).problems).toEqual([]);
      await desk.desk.close();
    }),
    { numRuns: runs(30) },
  );
}, 60_000);

test('a line that is wrong is a problem of the library', async () => {
  const desk = testDesk();
  await desk.ask('stories.create', { fields: { ...BLANK, headline: 'Ward opens' }, systems: [DEVON] });
  const raw = new Database(desk.path);
  raw.exec(`UPDATE filed SET day = '2020-01-01'`);
  raw.close();
  expect((await desk.ask('library.check', {})).problems).toEqual([
    '2 rows of the page order of filed stories are wrong.',
  ]);
});

test('candidates are the stories filed here and the national ones, each once and newest first', async () => {
  const desk = testDesk();
  const write = async (headline: string, publishedAt: string | null, systems: SystemCode[]): Promise<StoryId> =>
    (await desk.ask('stories.create', { fields: { ...BLANK, headline, publishedAt }, systems })).id;
  await write('Older', '2026-11-01', [DEVON]);
  await write('Elsewhere', '2026-11-02', [DORSET]);
  const both = await write('National and filed', '2026-11-03T09:00', [DEVON]);
  const national = await write('National', '2026-11-03', []);
  const gone = await write('Withdrawn', '2026-11-04', [DEVON]);
  await desk.ask('tags.add', { selection: { kind: 'ids', ids: [both, national] }, national: true });
  await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [gone] } });
  const found = await desk.ask('pages.candidates', { system: DEVON });
  expect(found.stories.map(({ headline }) => headline)).toEqual(['National and filed', 'National', 'Older']);
  expect(found.total).toBe(3);
  expect((await desk.ask('pages.candidates', { system: DEVON, text: 'nat' })).total).toBe(2);
  expect((await desk.ask('pages.candidates', { system: DEVON, offset: 2, limit: 1 })).stories).toMatchObject([
    { headline: 'Older' },
  ]);
});
