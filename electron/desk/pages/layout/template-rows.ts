import { DeskError } from '../../../../shared/errors.ts';
import type { SystemCode } from '../../../../shared/models.ts';
import { FIRST_TEMPLATE, type TemplateId, type ZoneSpecs } from '../../../../shared/pages/fill-rules.ts';
import type { Actor, Changes } from '../../core/changes.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';

/** Zones under a name, for any number of pages. */
export interface KeptTemplate {
  id: TemplateId;
  name: string;
  zones: ZoneSpecs;
}

interface TemplateRow {
  id: TemplateId;
  name: string;
  zones: string;
}

/** By name. */
export function listTemplates(db: ReadDb): KeptTemplate[] {
  return prepare<TemplateRow>(db, 'SELECT id, name, zones FROM templates ORDER BY name COLLATE NOCASE, id')
    .all()
    .map(toTemplate);
}

/** Throws template-missing. */
export function getTemplate(db: ReadDb, id: TemplateId): KeptTemplate {
  const row = prepare<TemplateRow>(db, 'SELECT id, name, zones FROM templates WHERE id = ?').get(id);
  if (!row)
    throw new DeskError('template-missing', 'That template is not in this library. It may have been removed since.');
  return toTemplate(row);
}

function toTemplate(row: TemplateRow): KeptTemplate {
  return { ...row, zones: JSON.parse(row.zones) };
}

/** The systems whose pages follow a template. */
export function listFollowers(db: ReadDb, id: TemplateId): SystemCode[] {
  return prepare<{ code: SystemCode }>(
    db,
    'SELECT system_code AS code FROM pages WHERE template_id = ? ORDER BY system_code',
  )
    .all(id)
    .map(({ code }) => code);
}

/** Adds a template, or changes the one of that id. Returns whether anything differed. */
export function saveTemplate(db: ReadDb, changes: Changes, actor: Actor, { id, name, zones }: KeptTemplate): boolean {
  const namesake = prepare<{ name: string }>(
    db,
    'SELECT name FROM templates WHERE name = ? COLLATE NOCASE AND id <> ?',
  ).get(name, id);
  if (namesake) {
    throw new DeskError(
      'template-unfit',
      `There is a template called “${namesake.name}” already. Give this one another name.`,
    );
  }
  const known = prepare(db, 'SELECT 1 FROM templates WHERE id = ?').get(id) !== undefined;
  const row = { name, zones: JSON.stringify(zones) };
  const by = { changed_by: actor.by, changed_at_ms: actor.atMs };
  if (!known) {
    changes.insert('templates', { id, ...row, ...by });
    return true;
  }
  if (!changes.update('templates', [id], row)) return false;
  changes.update('templates', [id], by);
  return true;
}

/** Lets pages keep the zones they have as their own. */
export function leaveTemplate(changes: Changes, codes: readonly SystemCode[]): void {
  for (const code of codes) changes.update('pages', [code], { template_id: null });
}

/** Takes a template away. One that pages follow, or that new pages start with, is refused. */
export function removeTemplate(db: ReadDb, changes: Changes, id: TemplateId, followers: number): void {
  const { name } = getTemplate(db, id);
  if (id === FIRST_TEMPLATE) {
    throw new DeskError('template-unfit', `New pages start with “${name}”, so it stays. You can change it.`);
  }
  if (followers > 0) {
    const pages = followers === 1 ? '1 page follows' : `${followers} pages follow`;
    throw new DeskError('template-unfit', `${pages} “${name}”. Give them other zones first.`);
  }
  changes.remove('templates', [id]);
}
