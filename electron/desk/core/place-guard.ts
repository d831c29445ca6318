import { DeskError } from '../../../shared/errors.ts';
import { LibraryPlace, type PlaceFinding } from './library-place.ts';
import { saveCopy } from './saved-copy.ts';
import type { ReadDb } from './sql.ts';

/** Why nothing more is written to an open library. */
export interface Displaced {
  message: string;
  /** The copy with everything that was done; null where none could be written. */
  savedAs: string | null;
}

/** The pause before a copy that could not be written is tried again. */
const TRY_AGAIN_MS = 10_000;

type Lost = Exclude<PlaceFinding, 'in-place' | 'unreachable'>;

/**
 * Notices that the file of an open library was moved, replaced or deleted, and saves what is open at once: SQLite would
 * go on writing to a file that nobody can find.
 */
export class PlaceGuard {
  readonly #db: ReadDb;
  readonly #path: string;
  readonly #place: LibraryPlace;
  readonly #folders: readonly string[];
  readonly #clock: () => Date;
  #lost: Lost | null = null;
  #savedAs: string | null = null;
  #triedAtMs = Number.NEGATIVE_INFINITY;

  /** The first of the folders that can takes the copy. */
  constructor(db: ReadDb, path: string, folders: readonly string[], clock: () => Date) {
    this.#db = db;
    this.#path = path;
    this.#place = new LibraryPlace(db, path);
    this.#folders = folders;
    this.#clock = clock;
  }

  get displaced(): Displaced | null {
    return this.#lost && { message: sentence(this.#lost, this.#path, this.#savedAs), savedAs: this.#savedAs };
  }

  /** Looks at the file; returns whether it has just been lost. Once lost, a library is not trusted again. */
  look(): boolean {
    const isNew = this.#lost === null;
    if (isNew) {
      const found = this.#place.look();
      if (found === 'in-place' || found === 'unreachable') return false;
      this.#lost = found;
    }
    const isDue = this.#savedAs === null && performance.now() - this.#triedAtMs > TRY_AGAIN_MS;
    if (isDue) this.#save();
    return isNew || (isDue && this.#savedAs !== null);
  }

  /** Throws DeskError library-displaced unless the file is where it was opened. */
  check(): void {
    this.look();
    const { displaced } = this;
    if (displaced) throw displacedError(this.#path, displaced);
  }

  /** Call it before the library is closed: SQLite must not write old steps into what another program wrote. */
  release(): void {
    if (this.#lost === 'overwritten' && this.#savedAs !== null) this.#place.emptyLog();
  }

  #save(): void {
    this.#triedAtMs = performance.now();
    this.#savedAs = saveCopy(this.#db, this.#path, this.#folders, this.#clock());
    // Without a copy these files hold the only trace of the last steps.
    if (this.#savedAs !== null && this.#lost !== 'parts-gone' && this.#lost !== 'overwritten')
      this.#place.removeParts();
  }
}

export function displacedError(path: string, { message }: Displaced): DeskError {
  return new DeskError('library-displaced', message, { file: path });
}

const WHAT_HAPPENED: Record<Lost, (path: string) => string> = {
  gone: (path) => `${path} was moved, renamed or deleted while it was open.`,
  replaced: (path) => `Another file took the place of ${path} while it was open.`,
  overwritten: (path) => `Another program wrote into ${path} while it was open.`,
  'parts-gone': (path) => `Another program removed or replaced ${path}-wal or ${path}-shm while the library was open.`,
};

function sentence(lost: Lost, path: string, savedAs: string | null): string {
  const rest =
    savedAs === null
      ? 'Nothing more is written, and no whole copy could be saved yet: the disk is full, or part of the library cannot be read. Keep Patchdesk open and make room; it tries again.'
      : `Nothing more is written to it. All your work up to then is saved in ${savedAs}. Open that copy to continue.`;
  return `${WHAT_HAPPENED[lost](path)} ${rest}`;
}
