import { v7 as uuidv7 } from 'uuid';
import type { ArticleId, SystemCode } from '../../shared/models.ts';
import { datesAgree, headlineKey, newSourceKey } from '../../shared/source-key.ts';
import {
  type Article,
  type ArticleFields,
  insertArticle,
  listArticlesByHeadlineKey,
  refreshArticle,
  takenKeys,
  updateArticle,
} from './articles.ts';
import type { Actor, Changes } from './changes.ts';
import { prepare, type ReadDb } from './sql.ts';
import { insertTag } from './tags.ts';

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
  const captureId = findSameCapture(db, capture) ?? insertCapture(changes, capture);
  const matches = matchStories(db, capture.stories);
  capture.stories.forEach((story, index) => {
    const known = matches.get(index);
    const seenHere = known !== undefined && wasSeenOnPage(db, known.id, capture.system);
    const id = known
      ? refresh(changes, known, story, capture.seenOn, counts)
      : add(db, changes, story, capture.seenOn, counts);
    if (!seenHere && !(known && hasTag(db, id, capture.system))) {
      const reason = `On the ${capture.systemName} page seen on ${capture.seenOn} (${capture.file})`;
      insertTag(changes, actor, {
        articleId: id,
        system: capture.system,
        strength: 'about',
        origin: 'capture',
        reason,
      });
      counts.newTags += 1;
    }
    recordSighting(db, changes, id, captureId, index + 1, story.dateLine);
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

/**
 * Which known story each story of a capture is, by its place in the capture. Where a headline occurs
 * more than once, stories whose teaser is the same go together first, and the rest in order.
 */
function matchStories(db: ReadDb, stories: readonly SeenStory[]): Map<number, Article> {
  const groups = new Map<string, number[]>();
  stories.forEach((story, index) => {
    const key = headlineKey(story.headline);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  const matches = new Map<number, Article>();
  for (const [key, indexes] of groups) {
    const left = listArticlesByHeadlineKey(db, key);
    const take = (index: number, fits: (article: Article, story: SeenStory) => boolean) => {
      const story = stories[index];
      const found = story ? left.findIndex((article) => fits(article, story)) : -1;
      const article = left[found];
      if (!article || matches.has(index)) return;
      left.splice(found, 1);
      matches.set(index, article);
    };
    const dated = (article: Article, story: SeenStory) => datesAgree(article.publishedAt, story.publishedAt);
    for (const index of indexes) {
      take(index, (article, story) => dated(article, story) && sourceStandfirst(article) === story.standfirst);
    }
    for (const index of indexes) take(index, dated);
  }
  return matches;
}

function sourceStandfirst(article: Article): string | null {
  return article.sourceWords.standfirst !== undefined ? article.sourceWords.standfirst : article.standfirst;
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

function hasTag(db: ReadDb, id: ArticleId, system: SystemCode): boolean {
  return prepare(db, 'SELECT 1 FROM tags WHERE article_id = ? AND system_code = ?').get(id, system) !== undefined;
}

function fieldsOf(story: SeenStory): Pick<ArticleFields, 'headline' | 'standfirst' | 'alt' | 'publishedAt'> {
  return { headline: story.headline, standfirst: story.standfirst, alt: story.label, publishedAt: story.publishedAt };
}

function refresh(changes: Changes, known: Article, story: SeenStory, seenOn: string, counts: CaptureCounts): ArticleId {
  const firstSeenOn = seenOn < known.firstSeenOn ? seenOn : known.firstSeenOn;
  if (seenOn < known.sourceSeenOn) {
    updateArticle(changes, known, { firstSeenOn });
    counts.unchanged += 1;
    return known.id;
  }
  const fields = fieldsOf(story);
  const before = { ...known, ...known.sourceWords };
  const isReworded = (Object.keys(fields) as (keyof typeof fields)[]).some(
    (field) => fields[field] !== null && fields[field] !== before[field],
  );
  refreshArticle(changes, known, fields, seenOn);
  if (isReworded) counts.changed += 1;
  else counts.unchanged += 1;
  return known.id;
}

function add(db: ReadDb, changes: Changes, story: SeenStory, seenOn: string, counts: CaptureCounts): ArticleId {
  counts.new += 1;
  const fields = { ...fieldsOf(story), kicker: null, byline: null, kind: null, url: null, body: null };
  return insertArticle(changes, {
    ...fields,
    imageAddress: null,
    embargoUntil: null,
    sourceKey: newSourceKey(fields, takenKeys(db, fields)),
    origin: 'capture',
    seenOn,
    national: false,
  });
}

function recordSighting(
  db: ReadDb,
  changes: Changes,
  articleId: ArticleId,
  captureId: string,
  rank: number,
  dateLine: string | null,
): void {
  const known = prepare(db, 'SELECT 1 FROM sightings WHERE article_id = ? AND capture_id = ?').get(
    articleId,
    captureId,
  );
  if (!known) {
    changes.insert('sightings', { article_id: articleId, capture_id: captureId, rank, date_line: dateLine });
  }
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
