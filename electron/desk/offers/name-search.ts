import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import type { OfferKey } from '../stories/rejections.ts';

/** A story that may hold a name, with the words the matcher reads. */
export interface NameCandidate {
  id: StoryId;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
}

/** Bounds that keep a trial of "the" as quick as one of "Broomfield". */
export interface SearchBounds {
  stories: number;
  characters: number;
}

/**
 * Finds every story in which the matcher might see the name, and some more: the matcher takes apostrophes,
 * plurals, `&` and `St` in its stride, the text index does not. So each word is asked for in all its forms,
 * and where the words stand is left to the matcher. Null when no word is left to look for.
 */
export function nameExpression(name: string): string | null {
  const groups = name
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}'’‘]+/u)
    .map(formsOf)
    .filter((forms) => forms.length > 0);
  if (groups.length === 0) return null;
  const asked = groups.map((forms) => `(${forms.map((form) => `"${form}"`).join(' OR ')})`);
  return `{headline standfirst alt body} : (${asked.join(' AND ')})`;
}

/** The ways in which the index may hold a word. An empty list asks for nothing. */
function formsOf(written: string): string[] {
  const plain = written.toLowerCase().replaceAll(/['’‘]/g, '');
  // `&` is no word to the index, so "and" may be missing.
  if (plain === '' || plain === 'and') return [];
  if (plain === 'st' || plain === 'saint') return ['st', 'saint'];
  const forms = new Set([plain, `${plain}s`]);
  if (plain.length > 2 && plain.endsWith('s')) forms.add(plain.slice(0, -1));
  // The index cuts a word at its apostrophe: "o" and "brien" next to each other.
  const pieces = written.toLowerCase().split(/['’‘]/).filter(Boolean);
  if (pieces.length > 1) forms.add(pieces.join(' '));
  return [...forms];
}

export interface NameCandidates {
  /** Stories that might hold the name, withdrawn ones left out. */
  total: number;
  /** The newest of them, all of them where the bounds allow. */
  read: NameCandidate[];
}

export function findNameCandidates(db: ReadDb, expression: string, bounds: SearchBounds): NameCandidates {
  const rows = prepare<NameCandidate>(
    db,
    // CROSS JOIN makes SQLite begin with the hits; their row numbers follow the order in which stories came in.
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

/** What has been decided about stories: where they are filed, and what was rejected for them. */
export interface Decided {
  national: boolean;
  systems: Set<SystemCode>;
  rejected: Set<OfferKey>;
}

export function decidedAbout(db: ReadDb, ids: readonly StoryId[]): Map<StoryId, Decided> {
  const list = JSON.stringify(ids);
  const decided = new Map<StoryId, Decided>(
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
