import { SOURCE_FIELDS, type SourceField, type StoryId } from '../../../shared/models.ts';
import type { Changes } from '../core/changes.ts';
import { newId } from '../core/ids.ts';
import { prepare, type ReadDb, type Row } from '../core/sql.ts';
import { storyMissing } from './selection.ts';
import { headlineKey, newSourceKey } from './source-key.ts';

/** A story's fields as a source or an editor gives them. */
export interface StorySourceFields {
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

/** Fields that only an editor gives. */
export interface EditorOnlyFields {
  imageAddress: string | null;
  /** The sha256 of an image file in the library. */
  imageFile: string | null;
  embargoUntil: string | null;
}

/** Who reviewed how the story is filed, and when. */
export interface Review {
  by: string;
  atMs: number;
}

type SourceWords = Partial<Record<SourceField, string | null>>;

export interface Story extends StorySourceFields, EditorOnlyFields {
  seq: number;
  id: StoryId;
  sourceKey: string;
  headlineKey: string;
  origin: 'capture' | 'written';
  hasImage: boolean;
  firstSeenOn: string;
  sourceSeenOn: string;
  national: boolean;
  withdrawnAt: string | null;
  review: Review | null;
  /** The source's own value of each field that an editor has changed. */
  sourceWords: SourceWords;
}

interface StoryColumns {
  seq: number;
  id: StoryId;
  source_key: string;
  headline_key: string;
  origin: 'capture' | 'written';
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  image_of: string | null;
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
  reviewed_by: string | null;
  reviewed_at_ms: number | null;
}

const SELECT = `SELECT a.*, i.article_id AS image_of, i.alt, i.file, i.address FROM articles a LEFT JOIN images i ON i.article_id = a.id`;

/** Throws story-missing. */
export function getStory(db: ReadDb, id: StoryId): Story {
  const row = prepare<StoryColumns>(db, `${SELECT} WHERE a.id = ?`).get(id);
  if (!row) throw storyMissing(id);
  return toStory(row);
}

export function hasStory(db: ReadDb, id: StoryId): boolean {
  return prepare(db, 'SELECT 1 FROM articles WHERE id = ?').get(id) !== undefined;
}

export function listStoriesByHeadlineKey(db: ReadDb, key: string): Story[] {
  return mapStoriesByHeadlineKey(db, [key]).get(key) ?? [];
}

/** The stories with each of these headline keys, newest first. A key without a story is left out. */
export function mapStoriesByHeadlineKey(db: ReadDb, keys: readonly string[]): Map<string, Story[]> {
  const rows = prepare<StoryColumns>(
    db,
    `${SELECT} WHERE a.headline_key IN (SELECT value FROM json_each(?)) ORDER BY a.seq DESC`,
  ).all(JSON.stringify(keys));
  return Map.groupBy(rows.map(toStory), ({ headlineKey }) => headlineKey);
}

/** The stories that are recognised by these keys of addresses. */
export function mapStoriesByAddressKey(db: ReadDb, keys: readonly string[]): Map<string, Story> {
  const rows = prepare<StoryColumns>(
    db,
    // SQLite uses the partial index of addresses only with the GLOB condition.
    `${SELECT} WHERE a.source_key IN (SELECT value FROM json_each(?)) AND a.source_key GLOB 'u:*'`,
  ).all(JSON.stringify(keys));
  return new Map(rows.map((row) => [row.source_key, toStory(row)]));
}

function findIdByAddressKey(db: ReadDb, key: string): StoryId | null {
  // SQLite uses the partial index of addresses only with the GLOB condition.
  const row = prepare<{ id: StoryId }>(
    db,
    `SELECT id FROM articles WHERE source_key = ? AND source_key GLOB 'u:*'`,
  ).get(key);
  return row?.id ?? null;
}

function toStory(row: StoryColumns): Story {
  return {
    seq: row.seq,
    id: row.id,
    sourceKey: row.source_key,
    headlineKey: row.headline_key,
    origin: row.origin,
    headline: row.headline,
    standfirst: row.standfirst,
    kicker: row.kicker,
    hasImage: row.image_of !== null,
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
    review: row.reviewed_by === null ? null : { by: row.reviewed_by, atMs: row.reviewed_at_ms ?? 0 },
    sourceWords: JSON.parse(row.source_words),
  };
}

export interface NewStory extends StorySourceFields, EditorOnlyFields {
  headlineKey: string;
  sourceKey: string;
  origin: 'capture' | 'written';
  seenOn: string;
  national: boolean;
  /** Set when an editor files the story while adding it, so that it does not wait in the queue. */
  review?: Review | null;
}

export function insertStory(changes: Changes, story: NewStory): StoryId {
  const id = newId() as StoryId;
  changes.insert('articles', {
    seq: null,
    id,
    source_key: story.sourceKey,
    headline_key: story.headlineKey,
    origin: story.origin,
    ...columnsOf(story),
    embargo_until: story.embargoUntil,
    first_seen_on: story.seenOn,
    source_seen_on: story.seenOn,
    national: story.national ? 1 : 0,
    withdrawn_at: null,
    source_words: '{}',
    ...reviewColumns(story.review ?? null),
  });
  insertImage(changes, id, story);
  return id;
}

function reviewColumns(review: Review | null): Row {
  return { reviewed_by: review?.by ?? null, reviewed_at_ms: review?.atMs ?? null };
}

/**
 * Takes a story out of the queue, or with null puts it back. A reviewed story keeps its first review. Returns whether
 * anything changed.
 */
export function setReview(db: ReadDb, changes: Changes, id: StoryId, review: Review | null): boolean {
  const isReviewed = prepare(db, 'SELECT 1 FROM articles WHERE id = ? AND reviewed_at_ms IS NOT NULL').get(id);
  if (review !== null && isReviewed) return false;
  return changes.update('articles', [id], reviewColumns(review));
}

function columnsOf(fields: Omit<StorySourceFields, 'alt'>): Row {
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

type Image = Pick<Story, 'alt' | 'imageAddress' | 'imageFile'>;

/** The row of a story's image; null where there is neither a label nor a picture. */
function imageRow({ alt, imageFile: file, imageAddress: address }: Image): Row | null {
  return alt === null && file === null && address === null ? null : { alt, file, address };
}

function insertImage(changes: Changes, articleId: StoryId, image: Image): boolean {
  const row = imageRow(image);
  if (row !== null) changes.insert('images', { article_id: articleId, ...row });
  return row !== null;
}

/** The fields of a story that may change together; leave out those that stay. */
export type StoryPatch = Partial<StorySourceFields & EditorOnlyFields> & {
  national?: boolean;
  withdrawnAt?: string | null;
  firstSeenOn?: string;
  sourceSeenOn?: string;
  sourceWords?: SourceWords;
  sourceKey?: string;
  headlineKey?: string;
};

/** Returns whether anything changed. */
export function updateStory(changes: Changes, story: Story, patch: StoryPatch): boolean {
  const next = { ...story, ...patch };
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
  const imageChanged = updateImage(changes, story, next);
  return changes.update('articles', [story.id], row) || imageChanged;
}

function updateImage(changes: Changes, story: Story, image: Image): boolean {
  if (!story.hasImage) return insertImage(changes, story.id, image);
  const row = imageRow(image);
  return row === null ? changes.remove('images', [story.id]) : changes.update('images', [story.id], row);
}

/** A fixed key order, so that the same words always give the same text. */
function sortedWords(words: SourceWords): SourceWords {
  return Object.fromEntries(SOURCE_FIELDS.filter((field) => field in words).map((field) => [field, words[field]]));
}

/**
 * An editor's edit. Each changed field of a sourced story becomes the editor's, and the source's value is stored in
 * sourceWords; writing that value back returns the field to the source. A story written here is recognised by its
 * headline, so its key follows the headline until a capture has shown it. From then on it is recognised by the
 * capture's headline.
 */
export function editStory(
  db: ReadDb,
  changes: Changes,
  story: Story,
  fields: Partial<StorySourceFields & EditorOnlyFields>,
): boolean {
  if (story.origin === 'written') {
    const next = { ...story, ...fields, sourceWords: remainingSourceWords(story.sourceWords, fields) };
    const keepsKey = next.headline === story.headline && next.url === story.url;
    if (keepsKey || hasSighting(db, story.id)) return updateStory(changes, story, next);
    const key = headlineKey(next.headline);
    const sourceKey = newSourceKey(next, findTakenKeys(db, next, story.id));
    return updateStory(changes, story, { ...next, headlineKey: key, sourceKey });
  }
  const sourceWords = { ...story.sourceWords };
  for (const field of SOURCE_FIELDS) {
    const value = fields[field];
    if (value === undefined) continue;
    const source = field in sourceWords ? sourceWords[field] : story[field];
    if (value === source) delete sourceWords[field];
    else if (value !== story[field] || field in sourceWords) sourceWords[field] = source ?? null;
  }
  return updateStory(changes, story, { ...fields, sourceWords });
}

/** The source's values that still differ from the editor's after `fields` are written. */
function remainingSourceWords(sourceWords: SourceWords, fields: Partial<StorySourceFields>): SourceWords {
  const other = { ...sourceWords };
  for (const field of SOURCE_FIELDS) if (field in other && other[field] === fields[field]) delete other[field];
  return other;
}

/** Whether any capture contains the story. */
function hasSighting(db: ReadDb, id: StoryId): boolean {
  return prepare(db, 'SELECT 1 FROM sightings WHERE article_id = ? LIMIT 1').get(id) !== undefined;
}

/** Source keys that a story with this headline and address must not use. */
export function findTakenKeys(
  db: ReadDb,
  story: { headline: string; url: string | null; publishedAt: string | null },
  except?: StoryId,
): Set<string> {
  const taken = new Set(
    listStoriesByHeadlineKey(db, headlineKey(story.headline))
      .filter(({ id }) => id !== except)
      .map(({ sourceKey }) => sourceKey),
  );
  // Only stories with the same headline share a headline key, but any story may have the address.
  const key = newSourceKey(story, taken);
  const holder = findIdByAddressKey(db, key);
  if (holder !== null && holder !== except) taken.add(key);
  return taken;
}

/** Returns fields to the source: its newest values apply again. */
export function resetFields(changes: Changes, story: Story, fields: readonly SourceField[]): boolean {
  const sourceWords = { ...story.sourceWords };
  const patch: Row = {};
  for (const field of fields) {
    if (!(field in sourceWords)) continue;
    patch[field] = sourceWords[field] ?? null;
    delete sourceWords[field];
  }
  return updateStory(changes, story, { ...patch, sourceWords });
}

/**
 * Applies a source's newer values. Fields that an editor has changed keep the editor's values, and the source's go to
 * sourceWords. A null in `source` erases nothing. `keys` are what it is recognised by from now on.
 */
export function refreshStory(
  changes: Changes,
  story: Story,
  source: Partial<StorySourceFields>,
  seenOn: string,
  keys: { sourceKey?: string; headlineKey?: string } = {},
): boolean {
  const patch: Row = {};
  const sourceWords = { ...story.sourceWords };
  for (const field of SOURCE_FIELDS) {
    const value = source[field];
    if (value === undefined || value === null) continue;
    if (field in sourceWords) sourceWords[field] = value;
    else if (story.origin === 'written') {
      if (value !== story[field]) sourceWords[field] = value;
    } else patch[field] = value;
  }
  return updateStory(changes, story, { ...patch, ...keys, sourceWords, sourceSeenOn: seenOn });
}
