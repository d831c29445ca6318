import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/errors.ts';
import { libraryErrorOf, makeFolder, NEWEST_VERSION } from '../core/open.ts';
import { syncFile } from '../core/sync-file.ts';
import { backupError, type Copy, inspect, sha256Of } from './backup.ts';
import { BESIDE, type SwapFs, swapLibrary } from './swap-library.ts';

export interface RestoredBackup extends Copy {
  /** The path of the library that was there before; null where there was none. */
  kept: string | null;
}

/**
 * Replaces a library that nobody has open with a copy. The copy is read from end to end first, and the earlier library
 * stays beside it. After any failure, also that of the machine, the earlier library or the new one is in its place.
 */
export async function restoreBackup(from: string, library: string, now: Date, fs?: SwapFs): Promise<RestoredBackup> {
  removeLeftOvers(library);
  const unfinished = `${library}.restoring-${process.pid}`;
  try {
    const found = await copyWhole(from, library, unfinished);
    syncFile(unfinished);
    const sha256 = await sha256Of(unfinished);
    const { size: bytes } = statSync(unfinished);
    if (existsSync(library)) refuseInUse(library);
    const kept = swapLibrary(library, unfinished, now, fs);
    return { path: library, bytes, sha256, stories: found.articles, kept };
  } finally {
    for (const rest of ['', ...BESIDE]) rmSync(`${unfinished}${rest}`, { force: true });
  }
}

/** Removes what a restore that was killed left behind. */
function removeLeftOvers(library: string): void {
  const folder = dirname(library);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(basename(library))) continue;
    const pid = /^\.restoring-(\d+)(?:-wal|-shm|-journal)?$/.exec(name.slice(basename(library).length))?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Any other answer means a process of somebody else.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
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
