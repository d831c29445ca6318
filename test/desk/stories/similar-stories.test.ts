import { describe, expect, test } from 'vitest';
import { findPairs } from '../../../electron/desk/stories/duplicate-pairs.ts';
import { type ComparedStory, sketchOf } from '../../../electron/desk/stories/similar-stories.ts';

const story = (id: string, headline: string, more: Partial<ComparedStory> = {}): ComparedStory => ({
  id,
  headline,
  standfirst: null,
  label: null,
  publishedAt: null,
  ...more,
});
const pairsOf = (...stories: ComparedStory[]) =>
  findPairs(stories.map(sketchOf)).map(({ a, b, reason }) => `${a} ${b}: ${reason}`);

const TEASER = 'Rents are blamed, although the board forecast something else a year ago.';

describe('two stories may be one', () => {
  test.each<[string, ComparedStory, ComparedStory, string]>([
    [
      'a corrected figure under the same image',
      story('a', 'Bakers return one in nine ovens', { standfirst: TEASER, label: 'Oven' }),
      story('b', 'Bakers return one in eight ovens', { standfirst: TEASER, label: 'Oven' }),
      'the same teaser and image label',
    ],
    [
      'a word in front',
      story('a', 'Exclusive: Ferry nurses walk out in Bude'),
      story('b', 'Ferry nurses walk out in Bude'),
      'the same headline',
    ],
    [
      'live updates',
      story('a', 'Ferry nurses walk out in Bude – live updates'),
      story('b', 'Ferry nurses walk out in Bude'),
      'the same headline',
    ],
    [
      'a headline that was re-worded with the same teaser',
      story('a', 'Ferry nurses in Bude leave their posts', { standfirst: TEASER }),
      story('b', 'Bude ferry nurses leave posts over rents', { standfirst: TEASER }),
      'the same teaser',
    ],
    [
      'a headline that is nearly the same',
      story('a', 'Looe lighthouse clinic shuts until the spring tides'),
      story('b', 'Looe lighthouse clinic to shut until spring tides'),
      'nearly the same headline',
    ],
  ])('%s', (_, a, b, reason) => {
    expect(pairsOf(a, b)).toEqual([`a b: ${reason}`]);
  });
});

describe('two stories are two', () => {
  test.each<[string, ...ComparedStory[]]>([
    ['nothing in common', story('a', 'Ferry nurses walk out in Bude'), story('b', 'Looe clinic shuts for spring')],
    [
      'issues of a series, with one teaser',
      story('a', 'The Harbour Letter: who pays for ferries', { standfirst: TEASER, label: 'Jo Bell' }),
      story('b', 'The Harbour Letter: who pays for lifts', { standfirst: TEASER, label: 'Jo Bell' }),
    ],
    [
      'short headlines with like teasers',
      story('a', 'Notes A', { standfirst: 'What is known so far about Notes A.' }),
      story('b', 'Notes B', { standfirst: 'What is known so far about Notes B.' }),
    ],
    [
      'a teaser that many stories share',
      story('a', 'Ferry nurses in Bude leave', { standfirst: TEASER }),
      story('b', 'Looe clinic shuts', { standfirst: TEASER }),
      story('c', 'Torpoint counts its spoons', { standfirst: TEASER }),
    ],
    [
      'one word apart, and teasers about other things',
      story('a', 'Looe lighthouse clinic chair resigns today', {
        standfirst: 'Mabel Penrose goes after eleven years at the helm.',
      }),
      story('b', 'Bude lighthouse clinic chair resigns today', {
        standfirst: 'Doctors had written four letters asking her to.',
      }),
    ],
  ])('%s', (_, ...stories) => {
    expect(pairsOf(...stories)).toEqual([]);
  });
});
