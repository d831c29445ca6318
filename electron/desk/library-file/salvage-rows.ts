import { isDamage } from '../core/soundness.ts';
import type { ReadDb, SqlValue } from '../core/sql.ts';

type Values = (SqlValue | Buffer)[];

/** Rows between two damaged places are looked for one by one, up to so many. */
const MOST_PROBES = 1_000_000;

/**
 * The rows of a table that can still be read. Damage to a page ends a walk through the table, so it walks from both
 * ends, and looks for each row in between. A table without row numbers (`key` names its columns) is walked only.
 */
export function* readableRows(
  db: ReadDb,
  table: string,
  columns: readonly string[],
  key: readonly string[] | null,
): Generator<Values> {
  const ends: bigint[] = [];
  const seen = new Set<string>();
  for (const direction of ['ASC', 'DESC']) {
    const order = (key ?? ['rowid']).map((column) => `${column} ${direction}`).join(', ');
    const first = key ? `json_array(${key.join(', ')})` : 'rowid';
    const walk = db.prepare(`SELECT ${first}, ${columns.join(', ')} FROM ${table} NOT INDEXED ORDER BY ${order}`);
    let last: bigint | null = null;
    try {
      for (const [id, ...values] of walk.raw().safeIntegers().iterate() as Iterable<[bigint | string, ...Values]>) {
        if (key && seen.has(String(id))) return;
        if (!key && ends[0] !== undefined && (id as bigint) <= ends[0]) return;
        if (key) seen.add(String(id));
        else last = id as bigint;
        yield values;
      }
      return;
    } catch (error) {
      if (!isDamage(error)) throw error;
      ends.push(last ?? (direction === 'ASC' ? 0n : BigInt(MOST_PROBES)));
    }
  }
  if (!key) yield* rowsBetween(db, table, columns, ends[0] ?? 0n, ends[1] ?? 0n);
}

function* rowsBetween(
  db: ReadDb,
  table: string,
  columns: readonly string[],
  after: bigint,
  before: bigint,
): Generator<Values> {
  const find = db
    .prepare(`SELECT ${columns.join(', ')} FROM ${table} NOT INDEXED WHERE rowid = ?`)
    .raw()
    .safeIntegers();
  const end = before - after > BigInt(MOST_PROBES) ? after + BigInt(MOST_PROBES) : before;
  for (let rowid = after + 1n; rowid < end; rowid += 1n) {
    let row: Values | undefined;
    try {
      row = find.get(rowid) as Values | undefined;
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    if (row) yield row;
  }
}

/** How many rows a table says it has; null where that cannot be read. An index may know more than the damaged table. */
export function countRows(db: ReadDb, table: string): number | null {
  let most: number | null = null;
  for (const how of ['', 'NOT INDEXED']) {
    try {
      most = Math.max(most ?? 0, db.prepare(`SELECT count(*) FROM ${table} ${how}`).pluck().get() as number);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return most;
}
