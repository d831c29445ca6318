import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropTarget,
  moved,
  positionOf,
  type Standing,
  stepTarget,
} from '../../../../renderer/features/page-editor/placing/page-moves.ts';

/** `a b* c` : three teasers, the second pinned. */
function page(text: string): Standing[] {
  return text
    .split(' ')
    .map((word) => ({ articleId: word.replace('*', ''), placed: word.endsWith('*') ? 'pinned' : 'filled' }));
}

const ids = (teasers: readonly Standing[]) => teasers.map((teaser) => teaser.articleId).join(' ');

describe('stepping', () => {
  it('goes one number up or down', () => {
    expect(stepTarget(page('a b c d'), 'c', 'up')).toBe(2);
    expect(stepTarget(page('a b c d'), 'c', 'down')).toBe(4);
  });

  it('passes over the pins of other teasers, which keep their numbers', () => {
    expect(stepTarget(page('a b* c* d'), 'd', 'up')).toBe(1);
    expect(stepTarget(page('a b* c* d'), 'a', 'down')).toBe(4);
  });

  it('has nowhere to go at the ends, or when only pins are left that way', () => {
    expect(stepTarget(page('a b'), 'a', 'up')).toBeNull();
    expect(stepTarget(page('a b'), 'b', 'down')).toBeNull();
    expect(stepTarget(page('a* b c'), 'b', 'up')).toBeNull();
    expect(stepTarget(page('a* b c'), 'b', 'first')).toBeNull();
  });

  it('goes to the highest and lowest number that no other pin holds', () => {
    expect(stepTarget(page('a* b c d'), 'd', 'first')).toBe(2);
    expect(stepTarget(page('a b c d*'), 'a', 'last')).toBe(3);
  });

  it('moves a pin like anything else', () => {
    expect(stepTarget(page('a b* c'), 'b', 'up')).toBe(1);
  });

  it('knows nothing of a story that is not on the page', () => {
    expect(stepTarget(page('a b'), 'x', 'up')).toBeNull();
  });
});

describe('dropping', () => {
  it('counts from where the teaser was taken away', () => {
    expect(dropTarget(page('a b c d'), 'a', 'c', 'before')).toBe(2);
    expect(dropTarget(page('a b c d'), 'a', 'c', 'after')).toBe(3);
    expect(dropTarget(page('a b c d'), 'd', 'b', 'before')).toBe(2);
    expect(dropTarget(page('a b c d'), 'd', 'b', 'after')).toBe(3);
  });

  it('takes a story from outside to the gap itself', () => {
    expect(dropTarget(page('a b c'), 'new', 'a', 'before')).toBe(1);
    expect(dropTarget(page('a b c'), 'new', 'c', 'after')).toBe(4);
  });

  it('stays put when dropped on either of its own edges', () => {
    expect(dropTarget(page('a b c'), 'b', 'a', 'after')).toBe(2);
    expect(dropTarget(page('a b c'), 'b', 'c', 'before')).toBe(2);
  });
});

describe('the page shown while the desk decides', () => {
  it('puts the teaser at its number and closes the gap it left', () => {
    expect(ids(moved(page('a b c d'), 'd', 2))).toBe('a d b c');
    expect(ids(moved(page('a b c d'), 'a', 3))).toBe('b c a d');
  });

  it('leaves pins where they are', () => {
    expect(ids(moved(page('a b* c d'), 'd', 1))).toBe('d b a c');
  });

  const anyPage = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 24 })
    .chain((names) =>
      fc.record({
        teasers: fc.tuple(
          ...names.map((articleId) =>
            fc
              .constantFrom('pinned' as const, 'free' as const, 'filled' as const)
              .map((placed) => ({ articleId, placed })),
          ),
        ),
        mover: fc.constantFrom(...names),
        position: fc.integer({ min: 1, max: names.length }),
      }),
    );

  it('loses no teaser, shifts no other pin and keeps everyone else in order', () => {
    fc.assert(
      fc.property(anyPage, ({ teasers, mover, position }) => {
        const after = moved(teasers, mover, position);
        expect([...after].sort(byId)).toEqual([...teasers].sort(byId));
        teasers.forEach((teaser, index) => {
          if (teaser.placed === 'pinned' && teaser.articleId !== mover) expect(after[index]).toBe(teaser);
        });
        const others = (list: readonly Standing[]) =>
          ids(list.filter((teaser) => teaser.placed !== 'pinned' && teaser.articleId !== mover));
        expect(others(after)).toBe(others(teasers));
      }),
    );
  });

  it('lands where a step said it would', () => {
    fc.assert(
      fc.property(anyPage, fc.constantFrom('up', 'down', 'first', 'last'), ({ teasers, mover }, step) => {
        const target = stepTarget(teasers, mover, step);
        if (target !== null) expect(positionOf(moved(teasers, mover, target), mover)).toBe(target);
      }),
    );
  });

  it('comes back with the opposite step', () => {
    fc.assert(
      fc.property(anyPage, ({ teasers, mover }) => {
        const up = stepTarget(teasers, mover, 'up');
        if (up === null) return;
        const once = moved(teasers, mover, up);
        const back = stepTarget(once, mover, 'down');
        expect(back).not.toBeNull();
        if (back !== null) expect(ids(moved(once, mover, back))).toBe(ids(teasers));
      }),
    );
  });
});

function byId(a: Standing, b: Standing): number {
  return a.articleId < b.articleId ? -1 : 1;
}
