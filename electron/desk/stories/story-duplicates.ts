import type { StoryId } from '../../../shared/models.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { ReadProblem, ReadStory } from '../../files/readers/read-items.ts';
import type { ReadDb } from '../core/sql.ts';
import { isWatched, listDuplicatePairs } from './duplicate-pairs.ts';
import { getStory, listStoriesByHeadlineKey, type Story } from './story-rows.ts';

/** The other stories that may be this one; in a large library only those with its headline. */
export function listDuplicatesOf(db: ReadDb, { id, headlineKey }: Story): { id: StoryId; reason: string }[] {
  if (!isWatched(db)) {
    const namesakes = listStoriesByHeadlineKey(db, headlineKey).filter((other) => other.id !== id);
    return namesakes.map((other) => ({ id: other.id, reason: 'the same headline' }));
  }
  return listDuplicatePairs(db)
    .filter(({ a, b }) => a === id || b === id)
    .map(({ a, b, reason }) => ({ id: a === id ? b : a, reason }));
}

/** A morning's import has fewer new stories; the first import of a library is not searched. */
const MOST_NEW = 500;

/** What is to be said of each new story that may be one that the library has already. */
export function findDuplicatesOfNew(
  db: ReadDb,
  added: readonly { id: StoryId; story: ReadStory }[],
): ReadonlyMap<StoryId, ReadProblem> {
  const problems = new Map<StoryId, ReadProblem>();
  if (added.length === 0 || added.length > MOST_NEW || !isWatched(db)) return problems;
  const news = new Map(added.map(({ id, story }) => [id, story]));
  for (const { a, b, reason } of listDuplicatePairs(db)) {
    const story = news.get(b);
    // Of those with one headline the report speaks already.
    if (!story || reason === 'the same headline') continue;
    const message = `${inQuotes(story.headline)} may be ${inQuotes(getStory(db, a).headline)} again: ${reason}. Both were kept, as possible duplicates.`;
    problems.set(b, { line: story.line, code: 'maybe-duplicate', message });
  }
  return problems;
}
