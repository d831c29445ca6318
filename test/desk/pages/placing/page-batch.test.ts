import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { PAGE_ACTIONS } from '../../../../shared/pages/page-batch.ts';
import { type TestDesk, testDesk } from '../../../helpers/desk.ts';
import { runs } from '../../../helpers/property-runs.ts';
import { snapshot } from '../../../helpers/snapshot.ts';
import { BLANK } from '../../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const KENT = 'QKS' as SystemCode;
const PAGES = [DEVON, DORSET, KENT];

/** `count` stories filed to Devon, `S1` the newest, and one that is filed nowhere. */
async function deskWith(count: number): Promise<{ desk: TestDesk; ids: Map<string, StoryId>; loose: StoryId }> {
  const desk = testDesk();
  const ids = new Map<string, StoryId>();
  for (let number = count; number >= 1; number -= 1) {
    const fields = { ...BLANK, headline: `S${number}`, publishedAt: '2026-11-10' };
    const { id } = await desk.ask('stories.create', { fields, systems: [DEVON] });
    ids.set(`S${number}`, id);
  }
  const { id: loose } = await desk.ask('stories.create', { fields: { ...BLANK, headline: 'Loose' } });
  return { desk, ids, loose };
}

async function order(desk: TestDesk, system: SystemCode): Promise<string[]> {
  const { zones } = await desk.ask('pages.get', { system });
  return zones.flatMap(({ teasers }) => teasers.map(({ headline }) => headline));
}

async function expectExactUndo(desk: TestDesk, act: () => Promise<unknown>): Promise<void> {
  const before = snapshot(desk.path);
  await act();
  const after = snapshot(desk.path);
  expect(after).not.toEqual(before);
  await desk.ask('history.undo', {});
  expect(snapshot(desk.path)).toEqual(before);
  await desk.ask('history.redo', {});
  expect(snapshot(desk.path)).toEqual(after);
}

describe('one story on several pages', () => {
  test('is placed on all of them in one step with one undo', async () => {
    const { desk, loose } = await deskWith(2);
    await expectExactUndo(desk, async () => {
      const written = await desk.ask('pages.many', { articleId: loose, systems: PAGES, action: 'place' });
      expect(written.changed).toBe(3);
      expect(written.entry?.label).toBe('Place “Loose” on Devon; Dorset; and Kent and Medway');
    });
    expect(await order(desk, DEVON)).toEqual(['Loose', 'S1', 'S2']);
    expect(await order(desk, DORSET)).toEqual(['Loose']);
    // Where it is already nothing changes, and so there is no step.
    const again = await desk.ask('pages.many', { articleId: loose, systems: PAGES, action: 'place' });
    expect(again).toEqual({ entry: null, changed: 0 });
  });

  test('is pinned at a number wherever it stood before', async () => {
    const { desk, ids, loose } = await deskWith(3);
    await desk.ask('pages.many', { articleId: loose, systems: [DEVON, DORSET], action: 'pin', position: 2 });
    expect(await order(desk, DEVON)).toEqual(['S1', 'Loose', 'S2', 'S3']);
    expect(await order(desk, DORSET)).toEqual(['Loose']);
    const third = ids.get('S3') as StoryId;
    const refused = await desk.refuse('pages.many', {
      articleId: third,
      systems: [DORSET, DEVON],
      action: 'pin',
      position: 2,
    });
    expect(refused).toEqual({
      code: 'zone-position',
      message:
        'Nothing was changed. Number 2 on Devon is held by the pinned “Loose”. Unpin that one, or choose another number.',
    });
    expect(await order(desk, DORSET)).toEqual(['Loose']);
  });

  test('is refused whole, with the names of the pages where it cannot be done', async () => {
    const { desk, ids } = await deskWith(2);
    const first = ids.get('S1') as StoryId;
    const before = snapshot(desk.path);
    const fault = await desk.refuse('pages.many', { articleId: first, systems: PAGES, action: 'takeOff' });
    expect(fault.code).toBe('placement-missing');
    expect(fault.message).toContain('this cannot be done on Dorset; and Kent and Medway.');
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [first] } });
    expect((await desk.refuse('pages.many', { articleId: first, systems: PAGES, action: 'place' })).code).toBe(
      'story-not-out',
    );
    expect((await desk.refuse('pages.many', { articleId: first, systems: ['QZZ'], action: 'place' })).code).toBe(
      'system-unknown',
    );
    expect((await desk.refuse('pages.many', { articleId: first, systems: [], action: 'place' })).code).toBe('bad-call');
  });

  test('is taken off and released together', async () => {
    const { desk, loose } = await deskWith(1);
    await desk.ask('pages.many', { articleId: loose, systems: PAGES, action: 'place' });
    await desk.ask('pages.many', { articleId: loose, systems: PAGES, action: 'takeOff' });
    expect(await order(desk, DORSET)).toEqual([]);
    expect((await desk.ask('pages.get', { system: KENT })).waiting).toMatchObject([{ why: 'taken-off' }]);
    await desk.ask('pages.many', { articleId: loose, systems: PAGES, action: 'release' });
    expect((await desk.ask('pages.get', { system: KENT })).waiting).toEqual([]);
  });
});

describe('the preview', () => {
  test('says what moves, what falls off the end and where the lead goes, and does nothing', async () => {
    const { desk, loose } = await deskWith(22);
    const before = snapshot(desk.path);
    const { pages } = await desk.ask('pages.previewMany', {
      articleId: loose,
      systems: [DORSET, DEVON],
      action: 'place',
    });
    expect(pages).toEqual([
      {
        code: DORSET,
        added: 1,
        removed: 0,
        moved: 0,
        leadBefore: null,
        leadAfter: 'Loose',
        refusal: null,
        before: null,
        after: { position: 1, placed: 'free' },
        waits: null,
        gone: [],
        come: [],
        shift: [],
        empty: [],
      },
      {
        code: DEVON,
        added: 1,
        removed: 1,
        moved: 19,
        leadBefore: 'S1',
        leadAfter: 'Loose',
        refusal: null,
        before: null,
        after: { position: 1, placed: 'free' },
        waits: null,
        gone: [{ headline: 'S20', from: 20, waits: false }],
        come: [],
        shift: Array.from({ length: 19 }, (_, n) => ({ headline: `S${n + 1}`, from: n + 1, to: n + 2 })),
        empty: [],
      },
    ]);
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('names what comes in when a story goes, and what cannot be done', async () => {
    const { desk, ids } = await deskWith(22);
    const { pages } = await desk.ask('pages.previewMany', {
      articleId: ids.get('S3') as StoryId,
      systems: [DEVON, DORSET],
      action: 'takeOff',
    });
    expect(pages[0]).toMatchObject({
      before: { position: 3, placed: 'filled' },
      after: null,
      waits: 'taken-off',
      come: [{ headline: 'S21', to: 20 }],
      refusal: null,
    });
    expect(pages[1]).toMatchObject({ added: 0, removed: 0, moved: 0 });
    expect(pages[1]?.refusal).toContain('is not on the Dorset page');
  });

  test('agrees with the step for any action, and no decision is lost by one', async () => {
    const action = fc.record({
      action: fc.constantFrom(...PAGE_ACTIONS),
      story: fc.nat({ max: 22 }),
      systems: fc.uniqueArray(fc.constantFrom(...PAGES), { minLength: 1 }),
      position: fc.option(fc.integer({ min: 1, max: 23 }), { nil: undefined }),
    });
    const { desk, ids, loose } = await deskWith(22);
    const stories = [loose, ...ids.values()];
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 6 }), async (actions) => {
        for (const { story, ...rest } of actions) {
          const input = { ...rest, articleId: stories[story] as StoryId };
          const { pages } = await desk.ask('pages.previewMany', input);
          const reply = await desk.desk.call('pages.many', input);
          expect(reply.ok).toBe(pages.every(({ refusal }) => refusal === null));
          if (!reply.ok) continue;
          for (const { code, after } of pages) {
            const view = await desk.ask('pages.get', { system: code });
            const teasers = view.zones.flatMap((zone) => zone.teasers);
            const stands = teasers.find(({ articleId }) => articleId === input.articleId);
            expect(stands && { position: stands.position, placed: stands.placed }).toEqual(after ?? undefined);
            // A page never holds more than its zones take, nor a story twice.
            expect(teasers.length).toBeLessThanOrEqual(20);
            const all = [...teasers.map(({ articleId }) => articleId), ...view.waiting.map((one) => one.articleId)];
            expect(new Set(all).size).toBe(all.length);
          }
        }
        // Every decision is on its page or listed as waiting there.
        const decided = await Promise.all(
          PAGES.map(async (system) => {
            const { zones, waiting } = await desk.ask('pages.get', { system });
            return (
              zones.flatMap(({ teasers }) => teasers).filter(({ placed }) => placed !== 'filled').length +
              waiting.length
            );
          }),
        );
        const { placements } = await desk.ask('library.check', {});
        expect(decided.reduce((sum, count) => sum + count, 0)).toBe(placements);
      }),
      { numRuns: runs(15) },
    );
  }, 60_000);
});

describe('the pages of a story', () => {
  test('are those it is filed to or placed on, with where it stands or why it does not', async () => {
    const { desk, loose } = await deskWith(22);
    const one = { kind: 'ids' as const, ids: [loose] };
    await desk.ask('stories.edit', { id: loose, fields: { publishedAt: '2026-01-01' } });
    await desk.ask('tags.add', { selection: one, systems: [DEVON], strength: 'affects' });
    await desk.ask('tags.add', { selection: one, systems: [KENT], strength: 'mentioned' });
    await desk.ask('pages.many', { articleId: loose, systems: [DORSET], action: 'pin', position: 1 });
    const seen = async () =>
      (await desk.ask('stories.pages', { id: loose })).map(({ code, position, placed, absent, filed, by }) => ({
        code,
        position,
        placed,
        absent,
        filed,
        by,
      }));
    expect(await seen()).toEqual([
      { code: DORSET, position: 1, placed: 'pinned', absent: null, filed: null, by: 'A. Tester' },
      { code: DEVON, position: null, placed: null, absent: 'no-room', filed: 'affects', by: null },
      { code: KENT, position: null, placed: null, absent: 'only-mentioned', filed: 'mentioned', by: null },
    ]);
    await desk.ask('pages.takeOff', { system: DORSET, articleId: loose });
    expect((await seen()).find(({ code }) => code === DORSET)).toMatchObject({ position: null, absent: 'taken-off' });
    await desk.ask('stories.edit', { id: loose, fields: { publishedAt: '2027-01-01' } });
    expect((await seen()).find(({ code }) => code === DEVON)).toMatchObject({ absent: 'not-out-yet' });
  });

  test('of a national story are all that are active', async () => {
    const { desk, loose } = await deskWith(0);
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [loose] }, national: true });
    const pages = await desk.ask('stories.pages', { id: loose });
    expect(pages).toHaveLength((await desk.ask('systems.list', {})).length);
    expect(pages.every(({ filed, placed, position }) => filed === 'national' && placed === 'filled' && position === 1));
  });
});
