import { columnsTouchedSince } from './changed-pages.ts';
import { type Mark, markOf, tablesChangedSince } from './library-version.ts';
import type { ReadDb } from './sql.ts';
import type { TableName } from './tables.ts';

/** What a derived value was made from. */
export interface Basis {
  /** Tables whose change makes the value invalid. */
  tables: readonly TableName[];
  /** The columns of a table that alone matter; without them, all do. */
  columns?: Partial<Record<TableName, readonly string[]>>;
  /** Anything else that makes it invalid, compared with Object.is: a register, a day, the text of some rows. */
  inputs?: readonly unknown[];
}

interface Derived {
  mark: Mark;
  inputs: readonly unknown[];
  value: unknown;
}

const caches = new WeakMap<ReadDb, Map<string, Derived>>();

/** Most values kept of one library. The one used longest ago goes first; some hold a reading of 100,000 stories. */
const MOST = 12;

/**
 * A value computed from the library, and cached until its basis changes: a step, an undo or another door's write to
 * one of its tables, or another input. `name` tells values apart; callers must not change them. Inside a transaction
 * a value that depends on tables is not cached, because the rows read may be rolled back.
 */
export function derived<T>(db: ReadDb, name: string, basis: Basis, make: () => T): T {
  const { tables, inputs = [] } = basis;
  if (db.inTransaction && tables.length > 0) return make();
  const cache = caches.get(db) ?? new Map<string, Derived>();
  caches.set(db, cache);
  // Before `make`: what another door writes meanwhile invalidates the value the next time.
  const mark = markOf(db);
  const known = cache.get(name);
  cache.delete(name);
  if (known && isSame(known.inputs, inputs) && !isChanged(db, known, mark, basis)) {
    cache.set(name, { ...known, mark });
    return known.value as T;
  }
  const value = make();
  cache.set(name, { mark, inputs, value });
  const [oldest] = cache.keys();
  if (oldest !== undefined && cache.size > MOST) cache.delete(oldest);
  return value;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

function isChanged(
  db: ReadDb,
  { mark: { stamp, entry } }: Derived,
  mark: Mark,
  { tables, columns = {} }: Basis,
): boolean {
  if (stamp === mark.stamp || tables.length === 0) return false;
  const changed = tablesChangedSince(db, { stamp, entry });
  if (changed === null) return true;
  return tables.some((table) => {
    const only = columns[table];
    return changed.has(table) && (only === undefined || entry === null || columnsTouchedSince(db, entry, table, only));
  });
}
