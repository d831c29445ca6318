import {
  type BigIntStats,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { uptime } from 'node:os';
import { dirname, join } from 'node:path';

/** How a library's file looked. `counter` is SQLite's own count of changes to the main file. */
export interface FileState {
  inode: string;
  size: number;
  mtimeMs: number;
  bornMs: number;
  counter: number;
}

/** A desk that opened a library and has not closed it. */
interface Opening extends FileState {
  key: string;
  pid: number;
  atMs: number;
  /** Whether the desk that opened it knows that it is sound. */
  isSound: boolean;
  /** Of the file with the steps that are not in the main file yet. */
  logInode: string | null;
}

interface LibraryState {
  /** At the last clean close; null after any other end. */
  closed: FileState | null;
  open: Opening[];
}

/**
 * What is known of a library before it is opened. `known`: as this computer last closed it, or in use. `changed`: it was
 * not closed properly, or written elsewhere. `mixed`: the main file was exchanged, and the log beside it is of another.
 */
export type Familiarity = 'known' | 'changed' | 'mixed';

/** What becomes of a library that is open. */
export interface OpeningNote {
  /** It was checked and is sound. */
  sound(): void;
  /** It was closed; whatever was not sound then is checked again when it is opened. */
  closed(isSound: boolean): void;
}

const MOST_LIBRARIES = 100;

/**
 * How each library was left, in a file of the data folder. It cannot be kept in the library: writing it would change
 * what it says. Without this file, every library counts as changed and is checked.
 */
export class LibraryStates {
  readonly #file: string;
  readonly #log: (line: string) => void;

  constructor(dataFolder: string, log: (line: string) => void) {
    this.#file = join(dataFolder, 'library-states.json');
    this.#log = log;
  }

  /** Call it before the library is opened. A new or empty file is known. */
  familiarity(path: string, now: FileState | null): Familiarity {
    if (!now || now.size === 0) return 'known';
    const { closed, open } = this.#read()[realpathSync(path)] ?? { closed: null, open: [] };
    const log = statSync(`${realpathSync(path)}-wal`, { bigint: true, throwIfNoEntry: false });
    const hasLog = log !== undefined && log.size > 0n;
    if (hasLog) {
      const ofThisLog = open.filter(({ logInode }) => logInode === inodeOf(log));
      if (ofThisLog.some((then) => isExchanged(then, now, Number(log.mtimeMs)))) return 'mixed';
    }
    if (open.some((one) => one.isSound && one.inode === now.inode && isAlive(one))) return 'known';
    const isAsClosed = closed !== null && JSON.stringify(closed) === JSON.stringify(now);
    return isAsClosed && open.length === 0 && !hasLog ? 'known' : 'changed';
  }

  /** Notes that a library is open; `before` is how its file looked then. */
  opened(path: string, isSound: boolean, before: FileState | null): OpeningNote {
    const real = realpathSync(path);
    const log = statSync(`${real}-wal`, { bigint: true, throwIfNoEntry: false });
    const opening: Opening = {
      ...fileState(statSync(real, { bigint: true }), before?.counter ?? 0),
      key: `${process.pid}-${performance.now()}`,
      pid: process.pid,
      atMs: Date.now(),
      isSound,
      logInode: log ? inodeOf(log) : null,
    };
    const isThis = ({ key }: Opening) => key === opening.key;
    this.#change(real, ({ closed, open }) => ({ closed, open: [...open, opening] }));
    return {
      sound: () =>
        this.#change(real, ({ closed, open }) => ({
          closed,
          open: open.map((one) => (isThis(one) ? { ...one, isSound: true } : one)),
        })),
      closed: (isSoundNow) =>
        this.#change(real, ({ closed, open }) => {
          const others = open.filter((one) => !isThis(one));
          if (!isSoundNow) return { closed, open: others };
          const inUse = others.filter(isAlive);
          return { closed: inUse.length === 0 ? stateOf(real) : null, open: inUse };
        }),
    };
  }

  #read(): Record<string, LibraryState> {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, LibraryState>;
    } catch {
      // Missing or unreadable: the libraries are checked, and the file is written again.
      return {};
    }
  }

  #change(real: string, change: (state: LibraryState) => LibraryState): void {
    const { [real]: before, ...others } = this.#read();
    const states = { ...others, [real]: change(before ?? { closed: null, open: [] }) };
    const kept = Object.fromEntries(Object.entries(states).slice(-MOST_LIBRARIES));
    const unfinished = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(unfinished, JSON.stringify(kept));
      renameSync(unfinished, this.#file);
    } catch (error) {
      this.#log(`the state of the library was not noted: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Null where there is no such file. Nobody in this process may have it open: closing a file ends SQLite's locks on it. */
export function stateOf(path: string): FileState | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile()) return null;
  const header = Buffer.alloc(28);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  // https://www.sqlite.org/fileformat.html#file_change_counter
  return fileState(stat, header.readUInt32BE(24));
}

/** A checkpoint follows the write to the log that made it due. */
const CHECKPOINT_MS = 10_000;

/**
 * Whether the main file cannot be the one that was opened with the log beside it: it is another file, or older, or was
 * written when only the log was. Some disks do not know when a file was born and tell its last change instead.
 */
function isExchanged(then: FileState, now: FileState, logWrittenMs: number): boolean {
  const isOther = now.inode !== then.inode || (then.bornMs < then.mtimeMs && now.bornMs !== then.bornMs);
  const isOlder = now.mtimeMs < then.mtimeMs || now.size < then.size || now.counter < then.counter;
  const isOverwritten = now.mtimeMs !== then.mtimeMs && now.mtimeMs > logWrittenMs + CHECKPOINT_MS;
  return isOther || isOlder || isOverwritten;
}

function fileState(stat: BigIntStats, counter: number): FileState {
  return {
    inode: inodeOf(stat),
    size: Number(stat.size),
    mtimeMs: Number(stat.mtimeMs),
    bornMs: Number(stat.birthtimeMs),
    counter,
  };
}

function inodeOf({ dev, ino }: { dev: bigint; ino: bigint }): string {
  return `${dev}/${ino}`;
}

/** A process of before the last start of the machine is gone, whoever has its number now. */
function isAlive({ pid, atMs }: Opening): boolean {
  if (atMs < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
