import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '../../../../electron/desk/desk.ts';
import type { MethodOutput, Reply } from '../../../../shared/contract.ts';
import type { PageView, SystemCode } from '../../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../../shared/pages/fill-rules.ts';
import { RESOURCES, type TestDesk, tempFolder, testDesk } from '../../../helpers/desk.ts';
import { runs } from '../../../helpers/property-runs.ts';
import { BLANK } from '../../../helpers/story.ts';

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
    // These try what a step would do, and take it back.
    'zones.preview',
    'pages.previewMany',
  ),
  fc.constantFrom(...SYSTEMS),
  fc.nat(5),
);

async function take(desk: TestDesk, [method, system, pick]: [string, SystemCode, number]): Promise<void> {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  const articleId = stories[pick % stories.length]?.id;
  const selection = { kind: 'ids', ids: [articleId] };
  const input = { system, articleId, id: articleId, selection, position: (pick % 3) + 1, systems: [system] };
  // What does not fit the page as it is, is refused, and changes nothing.
  await desk.desk.call(method, {
    ...input,
    words: { headline: `Re-worded ${pick}` },
    fields: { headline: `Edited ${pick}` },
    note: 'As it is',
    despite: true,
    key: 'lead-stale',
    otherDoorToo: true,
    action: 'place',
    to: { kind: 'own', zones: [{ name: 'Few', limit: 1, prominence: 'lead', rule: DEFAULT_RULE }] },
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
        await desk.ask('board.get', {});
        await take(isElsewhere ? other : desk, each);
        const fresh = testDesk({ path: desk.path });
        for (const system of SYSTEMS) {
          expect(await desk.ask('pages.get', { system })).toEqual(await fresh.ask('pages.get', { system }));
        }
        expect((await desk.ask('library.info', {})).counts).toEqual((await fresh.ask('library.info', {})).counts);
        expect(await desk.ask('checks.all', {})).toEqual(await fresh.ask('checks.all', {}));
        expect(await desk.ask('board.get', {})).toEqual(await fresh.ask('board.get', {}));
        await fresh.desk.close();
      }
      await other.desk.close();
      await desk.desk.close();
    }),
    { numRuns: runs(8) },
  );
}, 90_000);

test('what is kept goes when a story comes due, a day ends or the clock is set back', async () => {
  let now = '2026-11-22T10:00:00Z';
  const path = `${tempFolder()}/library.patchdesk`;
  const options = {
    libraryPath: path,
    preferencesPath: `${path}.preferences.json`,
    resourcesPath: RESOURCES,
    door: 'cli' as const,
    author: 'A. Tester',
  };
  const desk = openDesk(options, { clock: () => new Date(now), prepareEveryMs: 1 });
  onTestFinished(() => desk.close());
  const value = async (method: string, input: object) => {
    const reply = await desk.call(method, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  };
  const shown = async () => {
    const { zones } = (await value('pages.get', { system: 'QJK' })) as PageView;
    const { day, rows } = (await value('board.get', {})) as MethodOutput<'board.get'>;
    const lead = rows.find(({ code }) => code === 'QJK')?.lead?.headline ?? null;
    return [day, zones.flatMap(({ teasers }) => teasers.map(({ headline }) => headline)), lead];
  };
  const write = (headline: string, publishedAt: string, embargoUntil: string | null) =>
    value('stories.create', { fields: { ...BLANK, headline, publishedAt, embargoUntil }, systems: ['QJK'] });
  await write('Out', '2026-11-21', null);
  await write('At noon', '2026-11-22T12:00', null);
  await write('Embargoed', '2026-11-22', '2026-11-22T14:00');
  await write('Tomorrow', '2026-11-23', null);
  const morning = ['2026-11-22', ['Out'], 'Out'];
  expect(await shown()).toEqual(morning);
  for (const [at, expected] of [
    ['2026-11-22T11:59:00Z', morning],
    ['2026-11-22T12:00:00Z', ['2026-11-22', ['At noon', 'Out'], 'At noon']],
    ['2026-11-22T14:00:00Z', ['2026-11-22', ['At noon', 'Embargoed', 'Out'], 'At noon']],
    ['2026-11-23T00:00:00Z', ['2026-11-23', ['Tomorrow', 'At noon', 'Embargoed', 'Out'], 'Tomorrow']],
    ['2026-11-22T10:30:00Z', morning],
  ] as const) {
    now = at;
    expect(await shown()).toEqual(expected);
  }
});

test('rows prepared in the background are those of the library that is open', async () => {
  const path = `${tempFolder()}/library.patchdesk`;
  const options = {
    libraryPath: path,
    preferencesPath: `${path}.preferences.json`,
    resourcesPath: RESOURCES,
    door: 'cli' as const,
    author: 'A. Tester',
  };
  const asked: string[] = [];
  const log = (line: string) => void asked.push(line);
  const desk = openDesk(options, { prepareEveryMs: 1, log });
  onTestFinished(() => desk.close());
  const board = async () => (await desk.call('board.get', { scope: 'ever' })) as Reply<MethodOutput<'board.get'>>;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const first = await board();
  await desk.call('library.openSample', {});
  await new Promise((resolve) => setTimeout(resolve, 300));
  const second = await board();
  if (!first.ok || !second.ok) throw new Error('the board was refused');
  expect(first.value.rows.every(({ lead }) => lead === null)).toBe(true);
  expect(second.value.rows.some(({ lead }) => lead !== null)).toBe(true);
  expect(asked.filter((line) => line.includes('preparing the board failed'))).toEqual([]);
});
