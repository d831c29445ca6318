import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditorTeaser, StoryId } from '../../../../shared/models.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../../helpers/desk.ts';
import { DEVON } from '../../../helpers/pages.ts';
import { snapshot } from '../../../helpers/snapshot.ts';
import { BLANK } from '../../../helpers/story.ts';

function captureOf(names: readonly string[]): { name: string; base64: string } {
  const stories = names.map((name) => [null, name, `What is known of ${name}.`] as const);
  return asFile(`${names.join('-')}.txt`, captureText('Devon ICS', stories));
}

async function take(desk: TestDesk, seenOn: string, ...captures: string[]): Promise<void> {
  const files = captures.map((names) => captureOf(names.split(' ')));
  await desk.ask('import.contents', { files, seenOn });
}

async function teasers(desk: TestDesk, asOf?: string): Promise<EditorTeaser[]> {
  const { zones } = await desk.ask('pages.get', { system: DEVON, asOf });
  return zones.flatMap((zone) => zone.teasers);
}

/** Headlines from the lead down: a pin with a star, a free placement in brackets. */
async function order(desk: TestDesk, asOf?: string): Promise<string> {
  return (await teasers(desk, asOf))
    .map(({ headline, placed }) => ({ pinned: `${headline}*`, free: `(${headline})`, filled: headline })[placed])
    .join(' ');
}

async function id(desk: TestDesk, headline: string): Promise<StoryId> {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' }, limit: 200 });
  const found = stories.find((story) => story.headline === headline);
  if (!found) throw new Error(`no story ${headline}`);
  return found.id;
}

async function move(desk: TestDesk, headline: string, position: number): Promise<void> {
  await desk.ask('pages.move', { system: DEVON, articleId: await id(desk, headline), position });
}

/** Seen on 21 November: Ferry and Moor, below which Weir was placed. */
async function placed(now?: string): Promise<TestDesk> {
  const desk = testDesk(now === undefined ? {} : { now });
  await take(desk, '2026-11-21', 'Ferry Moor Pier Quay Weir Lock');
  await move(desk, 'Weir', 3);
  expect(await order(desk)).toBe('Ferry Moor (Weir) Pier Quay Lock');
  return desk;
}

describe('a free placement keeps its place below the story above it', () => {
  test.each([undefined, '2026-11-25T10:00:00'])('as a capture brings stories in above it', async (now) => {
    const desk = await placed(now);
    const before = snapshot(desk.path);
    await take(desk, '2026-11-22', 'Tide Cove Mine Ferry Moor Pier Quay Weir Lock');
    const now6 = 'Tide Cove Mine Ferry Moor (Weir) Pier Quay Lock';
    expect(await order(desk)).toBe(now6);
    expect(await order(desk, '2026-11-21')).toBe(now6);
    expect(await order(desk, '2026-12-30')).toBe(now6);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('history.redo', {});
    expect(await order(desk)).toBe(now6);
  });

  test.each([
    ['reorders the page', 'Lock Quay Moor Pier Ferry', 'Lock Quay Moor (Weir) Pier Ferry'],
    ['leaves stories out', 'Tide Ferry Quay', 'Tide Ferry Quay Moor (Weir) Pier Lock'],
    ['holds that story alone', 'Weir', 'Ferry Moor (Weir) Pier Quay Lock'],
    ['holds another story alone', 'Quay', 'Quay Ferry Moor (Weir) Pier Lock'],
    ['has a new story right below', 'Ferry Moor Tide Pier', 'Ferry Moor (Weir) Tide Pier Quay Lock'],
  ])('as a capture %s', async (_, names, expected) => {
    const desk = await placed();
    await take(desk, '2026-11-22', names);
    expect(await order(desk)).toBe(expected);
  });

  test('as several captures come in one step, and in another order than they were seen in', async () => {
    const desk = await placed();
    await take(desk, '2026-11-22', 'Tide Moor Ferry', 'Cove Moor Tide Ferry Pier');
    expect(await order(desk)).toBe('Cove Moor (Weir) Tide Ferry Pier Quay Lock');
    await take(desk, '2026-11-20', 'Mine Pier Lock Moor Weir');
    expect(await order(desk)).toBe('Cove Moor (Weir) Tide Ferry Pier Quay Lock Mine');
  });

  test('as stories are written, filed and come out later', async () => {
    const desk = await placed();
    await take(desk, '2026-11-22', 'Tide Ferry Moor Pier Quay Weir Lock');
    for (const publishedAt of ['2026-11-19', '2026-11-21', '2026-11-22', '2026-11-24']) {
      const fields = { ...BLANK, headline: publishedAt, publishedAt };
      await desk.ask('stories.create', { fields, systems: [DEVON] });
    }
    expect(await order(desk)).toBe('2026-11-22 Tide Ferry Moor (Weir) Pier Quay Lock 2026-11-21 2026-11-19');
    expect(await order(desk, '2026-11-24')).toMatch(/^2026-11-24 2026-11-22 Tide Ferry Moor \(Weir\) Pier/);
  });

  test('behind the story above it that is left, where that one is gone', async () => {
    const desk = await placed();
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [await id(desk, 'Moor')] } });
    await take(desk, '2026-11-22', 'Tide Ferry Cove Pier');
    expect(await order(desk)).toBe('Tide Ferry (Weir) Cove Pier Quay Lock');
  });

  test('beside pins, which keep their numbers, and others that were placed', async () => {
    const desk = await placed();
    await move(desk, 'Lock', 4);
    await desk.ask('pages.pin', { system: DEVON, articleId: await id(desk, 'Moor') });
    expect(await order(desk)).toBe('Ferry Moor* (Weir) (Lock) Pier Quay');
    await take(desk, '2026-11-22', 'Tide Cove Ferry Moor Pier');
    expect(await order(desk)).toBe('Tide Moor* Cove Ferry (Weir) (Lock) Pier Quay');
  });

  test('before its days begin as well', async () => {
    const desk = await placed();
    await desk.ask('pages.schedule', {
      system: DEVON,
      articleId: await id(desk, 'Weir'),
      from: '2026-11-24',
      until: null,
    });
    await take(desk, '2026-11-22', 'Tide Lock Moor Pier Ferry');
    expect(await order(desk)).toBe('Tide Lock Moor Pier Ferry Quay');
    expect(await order(desk, '2026-11-24')).toBe('Tide Lock Moor (Weir) Pier Ferry Quay');
  });

  test('on the page that it is on, as a capture of another page has its stories', async () => {
    const desk = await placed();
    const stories = ['Moor', 'Pier', 'Ferry'].map((name) => [null, name, `What is known of ${name}.`] as const);
    const files = [asFile('dorset.txt', captureText('Dorset ICS', stories))];
    await desk.ask('import.contents', { files, seenOn: '2026-11-10' });
    expect(await order(desk)).toBe('Ferry Moor (Weir) Pier Quay Lock');
  });
});

describe('a free placement on top of the page', () => {
  test('gives way to what comes in, and stays above what was below it', async () => {
    const desk = testDesk();
    await take(desk, '2026-11-21', 'Ferry Moor Pier Quay');
    await move(desk, 'Quay', 1);
    await move(desk, 'Pier', 2);
    await take(desk, '2026-11-22', 'Tide Moor Cove Ferry Quay');
    expect(await order(desk)).toBe('Tide (Quay) (Pier) Moor Cove Ferry');
    await take(desk, '2026-11-21', 'Mine Lock');
    expect(await order(desk)).toMatch(/^Tide \(Quay\) \(Pier\) Moor Cove Ferry/);
  });
});

const NAMES = ['Ferry', 'Moor', 'Pier', 'Quay', 'Weir', 'Lock', 'Tide', 'Cove', 'Mine', 'Gate'];
const name = fc.constantFrom(...NAMES);
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      captures: fc.array(fc.uniqueArray(name, { minLength: 1 }), { minLength: 1, maxLength: 2 }),
      seenOn: fc.constantFrom('2026-11-18', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('move' as const), name, to: fc.integer({ min: 1, max: 10 }) }),
  },
  fc.record({ kind: fc.constant('pin' as const), name }),
  fc.record({
    kind: fc.constant('date' as const),
    name,
    publishedAt: fc.constantFrom('2026-11-19', '2026-11-21T09:00', '2026-11-23', null),
  }),
  fc.record({ kind: fc.constant('withdraw' as const), name }),
);

/** Each free placement is directly below the nearest story above it that it was below before, pins aside. */
function expectKept(before: readonly EditorTeaser[], after: readonly EditorTeaser[]): void {
  const flow = (list: readonly EditorTeaser[]) => list.filter(({ placed: how }) => how !== 'pinned');
  const [was, is] = [flow(before), flow(after).map(({ headline }) => headline)];
  for (const [index, { headline, placed: how }] of was.entries()) {
    if (how !== 'free') continue;
    const above = was.slice(0, index).findLast((other) => is.includes(other.headline));
    if (above) expect(is[is.indexOf(headline) - 1], `${headline} in ${is.join(' ')}`).toBe(above.headline);
    const below = was.slice(index + 1).filter((other) => is.includes(other.headline));
    if (!above) for (const other of below) expect(is.indexOf(headline)).toBeLessThan(is.indexOf(other.headline));
  }
}

test('random captures, placements, dates and undo keep every free placement below the story above it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
      const desk = testDesk();
      await take(desk, '2026-11-20', 'Ferry Moor Pier Quay Weir Lock');
      const states = [snapshot(desk.path)];
      for (const each of acts) {
        const before = await teasers(desk);
        const count = (await desk.ask('history.list', {})).total;
        if (each.kind === 'import') {
          await take(desk, each.seenOn, ...each.captures.map((names) => names.join(' ')));
          expectKept(before, await teasers(desk));
        } else {
          const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' }, limit: 50 });
          const articleId = stories.find(({ headline }) => headline === each.name)?.id;
          if (!articleId) continue;
          const at = { system: DEVON, articleId };
          if (each.kind === 'move') await desk.desk.call('pages.move', { ...at, position: each.to });
          else if (each.kind === 'pin') await desk.desk.call('pages.pin', at);
          else if (each.kind === 'withdraw') {
            await desk.desk.call('stories.withdraw', { selection: { kind: 'ids', ids: [articleId] } });
          } else await desk.ask('stories.edit', { id: articleId, fields: { publishedAt: each.publishedAt } });
        }
        if ((await desk.ask('history.list', {})).total > count) states.push(snapshot(desk.path));
      }
      for (const state of states.slice(0, -1).reverse()) {
        await desk.ask('history.undo', {});
        expect(snapshot(desk.path)).toEqual(state);
      }
      await desk.desk.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);
