import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { undo } from '../../../../electron/desk/core/history.ts';
import { MIGRATIONS } from '../../../../electron/desk/core/migrations/index.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import { getTemplate, listTemplates } from '../../../../electron/desk/pages/layout/template-rows.ts';
import { listZones } from '../../../../electron/desk/pages/layout/zone-rows.ts';
import type { SystemCode } from '../../../../shared/models.ts';
import { DEFAULT_RULE, FIRST_TEMPLATE, ZoneSpecs } from '../../../../shared/pages/fill-rules.ts';
import { tempFolder } from '../../../helpers/desk.ts';
import { DEFAULT_ZONE } from '../../../helpers/zones.ts';

const upTo = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);
const DEVON = 'QJK' as SystemCode;
const ACTOR = { by: 'A. Marlowe', replica: 'desk', door: 'cli', atMs: 1700000001000, day: '2026-03-02' } as const;

/** A library as version 40 left it: two pages, and a step that took a third away with its zone. */
function oldLibrary(): string {
  const path = join(tempFolder(), 'old.patchdesk');
  openLibrary(path, { migrations: upTo(40) }).close();
  const db = new Database(path);
  db.exec(`
    INSERT INTO pages VALUES ('QJK'), ('QVV');
    INSERT INTO zones (id, system_code, name, rank, slots) VALUES
      ('QJK/stories', 'QJK', 'Stories', '5', 20), ('QVV/stories', 'QVV', 'Stories', '5', 20);
    INSERT INTO entries (id, at_ms, by, desk, door, label, kind, state, rows, day, schema)
      VALUES ('01890000-0000-7000-8000-00000000000a', 1700000000000, 'A. Marlowe', 'desk', 'cli', 'Load a register', 'step', 'standing', 2, '2026-03-01', 40);
    INSERT INTO changes VALUES
      (1, 0, 'zones', 'delete', '[{"id":"QT6/stories","system_code":"QT6","name":"Stories","rank":"5","slots":20,"strengths":"[\\"about\\"]"}]'),
      (1, 1, 'pages', 'delete', '[{"system_code":"QT6"}]');`);
  db.close();
  return path;
}

test('pages go on with the one zone they had, as the first template has it', () => {
  const db = openLibrary(oldLibrary(), { migrations: upTo(50) });
  expect(listZones(db, DEVON)).toEqual([{ id: 'QJK/stories', ...DEFAULT_ZONE }]);
  expect(db.prepare('SELECT DISTINCT template_id FROM pages').pluck().all()).toEqual([FIRST_TEMPLATE]);
  expect(getTemplate(db, FIRST_TEMPLATE).zones).toEqual([DEFAULT_ZONE]);
  const shipped = listTemplates(db);
  expect(shipped.map(({ name }) => name)).toEqual(['Lead + stories', 'Lead + stories + columns', 'Stories']);
  for (const { zones } of shipped) expect(ZoneSpecs.parse(zones)).toEqual(zones);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('a page recorded before can be brought back after it, with zones of its own', () => {
  // With all that came later: the write path knows the tables of today.
  const db = openLibrary(oldLibrary());
  undo(db, ACTOR, false);
  expect(listZones(db, 'QT6' as SystemCode)).toEqual([
    { id: 'QT6/stories', ...DEFAULT_ZONE, rule: { ...DEFAULT_RULE, strengths: ['about'] } },
  ]);
  expect(db.prepare(`SELECT template_id FROM pages WHERE system_code = 'QT6'`).pluck().get()).toBe(null);
  db.close();
});
