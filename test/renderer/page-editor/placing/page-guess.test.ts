import { describe, expect, it } from 'vitest';
import { teasersOf } from '../../../../renderer/features/page-editor/open-page.ts';
import { guessPage } from '../../../../renderer/features/page-editor/placing/page-guess.ts';
import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import type { PlanAction } from '../../../../shared/pages/plan-page.ts';
import { planPage } from '../../../helpers/plan-page.ts';

function pageView(text: string, rules: string[] = []): PageView {
  let position = 0;
  const zones = planPage(text).zones.map(({ slots, ...zone }, index) => ({
    ...zone,
    rule: rules[index] ?? 'newest',
    teasers: slots.map(({ storyId, placed, pinNumber }) => {
      position += 1;
      return { articleId: storyId, placed, pinNumber, position } as EditorTeaser;
    }),
  }));
  return { zones, waiting: [], asOf: '2026-11-22' } as unknown as PageView;
}

const MARKS = { pinned: '*', free: '+', filled: '' };
const textOf = (page: PageView | null) =>
  page?.zones
    .map(({ teasers }) => teasers.map(({ articleId, placed }) => articleId + MARKS[placed]).join(' '))
    .join(' | ') ?? null;
const guess = (page: PageView, ids: string, action: PlanAction, position?: number, coming: string[] = []) =>
  guessPage(
    page,
    ids.split(' ') as StoryId[],
    action,
    position === undefined ? null : { position },
    coming.map((id) => ({ articleId: id as StoryId, headline: id })),
  );

describe('the page that is shown while the desk decides', () => {
  it('has teasers at their new numbers, fills moved made placements, and pins with their new number', () => {
    const after = guess(pageView('a b c* d'), 'c d', 'move', 1);
    expect(textOf(after)).toBe('c* d+ a b');
    expect(after && teasersOf(after).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(after?.zones[0]?.teasers[0]?.pinNumber).toBe(1);
  });

  it('passes fills on between zones of one rule only', () => {
    expect(textOf(guess(pageView('a b | c d'), 'a', 'takeOff'))).toBe('b c | d');
    expect(textOf(guess(pageView('a b | c d', ['columns']), 'a', 'takeOff'))).toBe('b | c d');
  });

  it('has a story that comes in, as far as it is known', () => {
    expect(textOf(guess(pageView('a b'), 'x', 'place', 2, ['x']))).toBe('a x+');
    expect(guess(pageView('a b'), 'x', 'place', 2)).toBeNull();
  });

  it('is left to the desk when it refuses or the rule decides', () => {
    expect(guess(pageView('a* b'), 'b', 'move', 1)).toBeNull();
    expect(guess(pageView('a+ b'), 'a', 'release')).toBeNull();
  });

  it('is the page itself when nothing changes, and else keeps the objects of teasers whose number stays', () => {
    const page = pageView('a b c d');
    expect(guess(page, 'b', 'move', 2)).toBe(page);
    const after = guess(page, 'c', 'move', 2);
    const [a, , , d] = teasersOf(page);
    expect(after && teasersOf(after)[0]).toBe(a);
    expect(after && teasersOf(after)[3]).toBe(d);
  });
});
