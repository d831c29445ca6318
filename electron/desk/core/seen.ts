import { isDeepStrictEqual } from 'node:util';
import type { Conflict, ConflictField } from '../../../shared/conflict.ts';
import { DeskError } from '../../../shared/errors.ts';
import { formatAgo } from '../../../shared/words/ago.ts';
import { formatFields } from '../../../shared/words/field-words.ts';
import type { Actor } from './changes.ts';
import { formatMaker } from './elsewhere.ts';
import { findLastChange, type LastChange, type Touched } from './last-change.ts';
import type { ReadDb } from './sql.ts';

/**
 * A write may say what its editor saw. What somebody else changed since is not overwritten: the write is refused with
 * both versions, unless both want the same.
 */

export type Json = Conflict['fields'][number]['seen'];
export type Values = Readonly<Record<string, Json | undefined>>;

/** What a write is about, and how to read its fields. */
export interface SeenWrite<V extends Values> {
  /** Tells apart what writes are about: `story <id>`. */
  subject: string;
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
  formatRefusal?: (conflict: Pick<Conflict, 'what' | 'fields'>, who: string) => string | undefined;
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
  const { subject, seen, isSame = isDeepSame } = write;
  if (seen === undefined) return;
  const changed = Object.keys({ ...before, ...after }).filter((field) => !isSame(field, after[field], before[field]));
  const written = actor.window?.written;
  // A window knows what it wrote itself, also while its screen still shows what was there before.
  const isOwn = (field: string) => {
    const key = `${subject} ${field}`;
    return written?.has(key) === true && isSame(field, written.get(key) as Json | undefined, before[field]);
  };
  const clashes = changed
    .filter((field) => seen[field] !== undefined && !isSame(field, seen[field], before[field]) && !isOwn(field))
    .map((field) => ({ field, change: findLastChange(db, write.rowsOf(field)) }))
    // What an undo of this window brought back, this window has asked for.
    .filter(({ change }) => !(change && change.kind !== 'step' && actor.window?.made.has(change.id)));
  if (clashes.length > 0) {
    const fields = clashes.map(({ field }) => ({
      ...{ field, seen: seen[field] ?? null, theirs: before[field] ?? null, yours: after[field] ?? null },
    }));
    const newest = clashes.map(({ change }) => change).reduce((a, b) => ((b?.seq ?? 0) > (a?.seq ?? 0) ? b : a), null);
    throw conflictError(actor, write, fields, newest);
  }
  for (const field of changed) written?.set(`${subject} ${field}`, after[field]);
}

function isDeepSame(_field: string, a: Json | undefined, b: Json | undefined): boolean {
  return isDeepStrictEqual(a ?? null, b ?? null);
}

function conflictError(
  actor: Actor,
  { what, formatRefusal }: Pick<SeenWrite<Values>, 'what' | 'formatRefusal'>,
  fields: ConflictField[],
  last: LastChange | null,
): DeskError {
  const who = last ? `by ${formatMaker(last, actor)}, ${formatAgo(last.at_ms, actor.atMs)}` : 'elsewhere meanwhile';
  const verb = fields.length === 1 && !/(zones|systems)$/.test(fields[0]?.field ?? '') ? 'was' : 'were';
  const sentence =
    formatRefusal?.({ what, fields }, who) ??
    `${formatFields(fields.map(({ field }) => field))} of ${what} ${verb} changed ${who}. Nothing was saved. Compare both versions, then save again.`;
  const at = last && new Date(last.at_ms).toISOString();
  return new DeskError('conflict', sentence, {
    conflict: { what, fields, by: last?.by ?? null, at, door: last?.door ?? null },
  });
}

/** The values that an editor changed: one that repeats what was seen leaves alone what somebody else put there. */
export function withoutRepeats<F extends object>(fields: F, seen: Values | undefined): Partial<F> {
  const isRepeat = ([name, value]: [string, unknown]) =>
    seen?.[name] !== undefined && isDeepStrictEqual(value, seen[name]);
  return Object.fromEntries(Object.entries(fields).filter((one) => !isRepeat(one))) as Partial<F>;
}
