import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePages,
  formatSameStory,
  stepNeighbour,
} from '../../../../renderer/features/page-editor/beside/beside-model.ts';
import { teasersOf } from '../../../../renderer/features/page-editor/open-page.ts';
import { pageOfStories, storyId } from '../teaser-samples.ts';

const stories = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });

describe('two pages beside each other', () => {
  it('share the stories that stand on both, whatever each page calls them', () => {
    const here = pageOfStories([1, 2, 3]);
    const there = pageOfStories([4, 3, 1]);
    const [, , third] = teasersOf(there);
    if (third) third.headline = 'Story 1 in other words';
    const { sameStories, message } = comparePages(here, there);
    expect([...sameStories]).toEqual([
      [storyId(1), { here: 1, there: 3 }],
      [storyId(3), { here: 3, there: 2 }],
    ]);
    expect(message).toBe('2 of 3 shared; they lead with different stories');
  });

  it('say so when they lead with the same story, share nothing, or have nothing', () => {
    const message = (here: number[], there: number[]) =>
      comparePages(pageOfStories(here), pageOfStories(there)).message;
    expect(message([1, 2], [1, 5])).toBe('1 of 2 shared; both lead with “Story 1”');
    expect(message([1, 2], [3, 4])).toBe('nothing shared; they lead with different stories');
    expect(message([1], [])).toBe('nothing shared; one of them is empty');
    expect(message([], [])).toBe('nothing shared; both are empty');
  });

  it('count the numbers down the whole page, over its zones', () => {
    const there = pageOfStories([7, 8, 9]);
    const [zone] = there.zones;
    if (!zone) throw new Error('no zone');
    const zones = [
      { ...zone, teasers: zone.teasers.slice(0, 1) },
      { ...zone, id: 'second', teasers: zone.teasers.slice(1) },
    ];
    expect(comparePages(pageOfStories([9]), { zones }).sameStories.get(storyId(9))).toEqual({ here: 1, there: 3 });
  });

  it('are the same from either side', () => {
    fc.assert(
      fc.property(stories, stories, (mine, theirs) => {
        const [here, there] = [pageOfStories(mine), pageOfStories(theirs)];
        const back = comparePages(there, here).sameStories;
        const { sameStories } = comparePages(here, there);
        expect(sameStories.size).toBe(mine.filter((one) => theirs.includes(one)).length);
        expect(back.size).toBe(sameStories.size);
        for (const [id, sameStory] of sameStories)
          expect(back.get(id)).toEqual({ here: sameStory.there, there: sameStory.here });
      }),
    );
  });

  it('mark a story with its number on the other page', () => {
    expect(formatSameStory(4, 'Dorset')).toBe('also at 4 on Dorset');
  });
});

describe('the neighbours, one after the other', () => {
  it('go round the ends, and begin where another page stands', () => {
    expect(stepNeighbour(['a', 'b', 'c'], 'c', 'next')).toBe('a');
    expect(stepNeighbour(['a', 'b', 'c'], 'a', 'previous')).toBe('c');
    expect(stepNeighbour(['a', 'b', 'c'], 'elsewhere', 'next')).toBe('a');
    expect(stepNeighbour(['a', 'b', 'c'], null, 'previous')).toBe('c');
  });

  it('there is no other than the only one, and none without neighbours', () => {
    expect(stepNeighbour(['a'], 'a', 'next')).toBeNull();
    expect(stepNeighbour([], null, 'next')).toBeNull();
  });
});
