import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupDrop,
  groupTarget,
  landingOf,
  numbersWords,
  withMoves,
} from '../../../../renderer/features/page-editor/placing/group-moves.ts';
import { positionOf, teasersOf } from '../../../../renderer/features/page-editor/placing/page-moves.ts';
import type { EditorTeaser, PageView } from '../../../../shared/models.ts';
import { DEVON, type PageDesk, pageDesk } from '../../../helpers/pages.ts';
import { runs } from '../../../helpers/property-runs.ts';
import { snapshot } from '../../../helpers/snapshot.ts';

/** `a b* | c`: two zones, the second teaser pinned. A zone holds as many as stand in it, unless told otherwise. */
function page(text: string, limits: number[] = []): PageView {
  let position = 0;
  const zones = text.split(' | ').map((zone, index) => {
    const teasers = zone.split(' ').filter(Boolean);
    return {
      limit: limits[index] ?? teasers.length,
      teasers: teasers.map((word, at) => {
        position += 1;
        const placed = word.endsWith('*') ? ('pinned' as const) : ('filled' as const);
        const pinNumber = placed === 'pinned' ? at + 1 : null;
        return { articleId: word.replace('*', ''), placed, position, pinNumber } as EditorTeaser;
      }),
    };
  });
  return { zones } as PageView;
}

const these = (text: string) => new Set(text.split(' '));
const words = (view: PageView) =>
  view.zones.map(({ teasers }) => teasers.map(({ articleId }) => articleId).join(' ')).join(' | ');
const step = (text: string, ids: string, direction: Parameters<typeof groupTarget>[2], limits?: number[]) =>
  groupTarget(page(text, limits).zones, these(ids), direction);

describe('a step of several', () => {
  it('goes one number up or down for all of them', () => {
    expect(step('a b c d e', 'c d', 'up')).toBe(2);
    expect(step('a b c d e', 'c d', 'down')).toBe(4);
    expect(step('a b c d e', 'c d', 'first')).toBe(1);
    expect(step('a b c d e', 'b c', 'last')).toBe(4);
  });

  it('brings together those that stand apart', () => {
    expect(step('a b c d e', 'b e', 'up')).toBe(1);
    expect(step('a b c d e', 'a e', 'up')).toBe(1);
    expect(step('a b c d e', 'a c', 'down')).toBe(3);
    expect(step('a b c d e', 'a e', 'down')).toBe(4);
  });

  it('passes over the pins of others', () => {
    expect(step('a b* c d', 'c d', 'up')).toBe(1);
    expect(step('a b* c d e', 'a c', 'down')).toBe(3);
  });

  it('has nowhere to go at the ends', () => {
    expect(step('a b c', 'a b', 'up')).toBeNull();
    expect(step('a b c', 'b c', 'last')).toBeNull();
    expect(step('a* b c', 'b c', 'first')).toBeNull();
  });

  it('goes into another zone when it has room for all of them, and past one that has not', () => {
    expect(step('x y | a b c', 'a b', 'up')).toBe(1);
    expect(step('x | a b c', 'a b', 'up')).toBeNull();
    expect(step('x | a b c', 'b c', 'first')).toBe(2);
    expect(step('x y | z | a b c', 'a b', 'up')).toBe(1);
    expect(step('a b c | x y', 'b c', 'down')).toBe(4);
    expect(step('a b c | x y', 'a b', 'last')).toBe(4);
  });
});

describe('several dropped', () => {
  const drop = (text: string, ids: string, over: string, side: 'before' | 'after') =>
    groupDrop(page(text).zones, these(ids), over, side);

  it('counts from where they were taken away', () => {
    expect(drop('a b c d e', 'a b', 'd', 'before')).toBe(2);
    expect(drop('a b c d e', 'd e', 'b', 'before')).toBe(2);
    expect(drop('a b c d e', 'a e', 'c', 'after')).toBe(3);
  });

  it('stays where it is on one of their own', () => {
    expect(drop('a b c d', 'b c', 'b', 'before')).toBe(2);
    expect(drop('a b c d', 'b c', 'c', 'after')).toBe(2);
  });

  it('stands behind a pin of another that it is dropped under', () => {
    expect(drop('a b* c d', 'd', 'b', 'after')).toBe(3);
    expect(drop('a b* c d', 'c d', 'b', 'before')).toBe(3);
  });

  it('knows the place of a story from elsewhere', () => {
    expect(groupDrop(page('a b c', [9]).zones, these('x y'), 'c', 'after')).toBe(4);
    expect(groupDrop(page('a b c').zones, these('x'), 'nobody', 'after')).toBeNull();
  });
});

describe('numbers in words', () => {
  it.each([
    [[4], '4'],
    [[2, 3], '2 and 3'],
    [[2, 3, 4], '2 to 4'],
    [[2, 4, 5], '2, 4 and 5'],
    [[], ''],
  ])('%j is %s', (numbers, said) => expect(numbersWords(numbers)).toBe(said));
});

describe('the page shown while the desk decides', () => {
  it('has them together, in their order, and pins of others where they were', () => {
    expect(words(withMoves(page('a b c d e'), these('c e'), 1))).toBe('c e a b d');
    expect(words(withMoves(page('a b* c d e'), these('d e'), 1))).toBe('d b e a c');
    expect(words(withMoves(page('a b | c d'), these('c d'), 1))).toBe('c d | a b');
  });

  it('counts anew, makes fills an editor’s own and gives pins their new number', () => {
    const [first, second] = teasersOf(withMoves(page('a b c* d'), these('c d'), 1));
    expect(first).toMatchObject({ articleId: 'c', position: 1, placed: 'pinned', pinNumber: 1 });
    expect(second).toMatchObject({ articleId: 'd', position: 2, placed: 'free' });
  });
});

/** Any page of Devon, reached by hand, and several of its teasers. */
const anyCase = fc.record({
  count: fc.integer({ min: 3, max: 24 }),
  pins: fc.array(fc.nat(19), { maxLength: 6 }),
  frees: fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 4 }),
  chosen: fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 8 }),
  position: fc.integer({ min: 1, max: 24 }),
});

async function made(desk: PageDesk, { pins, frees }: { pins: number[]; frees: [number, number][] }): Promise<void> {
  for (const [from, to] of frees) {
    const teasers = await desk.teasers();
    const teaser = teasers[from % teasers.length];
    if (teaser) await desk.desk.call('pages.move', { system: DEVON, articleId: teaser.articleId, position: to + 1 });
  }
  const teasers = await desk.teasers();
  const articleIds = pins.flatMap((at) => teasers[at % teasers.length]?.articleId ?? []);
  if (articleIds.length > 0) await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'pin' });
}

describe('what the desk makes of it', () => {
  it('is what was shown: order kept, together but for pins of others, nobody lost, and undone exactly', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ count, chosen, position, ...how }) => {
        const desk = await pageDesk(count);
        await made(desk, how);
        const before = await desk.ask('pages.get', { system: DEVON });
        const rows = snapshot(desk.path);
        const was = teasersOf(before);
        const articleIds = [...new Set(chosen.flatMap((at) => was[at % was.length]?.articleId ?? []))];
        const ids = new Set<string>(articleIds);
        const written = await desk.ask('pages.moveMany', { system: DEVON, articleIds, position });

        const after = await desk.ask('pages.get', { system: DEVON });
        const is = teasersOf(after);
        expect(is.map(({ articleId }) => articleId).sort()).toEqual(was.map(({ articleId }) => articleId).sort());
        const mine = (list: EditorTeaser[]) => list.flatMap(({ articleId }) => (ids.has(articleId) ? [articleId] : []));
        expect(mine(is)).toEqual(mine(was));
        const numbers = is.filter(({ articleId }) => ids.has(articleId)).map((teaser) => teaser.position);
        expect(numbers).toEqual(landingOf(before.zones, ids, position));
        for (const pin of was.filter(({ articleId, placed }) => placed === 'pinned' && !ids.has(articleId))) {
          expect(positionOf(is, pin.articleId)).toBe(pin.position);
        }
        const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
        for (const { position: at, placed } of is) {
          if (at > first && at < last && !numbers.includes(at)) expect(placed).toBe('pinned');
        }

        const place = ({ articleId, placed, pinNumber }: EditorTeaser) => [articleId, placed, pinNumber];
        if (written.entry) expect(teasersOf(withMoves(before, ids, position)).map(place)).toEqual(is.map(place));
        if (written.entry) await desk.ask('history.undo', {});
        expect(snapshot(desk.path)).toEqual(rows);
        expect(await desk.ask('pages.get', { system: DEVON })).toEqual(before);
        await desk.desk.close();
      }),
      { numRuns: runs(40) },
    );
  }, 90_000);
});
