import { createHash } from 'node:crypto';
import { createReadStream, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/errors.ts';
import { APPLICATION_ID } from '../core/open.ts';
import type { ReadDb, WriteDb } from '../core/sql.ts';
import { syncFile } from '../core/sync-file.ts';

/** A copy of a library, read back and checked. */
export interface Copy {
  path: string;
  bytes: number;
  sha256: string;
  stories: number;
}

/** Database pages copied at a time; other calls are answered in between. */
const PAGES_AT_ONCE = 1000;

/**
 * Copies an open library, in use or not, into one file. The copy is written beside `out`, read back and checked, then
 * moved into place. Throws backup-*, and leaves any earlier file at `out` as it was.
 */
export async function backUp(db: WriteDb, out: string, replace: boolean): Promise<Copy> {
  refusePlace(db.name, out, replace);
  const unfinished = `${out}.unfinished-${process.pid}`;
  try {
    const before = countsOf(db);
    await db.backup(unfinished, { progress: () => PAGES_AT_ONCE });
    const after = countsOf(db);
    const found = await inspect(unfinished, (copy) => {
      // DELETE mode makes the copy a single file; WAL would keep others beside it.
      copy.pragma('journal_mode = DELETE');
    });
    // Another door may have written meanwhile; then the copy shows some moment in between.
    const isOfThen =
      found.version === before.version && found.entries >= before.entries && found.entries <= after.entries;
    const isSame = before.entries !== after.entries || same(found, before);
    if (!isOfThen || !isSame || found.problems.length > 0) {
      throw new DeskError(
        'backup-failed',
        `The copy differs from the library${found.problems[0] ? `: ${found.problems[0]}` : ''}. ${basename(out)} was not written. Run “patchdesk check”.`,
        { file: out },
      );
    }
    syncFile(unfinished);
    const sha256 = await sha256Of(unfinished);
    renameSync(unfinished, out);
    return { path: out, bytes: statSync(out).size, sha256, stories: found.articles };
  } catch (error) {
    throw backupError(error, out);
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${rest}`, { force: true });
  }
}

function refusePlace(library: string, out: string, replace: boolean): void {
  const folder = statSync(dirname(out), { throwIfNoEntry: false });
  if (!folder?.isDirectory()) {
    throw new DeskError(
      'backup-unwritable',
      `${out} cannot be written: its folder does not exist. Choose another folder.`,
      {
        file: out,
      },
    );
  }
  const there = statSync(out, { throwIfNoEntry: false });
  if (!there) return;
  const own = statSync(library);
  if (there.dev === own.dev && there.ino === own.ino) {
    throw new DeskError('backup-unwritable', `${out} is the library itself. Choose another file.`, { file: out });
  }
  if (!there.isFile()) {
    throw new DeskError('backup-unwritable', `${out} is a folder. Choose a file name.`, { file: out });
  }
  if (!replace) throw new DeskError('backup-exists', `${out} already exists and was not changed.`, { file: out });
}

interface Counts {
  version: number;
  entries: number;
  articles: number;
  tags: number;
  placements: number;
}

function countsOf(db: ReadDb): Counts {
  const one = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0);
  return {
    version: Number(db.pragma('user_version', { simple: true })),
    entries: one('SELECT max(seq) FROM entries'),
    articles: one('SELECT count(*) FROM articles'),
    tags: one('SELECT count(*) FROM tags'),
    placements: one('SELECT count(*) FROM placements'),
  };
}

function same(a: Counts, b: Counts): boolean {
  return a.articles === b.articles && a.tags === b.tags && a.placements === b.placements;
}

const MOST_PROBLEMS = 5;

/** Opens a file that should be a whole library and reads all of it, table by table. */
export async function inspect(
  path: string,
  prepare: (db: ReadDb) => void = () => undefined,
): Promise<Counts & { problems: string[] }> {
  const db = new Database(path, { fileMustExist: true });
  try {
    prepare(db);
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new DeskError('backup-unfit', `${path} is not a Patchdesk library. Nothing was changed.`, { file: path });
    }
    const problems: string[] = [];
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
    for (const table of tables) {
      // Give other calls a turn: a large table takes a moment, all of them a long one.
      await new Promise(setImmediate);
      const found = db.pragma(`integrity_check("${table}")`) as { integrity_check: string }[];
      for (const { integrity_check: line } of found) if (line !== 'ok') problems.push(line);
      const dangling = db.pragma(`foreign_key_check("${table}")`) as unknown[];
      if (dangling.length > 0) problems.push(`rows of ${table} refer to missing rows`);
      if (problems.length >= MOST_PROBLEMS) break;
    }
    return { ...countsOf(db), problems };
  } finally {
    db.close();
  }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** An error from the disk or SQLite about a copy, as a DeskError with a sentence. */
export function backupError(error: unknown, path: string): unknown {
  if (error instanceof DeskError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code.startsWith('SQLITE_NOTADB')) {
    return new DeskError('backup-unfit', `${path} is not a Patchdesk library. Nothing was changed.`, { file: path });
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new DeskError('backup-unfit', `${path} is damaged and cannot be read. Nothing was changed.`, { file: path });
  }
  if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) {
    return new DeskError('backup-unwritable', `The disk of ${path} is full or does not respond. Nothing was changed.`, {
      file: path,
    });
  }
  return new DeskError('backup-unwritable', `${path} cannot be written (${code}). Choose another folder.`, {
    file: path,
  });
}
