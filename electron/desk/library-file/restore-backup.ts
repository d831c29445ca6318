import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/errors.ts';
import { besideName } from '../core/beside-name.ts';
import { libraryErrorOf, makeFolder, NEWEST_VERSION } from '../core/open.ts';
import { backupError, type Copy, inspect, sha256Of, sync } from './backup.ts';

export interface RestoredBackup extends Copy {
  /** The path of the library that was there before; null where there was none. */
  kept: string | null;
}

/** Files that SQLite puts beside a library. They belong to that file alone and would corrupt another in its place. */
const BESIDE = ['-wal', '-shm', '-journal'];

/**
 * Replaces a library that nobody has open with a copy. The copy is read from end to end first, and the earlier library
 * stays beside it. After any failure the library is where it was.
 */
export async function restoreBackup(from: string, library: string, now: Date): Promise<RestoredBackup> {
  const unfinished = `${library}.restoring-${process.pid}`;
  try {
    const found = await copyWhole(from, library, unfinished);
    sync(unfinished);
    const sha256 = await sha256Of(unfinished);
    const { size: bytes } = statSync(unfinished);
    const kept = swapFiles(library, unfinished, now);
    return { path: library, bytes, sha256, stories: found.articles, kept };
  } finally {
    for (const rest of ['', ...BESIDE]) rmSync(`${unfinished}${rest}`, { force: true });
  }
}

async function copyWhole(from: string, library: string, unfinished: string) {
  const there = statSync(from, { throwIfNoEntry: false });
  if (!there?.isFile()) {
    throw new DeskError('backup-unfit', `${from} is not a file that can be restored. Choose a backup.`, { file: from });
  }
  const own = statSync(library, { throwIfNoEntry: false });
  if (own && own.dev === there.dev && own.ino === there.ino) {
    throw new DeskError('backup-unfit', `${from} is the library itself. Choose a backup.`, { file: from });
  }
  let found: Awaited<ReturnType<typeof inspect>>;
  try {
    found = await inspect(from);
  } catch (error) {
    throw backupError(error, from);
  }
  if (found.version > NEWEST_VERSION) {
    throw new DeskError(
      'backup-unfit',
      `${basename(from)} was made by a newer Patchdesk (library version ${found.version}; this one reads up to ${NEWEST_VERSION}). Nothing was changed; restore it with the newer version.`,
      { file: from },
    );
  }
  if (found.problems.length > 0) {
    throw new DeskError('backup-unfit', `${from} is damaged (${found.problems[0]}). Nothing was changed.`, {
      file: from,
    });
  }
  try {
    makeFolder(dirname(library));
    const db = new Database(from, { fileMustExist: true });
    try {
      db.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      db.close();
    }
    const copied = await inspect(unfinished);
    if (copied.problems.length > 0 || copied.articles !== found.articles || copied.entries !== found.entries) {
      throw new DeskError(
        'backup-failed',
        `The copy of ${from} differs from the file. Nothing was changed. Check the disk.`,
        { file: from },
      );
    }
    return copied;
  } catch (error) {
    throw backupError(error, library);
  }
}

/** Moves the library aside and the copy into its place; if that fails, moves the library back. */
function swapFiles(library: string, unfinished: string, now: Date): string | null {
  if (!existsSync(library)) {
    renameSync(unfinished, library);
    return null;
  }
  refuseInUse(library);
  const kept = besideName(library, 'before-restore', now);
  renameSync(library, kept);
  try {
    for (const rest of BESIDE) if (existsSync(`${library}${rest}`)) renameSync(`${library}${rest}`, `${kept}${rest}`);
    renameSync(unfinished, library);
  } catch (error) {
    for (const rest of BESIDE) if (existsSync(`${kept}${rest}`)) renameSync(`${kept}${rest}`, `${library}${rest}`);
    renameSync(kept, library);
    throw backupError(error, library);
  }
  return kept;
}

/**
 * SQLite leaves WAL only for a connection that is alone with the file, so this refuses a library in use. It also writes
 * the WAL into the file. https://www.sqlite.org/wal.html#persistence_of_wal_mode
 */
function refuseInUse(library: string): void {
  let db: Database.Database | undefined;
  try {
    db = new Database(library, { fileMustExist: true, timeout: 0 });
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
      throw new DeskError(
        'library-locked',
        `${library} is open in Patchdesk or another program. Nothing was changed. Close it there, then restore.`,
        { file: library },
      );
    }
    // A damaged library is the very reason to restore a backup: it stays beside it as it is.
    if (!code.startsWith('SQLITE_CORRUPT') && !code.startsWith('SQLITE_NOTADB')) throw libraryErrorOf(error, library);
  } finally {
    db?.close();
  }
}
