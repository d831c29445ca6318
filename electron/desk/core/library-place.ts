import { type BigIntStats, existsSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs';
import type { ReadDb } from './sql.ts';

/** What became of the file of an open library, seen by its name. */
export type PlaceFinding = 'in-place' | 'gone' | 'replaced' | 'overwritten' | 'parts-gone' | 'unreachable';

/** Files that SQLite keeps beside a library while it is open. They belong to that one file. */
const PARTS = ['-wal', '-shm'] as const;

/**
 * The file under an open library. SQLite goes on writing to the file it opened, wherever that is now, and never looks
 * at the name again. Other programs look only at the name, so the two must stay the same file.
 */
export class LibraryPlace {
  readonly #path: string;
  /** SQLite resolves links when it opens a library, and names the files beside it by the result. */
  readonly #realPath: string;
  readonly #pageSize: bigint;
  #seen: BigIntStats;
  readonly #parts = new Map<string, BigIntStats>();

  /** Make it once the library has been read, so that the files beside it are there. */
  constructor(db: ReadDb, path: string) {
    this.#path = path;
    this.#realPath = realpathSync(path);
    this.#pageSize = BigInt(db.pragma('page_size', { simple: true }) as number);
    this.#seen = statSync(path, { bigint: true });
    for (const part of PARTS) {
      const found = statSync(this.#realPath + part, { bigint: true, throwIfNoEntry: false });
      if (found) this.#parts.set(part, found);
    }
  }

  /** Compares the files by name with those that were opened; takes some microseconds. */
  look(): PlaceFinding {
    let now: BigIntStats | undefined;
    try {
      now = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      // A name inside what is no folder any more counts as missing; all else is a disk that does not answer.
      return code === 'ENOTDIR' ? 'gone' : 'unreachable';
    }
    if (!now) return 'gone';
    if (!isSameFile(now, this.#seen) && !isRenumbered(now, this.#seen)) return 'replaced';
    // The file of a library grows and never shrinks: nothing here vacuums it.
    if (now.size < this.#seen.size || now.size % this.#pageSize !== 0n) return 'overwritten';
    for (const [part, seen] of this.#parts) {
      const found = statSync(this.#realPath + part, { bigint: true, throwIfNoEntry: false });
      if (!found || (!isSameFile(found, seen) && found.birthtimeNs !== seen.birthtimeNs)) return 'parts-gone';
    }
    this.#seen = now;
    return 'in-place';
  }

  /**
   * Removes the files that SQLite left under the old name. Whatever lies there now is another library, and SQLite would
   * mix these into it.
   */
  removeParts(): void {
    for (const [part, seen] of this.#parts) {
      const path = this.#realPath + part;
      const found = statSync(path, { bigint: true, throwIfNoEntry: false });
      if (found && isSameFile(found, seen)) rmSync(path, { force: true });
    }
  }

  /** Empties the log of steps that are not in the main file yet. */
  emptyLog(): void {
    const path = `${this.#realPath}-wal`;
    if (existsSync(path)) truncateSync(path);
  }
}

function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

/** Some network drives give a file another number when they connect again. Its times, to the nanosecond, stay. */
function isRenumbered(a: BigIntStats, b: BigIntStats): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.birthtimeNs === b.birthtimeNs;
}
