import type Database from 'better-sqlite3';

declare const writable: unique symbol;

/** A library for reading. It is the same object as a `WriteDb`; the type shows in review who may write. */
export type ReadDb = Database.Database;
/** A library that may be written to, which only the write path (changes.ts) and open.ts do. */
export type WriteDb = Database.Database & { readonly [writable]: true };

export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * Prepares a statement once per open library. Use it only for texts made of fixed parts: each distinct text stays in
 * the map.
 */
export function prepare<Result = Row>(db: ReadDb, sql: string): Database.Statement<unknown[], Result> {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement as Database.Statement<unknown[], Result>;
}

/** `?, ?, ?` for a list of bound values. */
export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
