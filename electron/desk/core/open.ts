import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/errors.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import type { WriteDb } from './sql.ts';

/** "PDSK" in SQLite's header marks a file as a Patchdesk library. */
export const APPLICATION_ID = 0x5044_534b;
const BUSY_TIMEOUT_MS = 5000;

export interface OpenOptions {
  migrations?: readonly Migration[];
  busyTimeoutMs?: number;
  /** Called before rows are changed to a newer format; it throws when they must not be. */
  beforeMigrating?: (db: WriteDb) => void;
  /** Refuse a file that is not there instead of making it. */
  mustExist?: boolean;
}

/**
 * Opens a library, and makes or migrates it first if needed; `:memory:` leaves no file. Before a migration changes rows
 * it leaves a copy beside the file. Throws DeskError library-*.
 */
export function openLibrary(path: string, options: OpenOptions = {}): WriteDb {
  const fileMustExist = options.mustExist === true;
  if (path !== ':memory:') checkFile(path, fileMustExist);
  let db: WriteDb | undefined;
  try {
    db = new Database(path, { timeout: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS, fileMustExist }) as WriteDb;
    checkKind(db, path, options.migrations ?? MIGRATIONS);
    // WAL keeps the table readable during an import, and lets the command line write while a window is open.
    db.pragma('journal_mode = WAL');
    // A step must survive a flat battery; one fsync a step is cheap enough.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -65536');
    const migrations = options.migrations ?? MIGRATIONS;
    if (isOlder(db, migrations)) options.beforeMigrating?.(db);
    migrate(db, path, migrations);
    return db;
  } catch (error) {
    db?.close();
    throw asLibraryError(error, path);
  }
}

function checkFile(path: string, mustExist: boolean): void {
  if (path === '') {
    throw new DeskError('library-not-a-library', 'The name of the library is empty. Name the file it lies in.');
  }
  if (!existsSync(path)) {
    if (mustExist) throw missingLibrary(path);
    try {
      makeFolder(dirname(path));
    } catch (error) {
      throw new DeskError(
        'library-missing-folder',
        `The folder ${dirname(path)} cannot be made for the library (${reasonOf(error)}). Choose another place.`,
        { file: path },
      );
    }
    return;
  }
  const stat = statSync(path);
  if (!stat.isFile()) {
    throw new DeskError('library-not-a-library', `${path} is a folder, not a Patchdesk library. Name a file.`, {
      file: path,
    });
  }
  // access() lets root write anything, so check the file's mode as well.
  if ((stat.mode & 0o222) === 0) throw readOnly(path);
}

export function missingLibrary(path: string): DeskError {
  return new DeskError(
    'library-missing',
    `There is no library at ${path}. Nothing was made there; check the name. “patchdesk import” and “patchdesk serve” make a new library.`,
    { file: path },
  );
}

/**
 * One folder at a time: Node's recursive mkdir never ends in an existing folder where nothing can be made, such as
 * /proc.
 */
export function makeFolder(folder: string): void {
  const isThere = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isThere()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another door may have made it meanwhile.
    if (!isThere()) throw error;
  }
}

function readOnly(path: string): DeskError {
  return new DeskError(
    'library-read-only',
    `${path} may only be read. Allow writing to it and its folder, or open a copy elsewhere.`,
    { file: path },
  );
}

function checkKind(db: WriteDb, path: string, migrations: readonly Migration[]): void {
  const id = db.pragma('application_id', { simple: true });
  const version = Number(db.pragma('user_version', { simple: true }));
  const isEmpty = db.prepare('SELECT count(*) AS n FROM sqlite_schema').pluck().get() === 0;
  if (id !== APPLICATION_ID && !isEmpty) {
    throw new DeskError(
      'library-not-a-library',
      `${path} is a database, but not a Patchdesk library. It was left alone; choose another file.`,
      { file: path },
    );
  }
  if (version > newest(migrations)) {
    throw new DeskError(
      'library-newer',
      `${basename(path)} was made by a newer Patchdesk (library version ${version}; this one knows ${newest(migrations)}). It was left alone; open it with the newer version.`,
      { file: path },
    );
  }
}

/** The schema version of a library that this Patchdesk makes. */
export const NEWEST_VERSION = newest(MIGRATIONS);

function newest(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** A new file is not older: it holds nothing yet. */
function isOlder(db: WriteDb, migrations: readonly Migration[]): boolean {
  const version = Number(db.pragma('user_version', { simple: true }));
  return version > 0 && version < newest(migrations);
}

function migrate(db: WriteDb, path: string, migrations: readonly Migration[]): void {
  const versionNow = () => Number(db.pragma('user_version', { simple: true }));
  const found = versionNow();
  if (found === newest(migrations)) return;
  if (found > 0 && path !== ':memory:') leaveCopy(db, `${path}.before-${newest(migrations)}`, found);
  // Two doors may open a new library at once; the second finds nothing left to do.
  db.transaction(() => {
    for (const migration of migrations) {
      if (migration.version <= versionNow()) continue;
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

/** Leaves a whole copy or none. It replaces one from an earlier attempt, after which the editor worked on. */
function leaveCopy(db: WriteDb, copy: string, version: number): void {
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    // If another door has migrated the library meanwhile, its copy is the earlier one.
    if (Number(db.pragma('user_version', { simple: true })) === version) renameSync(unfinished, copy);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** SQLite's own codes: https://www.sqlite.org/rescode.html */
function asLibraryError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  if (code.startsWith('SQLITE_NOTADB')) {
    return new DeskError(
      'library-not-a-library',
      `${path} is not a Patchdesk library. It was left alone; choose another file.`,
      { file: path },
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return readOnly(path);
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new DeskError(
      'library-read-only',
      `${path} cannot be opened. Check that the folder exists and that you may write to it.`,
      { file: path },
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return locked(path);
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) {
    return new DeskError(
      'library-disk',
      `The disk under ${path} is full or does not answer. Nothing was changed; make room, then try again.`,
      { file: path },
    );
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new DeskError(
      'library-damaged',
      `${path} is damaged and cannot be read. Keep it. Restore a backup (“patchdesk restore FILE”), or save what can be read (“patchdesk salvage --out FILE”).`,
      { file: path },
    );
  }
  return error;
}

function locked(path: string): DeskError {
  return new DeskError(
    'library-locked',
    `${path} is in use by another program that does not let go. Close it and try again.`,
    { file: path },
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Turns an SQLite error of a library in use into the DeskError that a door shows; returns any other error as it is. */
export function libraryErrorOf(error: unknown, path: string): unknown {
  return asLibraryError(error, path);
}
