import { DeskError } from '../../../shared/errors.ts';
import type { Selection, StoryId, SystemCode } from '../../../shared/models.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { whereOf } from './story-list.ts';

/** The ids of the stories that a selection covers now. Throws story-missing when a listed id does not exist. */
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
  const where = whereOf(selection.query);
  const except = new Set(selection.except);
  return prepare<{ id: StoryId }>(db, `SELECT a.id FROM articles a ${where.sql}`)
    .all(...where.values)
    .map(({ id }) => id)
    .filter((id) => !except.has(id));
}

export function storyMissing(id: string): DeskError {
  return new DeskError(
    'story-missing',
    `There is no story with the id ${id} in this library. It may have been undone.`,
  );
}

/** How a selection is filed: how many of its stories have each tag and the national mark. */
export function stateOfSelection(
  db: ReadDb,
  selection: Selection,
): { total: number; national: number; systems: { code: SystemCode; count: number }[] } {
  const ids = JSON.stringify(idsOfSelection(db, selection));
  const counted = prepare<{ total: number; national: number | null }>(
    db,
    'SELECT count(*) AS total, sum(national) AS national FROM articles WHERE id IN (SELECT value FROM json_each(?))',
  ).get(ids);
  const systems = prepare<{ code: SystemCode; count: number }>(
    db,
    `SELECT system_code AS code, count(*) AS count FROM tags
     WHERE article_id IN (SELECT value FROM json_each(?)) GROUP BY system_code ORDER BY count(*) DESC, system_code`,
  ).all(ids);
  return { total: counted?.total ?? 0, national: counted?.national ?? 0, systems };
}
