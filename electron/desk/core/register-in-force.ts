import { DeskError } from '../../../shared/errors.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { makeRegister, type Register, RegisterFile } from '../../../shared/systems/register.ts';
import type { Actor, Changes } from './changes.ts';
import { newId } from './ids.ts';
import { prepare, type ReadDb } from './sql.ts';

/** A register that an editor has loaded into this library. */
export interface LoadedRegister {
  id: string;
  file: string;
  version: string;
  by: string;
  at: string;
}

interface RegisterRow {
  id: string;
  file: string;
  version: string;
  loaded_by: string;
  loaded_at_ms: number;
}

/** Ids are UUIDv7, so the newest is the last. */
export function findNewestRegister(db: ReadDb): LoadedRegister | null {
  const row = prepare<RegisterRow>(
    db,
    'SELECT id, file, version, loaded_by, loaded_at_ms FROM registers ORDER BY id DESC LIMIT 1',
  ).get();
  if (!row) return null;
  const { id, file, version, loaded_by: by, loaded_at_ms: atMs } = row;
  return { id, file, version, by, at: new Date(atMs).toISOString() };
}

function contentOf(db: ReadDb, id: string): string {
  const row = prepare<{ content: string }>(db, 'SELECT content FROM registers WHERE id = ?').get(id);
  if (!row) throw new Error(`no register ${id}`);
  return row.content;
}

export function insertRegister(
  changes: Changes,
  actor: Actor,
  register: { file: string; version: string; content: string },
): void {
  changes.insert('registers', { id: newId(), ...register, loaded_by: actor.by, loaded_at_ms: actor.atMs });
}

/** Versions are days, with a number appended when one day had several: `2026-04-01.2`. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** A register, its parsed file and where it came from. */
export interface RegisterInForce {
  register: Register;
  /** The whole parsed file, including fields that only a later Patchdesk reads. */
  content: unknown;
  /** Null for the register that ships. */
  loaded: LoadedRegister | null;
}

/** More registers than undo and redo switch between. */
const CACHE_SIZE = 4;

/**
 * Finds the register in force in a library: the newest loaded into it, else the shipped one. It is looked up each time,
 * so that a load, an undo or another door's step takes effect at once; the same register is always the same object. A
 * shipped register that is newer than the loaded one and has all its systems wins: an old file must not hold back an
 * update of Patchdesk.
 */
export function makeRegisters(shippedContent: unknown): (db: ReadDb) => RegisterInForce {
  const shippedFile = RegisterFile.parse(shippedContent);
  const shipped: RegisterInForce = { register: makeRegister(shippedFile), content: shippedContent, loaded: null };
  const cache = new Map<string, RegisterInForce>();
  return (db) => {
    // Read only the id: this runs with every lookup of a system.
    const newest = prepare<{ id: string }>(db, 'SELECT id FROM registers ORDER BY id DESC LIMIT 1').get();
    if (!newest) return shipped;
    let found = cache.get(newest.id);
    if (!found) {
      found = loadedOrShipped(db, newest.id, shipped);
      cache.set(newest.id, found);
      for (const id of [...cache.keys()].slice(0, -CACHE_SIZE)) cache.delete(id);
    }
    return found;
  };
}

function loadedOrShipped(db: ReadDb, id: string, shipped: RegisterInForce): RegisterInForce {
  const content: unknown = JSON.parse(contentOf(db, id));
  const file = RegisterFile.safeParse(content);
  if (!file.success) {
    throw new DeskError(
      'library-newer',
      'This version of Patchdesk cannot read the register in this library. Open the library with a newer version.',
    );
  }
  const isOlder = compareVersions(file.data.version, shipped.register.version) < 0;
  if (isOlder && file.data.systems.every(({ code }) => shipped.register.has(code))) return shipped;
  return { register: makeRegister(file.data), content, loaded: findNewestRegister(db) };
}

/** Stories filed to each system, withdrawn ones included. */
export function countStoriesBySystem(db: ReadDb): Map<SystemCode, number> {
  const rows = prepare<{ code: SystemCode; n: number }>(
    db,
    'SELECT system_code AS code, count(*) AS n FROM tags GROUP BY system_code',
  ).all();
  return new Map(rows.map(({ code, n }) => [code, n]));
}

/** Every system that rows in the library refer to: they cannot be shown without its record. */
export function listSystemsInUse(db: ReadDb): SystemCode[] {
  return prepare<{ code: SystemCode }>(
    db,
    `SELECT DISTINCT system_code AS code FROM tags
     UNION SELECT system_code FROM placements
     UNION SELECT system_code FROM captures
     UNION SELECT system_code FROM rereads
     UNION SELECT offer FROM rejections WHERE offer <> 'national'
     UNION SELECT value FROM names, json_each(names.systems)
     ORDER BY 1`,
  )
    .all()
    .map(({ code }) => code);
}
