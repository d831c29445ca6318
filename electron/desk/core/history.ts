import { DeskError } from '../../../shared/errors.ts';
import type { Door, EntryId, HistoryEntry, HistoryFilter } from '../../../shared/models.ts';
import { formatAgo } from '../../../shared/words/ago.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { type Actor, type Changes, keyOf, readColumns, recordedChanges, runEntry, type StepResult } from './changes.ts';
import { formatMaker, isElsewhere } from './elsewhere.ts';
import { entriesWhere } from './entry-filter.ts';
import { prepare, type ReadDb, type Row, type WriteDb } from './sql.ts';
import { transact } from './transaction.ts';

export interface EntryRow {
  seq: number;
  id: EntryId;
  at_ms: number;
  by: string;
  door: Door;
  /** The replica; the column has the name it had when the library's format was made. */
  desk: string;
  label: string;
  kind: 'step' | 'undo' | 'redo';
  target_seq: number | null;
  state: 'standing' | 'undone' | 'dropped';
  rows: number;
  day: string;
  schema: number;
}

export function newestSeq(db: ReadDb): number {
  return prepare<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM entries').get()?.seq ?? 0;
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

/** Reverses the newest step. One made elsewhere needs consent: to any, or to the one that was asked about. */
export function undo(db: WriteDb, actor: Actor, otherDoorToo: boolean, agreedTo?: EntryId): StepResult<void> {
  return reverse(db, actor, 'undo', () => {
    const step = findUndoable(db);
    if (!step) throw new DeskError('nothing-to-undo', 'There is nothing to undo.');
    checkConsent(step, step, actor, 'made', otherDoorToo, agreedTo);
    return step;
  });
}

/** Applies the step undone last again. One undone elsewhere needs consent. */
export function redo(db: WriteDb, actor: Actor, otherDoorToo: boolean, agreedTo?: EntryId): StepResult<void> {
  return reverse(db, actor, 'redo', () => {
    const step = findRedoable(db);
    if (!step) throw new DeskError('nothing-to-redo', 'There is nothing to redo.');
    checkConsent(step, latestOf(db, step, 'undo') ?? step, actor, 'undone', otherDoorToo, agreedTo);
    return step;
  });
}

/** `last` is the entry that did what would be reversed: the step itself, or its undo. */
function checkConsent(
  step: EntryRow,
  last: EntryRow,
  actor: Actor,
  verb: 'made' | 'undone',
  otherDoorToo: boolean,
  agreedTo: EntryId | undefined,
): void {
  // A newer step than the one the editor was asked about needs its own answer.
  const isAgreed = otherDoorToo && (agreedTo === undefined || agreedTo === step.id);
  if (isAgreed || !(isElsewhere(last, actor) || otherDoorToo)) return;
  throw new DeskError(
    'undo-other-door',
    `${inQuotes(step.label)} was ${verb} by ${formatMaker(last, actor)}, ${formatAgo(last.at_ms, actor.atMs)}.`,
    { step: { id: step.id, label: step.label, by: last.by, at: new Date(last.at_ms).toISOString(), door: last.door } },
  );
}

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
      actor.work?.countRows(`${kind === 'undo' ? 'Undoing' : 'Redoing'} ${inQuotes(step.label)}`, source.rows);
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
export function schemaOf(db: ReadDb): unknown {
  return db.pragma('user_version', { simple: true });
}

export function latestOf(db: ReadDb, step: EntryRow, kind: 'undo' | 'redo'): EntryRow | null {
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

export function listEntries(
  db: ReadDb,
  limit: number,
  offset: number,
  filter: HistoryFilter = {},
): { total: number; entries: HistoryEntry[] } {
  const { from, values } = entriesWhere(filter);
  const total = prepare<{ n: number }>(db, `SELECT count(*) AS n FROM ${from}`).get(...values)?.n ?? 0;
  const order = from.startsWith('entry_subjects') ? 's.entry_seq' : 'e.seq';
  const rows = prepare<EntryRow>(db, `SELECT e.* FROM ${from} ORDER BY ${order} DESC LIMIT ? OFFSET ?`);
  return { total, entries: rows.all(...values, limit, offset).map(toEntry) };
}

/** Everybody who has made a step: each is one jump through the index. */
export function listPeople(db: ReadDb): string[] {
  return prepare<{ by: string }>(
    db,
    `WITH RECURSIVE people (by) AS (
       SELECT min(by) FROM entries
       UNION ALL SELECT (SELECT min(e.by) FROM entries e WHERE e.by > people.by) FROM people WHERE people.by IS NOT NULL
     ) SELECT by FROM people WHERE by IS NOT NULL`,
  )
    .all()
    .map(({ by }) => by);
}

export function toEntry(row: EntryRow): HistoryEntry {
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
