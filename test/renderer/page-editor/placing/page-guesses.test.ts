import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { withActed, withPlaced } from '../../../../renderer/features/page-editor/placing/page-guesses.ts';
import { teasersOf, withMove } from '../../../../renderer/features/page-editor/placing/page-moves.ts';
import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import { DEVON, NUMBERS, type PageDesk, pageDesk } from '../../../helpers/pages.ts';
import { runs } from '../../../helpers/property-runs.ts';

/** `a b* c+ | d`: two zones, the second teaser pinned, the third an editor's own, the others fills. */
function page(text: string, limits: number[] = []): PageView {
  let position = 0;
  const zones = text.split(' | ').map((zone, index) => {
    const teasers = zone.split(' ').filter(Boolean);
    return {
      id: `zone ${index}`,
      limit: limits[index] ?? teasers.length,
      teasers: teasers.map((word, at) => {
        position += 1;
        const placed = word.endsWith('*') ? 'pinned' : word.endsWith('+') ? 'free' : 'filled';
        const pinNumber = placed === 'pinned' ? at + 1 : null;
        return { articleId: word.replace(/[*+]/, ''), placed, position, pinNumber } as EditorTeaser;
      }),
    };
  });
  return { zones, asOf: '2026-11-22' } as PageView;
}

const MARKS = { pinned: '*', free: '+', filled: '' };
const words = (view: PageView | null) =>
  view?.zones
    .map(({ teasers }) => teasers.map(({ articleId, placed }) => articleId + MARKS[placed]).join(' '))
    .join(' | ') ?? null;
const acted = (text: string, ids: string, action: Parameters<typeof withActed>[2]) =>
  words(withActed(page(text), new Set(ids.split(' ')), action));
const placed = (text: string, position?: number, limits?: number[]) =>
  words(withPlaced(page(text, limits), { articleId: 'x' as StoryId, headline: 'X' }, position));

describe('what is shown before the desk has answered', () => {
  it('closes up over what is taken off, and leaves pins at their numbers', () => {
    expect(acted('a b c d', 'b', 'takeOff')).toBe('a c d');
    expect(acted('a b c* d', 'a', 'takeOff')).toBe('b d c*');
    expect(acted('a b | c d', 'b c', 'takeOff')).toBe('a | d');
  });

  it('pins and unpins where teasers stand', () => {
    expect(acted('a b | c d', 'b c', 'pin')).toBe('a b* | c* d');
    const [pinned] = withActed(page('a b | c d'), new Set(['d']), 'pin')?.zones[1]?.teasers.slice(1) ?? [];
    expect(pinned?.pinNumber).toBe(2);
    expect(acted('a* b', 'a b', 'unpin')).toBe('a+ b');
  });

  it('makes no guess at what the rule decides', () => {
    expect(acted('a+ b', 'a', 'release')).toBeNull();
  });

  it('puts a story on top or at a number, and lets the last fill go from a full zone', () => {
    expect(placed('a b c')).toBe('x+ a b');
    expect(placed('a b c', 2, [5])).toBe('a x+ b c');
    expect(placed('a* b c', 1, [5])).toBe('a* x+ b c');
    expect(placed('a b+ c d', 1)).toBe('x+ a b+ c');
    expect(placed('a b | c d', 4, [2, 3])).toBe('a b | c x+ d');
    expect(placed('a b', 3, [3])).toBe('a b x+');
  });

  it('makes no guess where the story stands already, or finds no room', () => {
    expect(placed('a x b')).toBeNull();
    expect(placed('a* b*')).toBeNull();
  });

  it('keeps the objects of teasers whose number stays', () => {
    const before = page('a b c d');
    const [a, , , d] = teasersOf(before);
    expect(teasersOf(withMove(before, 'c', 2))[0]).toBe(a);
    expect(teasersOf(withMove(before, 'c', 2))[3]).toBe(d);
    expect(teasersOf(withActed(before, new Set(['c']), 'takeOff') ?? before)[0]).toBe(a);
  });
});

const NINTH = 'Number 9';
/** A page on which all stories stand that there are, so that no rule has anything to bring in. */
const anyPage = fc.record({
  moved: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 3 }),
  pins: fc.array(fc.nat(7), { maxLength: 4 }),
  chosen: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }),
  action: fc.constantFrom('takeOff' as const, 'pin' as const, 'unpin' as const),
  position: fc.integer({ min: 1, max: 9 }),
});

async function made(desk: PageDesk, { moved, pins }: { moved: [number, number][]; pins: number[] }): Promise<void> {
  for (const [from, to] of moved) {
    const articleId = desk.id(NUMBERS[from] ?? '');
    await desk.ask('pages.move', { system: DEVON, articleId, position: to + 1 });
  }
  const articleIds = pins.map((at) => desk.id(NUMBERS[at] ?? ''));
  if (articleIds.length > 0) await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'pin' });
}

const standing = (view: PageView) => teasersOf(view).map((one) => [one.articleId, one.placed, one.pinNumber]);

test('what is shown is what the desk makes of it, where no rule has a say', async () => {
  await fc.assert(
    fc.asyncProperty(anyPage, async ({ chosen, action, position, ...how }) => {
      const desk = await pageDesk(9);
      await desk.ask('pages.takeOff', { system: DEVON, articleId: desk.id(NINTH) });
      await made(desk, how);
      const view = () => desk.ask('pages.get', { system: DEVON });

      const before = await view();
      const articleId = desk.id(NINTH);
      const guess = withPlaced(before, { articleId, headline: NINTH }, position);
      await desk.ask('pages.place', { system: DEVON, articleId, position });
      expect(guess && standing(guess)).toEqual(standing(await view()));
      await desk.ask('history.undo', {});

      const articleIds = chosen.map((at) => desk.id(NUMBERS[at] ?? ''));
      const after = withActed(before, new Set(articleIds), action);
      const written = await desk.desk.call('pages.actMany', { system: DEVON, articleIds, action });
      if (written.ok) expect(after && standing(after)).toEqual(standing(await view()));
      await desk.desk.close();
    }),
    { numRuns: runs(60) },
  );
}, 60_000);
