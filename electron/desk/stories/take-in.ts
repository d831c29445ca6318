import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { ReadProblem, ReadStory } from '../../files/readers/read-items.ts';
import type { Actor, Changes } from '../core/changes.ts';
import type { ReadDb } from '../core/sql.ts';
import {
  type CaptureFile,
  findSameCapture,
  insertCapture,
  insertSighting,
  wasSeenIn,
  wasSeenOnPage,
} from './captures.ts';
import { type MatchedStory, matchStories } from './known-stories.ts';
import { hasRejection } from './rejections.ts';
import { addressKey } from './source-key.ts';
import { type FieldChange, refreshFromSource, sourceFieldsOf } from './source-refresh.ts';
import { insertStory, type Story, updateStory } from './story-rows.ts';
import { findStrength, insertTag, setNational } from './tag-rows.ts';

/** What came in from one page or list, and what a person should know about it. */
export interface TakenIn {
  new: number;
  changed: number;
  unchanged: number;
  newTags: number;
  problems: ReadProblem[];
  /** The new stories, in the order in which they were written. */
  added: { id: StoryId; story: ReadStory }[];
  /** The known stories whose words changed. */
  changes: { id: StoryId; headline: string; fields: FieldChange[] }[];
}

export interface SeenPage extends CaptureFile {
  systemName: string;
  stories: readonly ReadStory[];
}

/**
 * Takes a page in: new stories, newer words of known ones, a tag to the page's system, and the order it had. A story
 * seen on this system's page before is not tagged again: if its tag is gone, an editor took it away. `beforeEach` is
 * called before each story.
 */
export function takeInPage(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  page: SeenPage,
  beforeEach: () => void,
): TakenIn {
  const result = nothingTakenIn();
  const sameCapture = findSameCapture(db, page);
  const captureId = sameCapture ?? insertCapture(changes, page);
  const reason = `On the ${page.systemName} page seen on ${longDay(page.seenOn)} (${page.file})`;
  const tag = (articleId: StoryId) => {
    insertTag(changes, actor, { articleId, system: page.system, strength: 'about', origin: 'capture', reason });
    result.newTags += 1;
  };
  const matches = matchStories(db, withoutRepeats(page.stories, result));
  // From the last to the first: of two that nothing else parts the later row comes first, here and on every list.
  for (const match of matches.reverse()) {
    beforeEach();
    const { known, rank, story } = match;
    const sighting = { captureId, rank, dateLine: story.dateLine };
    if (known) {
      refresh(changes, known, match, page.seenOn, result);
      if (isNewsHere(db, known.id, page.system)) tag(known.id);
      if (sameCapture === null || !wasSeenIn(db, known.id, captureId)) {
        insertSighting(changes, { ...sighting, articleId: known.id });
      }
    } else {
      const articleId = add(changes, match, page.seenOn, result);
      // Before the tag, so that its place on the page is known at once.
      insertSighting(changes, { ...sighting, articleId });
      tag(articleId);
    }
  }
  return inOrder(result);
}

/** A story of a list with the systems that its own column or key names. */
export type ListedStory = ReadStory & { filedTo: readonly { code: SystemCode; name: string }[] };

export interface SeenList {
  file: string;
  seenOn: string;
  stories: readonly ListedStory[];
}

/**
 * Takes stories in that are no page: from a feed, a table, an article page. They are filed only where the file says
 * so. How a known story is filed changes only as long as no editor has reviewed it.
 */
export function takeInList(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  list: SeenList,
  beforeEach: () => void,
): TakenIn {
  const result = nothingTakenIn();
  const stories = withoutRepeats(list.stories, result) as ListedStory[];
  const filedTo = new Map(stories.map((story) => [story as ReadStory, story.filedTo]));
  // From the last to the first: feeds and tables have the newest on top, and the later row comes first on every list.
  for (const match of matchStories(db, stories).reverse()) {
    beforeEach();
    const { known, story } = match;
    if (known) refresh(changes, known, match, list.seenOn, result);
    const articleId = known?.id ?? add(changes, match, list.seenOn, result);
    if (known?.review) continue;
    if (story.national) setNational(db, changes, articleId, true);
    for (const { code, name } of filedTo.get(story) ?? []) {
      if (findStrength(db, articleId, code) !== null || hasRejection(db, articleId, code)) continue;
      const reason = `Filed to ${name} by ${list.file}`;
      insertTag(changes, actor, { articleId, system: code, strength: 'about', origin: 'capture', reason });
      result.newTags += 1;
    }
  }
  return inOrder(result);
}

function nothingTakenIn(): TakenIn {
  return { new: 0, changed: 0, unchanged: 0, newTags: 0, problems: [], added: [], changes: [] };
}

/** Stories are taken in from the last to the first; a person reads about them from the first to the last. */
function inOrder(result: TakenIn): TakenIn {
  result.problems.reverse();
  result.changes.reverse();
  return result;
}

/** Two items with one address are one story. */
function withoutRepeats(stories: readonly ReadStory[], { problems }: TakenIn): ReadStory[] {
  const seen = new Set<string>();
  return stories.filter((story) => {
    const key = story.url === null ? null : addressKey(story.url);
    if (key === null || !seen.has(key)) {
      if (key !== null) seen.add(key);
      return true;
    }
    const message = `${inQuotes(story.headline)} is in the file twice, with one address. The first was taken.`;
    problems.push({ line: story.line, code: 'left-out', message });
    return false;
  });
}

/** Whether the page is the first to say that the story belongs here, and no editor has said that it does not. */
function isNewsHere(db: ReadDb, id: StoryId, system: SystemCode): boolean {
  return !wasSeenOnPage(db, id, system) && findStrength(db, id, system) === null && !hasRejection(db, id, system);
}

const WORSE = { 'cut-off': 'cut off', garbled: 'garbled' } as const;

function refresh(changes: Changes, known: Story, { story, key }: MatchedStory, seenOn: string, result: TakenIn): void {
  const firstSeenOn = seenOn < known.firstSeenOn ? seenOn : known.firstSeenOn;
  if (seenOn < known.sourceSeenOn) {
    updateStory(changes, known, { firstSeenOn });
    result.unchanged += 1;
    return;
  }
  const { changes: fields, kept } = refreshFromSource(changes, known, story, key, seenOn);
  for (const { field, words, why } of kept) {
    const message = `The ${field} of ${inQuotes(known.headline)} is ${WORSE[why]} here, so the words known before were kept: ${inQuotes(words)}.`;
    result.problems.push({ line: story.line, code: 'not-replaced', message });
  }
  if (fields.length > 0) {
    result.changed += 1;
    result.changes.push({ id: known.id, headline: known.headline, fields });
  } else result.unchanged += 1;
}

function add(
  changes: Changes,
  { story, key, sourceKey, namesake }: MatchedStory,
  seenOn: string,
  result: TakenIn,
): StoryId {
  result.new += 1;
  if (namesake) {
    const message = `${inQuotes(story.headline)} is the headline of another story with other words. Both were kept, as possible duplicates.`;
    result.problems.push({ line: story.line, code: 'maybe-duplicate', message });
  }
  const id = insertStory(changes, {
    ...sourceFieldsOf(story),
    imageAddress: story.imageAddress,
    imageFile: null,
    embargoUntil: story.embargoUntil,
    sourceKey,
    headlineKey: key,
    // Not written here: it came from outside, whatever the format.
    origin: 'capture',
    seenOn,
    national: story.national,
  });
  result.added.push({ id, story });
  return id;
}
