import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/errors.ts';
import type { EntryId, LaterEntry } from '../../../shared/models.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { type Changes, plainRows } from './changes.ts';
import { type EntryRow, latestOf, schemaOf } from './history.ts';
import { brokenLinks } from './revert-links.ts';
import { type PastRow, pastRowsOf } from './revert-rows.ts';
import { prepare, type ReadDb, type WriteDb } from './sql.ts';
import { transact } from './transaction.ts';

/** What a revert of one step would do. */
export interface Revertible {
  label: string;
  rows: PastRow[];
  blocked: PastRow[];
  /** The later steps because of which rows cannot go back, newest first. */
  later: LaterEntry[];
}

/** What a revert needs of the open desk. */
interface Reverting {
  library: { db: WriteDb };
  keepOrder: (changes: Changes, bringIn: () => void) => void;
}

class TriedEnough extends Error {}

/** Finds which rows of a step can go back, by trying it in a transaction that always rolls back. */
export function findRevertible(db: WriteDb, entryId: EntryId): Revertible {
  const step = findStep(db, entryId);
  const all = pastRowsOf(db, (latestOf(db, step, 'redo') ?? step).seq);
  blockGroups(all);
  try {
    transact(db, () => {
      // Each try may show more rows that must stay; then it is tried again without them.
      while (blockWhatFails(db, all)) blockGroups(all);
      throw new TriedEnough();
    });
  } catch (error) {
    if (!(error instanceof TriedEnough)) throw error;
  }
  const blocked = all.filter((row) => row.isBlocked);
  return {
    label: step.label,
    rows: all.filter((row) => !row.isBlocked),
    blocked,
    later: readLater(db, new Set(blocked.flatMap(({ blame }) => blame))),
  };
}

/** Takes one step back, as part of a new step. With `partly`, what later steps changed stays. */
export function revertEntry(desk: Reverting, changes: Changes, entryId: EntryId, partly: boolean): string {
  const { label, rows, blocked, later } = findRevertible(desk.library.db, entryId);
  if (rows.length === 0 || (blocked.length > 0 && !partly)) {
    const names = later.slice(0, 3).map((entry) => inQuotes(entry.label));
    const because = names.length > 0 ? ` Later steps built on it: ${names.join(', ')}.` : '';
    const advice = rows.length > 0 ? ' The rest of it can be taken back.' : '';
    throw new DeskError(
      'undo-moved-on',
      `${inQuotes(label)} cannot be taken back whole.${because}${advice} Nothing was touched.`,
    );
  }
  const goBack = () => {
    for (const row of rows) applyRow(changes, row);
  };
  // A capture decides the order of what fills a page; the placed stories stay where editors put them.
  if (rows.some(({ table }) => table === 'captures' || table === 'sightings')) desk.keepOrder(changes, goBack);
  else goBack();
  return `Take back ${blocked.length > 0 ? 'part of ' : ''}${inQuotes(label)}`;
}

function findStep(db: ReadDb, entryId: EntryId): EntryRow {
  const step = prepare<EntryRow>(db, 'SELECT * FROM entries WHERE id = ?').get(entryId);
  if (!step) {
    throw new DeskError('entry-missing', `The history has no entry ${entryId}. “patchdesk history” lists them.`);
  }
  if (step.kind === 'undo') {
    throw new DeskError('revert-unfit', `${inQuotes(step.label)} is an undo. Use Redo, or do the step again.`);
  }
  if (step.kind === 'redo') {
    throw new DeskError('revert-unfit', `${inQuotes(step.label)} is a redo. Take back the step that it did again.`);
  }
  if (step.state !== 'standing') {
    throw new DeskError('revert-unfit', `${inQuotes(step.label)} is undone already.`);
  }
  if ((latestOf(db, step, 'redo') ?? step).schema !== schemaOf(db)) {
    throw new DeskError(
      'undo-moved-on',
      `${inQuotes(step.label)} was made before Patchdesk changed how this library is kept, so it can no longer be taken back.`,
    );
  }
  return step;
}

/** A story that the step brought in stays or goes whole, and so does the arrangement of a page. */
function blockGroups(all: readonly PastRow[]): void {
  const blame = new Map<string, Set<number>>();
  for (const { isBlocked, group, blame: seqs } of all) {
    if (!isBlocked || group === null) continue;
    const known = blame.get(group) ?? new Set();
    for (const seq of seqs) known.add(seq);
    blame.set(group, known);
  }
  for (const row of all) {
    const seqs = row.group === null ? undefined : blame.get(row.group);
    if (seqs && !row.isBlocked) Object.assign(row, { isBlocked: true, blame: [...seqs] });
  }
}

/** Tries the rows that are left; blocks those that break a rule of the library. Returns whether there were any. */
function blockWhatFails(db: WriteDb, all: readonly PastRow[]): boolean {
  let failed = false;
  const block = (row: PastRow, blame: number[]) => {
    Object.assign(row, { isBlocked: true, blame });
    failed = true;
  };
  const plain = plainRows(db);
  const tryRows = () => {
    const tried = all.filter((row) => !row.isBlocked);
    for (const row of tried) {
      try {
        applyRow(plain, row);
      } catch (error) {
        // Something newer has the unique value, such as a template's name.
        if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
        block(row, []);
      }
    }
    for (const { row, blame } of brokenLinks(db, tried)) block(row, blame);
    throw new TriedEnough();
  };
  try {
    transact(db, tryRows);
  } catch (error) {
    if (!(error instanceof TriedEnough)) throw error;
  }
  return failed;
}

function applyRow(changes: Pick<Changes, 'insert' | 'update' | 'remove'>, row: PastRow): void {
  if (row.op === 'insert') changes.remove(row.table, row.key);
  else if (row.op === 'update') changes.update(row.table, row.key, row.before);
  else changes.insert(row.table, row.before);
}

function readLater(db: ReadDb, seqs: ReadonlySet<number>): LaterEntry[] {
  return prepare<EntryRow>(
    db,
    `SELECT * FROM entries WHERE seq IN (SELECT value FROM json_each(?)) AND kind = 'step' AND state = 'standing'
     ORDER BY seq DESC`,
  )
    .all(JSON.stringify([...seqs]))
    .map(({ id, label, by, at_ms }) => ({ id, label, by, at: new Date(at_ms).toISOString() }));
}
