import * as nodeFs from 'node:fs';
import { dirname } from 'node:path';
import { besideName } from '../core/beside-name.ts';
import { syncFile, syncFolder } from '../core/sync-file.ts';
import { backupError } from './backup.ts';

/** The disk calls of a restore; passed in, so that a test can stop at any of them. */
export type SwapFs = Pick<typeof nodeFs, 'copyFileSync' | 'linkSync' | 'renameSync' | 'rmSync'>;

/** Files that SQLite puts beside a library. They belong to that file alone and would corrupt another in its place. */
export const BESIDE = ['-wal', '-shm', '-journal'];

/**
 * Puts a whole and synced file in a library's place, in one step: whenever this is stopped, the earlier library or the
 * new one lies there. Returns where the earlier one is kept. Nobody may have it open.
 */
export function swapLibrary(library: string, whole: string, now: Date, fs: SwapFs = nodeFs): string | null {
  const kept = nodeFs.existsSync(library) ? besideName(library, 'before-restore', now) : null;
  try {
    if (kept !== null) keepEarlier(library, kept, fs);
    // A damaged library may have left them. They are kept with it.
    for (const rest of BESIDE) fs.rmSync(library + rest, { force: true });
    fs.renameSync(whole, library);
    syncFolder(dirname(library));
    return kept;
  } catch (error) {
    if (kept !== null) putBack(library, kept, fs);
    throw backupError(error, library);
  }
}

/** Copies the library and what belongs to it. The main file comes last: its name says that the copy is whole. */
function keepEarlier(library: string, kept: string, fs: SwapFs): void {
  for (const rest of [...BESIDE, '']) {
    if (!nodeFs.existsSync(library + rest)) continue;
    const unfinished = `${kept}${rest}.unfinished-${process.pid}`;
    try {
      // Some disks share the bytes of both until one is changed.
      fs.copyFileSync(library + rest, unfinished, nodeFs.constants.COPYFILE_FICLONE);
      syncFile(unfinished);
      fs.renameSync(unfinished, kept + rest);
    } catch (error) {
      fs.rmSync(unfinished, { force: true });
      // A disk without room or with a fault: a second name for the same file takes nothing of it.
      if (!isOfTheDisk(error)) throw error;
      fs.linkSync(library + rest, kept + rest);
    }
  }
  syncFolder(dirname(kept));
}

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EIO'].includes(String(error.code));
}

/** The library never left its place; only what lay beside it may be missing. */
function putBack(library: string, kept: string, fs: SwapFs): void {
  for (const rest of BESIDE) {
    if (nodeFs.existsSync(kept + rest) && !nodeFs.existsSync(library + rest))
      fs.copyFileSync(kept + rest, library + rest);
  }
  for (const rest of ['', ...BESIDE]) fs.rmSync(kept + rest, { force: true });
}
