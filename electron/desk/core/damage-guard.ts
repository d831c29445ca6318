import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/errors.ts';
import type { Familiarity } from './library-states.ts';
import { findDamage } from './soundness.ts';
import type { ReadDb, WriteDb } from './sql.ts';

/**
 * Keeps steps out of a damaged library. One that this computer closed properly, and that nobody changed since, is
 * trusted; any other is checked before its first write.
 */
export class DamageGuard {
  readonly #db: WriteDb;
  readonly #path: string;
  readonly #onSound: () => void;
  #work: Generator<void, string | null> | null;
  #damage: string | null = null;

  /** `onSound` finishes the opening once the library is known to be sound. */
  constructor(db: WriteDb, path: string, familiarity: Familiarity, onSound: () => void) {
    this.#db = db;
    this.#path = path;
    this.#onSound = onSound;
    this.#work = familiarity === 'changed' ? findDamage(db) : null;
    if (familiarity === 'mixed') this.#damage = mixedSentence(path);
    else if (familiarity === 'known') onSound();
  }

  get isChecked(): boolean {
    return this.#work === null;
  }

  get isSound(): boolean {
    return this.isChecked && this.#damage === null;
  }

  /** Why nothing is written; null while no damage is known. */
  get damage(): string | null {
    return this.#damage;
  }

  /** Does a piece of the check. */
  step(): void {
    if (!this.#work) return;
    const { done, value } = this.#work.next();
    if (!done) return;
    this.#work = null;
    if (value === null) this.#onSound();
    else this.#damage = damagedSentence(this.#path);
  }

  /** Throws DeskError library-damaged unless the library is sound; does what is left of the check first. */
  check(): void {
    while (this.#work) this.step();
    if (this.#damage !== null) throw new DeskError('library-damaged', this.#damage, { file: this.#path });
  }

  /** Closes the library. One that is damaged, or was not checked, keeps its file and the log beside it as they are. */
  close(): void {
    if (this.isSound) this.#db.close();
    else closeAsItIs(this.#db, this.#path);
  }
}

/** Before a library is changed to a newer format. Throws DeskError library-damaged. */
export function refuseDamaged(db: WriteDb, path: string, familiarity: Familiarity): void {
  new DamageGuard(db, path, familiarity, () => undefined).check();
}

/**
 * The last connection to close moves the log into the main file, which would make damage permanent. It does so only when
 * it is alone, and a connection that may not write never does.
 */
export function closeAsItIs(db: ReadDb, path: string): void {
  const isLogEmpty = (statSync(`${realPathOf(path)}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
  if (isLogEmpty) {
    db.close();
    return;
  }
  let reader: Database.Database | undefined;
  try {
    reader = new Database(path, { readonly: true });
    reader.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    // Whatever cannot be read cannot be moved either.
  }
  db.close();
  reader?.close();
}

/** SQLite names the log by the file that a link leads to. */
function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

const WAYS_ON =
  'You can still read what is undamaged. Restore a backup (“patchdesk restore FILE”), or save what can be read (“patchdesk salvage --out FILE”).';

/** SQLite's words for the damage are for `check`, which prints them. */
function damagedSentence(path: string): string {
  return `${path} is damaged. Nothing is written to it. ${WAYS_ON}`;
}

function mixedSentence(path: string): string {
  return `${path} was exchanged for another file while steps were waiting in ${basename(path)}-wal, and the two do not belong together. Nothing is written to them. ${WAYS_ON}`;
}
