import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import type { OfferKey } from '../stories/rejections.ts';

/** A story that may contain a name, with the words that the matcher reads. */
export interface NameCandidate {
  id: StoryId;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
}

/** Limits that keep a trial of "the" as quick as one of "Broomfield". */
export interface SearchBounds {
  stories: number;
  characters: number;
}

/**
 * Finds every story in which the matcher might find the name, and some more. The matcher accepts apostrophes, plurals,
 * `&` and `St`; the text index does not, so each word is searched in all its forms. The matcher then decides on the
 * word order. Null when there is no word to search for.
 */
export function nameExpression(name: string): string | null {
  const groups = name
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}'’‘]+/u)
    .map(formsOf)
    .filter((forms) => forms.length > 0);
  if (groups.length === 0) return null;
  const clauses = groups.map((forms) => `(${forms.map((form) => `"${form}"`).join(' OR ')})`);
  return `{headline standfirst alt body} : (${clauses.join(' AND ')})`;
}

/** The forms in which the index may contain a word. An empty list adds no condition. */
function formsOf(written: string): string[] {
  const plain = written.toLowerCase().replaceAll(/['’‘]/g, '');
  // The index skips `&`, so "and" may be missing.
  if (plain === '' || plain === 'and') return [];
  if (plain === 'st' || plain === 'saint') return ['st', 'saint'];
  const forms = new Set([plain, `${plain}s`]);
  if (plain.length > 2 && plain.endsWith('s')) forms.add(plain.slice(0, -1));
  // The index splits a word at its apostrophe: "o" and "brien" next to each other.
  const pieces = written.toLowerCase().split(/['’‘]/).filter(Boolean);
  if (pieces.length > 1) forms.add(pieces.join(' '));
  return [...forms];
}

export interface NameCandidates {
  /** How many stories may contain the name, without withdrawn ones. */
  total: number;
  /** The newest of them, or all within the bounds. */
  read: NameCandidate[];
}

export function findNameCandidates(db: ReadDb, expression: string, bounds: SearchBounds): NameCandidates {
  const rows = prepare<NameCandidate>(
    db,
    // CROSS JOIN makes SQLite start from the hits; rowids follow the order in which stories came in.
    `SELECT a.id, a.headline, a.standfirst, i.alt, a.body
     FROM article_text CROSS JOIN articles a ON a.seq = article_text.rowid
     LEFT JOIN images i ON i.article_id = a.id
     WHERE article_text MATCH ? AND a.withdrawn_at IS NULL ORDER BY article_text.rowid DESC`,
  );
  const read: NameCandidate[] = [];
  let characters = 0;
  for (const row of rows.iterate(expression)) {
    if (read.length >= bounds.stories || characters >= bounds.characters) {
      return { total: countNameCandidates(db, expression), read };
    }
    read.push(row);
    characters += row.headline.length + (row.standfirst?.length ?? 0) + (row.alt?.length ?? 0);
    characters += row.body?.length ?? 0;
  }
  return { total: read.length, read };
}

function countNameCandidates(db: ReadDb, expression: string): number {
  const count = prepare<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM article_text WHERE article_text MATCH ?
     AND rowid NOT IN (SELECT seq FROM articles WHERE withdrawn_at IS NOT NULL)`,
  ).get(expression);
  return count?.n ?? 0;
}

export function countReadableStories(db: ReadDb): number {
  return prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM articles WHERE withdrawn_at IS NULL').get()?.n ?? 0;
}

/** An editor's decisions about a story: where it is filed, and what was rejected. */
export interface EditorDecisions {
  national: boolean;
  systems: Set<SystemCode>;
  rejected: Set<OfferKey>;
}

export function mapDecisions(db: ReadDb, ids: readonly StoryId[]): Map<StoryId, EditorDecisions> {
  const list = JSON.stringify(ids);
  const decided = new Map<StoryId, EditorDecisions>(
    ids.map((id) => [id, { national: false, systems: new Set(), rejected: new Set() }]),
  );
  const tags = prepare<{ id: StoryId; code: SystemCode }>(
    db,
    'SELECT article_id AS id, system_code AS code FROM tags WHERE article_id IN (SELECT value FROM json_each(?))',
  );
  for (const { id, code } of tags.all(list)) decided.get(id)?.systems.add(code);
  const rejections = prepare<{ id: StoryId; offer: OfferKey }>(
    db,
    'SELECT article_id AS id, offer FROM rejections WHERE article_id IN (SELECT value FROM json_each(?))',
  );
  for (const { id, offer } of rejections.all(list)) decided.get(id)?.rejected.add(offer);
  const national = prepare<{ id: StoryId }>(
    db,
    'SELECT id FROM articles WHERE national = 1 AND id IN (SELECT value FROM json_each(?))',
  );
  for (const { id } of national.all(list)) {
    const found = decided.get(id);
    if (found) found.national = true;
  }
  return decided;
}
