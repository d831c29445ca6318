import type { StoryId } from '../../../shared/models.ts';
import { derived } from '../core/derived.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { mayBeAlike, type StorySketch, sketchOf, whyAlike } from './similar-stories.ts';

/** Two stories that may be one; `a` came into the library first. */
export interface DuplicatePair {
  a: StoryId;
  b: StoryId;
  /** The end of a sentence: “the same teaser”. */
  reason: string;
}

/** More stories than this share a word that says nothing about either. */
const MOST_WITH_WORD = 60;
/** Each story is compared with those that share one of its rarest words. */
const RAREST_WORDS = 4;
/** A teaser of more stories belongs to a series. */
const MOST_WITH_TEASER = 2;

/** All pairs of the library, those with the newest story first. A withdrawn story is in none. */
export function listDuplicatePairs(db: ReadDb): readonly DuplicatePair[] {
  const columns = { articles: ['headline', 'standfirst', 'published_at', 'withdrawn_at'], images: ['alt'] };
  return derived(db, 'duplicate pairs', { tables: ['articles', 'images'], columns }, () => findPairs(readSketches(db)));
}

/** In a larger library the search takes too long to be done again after each change of a story's words. */
const MOST_WATCHED = 20_000;

/** Whether the library is small enough for pairs to be found whenever they are asked for. */
export function isWatched(db: ReadDb): boolean {
  return (prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM articles').get()?.n ?? 0) <= MOST_WATCHED;
}

/**
 * The stories that are in a pair, for lists and counts that are always on screen. In a large library only those that
 * share a headline; `listDuplicatePairs` finds the others.
 */
export function listStoriesInPairs(db: ReadDb): readonly StoryId[] {
  if (isWatched(db)) return [...new Set(listDuplicatePairs(db).flatMap(({ a, b }) => [a, b]))];
  return prepare<{ id: StoryId }>(
    db,
    `SELECT id FROM articles WHERE withdrawn_at IS NULL AND headline_key IN
     (SELECT headline_key FROM articles GROUP BY headline_key HAVING count(*) > 1)`,
  )
    .all()
    .map(({ id }) => id);
}

function readSketches(db: ReadDb): StorySketch[] {
  return prepare<Parameters<typeof sketchOf>[0]>(
    db,
    `SELECT a.id, a.headline, a.standfirst, i.alt AS label, a.published_at AS publishedAt
     FROM articles a LEFT JOIN images i ON i.article_id = a.id WHERE a.withdrawn_at IS NULL ORDER BY a.seq`,
  )
    .all()
    .map(sketchOf);
}

/** The pairs among stories in the order in which they came. */
export function findPairs(sketches: readonly StorySketch[]): DuplicatePair[] {
  const withTeaser = countBy(sketches.flatMap(({ teaser }) => teaser ?? []));
  const pairs = new Map<string, DuplicatePair & { newest: number }>();
  const compare = (first: number, second: number) => {
    const [i, j] = first < second ? [first, second] : [second, first];
    const [a, b] = [sketches[i], sketches[j]];
    if (!a || !b || !mayBeAlike(a, b) || pairs.has(`${i} ${j}`)) return;
    const reason = whyAlike(a, b, (withTeaser.get(a.teaser ?? '') ?? 0) > MOST_WITH_TEASER);
    if (reason !== null) pairs.set(`${i} ${j}`, { a: a.id as StoryId, b: b.id as StoryId, reason, newest: j });
  };
  for (const block of blocksOf(sketches)) {
    for (let i = 0; i < block.length; i += 1) for (let j = 0; j < i; j += 1) compare(block[i] ?? 0, block[j] ?? 0);
  }
  return [...pairs.values()].sort((a, b) => b.newest - a.newest).map(({ a, b, reason }) => ({ a, b, reason }));
}

/** Stories that are worth comparing, by their number: with one headline, with one teaser, with a rare word. */
function blocksOf(sketches: readonly StorySketch[]): number[][] {
  const byMark = new Map<string, number[]>();
  const add = (mark: string, index: number) => {
    const block = byMark.get(mark);
    if (block) block.push(index);
    else byMark.set(mark, [index]);
  };
  const withWord = countBy(sketches.flatMap(({ words }) => [...words]));
  for (const [index, { core, teaser, words }] of sketches.entries()) {
    add(`h ${core}`, index);
    if (teaser !== null) add(`t ${teaser}`, index);
    const rarest = [...words]
      .filter((word) => (withWord.get(word) ?? 0) <= MOST_WITH_WORD)
      .sort((a, b) => (withWord.get(a) ?? 0) - (withWord.get(b) ?? 0));
    for (const word of rarest.slice(0, RAREST_WORDS)) add(`w ${word}`, index);
  }
  return [...byMark.values()].filter((block) => block.length > 1 && block.length <= MOST_WITH_WORD);
}

function countBy(marks: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}
