import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { besideName } from './beside-name.ts';
import type { ReadDb } from './sql.ts';
import { syncFile, syncFolder } from './sync-file.ts';

/**
 * Copies all that an open library holds into a new file in the first folder that takes it, and checks the copy. Null
 * where no folder takes it. It works also when the library's own file has lost its name.
 */
export function saveCopy(db: ReadDb, library: string, folders: readonly string[], now: Date): string | null {
  for (const folder of folders) {
    const path = besideName(library, 'saved', now, folder);
    const unfinished = `${path}.unfinished-${process.pid}`;
    try {
      db.prepare('VACUUM INTO ?').run(unfinished);
      checkCopy(db, unfinished);
      syncFile(unfinished);
      renameSync(unfinished, path);
      syncFolder(folder);
      return path;
    } catch (error) {
      // A full disk, a folder that is gone or may not be written to: the next folder may take it.
      if (!isOfTheDisk(error)) throw error;
    } finally {
      for (const rest of ['', '-journal']) rmSync(unfinished + rest, { force: true });
    }
  }
  return null;
}

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function checkCopy(db: ReadDb, path: string): void {
  const copy = new Database(path, { readonly: true });
  try {
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new CopyError('SQLITE_CORRUPT');
    for (const table of ['entries', 'articles', 'changes']) {
      const count = (of: ReadDb) => of.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      if (count(copy) !== count(db)) throw new CopyError('SQLITE_CORRUPT');
    }
  } finally {
    copy.close();
  }
}

class CopyError extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the copy differs from the library');
    this.code = code;
  }
}
