import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extendTo,
  reachedBy,
  selectOne,
  selectThese,
  type TeaserSelection,
  toNextSelection,
} from '../../../renderer/features/page-editor/teaser-selection.ts';
import type { StoryId } from '../../../shared/models.ts';

const list = (text: string) => text.split(' ').filter(Boolean) as StoryId[];
const id = (text: string) => text as StoryId;
const PAGE = list('a b c d e f');
const of = (teasers: string, teaser: string, anchor = teaser): TeaserSelection => ({
  teaser: id(teaser),
  teasers: list(teasers),
  teaserAnchor: id(anchor),
});

describe('selecting with Shift', () => {
  it('takes everything from where the selection began, there and back', () => {
    const begun = selectOne(id('c'));
    const down = extendTo(extendTo(begun, PAGE, id('d')), PAGE, id('e'));
    expect(down).toEqual(of('c d e', 'e', 'c'));
    expect(extendTo(down, PAGE, id('d'))).toEqual(of('c d', 'd', 'c'));
    expect(extendTo(down, PAGE, id('a'))).toEqual(of('a b c', 'a', 'c'));
  });

  it('begins at the current teaser when its anchor has left the page, and at the one meant when nothing is selected', () => {
    expect(extendTo(of('b', 'b', 'gone'), PAGE, id('d'))).toEqual(of('b c d', 'd', 'b'));
    expect(extendTo(selectOne(null), PAGE, id('d'))).toEqual(of('d', 'd'));
  });

  it('is led on by the arrow keys, Home and End, and stops at the ends', () => {
    expect(reachedBy('ArrowDown', PAGE, id('f'))).toBe('f');
    expect(reachedBy('ArrowUp', PAGE, id('c'))).toBe('b');
    expect(reachedBy('Home', PAGE, id('c'))).toBe('a');
    expect(reachedBy('End', PAGE, id('c'))).toBe('f');
    expect(reachedBy('Tab', PAGE, id('c'))).toBeNull();
  });
});

describe('what the list reports', () => {
  const chosen = (text: string) => new Set<string>(list(text));

  it('makes a teaser that was added the current one, and where the next Shift begins', () => {
    expect(selectThese(of('b', 'b'), chosen('e b'), PAGE)).toEqual(of('b e', 'e'));
  });

  it('goes to the nearest one left when the current one was taken out', () => {
    expect(selectThese(of('a d e', 'd'), chosen('a e'), PAGE)).toEqual(of('a e', 'e', 'd'));
  });

  it('keeps the current one when all are selected', () => {
    expect(selectThese(of('c', 'c'), new Set(PAGE), PAGE)).toEqual(of('a b c d e f', 'c'));
  });

  it('is nothing when nothing is chosen', () => {
    expect(selectThese(of('c', 'c'), new Set(), PAGE)).toEqual(selectOne(null));
  });
});

describe('a page that changes under the selection', () => {
  it('cuts several back to those that are still there', () => {
    expect(toNextSelection(of('b c e', 'c', 'b'), PAGE, list('b d e f'))).toEqual(of('b e', 'b'));
    expect(toNextSelection(of('b c e', 'e', 'c'), PAGE, list('b d e f'))).toEqual(of('b e', 'e'));
  });

  it('leaves one alone that may be on its way to the page', () => {
    const placed = of('new', 'new');
    expect(toNextSelection(placed, PAGE, PAGE)).toBe(placed);
  });

  it('goes to the teaser that takes the place of all that left, the one above at the end', () => {
    expect(toNextSelection(of('b', 'b'), PAGE, list('a c d'))).toEqual(of('c', 'c'));
    expect(toNextSelection(of('e f', 'e'), PAGE, list('a b c d'))).toEqual(of('d', 'd'));
    expect(toNextSelection(of('a', 'a'), list('a'), [])).toEqual(selectOne(null));
  });

  it('always leaves a current teaser that is selected', () => {
    const some = fc.subarray(PAGE, { minLength: 1 });
    fc.assert(
      fc.property(some, some, fc.nat(), fc.nat(), (teasers, after, current, anchor) => {
        const teaser = teasers[current % teasers.length] as StoryId;
        const now = { teaser, teasers, teaserAnchor: teasers[anchor % teasers.length] as StoryId };
        const next = toNextSelection(now, PAGE, after);
        expect(next.teasers).toContain(next.teaser);
        expect(next.teasers).toContain(next.teaserAnchor);
        if (next !== now) expect(after).toEqual(expect.arrayContaining([...next.teasers]));
      }),
    );
  });
});
