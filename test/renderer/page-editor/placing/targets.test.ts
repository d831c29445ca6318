import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropTarget,
  type Step,
  stepTarget,
  targetAt,
} from '../../../../renderer/features/page-editor/placing/targets.ts';
import type { Placed, StoryId } from '../../../../shared/models.ts';
import { isRefusal, planOnPage } from '../../../../shared/pages/plan.ts';
import { slotsAfter } from '../../../../shared/pages/plan-outcome.ts';
import { type PlanPage, type PlanTarget, spotOf } from '../../../../shared/pages/plan-page.ts';
import { planPage } from '../../../helpers/plan-page.ts';

const these = (text: string) => text.split(' ') as StoryId[];

/** A number of the page, or `1 in zone 2`. */
const format = (target: PlanTarget | null) =>
  target && (target.zoneId === undefined ? target.position : `${target.position} in ${target.zoneId}`);
const step = (text: string, ids: string, direction: Step, limits?: number[]) =>
  format(stepTarget(planPage(text, limits), these(ids), direction));

describe('a step', () => {
  it('goes one number up or down, or to an end', () => {
    expect(step('a b c d', 'c', 'up')).toBe(2);
    expect(step('a b c d', 'c', 'down')).toBe(4);
    expect(step('a b c d e', 'c d', 'up')).toBe(2);
    expect(step('a b c d e', 'c d', 'down')).toBe(4);
    expect(step('a b c d e', 'c d', 'first')).toBe(1);
    expect(step('a b c d e', 'b c', 'last')).toBe(4);
  });

  it('brings together those that are apart', () => {
    expect(step('a b c d e', 'b e', 'up')).toBe(1);
    expect(step('a b c d e', 'a e', 'up')).toBe(1);
    expect(step('a b c d e', 'a c', 'down')).toBe(3);
    expect(step('a b c d e', 'a e', 'down')).toBe(4);
  });

  it('passes over the pins of others; a pin moves like anything else', () => {
    expect(step('a b* c* d', 'd', 'up')).toBe(1);
    expect(step('a b* c* d', 'a', 'down')).toBe(4);
    expect(step('a* b c d', 'd', 'first')).toBe(2);
    expect(step('a b c d*', 'a', 'last')).toBe(3);
    expect(step('a b* c', 'b', 'up')).toBe(1);
    expect(step('a b* c d', 'c d', 'up')).toBe(1);
    expect(step('a b* c d e', 'a c', 'down')).toBe(3);
  });

  it('has nowhere to go at the ends, or when only pins are left that way', () => {
    expect(step('a b', 'a', 'up')).toBeNull();
    expect(step('a b', 'b', 'down')).toBeNull();
    expect(step('a* b c', 'b', 'up')).toBeNull();
    expect(step('a* b c', 'b', 'first')).toBeNull();
    expect(step('a b c', 'a b', 'up')).toBeNull();
    expect(step('a b c', 'b c', 'last')).toBeNull();
    expect(step('a b', 'x', 'up')).toBeNull();
  });

  it('goes into another zone when it has room for all of them, and past one that has not', () => {
    expect(step('x | a b c', 'a', 'up')).toBe(1);
    expect(step('x y | a b c', 'a b', 'up')).toBe(1);
    expect(step('x | a b c', 'a b', 'up')).toBeNull();
    expect(step('x | a b c', 'b c', 'first')).toBe(2);
    expect(step('x y | z | a b c', 'a b', 'up')).toBe(1);
    expect(step('a b c | x y', 'b c', 'down')).toBe(4);
    expect(step('a b c | x y', 'a b', 'last')).toBe(4);
  });

  it('names the zone at whose end there is room, and passes over an empty one', () => {
    expect(step('x | a b', 'a', 'up', [3, 3])).toBe('2 in zone 0');
    expect(step('x | a b c', 'a b', 'up', [4, 3])).toBe('2 in zone 0');
    expect(step('x | | a b', 'a', 'up', [1, 2, 2])).toBe(1);
  });

  const anyPage = fc
    .array(fc.array(fc.constantFrom<Placed>('pinned', 'free', 'filled'), { maxLength: 8 }), { maxLength: 3 })
    .map((zones) => {
      const marks = { pinned: '*', free: '+', filled: '' };
      let count = 0;
      return planPage(zones.map((kinds) => kinds.map((kind) => `s${count++}${marks[kind]}`).join(' ')).join(' | '));
    })
    .filter(({ zones }) => zones.some(({ slots }) => slots.length > 0));

  it('of one teaser lands where it said, and the opposite step brings it back', () => {
    const pageAfter = (page: PlanPage, id: StoryId, target: PlanTarget): PlanPage => {
      const plan = planOnPage(page, [id], 'move', target);
      if (isRefusal(plan)) throw new Error(plan.why);
      const slots = slotsAfter(page, plan);
      let rank = 0;
      // Ranks in the order of the page, as the window has them.
      const ranked = slots.map((zone) => zone.map((slot) => ({ ...slot, rank: `${1000 + rank++}5` })));
      return { ...page, zones: page.zones.map((zone, index) => ({ ...zone, slots: ranked[index] ?? [] })) };
    };
    const idsOf = ({ zones }: PlanPage) => zones.flatMap(({ slots }) => slots.map(({ storyId }) => storyId));
    fc.assert(
      fc.property(anyPage, fc.nat(), (page, pick) => {
        const ids = idsOf(page);
        const id = ids[pick % ids.length] as StoryId;
        // A pin leaves its number to nobody, so what is between does not close up behind it.
        fc.pre(page.zones.length === 1 && spotOf(page, id)?.slot.placed !== 'pinned');
        const up = stepTarget(page, [id], 'up');
        if (up === null) return;
        const once = pageAfter(page, id, up);
        expect(idsOf(once).indexOf(id) + 1).toBe(up.position);
        const down = stepTarget(once, [id], 'down');
        expect(down).not.toBeNull();
        if (down) expect(idsOf(pageAfter(once, id, down))).toEqual(ids);
      }),
    );
  });
});

describe('a drop', () => {
  const drop = (text: string, ids: string, over: string, side: 'before' | 'after', limits?: number[]) =>
    format(dropTarget(planPage(text, limits), these(ids), over, side));

  it('counts from where they were taken away', () => {
    expect(drop('a b c d', 'a', 'c', 'before')).toBe(2);
    expect(drop('a b c d', 'd', 'b', 'after')).toBe(3);
    expect(drop('a b c d e', 'a b', 'd', 'before')).toBe(2);
    expect(drop('a b c d e', 'd e', 'b', 'before')).toBe(2);
    expect(drop('a b c d e', 'a e', 'c', 'after')).toBe(3);
  });

  it('stays where it is on one of their own', () => {
    expect(drop('a b c', 'b', 'a', 'after')).toBe(2);
    expect(drop('a b c d', 'b c', 'b', 'before')).toBe(2);
    expect(drop('a b c d', 'b c', 'c', 'after')).toBe(2);
  });

  it('goes behind a pin of another that it is dropped under', () => {
    expect(drop('a b* c d', 'd', 'b', 'after')).toBe(3);
    expect(drop('a b* c d', 'c d', 'b', 'before')).toBe(3);
  });

  it('knows the place of a story from elsewhere', () => {
    expect(drop('a b c', 'x y', 'c', 'after', [9])).toBe(4);
    expect(drop('a b c', 'x', 'nobody', 'after')).toBeNull();
  });

  it('names the zone where a number of the page would mean another one', () => {
    expect(drop('a | b', 'b', 'a', 'after', [2, 2])).toBe('2 in zone 0');
    expect(drop('a | b', 'a', 'b', 'after', [2, 2])).toBe(3);
    const page = planPage('a | | b', [1, 2, 1]);
    const [, empty] = page.zones;
    expect(empty && format(targetAt(page, empty, 1))).toBe('1 in zone 1');
  });
});
