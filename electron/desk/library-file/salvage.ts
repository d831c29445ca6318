import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/errors.ts';
import { FILED_ROWS } from '../core/migrations/0080-filed-and-exports.ts';
import { openLibrary } from '../core/open.ts';
import { isDamage } from '../core/soundness.ts';
import type { ReadDb, WriteDb } from '../core/sql.ts';
import { syncFile, syncFolder } from '../core/sync-file.ts';
import { refreshTextIndex } from '../core/text-index.ts';
import { backupError } from './backup.ts';
import { countRows, readableRows } from './salvage-rows.ts';

interface SalvagedTable {
  table: string;
  read: number;
  /** Null where the table does not tell how many rows it had. */
  lost: number | null;
}

export interface Salvaged {
  path: string;
  tables: SalvagedTable[];
}

/** Made again from other tables. */
const DERIVED = new Set(['filed']);

/**
 * Copies every row that can still be read into a new library, table by table, and says what is lost. The damaged file is
 * only read. Throws DeskError backup-* and library-*.
 */
export function salvageLibrary(from: string, out: string): Salvaged {
  if (existsSync(out)) {
    throw new DeskError('backup-exists', `${out} already exists and was not changed. Name another file.`, {
      file: out,
    });
  }
  if (!statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory()) {
    throw new DeskError(
      'backup-unwritable',
      `${out} cannot be written: its folder does not exist. Choose another folder.`,
      { file: out },
    );
  }
  const unfinished = `${out}.unfinished-${process.pid}`;
  let source: Database.Database | undefined;
  try {
    source = new Database(from, { readonly: true, fileMustExist: true });
    const target = openLibrary(unfinished);
    let tables: SalvagedTable[];
    try {
      tables = copyTables(source, target);
      target.pragma('journal_mode = DELETE');
    } finally {
      target.close();
    }
    syncFile(unfinished);
    renameSync(unfinished, out);
    syncFolder(dirname(out));
    return { path: out, tables };
  } catch (error) {
    if (isDamage(error)) {
      throw new DeskError('backup-unfit', `${from} is so damaged that nothing in it can be read. Restore a backup.`, {
        file: from,
      });
    }
    throw backupError(error, out);
  } finally {
    source?.close();
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + rest, { force: true });
  }
}

function copyTables(source: ReadDb, target: WriteDb): SalvagedTable[] {
  const known = new Set(tableNames(source));
  target.pragma('foreign_keys = OFF');
  const names = tableNames(target).filter((table) => known.has(table) && !DERIVED.has(table));
  const copied = target.transaction(() => {
    const tables = names.map((table) => copyTable(source, target, table));
    const dropped = dropDangling(target);
    target.exec(`DELETE FROM filed; INSERT INTO filed ${FILED_ROWS} WHERE a.withdrawn_at IS NULL`);
    target.exec('DELETE FROM article_text');
    const added = target.prepare('SELECT id FROM articles').pluck().all() as string[];
    refreshTextIndex(target, { added, reworded: new Set(), removed: [] });
    return tables.map((one) => {
      const without = dropped.get(one.table) ?? 0;
      return { ...one, read: one.read - without, lost: one.lost === null ? null : one.lost + without };
    });
  })();
  return copied;
}

/** The tables with rows of their own: not those of SQLite and of the text index. */
function tableNames(db: ReadDb): string[] {
  return db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'article\\_text%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
}

function copyTable(source: ReadDb, target: WriteDb, table: string): SalvagedTable {
  const of = (db: ReadDb) => db.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  const there = new Set(of(source).map(({ name }) => name));
  const columns = of(target).filter(({ name }) => there.has(name));
  const names = columns.map(({ name }) => name);
  const insert = target.prepare(
    `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const keyed = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const key = isWithoutRowid(target, table) ? keyed.map(({ name }) => name) : null;
  target.exec(`DELETE FROM ${table}`);
  const expected = countRows(source, table);
  let read = 0;
  for (const row of readableRows(source, table, names, key)) {
    try {
      read += insert.run(...row).changes;
    } catch (error) {
      // Damage may have changed a value to one that no row can have.
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')))
        throw error;
    }
  }
  return { table, read, lost: expected === null ? null : Math.max(0, expected - read) };
}

function isWithoutRowid(db: ReadDb, table: string): boolean {
  const found = db.prepare('SELECT wr FROM pragma_table_list WHERE schema = ? AND name = ?').pluck();
  return found.get('main', table) === 1;
}

/** Rows that refer to rows that are lost. Dropping one may leave others without theirs. */
function dropDangling(target: WriteDb): Map<string, number> {
  const dropped = new Map<string, number>();
  for (;;) {
    const found = target.pragma('foreign_key_check') as {
      table: string;
      rowid: number | null;
      parent: string;
      fkid: number;
    }[];
    if (found.length === 0) return dropped;
    const done = new Set<string>();
    let sum = 0;
    for (const { table, rowid, parent, fkid } of found) {
      let changes = 0;
      if (rowid !== null) changes = target.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid).changes;
      else if (!done.has(`${table}/${fkid}`)) {
        done.add(`${table}/${fkid}`);
        const links = (
          target.pragma(`foreign_key_list("${table}")`) as { id: number; from: string; to: string | null }[]
        ).filter(({ id }) => id === fkid);
        const [link] = links;
        const to = link?.to ?? primaryKeyOf(target, parent);
        changes = target
          .prepare(
            `DELETE FROM ${table} WHERE ${link?.from} IS NOT NULL AND ${link?.from} NOT IN (SELECT ${to} FROM ${parent})`,
          )
          .run().changes;
      }
      sum += changes;
      dropped.set(table, (dropped.get(table) ?? 0) + changes);
    }
    if (sum === 0) throw new Error('rows without the rows they refer to could not be dropped');
  }
}

function primaryKeyOf(db: ReadDb, table: string): string {
  const columns = db.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  return columns.find(({ pk }) => pk === 1)?.name ?? 'rowid';
}
