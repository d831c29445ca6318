import { v7 as uuidv7 } from 'uuid';
import type { ArticleId, SystemCode } from '../../shared/models.ts';
import {
  type Article,
  type ArticleFields,
  insertArticle,
  mapArticlesByHeadlineKey,
  refreshArticle,
  updateArticle,
} from './articles.ts';
import type { Actor, Changes } from './changes.ts';
import { datesAgree, headlineKey, newSourceKey } from './source-key.ts';
import { prepare, type ReadDb } from './sql.ts';
import { findStrength, insertTag } from './tags.ts';

/** One story as a capture printed it. */
export interface SeenStory {
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
  const reason = `On the ${capture.systemName} page seen on ${capture.seenOn} (${capture.file})`;
  const tag = (articleId: ArticleId) => {
    insertTag(changes, actor, { articleId, system: capture.system, strength: 'about', origin: 'capture', reason });
    counts.newTags += 1;
  };
  matchStories(db, capture.stories).forEach(({ story, key, known, taken }, index) => {
    if (known) {
      refresh(changes, known, story, capture.seenOn, counts);
      if (!wasSeenOnPage(db, known.id, capture.system) && findStrength(db, known.id, capture.system) === null)
        tag(known.id);
      if (sameCapture === null || !wasSeenIn(db, known.id, captureId)) {
        insertSighting(changes, known.id, captureId, index + 1, story.dateLine);
      }
    } else {
      const id = add(changes, story, key, taken, capture.seenOn);
      counts.new += 1;
      tag(id);
      insertSighting(changes, id, captureId, index + 1, story.dateLine);
    }
  });
  return counts;
}

function findSameCapture(db: ReadDb, capture: SeenCapture): string | null {
  return (
    prepare<{ id: string }>(db, 'SELECT id FROM captures WHERE system_code = ? AND sha256 = ? AND seen_on = ?').get(
      capture.system,
      capture.sha256,
      capture.seenOn,
    )?.id ?? null
  );
}

function insertCapture(changes: Changes, capture: SeenCapture): string {
  const id = uuidv7();
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
  known: Article | null;
  /** Source keys of the stories with this headline; shared by all of the capture that have it. */
  taken: Set<string>;
}

/**
 * Which known story each story of a capture is. Where a headline occurs more than once, stories whose
 * teaser is the same go together first, and the rest in order.
 */
function matchStories(db: ReadDb, stories: readonly SeenStory[]): MatchedStory[] {
  const matches = stories.map((story) => ({
    story,
    key: headlineKey(story.headline),
    known: null,
    taken: new Set<string>(),
  }));
  const groups = Map.groupBy<string, MatchedStory>(matches, ({ key }) => key);
  const articles = mapArticlesByHeadlineKey(db, [...groups.keys()]);
  for (const [key, group] of groups) {
    const left = [...(articles.get(key) ?? [])];
    const taken = new Set(left.map(({ sourceKey }) => sourceKey));
    for (const match of group) match.taken = taken;
    const take = (match: MatchedStory, fits: (article: Article) => boolean) => {
      const index = left.findIndex(
        (article) => datesAgree(sourceWordOf(article, 'publishedAt'), match.story.publishedAt) && fits(article),
      );
      if (match.known === null && index >= 0) match.known = left.splice(index, 1)[0] ?? null;
    };
    for (const match of group) take(match, (article) => sourceWordOf(article, 'standfirst') === match.story.standfirst);
    for (const match of group) take(match, () => true);
  }
  return matches;
}

/** What the source said last, whether or not an editor says something else. */
function sourceWordOf(article: Article, field: 'standfirst' | 'publishedAt'): string | null {
  const word = article.sourceWords[field];
  return word !== undefined ? word : article[field];
}

function wasSeenOnPage(db: ReadDb, id: ArticleId, system: SystemCode): boolean {
  return (
    prepare(
      db,
      `SELECT 1 FROM sightings s JOIN captures c ON c.id = s.capture_id
       WHERE s.article_id = ? AND c.system_code = ? LIMIT 1`,
    ).get(id, system) !== undefined
  );
}

function wasSeenIn(db: ReadDb, id: ArticleId, captureId: string): boolean {
  return (
    prepare(db, 'SELECT 1 FROM sightings WHERE article_id = ? AND capture_id = ?').get(id, captureId) !== undefined
  );
}

function fieldsOf(story: SeenStory): Pick<ArticleFields, 'headline' | 'standfirst' | 'alt' | 'publishedAt'> {
  return { headline: story.headline, standfirst: story.standfirst, alt: story.label, publishedAt: story.publishedAt };
}

function refresh(changes: Changes, known: Article, story: SeenStory, seenOn: string, counts: CaptureCounts): void {
  const firstSeenOn = seenOn < known.firstSeenOn ? seenOn : known.firstSeenOn;
  if (seenOn < known.sourceSeenOn) {
    updateArticle(changes, known, { firstSeenOn });
    counts.unchanged += 1;
    return;
  }
  const fields = fieldsOf(story);
  const before = { ...known, ...known.sourceWords };
  const isReworded = (Object.keys(fields) as (keyof typeof fields)[]).some(
    (field) => fields[field] !== null && fields[field] !== before[field],
  );
  refreshArticle(changes, known, fields, seenOn);
  if (isReworded) counts.changed += 1;
  else counts.unchanged += 1;
}

function add(changes: Changes, story: SeenStory, key: string, taken: Set<string>, seenOn: string): ArticleId {
  const fields = { ...fieldsOf(story), kicker: null, byline: null, kind: null, url: null, body: null };
  const sourceKey = newSourceKey(fields, taken, key);
  taken.add(sourceKey);
  return insertArticle(changes, {
    ...fields,
    imageAddress: null,
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
  articleId: ArticleId,
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
export function listSightings(db: ReadDb, articleId: ArticleId): Sighting[] {
  return prepare<Sighting>(
    db,
    `SELECT c.system_code AS code, c.file, c.seen_on AS seenOn, s.rank FROM sightings s
     JOIN captures c ON c.id = s.capture_id WHERE s.article_id = ? ORDER BY c.seen_on DESC, c.id DESC`,
  ).all(articleId);
}
