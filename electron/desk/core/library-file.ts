import { dirname } from 'node:path';
import type { LibraryTrouble } from '../../../shared/methods/library.ts';
import { DamageGuard } from './damage-guard.ts';
import type { Familiarity, FileState, LibraryStates, OpeningNote } from './library-states.ts';
import { displacedError, PlaceGuard } from './place-guard.ts';
import type { WriteDb } from './sql.ts';
import { lastingChanges } from './transaction.ts';
import { guardWrites } from './write-guard.ts';

/** The file of an open library: where it lies, and whether it is sound. Each write asks for both. */
export class LibraryFile {
  readonly #db: WriteDb;
  readonly #path: string;
  readonly #place: PlaceGuard;
  readonly #damage: DamageGuard;
  readonly #note: OpeningNote;
  #salvagedAs: string | null = null;

  constructor(options: {
    db: WriteDb;
    path: string;
    familiarity: Familiarity;
    /** How the file looked before it was opened. */
    before: FileState | null;
    states: LibraryStates;
    /** Takes what the library's own folder cannot. */
    dataFolder: string;
    clock: () => Date;
    /** Finishes the opening, once the library may be written to. */
    onSound: () => void;
  }) {
    const { db, path, familiarity, states, onSound } = options;
    this.#db = db;
    this.#path = path;
    this.#place = new PlaceGuard(db, path, [dirname(path), options.dataFolder], options.clock);
    this.#note = states.opened(path, familiarity === 'known', options.before);
    this.#damage = new DamageGuard(db, path, familiarity, () => {
      if (familiarity !== 'known') this.#note.sound();
      onSound();
    });
    guardWrites(db, () => {
      this.#place.check();
      this.#damage.check();
    });
  }

  get trouble(): LibraryTrouble | null {
    const { displaced } = this.#place;
    if (displaced) return { kind: 'displaced', ...displaced };
    const { damage } = this.#damage;
    return damage === null ? null : { kind: 'damaged', message: damage, savedAs: this.#salvagedAs };
  }

  /** Notes where all that can be read of a damaged library was saved. */
  wasSavedAs(path: string): void {
    this.#salvagedAs = path;
  }

  /** Compares the file with the one that was opened. */
  look(): void {
    this.#place.look();
  }

  /** Whether it is known by now if the library is sound. */
  get isChecked(): boolean {
    return this.#damage.isChecked;
  }

  /** Does a piece of the check. */
  checkPiece(): void {
    this.#damage.step();
  }

  /** Does the whole check; what it finds is in `trouble`. */
  checkWhole(): void {
    while (!this.#damage.isChecked) this.#damage.step();
  }

  /**
   * Closes the library. Throws DeskError library-displaced if the file was lost since the last look, and steps of this
   * connection with it.
   */
  close(): void {
    const wasDisplaced = this.#place.displaced !== null;
    if (lastingChanges(this.#db) > 0) this.#place.look();
    const { displaced } = this.#place;
    this.#place.release();
    this.#damage.close();
    this.#note.closed(this.#damage.isSound && displaced === null);
    if (displaced && !wasDisplaced) throw displacedError(this.#path, displaced);
  }
}
