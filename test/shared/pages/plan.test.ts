import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { StoryId } from '../../../shared/models.ts';
import { isRefusal, planOnPage } from '../../../shared/pages/plan.ts';
import { slotsAfter } from '../../../shared/pages/plan-outcome.ts';
import type { PageSlot, PlanAction, PlanPage, PlanTarget } from '../../../shared/pages/plan-page.ts';
import { planPage } from '../../helpers/plan-page.ts';

const MARKS = { pinned: '*', free: '+', filled: '' };
const ids = (text: string) => text.split(' ').filter(Boolean) as StoryId[];
const textOf = (zones: readonly (readonly PageSlot[])[]) =>
  zones.map((slots) => slots.map(({ storyId, placed }) => storyId + MARKS[placed]).join(' ')).join(' | ');

/** The page after an action, in the same notation, or why it is refused. */
function outcome(page: PlanPage, stories: string, action: PlanAction, target?: number | PlanTarget): string {
  const plan = planOnPage(page, ids(stories), action, typeof target === 'number' ? { position: target } : target);
  return isRefusal(plan) ? plan.why : textOf(slotsAfter(page, plan));
}

describe('a move', () => {
  it.each([
    ['one teaser', 'a b c d', 'd', 2, 'a d+ b c'],
    ['one teaser down', 'a b c d', 'a', 3, 'b c a+ d'],
    ['several, in the order of the page', 'a b c d e', 'e c', 1, 'c+ e+ a b d'],
    ['several that come together', 'a b c d e', 'a e', 3, 'b c a+ e+ d'],
    ['several as low as they fit', 'a b c d', 'a b', 4, 'c d a+ b+'],
    ['around the pins of others', 'a b* c d e', 'd e', 1, 'd+ b* e+ a c'],
    ['past a number that a pin holds', 'a b* c d', 'd', 2, 'd+ b* a c'],
    ['a pin to a number', 'a b* c d', 'b', 4, 'a c d b*'],
    ['a pin, which swaps with the pin that holds the number', 'a b* c d*', 'b', 4, 'a d* c b*'],
    ['pins with others, which stay pins', 'a b c* d', 'c d', 1, 'c* d+ a b'],
    ['to another zone, whose fills go down', 'a b | c d', 'c d', 1, 'c+ d+ | a b'],
    ['to the end of a zone above, whose fills give way', 'a b | c d', 'd', 2, 'a d+ | b c'],
    ['nothing that is there already', 'a b c', 'b', 2, 'a b c'],
  ])('brings %s', (_, page, stories, position, result) => {
    expect(outcome(planPage(page), stories, 'move', position)).toBe(result);
  });

  it('goes to a zone by its name, be it empty', () => {
    expect(outcome(planPage('a b | | c', [2, 2, 2]), 'c', 'move', { position: 1, zoneId: 'zone 1' })).toBe(
      'a b | c+ | ',
    );
    expect(outcome(planPage('a b'), 'a', 'move', { position: 1, zoneId: 'zone 9' })).toBe('no-such-zone');
  });

  it('passes over a zone without room for all of them', () => {
    expect(outcome(planPage('x | a b c d'), 'b c', 'move', 1)).toBe('x | b+ c+ a d');
    expect(outcome(planPage('x* | a b'), 'b', 'move', 1)).toBe('x* | b+ a');
  });

  it('is refused where none has it, for one beyond the last open number, and for a story not on the page', () => {
    expect(planOnPage(planPage('a b* | c'), ids('a b c'), 'move', { position: 1 })).toMatchObject({
      why: 'no-room',
      open: 2,
      isHeldByPins: false,
    });
    expect(outcome(planPage('a* b'), 'b', 'move', 1)).toBe('only-pins');
    expect(outcome(planPage('a b'), 'b x', 'move', 1)).toBe('not-on-page');
  });

  it('pushes the last placed story of a full zone to the top of the next one', () => {
    expect(outcome(planPage('a+ b+ | c+ d'), 'd', 'move', 1)).toBe('d+ a+ | b+ c+');
    expect(outcome(planPage('a+ | b+ | c d'), 'd', 'move', 1)).toBe('d+ | a+ | b+ c');
    expect(outcome(planPage('a+ | b* | c'), 'c', 'move', 1)).toBe('c+ | b* | ');
  });
});

describe('other actions', () => {
  it('place a story on top or at a number, and let the last fill go from a full zone', () => {
    expect(outcome(planPage('a b c'), 'x', 'place')).toBe('x+ a b');
    expect(outcome(planPage('a b c', [5]), 'x', 'place', 2)).toBe('a x+ b c');
    expect(outcome(planPage('a* b c', [5]), 'x', 'place', 1)).toBe('a* x+ b c');
    expect(outcome(planPage('a b | c d', [2, 3]), 'x', 'place', 4)).toBe('a b | c x+ d');
    expect(outcome(planPage('a b', [3]), 'x', 'place', 9)).toBe('a b x+');
    expect(outcome(planPage('a b+ c*'), 'x', 'place', 3)).toBe('b+ x+ c*');
    expect(outcome(planPage('a b c'), 'y x', 'place', 2)).toBe('a y+ x+');
    expect(outcome(planPage('a* b*'), 'x', 'place')).toBe('no-room');
  });

  it('make a fill a placement where it is, and leave what is placed', () => {
    expect(outcome(planPage('a b c'), 'b', 'place')).toBe('a b+ c');
    expect(planOnPage(planPage('a b+ c*'), ids('b c'), 'place', { position: 2 })).toEqual([]);
    expect(planOnPage(planPage('a b+'), ids('b'), 'place')).toEqual([]);
  });

  it('pin and unpin teasers where they are', () => {
    expect(outcome(planPage('a b | c d'), 'b c', 'pin')).toBe('a b* | c* d');
    expect(outcome(planPage('a* b* c'), 'a b c', 'unpin')).toBe('a+ b+ c');
    expect(planOnPage(planPage('a*'), ids('a'), 'pin')).toEqual([]);
  });

  it('pin a story at a number that no other pin holds', () => {
    expect(outcome(planPage('a b c', [4]), 'x', 'pin', 2)).toBe('a x* b c');
    expect(outcome(planPage('a b c'), 'c', 'pin', 9)).toBe('a b c*');
    expect(planOnPage(planPage('a b*'), ids('x'), 'pin', { position: 2 })).toEqual({
      why: 'number-held',
      position: 2,
      by: 'b',
    });
  });

  it('take off and release: what is above and below closes up, around pins', () => {
    expect(outcome(planPage('a b c* d'), 'a', 'takeOff')).toBe('b d c*');
    expect(outcome(planPage('a b | c d'), 'b c', 'takeOff')).toBe('a d | ');
    expect(outcome(planPage('a b+'), 'b', 'release')).toBe('a');
    expect(outcome(planPage('a b'), 'x', 'takeOff')).toBe('not-on-page');
    const hidden = [
      { storyId: 'x' as StoryId, zoneId: 'zone 0', isOff: false },
      { storyId: 'y' as StoryId, zoneId: 'zone 0', isOff: true },
    ];
    const page = { ...planPage('a b'), hidden };
    expect(planOnPage(page, ids('x y'), 'takeOff')).toEqual([{ storyId: 'x', zoneId: 'zone 0', placed: 'off' }]);
    expect(planOnPage(page, ids('a y'), 'release')).toEqual([{ storyId: 'y', placed: 'released' }]);
  });
});

/** One to three zones, each full or with room, with a rule of its own. */
const anyPage = fc
  .array(
    fc.record({
      kinds: fc.array(fc.constantFrom('', '', '*', '+'), { maxLength: 7 }),
      room: fc.nat(2),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((zones) => {
    let count = 0;
    const text = zones.map(({ kinds }) => kinds.map((kind) => `s${++count}${kind}`).join(' ')).join(' | ');
    return planPage(
      text,
      zones.map(({ kinds, room }) => Math.max(1, kinds.length + room)),
    );
  });
const ownRule = (zoneId: string) => zoneId;
const storiesOf = (zones: readonly (readonly PageSlot[])[]) => zones.flat().map(({ storyId }) => storyId);
const zonesOf = (page: PlanPage) => page.zones.map(({ slots }) => slots);

/** A page, and some of its stories or others. */
const anyAction = fc.record({
  page: anyPage,
  picks: fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 6 }),
  position: fc.integer({ min: 1, max: 22 }),
  zone: fc.option(fc.nat(2), { nil: undefined }),
});
type AnyAction = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;
const targetOf = ({ page, position, zone }: AnyAction): PlanTarget => ({
  position,
  ...(zone !== undefined && { zoneId: page.zones[zone % page.zones.length]?.id }),
});

describe('any plan', () => {
  test('leaves no zone overfull, no story twice, and hides a placement only where placements fill its zone', () => {
    fc.assert(
      fc.property(
        anyAction,
        fc.constantFrom<PlanAction>('place', 'move', 'pin', 'unpin', 'takeOff'),
        fc.boolean(),
        (given, action, isTargeted) => {
          const { page } = given;
          const stories = given.picks.map((n) => `s${n + 1}` as StoryId);
          const target = isTargeted || action === 'move' ? targetOf(given) : null;
          const plan = planOnPage(page, stories, action, target);
          if (isRefusal(plan)) return;
          expect(new Set(plan.map(({ storyId }) => storyId)).size).toBe(plan.length);
          const zones = slotsAfter(page, plan, ownRule);
          expect(new Set(storiesOf(zones)).size).toBe(storiesOf(zones).length);
          for (const [index, slots] of zones.entries()) {
            expect(slots.length).toBeLessThanOrEqual(page.zones[index]?.limit ?? 0);
          }
          const placed = [
            ...zonesOf(page).flatMap((slots, index) =>
              slots.filter((slot) => slot.placed !== 'filled').map(({ storyId }) => ({ storyId, zone: index })),
            ),
            ...plan.map((change) => ({
              storyId: change.storyId,
              zone: 'zoneId' in change ? page.zones.findIndex(({ id }) => id === change.zoneId) : -1,
            })),
          ];
          const off = plan.filter((change) => change.placed === 'off').map(({ storyId }) => storyId);
          for (const [storyId, zone] of new Map(placed.map((one) => [one.storyId, one.zone]))) {
            if (off.includes(storyId) || storiesOf(zones).includes(storyId)) continue;
            expect(zones[zone]).toHaveLength(page.zones[zone]?.limit ?? 0);
            expect(zones[zone]?.every((slot) => slot.placed !== 'filled')).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('brings movers next to each other but for pins, in order, shows them, and does nothing the second time', () => {
    fc.assert(
      fc.property(anyAction, fc.boolean(), (given, isMove) => {
        const { page } = given;
        const here = storiesOf(zonesOf(page));
        const named = given.picks.map((n) => `s${n + 1}` as StoryId);
        const stories = isMove ? here.filter((id) => named.includes(id)) : named;
        fc.pre(stories.length > 0);
        const plan = planOnPage(page, stories, isMove ? 'move' : 'place', targetOf(given));
        if (isRefusal(plan)) return;
        const zones = slotsAfter(page, plan, ownRule);
        const zone = zones.find((slots) => slots.some(({ storyId }) => stories.includes(storyId))) ?? [];
        const numbers = stories.map((id) => zone.findIndex(({ storyId }) => storyId === id));
        expect(numbers).not.toContain(-1);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        for (const { storyId, placed } of zone.slice(numbers[0], numbers.at(-1))) {
          if (!stories.includes(storyId)) expect(placed).toBe('pinned');
        }
        const next: PlanPage = {
          ...page,
          zones: page.zones.map((one, index) => ({ ...one, slots: zones[index] ?? [] })),
        };
        const zoneId = next.zones[zones.indexOf(zone)]?.id;
        const again = { position: (numbers[0] ?? 0) + 1, zoneId };
        expect(planOnPage(next, stories, isMove ? 'move' : 'place', again)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('on a page of one zone loses nobody, shifts no pin of another and keeps all others in order', () => {
    const onePage = anyAction.filter(({ page }) => page.zones.length === 1 && storiesOf(zonesOf(page)).length > 0);
    fc.assert(
      fc.property(onePage, ({ page, picks, position }) => {
        const before = zonesOf(page).flat();
        const stories = [...new Set(picks.map((n) => before[n % before.length]?.storyId as StoryId))];
        const plan = planOnPage(page, stories, 'move', { position });
        if (isRefusal(plan)) return;
        const result = slotsAfter(page, plan).flat();
        expect(storiesOf([result]).sort()).toEqual(storiesOf([before]).sort());
        const isOther = ({ storyId }: PageSlot) => !stories.includes(storyId);
        const flow = (slots: readonly PageSlot[]) =>
          slots.filter((slot) => isOther(slot) && slot.placed !== 'pinned').map(({ storyId }) => storyId);
        expect(flow(result)).toEqual(flow(before));
        const isSwap = stories.length === 1 && before.find((slot) => !isOther(slot))?.placed === 'pinned';
        before.forEach((slot, index) => {
          if (slot.placed === 'pinned' && isOther(slot) && !isSwap) expect(result[index]).toMatchObject(slot);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('pins and unpins without moving anybody, and no two ranks of a zone are equal', () => {
    fc.assert(
      fc.property(anyAction, ({ page, picks }) => {
        const here = storiesOf(zonesOf(page));
        const stories = picks.map((n) => here[n % here.length]).filter((id) => id !== undefined);
        for (const action of ['pin', 'unpin'] as const) {
          const plan = planOnPage(page, stories, action);
          if (isRefusal(plan)) throw new Error(plan.why);
          const zones = slotsAfter(page, plan, ownRule);
          expect(zones.map((slots) => storiesOf([slots]))).toEqual(zonesOf(page).map((slots) => storiesOf([slots])));
          for (const slots of zones) {
            const ranks = slots.filter(({ placed }) => placed !== 'pinned').map(({ rank }) => rank);
            expect(new Set(ranks).size).toBe(ranks.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
