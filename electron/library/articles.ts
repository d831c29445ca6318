import { v7 as uuidv7 } from 'uuid';
import { type ArticleId, SOURCE_FIELDS, type SourceField } from '../../shared/models.ts';
import { headlineKey, newSourceKey } from '../../shared/source-key.ts';
import type { Changes } from './changes.ts';
import { storyMissing } from './selection.ts';
import { prepare, type ReadDb, type Row } from './sql.ts';

/** An article's fields as a source or an editor gives them. */
export interface ArticleFields {
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  alt: string | null;
  byline: string | null;
  kind: string | null;
  url: string | null;
  publishedAt: string | null;
  body: string | null;
}

/** What only an editor gives. */
export interface EditorOnlyFields {
  imageAddress: string | null;
  embargoUntil: string | null;
}

export type SourceWords = Partial<Record<SourceField, string | null>>;

export interface Article extends ArticleFields, EditorOnlyFields {
  seq: number;
  id: ArticleId;
  sourceKey: string;
  headlineKey: string;
  origin: 'capture' | 'written';
  imageId: string | null;
  imageFile: string | null;
  firstSeenOn: string;
  sourceSeenOn: string;
  national: boolean;
  withdrawnAt: string | null;
  /** The source's own value of each field an editor has taken over. */
  sourceWords: SourceWords;
}

interface ArticleRow {
  seq: number;
  id: ArticleId;
  source_key: string;
  headline_key: string;
  origin: 'capture' | 'written';
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  image_id: string | null;
  alt: string | null;
  file: string | null;
  address: string | null;
  byline: string | null;
  kind: string | null;
  url: string | null;
  body: string | null;
  published_at: string | null;
  embargo_until: string | null;
  first_seen_on: string;
  source_seen_on: string;
  national: 0 | 1;
  withdrawn_at: string | null;
  source_words: string;
}

const SELECT = `SELECT a.*, i.alt, i.file, i.address FROM articles a LEFT JOIN images i ON i.id = a.image_id`;

export function findArticle(db: ReadDb, id: ArticleId): Article | null {
  const row = prepare<ArticleRow>(db, `${SELECT} WHERE a.id = ?`).get(id);
  return row ? toArticle(row) : null;
}

/** Throws story-missing. */
export function getArticle(db: ReadDb, id: ArticleId): Article {
  const article = findArticle(db, id);
  if (!article) throw storyMissing(id);
  return article;
}

export function listArticlesByHeadlineKey(db: ReadDb, key: string): Article[] {
  return prepare<ArticleRow>(db, `${SELECT} WHERE a.headline_key = ? ORDER BY a.seq`).all(key).map(toArticle);
}

export function findArticleBySourceKey(db: ReadDb, key: string): Article | null {
  const row = prepare<ArticleRow>(db, `${SELECT} WHERE a.source_key = ?`).get(key);
  return row ? toArticle(row) : null;
}

function toArticle(row: ArticleRow): Article {
  return {
    seq: row.seq,
    id: row.id,
    sourceKey: row.source_key,
    headlineKey: row.headline_key,
    origin: row.origin,
    headline: row.headline,
    standfirst: row.standfirst,
    kicker: row.kicker,
    imageId: row.image_id,
    imageFile: row.file,
    imageAddress: row.address,
    alt: row.alt,
    byline: row.byline,
    kind: row.kind,
    url: row.url,
    body: row.body,
    publishedAt: row.published_at,
    embargoUntil: row.embargo_until,
    firstSeenOn: row.first_seen_on,
    sourceSeenOn: row.source_seen_on,
    national: row.national === 1,
    withdrawnAt: row.withdrawn_at,
    sourceWords: JSON.parse(row.source_words),
  };
}

export interface NewArticle extends ArticleFields, EditorOnlyFields {
  sourceKey: string;
  origin: 'capture' | 'written';
  seenOn: string;
  national: boolean;
}

export function insertArticle(changes: Changes, article: NewArticle): ArticleId {
  const id = uuidv7() as ArticleId;
  const imageId = insertImage(changes, article.alt, article.imageAddress);
  changes.insert('articles', {
    seq: null,
    id,
    source_key: article.sourceKey,
    headline_key: headlineKey(article.headline),
    origin: article.origin,
    ...columnsOf(article),
    image_id: imageId,
    embargo_until: article.embargoUntil,
    first_seen_on: article.seenOn,
    source_seen_on: article.seenOn,
    national: article.national ? 1 : 0,
    withdrawn_at: null,
    source_words: '{}',
  });
  return id;
}

function columnsOf(fields: Omit<ArticleFields, 'alt'>): Row {
  return {
    headline: fields.headline,
    standfirst: fields.standfirst,
    kicker: fields.kicker,
    byline: fields.byline,
    kind: fields.kind,
    url: fields.url,
    body: fields.body,
    published_at: fields.publishedAt,
  };
}

function insertImage(changes: Changes, alt: string | null, address: string | null): string | null {
  if (alt === null && address === null) return null;
  const id = uuidv7();
  changes.insert('images', { id, alt, file: null, address });
  return id;
}

/** Everything about an article that may change together; leave out what stays. */
export type ArticlePatch = Partial<ArticleFields & EditorOnlyFields> & {
  national?: boolean;
  withdrawnAt?: string | null;
  firstSeenOn?: string;
  sourceSeenOn?: string;
  sourceWords?: SourceWords;
  sourceKey?: string;
  headlineKey?: string;
};

/** Returns whether anything differed. */
export function updateArticle(changes: Changes, article: Article, patch: ArticlePatch): boolean {
  const next = { ...article, ...patch };
  const row: Row = {
    ...columnsOf(next),
    embargo_until: next.embargoUntil,
    national: next.national ? 1 : 0,
    withdrawn_at: next.withdrawnAt,
    first_seen_on: next.firstSeenOn,
    source_seen_on: next.sourceSeenOn,
    source_words: JSON.stringify(sortedWords(next.sourceWords)),
    source_key: next.sourceKey,
    headline_key: next.headlineKey,
  };
  const image = updateImage(changes, article, next.alt, next.imageAddress);
  row['image_id'] = image.id;
  return changes.update('articles', [article.id], row) || image.changed;
}

function updateImage(
  changes: Changes,
  article: Article,
  alt: string | null,
  address: string | null,
): { id: string | null; changed: boolean } {
  if (article.imageId === null) {
    const id = insertImage(changes, alt, address);
    return { id, changed: id !== null };
  }
  if (alt === null && address === null && article.imageFile === null) {
    changes.remove('images', [article.imageId]);
    return { id: null, changed: true };
  }
  return { id: article.imageId, changed: changes.update('images', [article.imageId], { alt, address }) };
}

/** Keys in one order, so that the same words always give the same text. */
function sortedWords(words: SourceWords): SourceWords {
  return Object.fromEntries(SOURCE_FIELDS.filter((field) => field in words).map((field) => [field, words[field]]));
}

/**
 * An editor's edit. Of a story that came from a source, each field changed becomes the editor's: the
 * source's words are kept beside it, and writing them back hands the field to the source again. A
 * story written here is found by its headline, so its key follows the headline.
 */
export function editArticle(
  db: ReadDb,
  changes: Changes,
  article: Article,
  fields: Partial<ArticleFields & EditorOnlyFields>,
): boolean {
  if (article.origin === 'written') {
    const next = { ...article, ...fields };
    if (next.headline === article.headline && next.url === article.url) return updateArticle(changes, article, fields);
    const key = headlineKey(next.headline);
    const sourceKey = newSourceKey(next, takenKeys(db, next, article.id));
    return updateArticle(changes, article, { ...fields, headlineKey: key, sourceKey });
  }
  const sourceWords = { ...article.sourceWords };
  for (const field of SOURCE_FIELDS) {
    const value = fields[field];
    if (value === undefined) continue;
    const source = field in sourceWords ? sourceWords[field] : article[field];
    if (value === source) delete sourceWords[field];
    else if (value !== article[field] || field in sourceWords) sourceWords[field] = source ?? null;
  }
  return updateArticle(changes, article, { ...fields, sourceWords });
}

/** The source keys that a story with this headline and address must not take. */
export function takenKeys(
  db: ReadDb,
  story: { headline: string; url: string | null; publishedAt: string | null },
  except?: ArticleId,
): Set<string> {
  const taken = new Set(
    listArticlesByHeadlineKey(db, headlineKey(story.headline))
      .filter(({ id }) => id !== except)
      .map(({ sourceKey }) => sourceKey),
  );
  for (let key = newSourceKey(story, taken); ; key = newSourceKey(story, taken)) {
    const holder = findArticleBySourceKey(db, key);
    if (!holder || holder.id === except) return taken;
    taken.add(key);
  }
}

/** Hands fields back to the source: its newest words return. */
export function resetFields(changes: Changes, article: Article, fields: readonly SourceField[]): boolean {
  const sourceWords = { ...article.sourceWords };
  const patch: Row = {};
  for (const field of fields) {
    if (!(field in sourceWords)) continue;
    patch[field] = sourceWords[field] ?? null;
    delete sourceWords[field];
  }
  return updateArticle(changes, article, { ...patch, sourceWords });
}

/**
 * A source's newer words. Fields that an editor has taken over keep the editor's words, and the
 * source's go beside them. What the source does not say (null) erases nothing.
 */
export function refreshArticle(
  changes: Changes,
  article: Article,
  source: Partial<ArticleFields>,
  seenOn: string,
): boolean {
  const patch: Row = {};
  const sourceWords = { ...article.sourceWords };
  for (const field of SOURCE_FIELDS) {
    const value = source[field];
    if (value === undefined || value === null) continue;
    if (field in sourceWords) sourceWords[field] = value;
    else if (article.origin === 'written') {
      if (value !== article[field]) sourceWords[field] = value;
    } else patch[field] = value;
  }
  return updateArticle(changes, article, { ...patch, sourceWords, sourceSeenOn: seenOn });
}
