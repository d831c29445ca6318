import type { NameFields, NameKind, ShippedNames } from '../../../shared/tagging/names.ts';
import type { Actor, Changes } from '../core/changes.ts';
import { readSettings, writeSettings } from '../core/settings.ts';
import { prepare, type ReadDb, type WriteDb } from '../core/sql.ts';

/** A name that editors have added to the gazetteer, as the suggestion reader takes it. */
export interface StoredName extends NameFields {
  id: string;
  addedBy: string;
  /** Instant, ISO 8601. */
  addedAt: string;
}

interface NameRow {
  id: string;
  kind: NameKind;
  text: string;
  systems: string;
  match_case: 0 | 1;
  note: string | null;
  added_by: string;
  added_at_ms: number;
}

export function listNames(db: ReadDb): StoredName[] {
  return prepare<NameRow>(db, 'SELECT * FROM names ORDER BY kind, text COLLATE NOCASE, id').all().map(toName);
}

export function findName(db: ReadDb, id: string): StoredName | null {
  const row = prepare<NameRow>(db, 'SELECT * FROM names WHERE id = ?').get(id);
  return row ? toName(row) : null;
}

function toName(row: NameRow): StoredName {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    systems: JSON.parse(row.systems),
    matchCase: row.match_case === 1,
    note: row.note,
    addedBy: row.added_by,
    addedAt: new Date(row.added_at_ms).toISOString(),
  };
}

/**
 * All that decides how texts are read by the names, as one text. A count or a time would miss an undo, or a step that
 * another door made.
 */
export function namesAsText(db: ReadDb): string {
  const row = prepare<{ names: string | null }>(
    db,
    `SELECT group_concat(id || char(9) || kind || char(9) || text || char(9) || systems || char(9) || match_case, char(10))
       AS names FROM names`,
  ).get();
  return row?.names ?? '';
}

export function insertName(changes: Changes, actor: Actor, id: string, fields: NameFields): void {
  changes.insert('names', { id, ...columnsOf(fields), added_by: actor.by, added_at_ms: actor.atMs });
}

/** Returns whether anything changed. */
export function updateName(changes: Changes, id: string, fields: NameFields): boolean {
  return changes.update('names', [id], columnsOf(fields));
}

export function removeName(changes: Changes, id: string): boolean {
  return changes.remove('names', [id]);
}

function columnsOf({ kind, text, systems, matchCase, note }: NameFields) {
  // Sorted, so that the same systems in another order do not count as a change.
  return { kind, text, systems: JSON.stringify([...systems].sort()), match_case: matchCase ? 1 : 0, note };
}

/** The "added by" of names that ship with Patchdesk. */
const SHIPPED_BY = 'Patchdesk';

/**
 * Adds each shipped name to the library once. This is no history step, because it comes with the version. An editor may
 * then change it like any other name, and one that was removed stays removed.
 */
export function ensureShippedNames(db: WriteDb, { series }: ShippedNames, atMs: number): void {
  const isNew = () => {
    const given = new Set(readSettings(db).shippedNames);
    return series.filter(({ id }) => !given.has(id));
  };
  if (isNew().length === 0) return;
  const insert = prepare(
    db,
    `INSERT OR IGNORE INTO names (id, kind, text, systems, match_case, note, added_by, added_at_ms)
     VALUES (@id, @kind, @text, @systems, @match_case, @note, @added_by, @added_at_ms)`,
  );
  db.transaction(() => {
    // Check again inside the transaction: another door may have added them meanwhile.
    const names = isNew();
    for (const { id, ...fields } of names) {
      // A fixed id, so that two libraries agree on it.
      insert.run({ id: `shipped/${id}`, ...columnsOf(fields), added_by: SHIPPED_BY, added_at_ms: atMs });
    }
    const given = readSettings(db).shippedNames;
    writeSettings(db, { shippedNames: [...given, ...names.map(({ id }) => id)] });
  }).immediate();
}
