import type { SystemCode } from '../../../shared/models.ts';
import { kindOfKey, type Silence } from '../../../shared/pages/checks.ts';
import type { Actor, Changes } from '../core/changes.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

interface SilenceRow {
  system_code: SystemCode;
  check_key: string;
  note: string;
  silenced_by: string;
  silenced_at_ms: number;
}

export function listSilences(db: ReadDb, system: SystemCode): Silence[] {
  return prepare<SilenceRow>(
    db,
    'SELECT * FROM check_silences WHERE system_code = ? ORDER BY silenced_at_ms, check_key',
  )
    .all(system)
    .flatMap((row) => {
      const kind = kindOfKey(row.check_key);
      // A kind that a later Patchdesk knows says nothing here.
      if (kind === null) return [];
      const at = new Date(row.silenced_at_ms).toISOString();
      return [{ key: row.check_key, kind, note: row.note, by: row.silenced_by, at }];
    });
}

/** A second note takes the place of the first. */
export function silenceCheck(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  system: SystemCode,
  key: string,
  note: string,
): boolean {
  const known = listSilences(db, system).find((silence) => silence.key === key);
  if (known?.note === note) return false;
  const row = { note, silenced_by: actor.by, silenced_at_ms: actor.atMs };
  if (known) return changes.update('check_silences', [system, key], row);
  changes.insert('check_silences', { system_code: system, check_key: key, ...row });
  return true;
}

export function unsilenceCheck(changes: Changes, system: SystemCode, key: string): boolean {
  return changes.remove('check_silences', [system, key]);
}
