import type { ReadStory } from '../../files/readers/read-items.ts';
import type { ReadDb } from '../core/sql.ts';
import { addressKey, datesAgree, headlineKey, newSourceKey } from './source-key.ts';
import { mapStoriesByAddressKey, mapStoriesByHeadlineKey, type Story } from './story-rows.ts';
import { differAltogether } from './word-overlap.ts';

export interface MatchedStory {
  story: ReadStory;
  /** The key of its headline. */
  key: string;
  /** Its number in the file, from 1. */
  rank: number;
  known: Story | null;
  /** What a new story is recognised by. */
  sourceKey: string;
  /** For a new story, another one with its headline. */
  namesake: Pick<Story, 'headline'> | null;
}

/**
 * Which known story each story of a file is: the one with its canonical address, else one with its headline whose
 * dates agree. A headline alone never makes two stories one: see `isSameStory`. Where a headline occurs more than
 * once, stories whose teaser is the same go together first, and the rest in order, the newest known story first. No
 * two of `stories` may have one address.
 */
export function matchStories(db: ReadDb, stories: readonly ReadStory[]): MatchedStory[] {
  const matches = stories.map((story, index): MatchedStory => {
    const key = headlineKey(story.headline);
    return { story, key, rank: index + 1, known: null, sourceKey: '', namesake: null };
  });
  matchByAddress(db, matches);
  const known = new Set(matches.flatMap(({ known }) => known?.id ?? []));
  const groups = Map.groupBy(matches, ({ key }) => key);
  const namesakes = mapStoriesByHeadlineKey(db, [...groups.keys()]);
  for (const [key, group] of groups) {
    const left = (namesakes.get(key) ?? []).filter(({ id }) => !known.has(id));
    const taken = new Set((namesakes.get(key) ?? []).map(({ sourceKey }) => sourceKey));
    const take = (match: MatchedStory, fits: (story: Story) => boolean) => {
      if (match.known !== null) return;
      const index = left.findIndex((story) => couldBe(story, match.story) && fits(story));
      if (index >= 0) match.known = left.splice(index, 1)[0] ?? null;
    };
    for (const match of group) take(match, (story) => sourceWordOf(story, 'standfirst') === match.story.standfirst);
    for (const match of group) take(match, (story) => isSameStory(story, match.story));
    for (const match of group) {
      match.sourceKey = match.known?.sourceKey ?? newSourceKey(match.story, taken, key);
      if (match.known === null) match.namesake = left[0] ?? null;
      taken.add(match.sourceKey);
    }
  }
  return matches;
}

function matchByAddress(db: ReadDb, matches: readonly MatchedStory[]): void {
  const keys = matches.map(({ story }) => (story.url === null ? null : addressKey(story.url)));
  const wanted = keys.filter((key) => key !== null);
  if (wanted.length === 0) return;
  const found = mapStoriesByAddressKey(db, wanted);
  for (const [index, match] of matches.entries()) {
    match.known = found.get(keys[index] ?? '') ?? null;
  }
}

/** Nothing rules out that the two are one story: neither their dates nor two different addresses. */
function couldBe(known: Story, story: ReadStory): boolean {
  const date = sourceWordOf(known, 'publishedAt');
  const address = sourceWordOf(known, 'url');
  const isElsewhere =
    address !== null &&
    story.url !== null &&
    addressKey(address) !== null &&
    addressKey(address) !== addressKey(story.url);
  return datesAgree(date, story.publishedAt) && !isElsewhere;
}

/**
 * Whether a story with the same headline is the same story: unless its teaser is about something else and its image
 * is another one too. A series has one headline for every issue, and two trusts can make the same news.
 */
function isSameStory(known: Story, story: ReadStory): boolean {
  // A story that was written here and has no source yet: its words are not a source's.
  if (known.origin === 'written' && known.sourceWords.standfirst === undefined) return true;
  const teaser = sourceWordOf(known, 'standfirst');
  if (teaser === null || story.standfirst === null || !differAltogether(teaser, story.standfirst)) return true;
  const label = sourceWordOf(known, 'alt');
  return label !== null && story.label !== null && !differAltogether(label, story.label);
}

/** What the source said last, whether or not an editor says something else. */
function sourceWordOf(story: Story, field: 'standfirst' | 'publishedAt' | 'url' | 'alt'): string | null {
  const word = story.sourceWords[field];
  return word !== undefined ? word : story[field];
}
