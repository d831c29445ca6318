import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import type { Actor, Changes } from '../core/changes.ts';
import { newId } from '../core/ids.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { hasRejection } from './rejections.ts';
import { datesAgree, headlineKey, newSourceKey } from './source-key.ts';
import {
  insertStory,
  mapStoriesByHeadlineKey,
  refreshStory,
  type Story,
  type StorySourceFields,
  updateStory,
} from './story-rows.ts';
import { findStrength, insertTag } from './tag-rows.ts';

/** One story as a capture printed it. */
interface SeenStory {
  label: string | null;
  headline: string;
  standfirst: string | null;
  publishedAt: string | null;
  dateLine: string | null;
}

export interface SeenCapture {
  system: SystemCode;
  systemName: string;
  file: string;
  sha256: string;
  seenOn: string;
  stories: readonly SeenStory[];
}

export interface CaptureCounts {
  new: number;
  changed: number;
  unchanged: number;
  newTags: number;
}

/**
 * Takes a capture in: new stories, newer words of known ones, a tag to the capture's system, and the
 * order it had. A story seen on this system's page before is not tagged again: if its tag is gone,
 * an editor took it away.
 */
export function takeInCapture(db: ReadDb, changes: Changes, actor: Actor, capture: SeenCapture): CaptureCounts {
  const counts: CaptureCounts = { new: 0, changed: 0, unchanged: 0, newTags: 0 };
  const sameCapture = findSameCapture(db, capture);
  const captureId = sameCapture ?? insertCapture(changes, capture);
  const reason = `On the ${capture.systemName} page seen on ${longDay(capture.seenOn)} (${capture.file})`;
  const tag = (articleId: StoryId) => {
    insertTag(changes, actor, { articleId, system: capture.system, strength: 'about', origin: 'capture', reason });
    counts.newTags += 1;
  };
  // From the last to the first: of two that nothing else parts the later row comes first, here and on every list.
  for (const { story, rank, key, known, sourceKey } of matchStories(db, capture.stories).reverse()) {
    if (known) {
      refresh(changes, known, story, capture.seenOn, counts);
      if (isNewsHere(db, known.id, capture.system)) tag(known.id);
      if (sameCapture === null || !wasSeenIn(db, known.id, captureId)) {
        insertSighting(changes, known.id, captureId, rank, story.dateLine);
      }
    } else {
      const id = add(changes, story, key, sourceKey, capture.seenOn);
      counts.new += 1;
      // Before the tag, so that its place on the page is known at once.
      insertSighting(changes, id, captureId, rank, story.dateLine);
      tag(id);
    }
  }
  return counts;
}

/** The system's newest capture of that day, if it is this very file: then its order is stored already. */
function findSameCapture(db: ReadDb, capture: SeenCapture): string | null {
  const newest = prepare<{ id: string; sha256: string }>(
    db,
    'SELECT id, sha256 FROM captures WHERE system_code = ? AND seen_on = ? ORDER BY id DESC LIMIT 1',
  ).get(capture.system, capture.seenOn);
  return newest?.sha256 === capture.sha256 ? newest.id : null;
}

function insertCapture(changes: Changes, capture: SeenCapture): string {
  const id = newId();
  changes.insert('captures', {
    id,
    system_code: capture.system,
    file: capture.file,
    sha256: capture.sha256,
    seen_on: capture.seenOn,
  });
  return id;
}

interface MatchedStory {
  story: SeenStory;
  key: string;
  /** Its number on the captured page, from 1. */
  rank: number;
  known: Story | null;
  /** What a new story is recognised by. */
  sourceKey: string;
}

/**
 * Which known story each story of a capture is. Where a headline occurs more than once, stories whose
 * teaser is the same go together first, and the rest in order, the newest known story first.
 */
function matchStories(db: ReadDb, stories: readonly SeenStory[]): MatchedStory[] {
  const matches = stories.map((story, index) => ({
    story,
    key: headlineKey(story.headline),
    rank: index + 1,
    known: null,
    sourceKey: '',
  }));
  const groups = Map.groupBy<string, MatchedStory>(matches, ({ key }) => key);
  const articles = mapStoriesByHeadlineKey(db, [...groups.keys()]);
  for (const [key, group] of groups) {
    const left = [...(articles.get(key) ?? [])];
    const taken = new Set(left.map(({ sourceKey }) => sourceKey));
    const take = (match: MatchedStory, fits: (story: Story) => boolean) => {
      const isIt = (story: Story) =>
        datesAgree(sourceWordOf(story, 'publishedAt'), match.story.publishedAt) && fits(story);
      const index = left.findIndex(isIt);
      if (match.known === null && index >= 0) match.known = left.splice(index, 1)[0] ?? null;
    };
    for (const match of group) take(match, (story) => sourceWordOf(story, 'standfirst') === match.story.standfirst);
    for (const match of group) take(match, () => true);
    for (const match of group) {
      match.sourceKey = match.known?.sourceKey ?? newSourceKey({ ...fieldsOf(match.story), url: null }, taken, key);
      taken.add(match.sourceKey);
    }
  }
  return matches;
}

/** What the source said last, whether or not an editor says something else. */
function sourceWordOf(story: Story, field: 'standfirst' | 'publishedAt'): string | null {
  const word = story.sourceWords[field];
  return word !== undefined ? word : story[field];
}

/** Whether the capture is the first to say that the story belongs here, and no editor has said that it does not. */
function isNewsHere(db: ReadDb, id: StoryId, system: SystemCode): boolean {
  return !wasSeenOnPage(db, id, system) && findStrength(db, id, system) === null && !hasRejection(db, id, system);
}

function wasSeenOnPage(db: ReadDb, id: StoryId, system: SystemCode): boolean {
  return (
    prepare(
      db,
      `SELECT 1 FROM sightings s JOIN captures c ON c.id = s.capture_id
       WHERE s.article_id = ? AND c.system_code = ? LIMIT 1`,
    ).get(id, system) !== undefined
  );
}

function wasSeenIn(db: ReadDb, id: StoryId, captureId: string): boolean {
  return (
    prepare(db, 'SELECT 1 FROM sightings WHERE article_id = ? AND capture_id = ?').get(id, captureId) !== undefined
  );
}

function fieldsOf(story: SeenStory): Pick<StorySourceFields, 'headline' | 'standfirst' | 'alt' | 'publishedAt'> {
  return { headline: story.headline, standfirst: story.standfirst, alt: story.label, publishedAt: story.publishedAt };
}

function refresh(changes: Changes, known: Story, story: SeenStory, seenOn: string, counts: CaptureCounts): void {
  const firstSeenOn = seenOn < known.firstSeenOn ? seenOn : known.firstSeenOn;
  if (seenOn < known.sourceSeenOn) {
    updateStory(changes, known, { firstSeenOn });
    counts.unchanged += 1;
    return;
  }
  const fields = fieldsOf(story);
  const before = { ...known, ...known.sourceWords };
  const isReworded = (Object.keys(fields) as (keyof typeof fields)[]).some(
    (field) => fields[field] !== null && fields[field] !== before[field],
  );
  refreshStory(changes, known, fields, seenOn);
  if (isReworded) counts.changed += 1;
  else counts.unchanged += 1;
}

function add(changes: Changes, story: SeenStory, key: string, sourceKey: string, seenOn: string): StoryId {
  return insertStory(changes, {
    ...fieldsOf(story),
    kicker: null,
    byline: null,
    kind: null,
    url: null,
    body: null,
    imageAddress: null,
    imageFile: null,
    embargoUntil: null,
    sourceKey,
    headlineKey: key,
    origin: 'capture',
    seenOn,
    national: false,
  });
}

function insertSighting(
  changes: Changes,
  articleId: StoryId,
  captureId: string,
  rank: number,
  dateLine: string | null,
): void {
  changes.insert('sightings', { article_id: articleId, capture_id: captureId, rank, date_line: dateLine });
}

export interface Sighting {
  code: SystemCode;
  file: string;
  seenOn: string;
  rank: number;
}

/** Where a story was seen, newest first. */
export function listSightings(db: ReadDb, articleId: StoryId): Sighting[] {
  return prepare<Sighting>(
    db,
    `SELECT c.system_code AS code, c.file, c.seen_on AS seenOn, s.rank FROM sightings s
     JOIN captures c ON c.id = s.capture_id WHERE s.article_id = ? ORDER BY c.seen_on DESC, c.id DESC`,
  ).all(articleId);
}
