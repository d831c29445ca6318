import { isDeepStrictEqual } from 'node:util';
import type { Conflict } from '../../../shared/conflict.ts';
import { DeskError } from '../../../shared/errors.ts';
import { formatAgo } from '../../../shared/words/ago.ts';
import { formatFields } from '../../../shared/words/field-words.ts';
import type { Actor } from './changes.ts';
import { formatMaker } from './elsewhere.ts';
import { findLastChange, type Touched } from './last-change.ts';
import type { ReadDb } from './sql.ts';

/**
 * A write may say what its editor saw. What somebody else changed since is not overwritten: the write is refused with
 * both versions, unless both want the same.
 */

export type Json = Conflict['fields'][number]['seen'];
export type Values = Readonly<Record<string, Json | undefined>>;

/** What a write is about, and how to read its fields. */
export interface SeenWrite<V extends Values> {
  /** In words: `“A ward opens”`, `the zones of Devon`. */
  what: string;
  /** What the editor saw. Fields that the write does not change do not matter. */
  seen: Values | undefined;
  /** The fields as they are: called before the write and after it. */
  read: () => V;
  /** The rows that hold a field, for who changed it last. */
  rowsOf: (field: string) => readonly Touched[];
  isSame?: (field: string, a: Json | undefined, b: Json | undefined) => boolean;
  /** A sentence of its own, in place of the one about changed fields. */
  describe?: (conflict: Pick<Conflict, 'what' | 'fields'>, who: string) => string | undefined;
}

/** Runs a write inside a step. Throws `conflict`, so that the step rolls back, where it would overwrite what was not seen. */
export function writeSeen<T, V extends Values>(db: ReadDb, actor: Actor, write: SeenWrite<V>, run: () => T): T {
  if (write.seen === undefined) return run();
  const before = write.read();
  const value = run();
  checkSeen(db, actor, write, before, write.read());
  return value;
}

/** The comparison alone, for a caller that has read the fields itself. */
export function checkSeen<V extends Values>(
  db: ReadDb,
  actor: Actor,
  write: Omit<SeenWrite<V>, 'read'>,
  before: V,
  after: V,
): void {
  const { seen, what, rowsOf, isSame = (_, a, b) => isDeepStrictEqual(a ?? null, b ?? null) } = write;
  if (seen === undefined) return;
  const clashes = Object.keys(seen).filter(
    (field) =>
      seen[field] !== undefined &&
      !isSame(field, seen[field], before[field]) &&
      !isSame(field, after[field], before[field]),
  );
  const changes = clashes.map((field) => ({ field, change: findLastChange(db, rowsOf(field)) }));
  // A window knows its own steps, also those that it sent before the answer to an earlier one was shown.
  const foreign = changes.filter(({ change }) => !(change && actor.madeHere?.has(change.id)));
  if (foreign.length === 0) return;
  const last = foreign.map(({ change }) => change).reduce((a, b) => ((b?.seq ?? 0) > (a?.seq ?? 0) ? b : a), null);
  const fields = foreign.map(({ field }) => ({
    field,
    seen: seen[field] ?? null,
    theirs: before[field] ?? null,
    yours: after[field] ?? null,
  }));
  const who = last ? `by ${formatMaker(last, actor)}, ${formatAgo(last.at_ms, actor.atMs)}` : 'elsewhere meanwhile';
  const isOne = fields.length === 1 && fields[0]?.field !== 'zones' && fields[0]?.field !== 'systems';
  const sentence =
    write.describe?.({ what, fields }, who) ??
    `${formatFields(fields.map(({ field }) => field))} of ${what} ${isOne ? 'was' : 'were'} changed ${who}. Nothing was saved. Compare both versions, then save again.`;
  throw new DeskError('conflict', sentence, {
    conflict: {
      what,
      fields,
      by: last?.by ?? null,
      at: last && new Date(last.at_ms).toISOString(),
      door: last?.door ?? null,
    },
  });
}
