import { DeskError } from '../../../shared/errors.ts';
import type { Selection, StoryId, StoryQuery, SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { formatSearchNotice } from '../../../shared/words/search-words.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { whereOf } from './story-list.ts';

/**
 * The ids of the stories that a selection covers now. Throws story-missing when a listed id does not exist,
 * search-wordless for a query whose text holds no word, and selection-changed when a query finds another number than
 * the editor saw.
 */
export function idsOfSelection(db: ReadDb, selection: Selection): StoryId[] {
  if (selection.kind === 'ids') {
    const known = prepare<{ id: StoryId }>(
      db,
      'SELECT a.id FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))',
    ).all(JSON.stringify(selection.ids));
    const found = new Set(known.map(({ id }) => id));
    const missing = selection.ids.find((id) => !found.has(id));
    if (missing) throw storyMissing(missing);
    return [...found];
  }
  const notice = formatSearchNotice(selection.query.text);
  if (notice) throw new DeskError('search-wordless', notice);
  const where = whereOf(db, selection.query);
  const except = new Set(selection.except);
  const found = prepare<{ id: StoryId }>(db, `SELECT a.id FROM articles a ${where.sql}`).all(...where.values);
  if (selection.found !== undefined && selection.found !== found.length) {
    throw new DeskError(
      'selection-changed',
      `${counted(found.length, 'story matches', 'stories match')} now; when you selected them all it was ${selection.found.toLocaleString('en-GB')}. Nothing was changed. Select them again.`,
    );
  }
  return found.map(({ id }) => id).filter((id) => !except.has(id));
}

export function storyMissing(id: string): DeskError {
  return new DeskError(
    'story-missing',
    `There is no story with the id ${id} in this library. It may have been undone.`,
  );
}

/**
 * How a selection is filed: how many of its stories have each tag and the national mark, and how many of them the search
 * of `within` does not find.
 */
export function stateOfSelection(
  db: ReadDb,
  selection: Selection,
  within?: StoryQuery,
): { total: number; outside: number; national: number; systems: { code: SystemCode; count: number }[] } {
  // A count is for looking at, so it counts what is found now, whatever number the editor saw.
  const now = selection.kind === 'query' ? { ...selection, found: undefined } : selection;
  const ids = JSON.stringify(idsOfSelection(db, now));
  const sums = prepare<{ total: number; national: number | null }>(
    db,
    'SELECT count(*) AS total, sum(national) AS national FROM articles WHERE id IN (SELECT value FROM json_each(?))',
  ).get(ids);
  const systems = prepare<{ code: SystemCode; count: number }>(
    db,
    `SELECT system_code AS code, count(*) AS count FROM tags
     WHERE article_id IN (SELECT value FROM json_each(?)) GROUP BY system_code ORDER BY count(*) DESC, system_code`,
  ).all(ids);
  const total = sums?.total ?? 0;
  const outside = within ? total - countWithin(db, ids, within) : 0;
  return { total, outside, national: sums?.national ?? 0, systems };
}

/** How many of the stories, a JSON list of ids, a search finds. */
function countWithin(db: ReadDb, ids: string, query: StoryQuery): number {
  const where = whereOf(db, query);
  const also = where.sql === '' ? 'WHERE' : `${where.sql} AND`;
  return (
    prepare<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM articles a ${also} a.id IN (SELECT value FROM json_each(?))`,
    ).get(...where.values, ids)?.n ?? 0
  );
}
