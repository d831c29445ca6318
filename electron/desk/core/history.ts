import { DeskError } from '../../../shared/errors.ts';
import type { Door, EntryId, HistoryEntry } from '../../../shared/models.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { type Actor, type Changes, keyOf, readColumns, recordedChanges, runEntry, type StepResult } from './changes.ts';
import { prepare, type ReadDb, type Row, type WriteDb } from './sql.ts';
import { transact } from './transaction.ts';

interface EntryRow {
  seq: number;
  id: EntryId;
  at_ms: number;
  by: string;
  door: Door;
  label: string;
  kind: 'step' | 'undo' | 'redo';
  target_seq: number | null;
  state: 'standing' | 'undone' | 'dropped';
  rows: number;
  day: string;
  schema: number;
}

/** The step that an undo would reverse: the newest applied one. */
export function findUndoable(db: ReadDb): EntryRow | null {
  return (
    prepare<EntryRow>(
      db,
      `SELECT * FROM entries WHERE kind = 'step' AND state = 'standing' ORDER BY seq DESC LIMIT 1`,
    ).get() ?? null
  );
}

/** The step that a redo would apply again: the earliest undone one, since undo goes backwards. */
export function findRedoable(db: ReadDb): EntryRow | null {
  return (
    prepare<EntryRow>(
      db,
      `SELECT * FROM entries WHERE kind = 'step' AND state = 'undone' ORDER BY seq LIMIT 1`,
    ).get() ?? null
  );
}

/** Reverses the newest step. A step by another door is refused unless `otherDoorToo`. */
export function undo(db: WriteDb, actor: Actor, otherDoorToo: boolean): StepResult<void> {
  return reverse(db, actor, 'undo', () => {
    const step = findUndoable(db);
    if (!step) throw new DeskError('nothing-to-undo', 'There is nothing to undo.');
    if (step.door !== actor.door && !otherDoorToo) {
      throw new DeskError(
        'undo-other-door',
        `${inQuotes(step.label)} was made by ${step.by} ${DOOR_PHRASES[step.door]}.`,
      );
    }
    return step;
  });
}

/** Applies the step undone last again. One undone by another door is refused unless `otherDoorToo`. */
export function redo(db: WriteDb, actor: Actor, otherDoorToo: boolean): StepResult<void> {
  return reverse(db, actor, 'redo', () => {
    const step = findRedoable(db);
    if (!step) throw new DeskError('nothing-to-redo', 'There is nothing to redo.');
    const undone = latestOf(db, step, 'undo');
    if (undone && undone.door !== actor.door && !otherDoorToo) {
      throw new DeskError(
        'undo-other-door',
        `${inQuotes(step.label)} was undone by ${undone.by} ${DOOR_PHRASES[undone.door]}.`,
      );
    }
    return step;
  });
}

const DOOR_PHRASES: Record<Door, string> = {
  desktop: 'in the desktop window',
  browser: 'in the browser window',
  cli: 'on the command line',
};

/**
 * An undo reverses the step as it was last done (itself, or its newest redo); a redo reverses the newest undo. So a
 * redo finds whole rows where the step itself recorded only keys. Look the step up inside the transaction: another door
 * may have made a newer one meanwhile.
 */
function reverse(db: WriteDb, actor: Actor, kind: 'undo' | 'redo', find: () => EntryRow): StepResult<void> {
  const { entry, rows } = runEntry(
    db,
    actor,
    (found: EntryRow) => ({
      kind,
      label: `${kind === 'undo' ? 'Undo' : 'Redo'} ${inQuotes(found.label)}`,
      targetSeq: found.seq,
    }),
    (changes) => {
      const step = find();
      const done = kind === 'undo' ? 'undone' : 'redone';
      const source = latestOf(db, step, kind === 'undo' ? 'redo' : 'undo') ?? step;
      if (source.schema !== schemaOf(db)) {
        throw new DeskError(
          'undo-moved-on',
          `${inQuotes(step.label)} was made before Patchdesk changed how this library is kept, so it can no longer be ${done}.`,
        );
      }
      applyInverse(db, source.seq, changes, () => {
        throw new DeskError(
          'undo-moved-on',
          `${inQuotes(step.label)} cannot be ${done}: what it changed has been changed again since. Nothing was touched.`,
        );
      });
      prepare(db, 'UPDATE entries SET state = ? WHERE seq = ?').run(kind === 'undo' ? 'undone' : 'standing', step.seq);
      return step;
    },
  );
  return { value: undefined, entry, rows };
}

/** The schema version of the rows recorded now. */
function schemaOf(db: ReadDb): unknown {
  return db.pragma('user_version', { simple: true });
}

function latestOf(db: ReadDb, step: EntryRow, kind: 'undo' | 'redo'): EntryRow | null {
  return (
    prepare<EntryRow>(db, 'SELECT * FROM entries WHERE target_seq = ? AND kind = ? ORDER BY seq DESC LIMIT 1').get(
      step.seq,
      kind,
    ) ?? null
  );
}

/**
 * Restores the rows that an entry changed. When a row differs from what the entry left, calls `movedOn`, which must
 * throw.
 */
function applyInverse(db: WriteDb, entrySeq: number, changes: Changes, movedOn: () => never): void {
  for (const record of recordedChanges(db, entrySeq)) {
    if (record.op === 'insert') {
      for (const key of record.rows) if (!changes.remove(record.table, key)) movedOn();
    } else if (record.op === 'update') {
      for (const { key, before, after } of record.rows) {
        const current = readColumns(db, record.table, key, Object.keys(after));
        if (!current || !sameRow(current, after)) movedOn();
        changes.update(record.table, key, before);
      }
    } else {
      for (const row of record.rows) {
        const key = keyOf(record.table, row);
        if (readColumns(db, record.table, key, Object.keys(row))) movedOn();
        changes.insert(record.table, row);
      }
    }
  }
}

function sameRow(a: Row, b: Row): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}

class LookedEnough extends Error {}

/**
 * Calls `look` with the library as it was after an entry, and the entry's day. The later entries are reversed inside a
 * transaction that always rolls back, so nothing is changed or recorded.
 */
export function lookAt<T>(db: WriteDb, entryId: EntryId, actor: Actor, look: (day: string) => T): T {
  const entry = prepare<EntryRow>(db, 'SELECT * FROM entries WHERE id = ?').get(entryId);
  if (!entry) {
    throw new DeskError('entry-missing', `The history has no entry ${entryId}. “patchdesk history” lists them.`);
  }
  let seen: { value: T } | undefined;
  const backThen = () => {
    const later = prepare<EntryRow>(db, 'SELECT * FROM entries WHERE seq > ? ORDER BY seq DESC').all(entry.seq);
    for (const { seq, label, schema } of later) {
      if (schema !== schemaOf(db)) {
        throw new DeskError(
          'undo-moved-on',
          `The history cannot be followed back beyond ${inQuotes(label)}: it was made before Patchdesk changed how this library is kept.`,
        );
      }
      // Each reversal uses the write path; its own history rows vanish with the rollback.
      runEntry(
        db,
        actor,
        () => ({ kind: 'undo', label: '', targetSeq: seq }),
        (changes) =>
          applyInverse(db, seq, changes, () => {
            throw new DeskError('undo-moved-on', `The history cannot be followed back beyond ${inQuotes(label)}.`);
          }),
      );
    }
    seen = { value: look(entry.day) };
    throw new LookedEnough();
  };
  try {
    transact(db, backThen);
  } catch (error) {
    if (!(error instanceof LookedEnough)) throw error;
  }
  if (!seen) throw new Error('nothing was looked at');
  return seen.value;
}

export function listEntries(db: ReadDb, limit: number, offset: number): { total: number; entries: HistoryEntry[] } {
  const total = prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM entries').get()?.n ?? 0;
  const rows = prepare<EntryRow>(db, 'SELECT * FROM entries ORDER BY seq DESC LIMIT ? OFFSET ?').all(limit, offset);
  return { total, entries: rows.map(toEntry) };
}

function toEntry(row: EntryRow): HistoryEntry {
  return {
    id: row.id,
    at: new Date(row.at_ms).toISOString(),
    by: row.by,
    label: row.label,
    undone: row.state !== 'standing',
    door: row.door,
    kind: row.kind,
    rows: row.rows,
  };
}
