import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import { Preferences, readStored, withChange } from '../../../shared/settings.ts';

/**
 * What a person chose for themselves, in one small JSON file of their computer. It is read each time it is asked for,
 * because other doors write it too. Two doors that write in the same moment keep the later change only.
 */
export class PreferencesFile {
  readonly #path: string;
  readonly #clock: () => Date;
  #warning: string | null = null;

  constructor(path: string, clock: () => Date) {
    this.#path = path;
    this.#clock = clock;
  }

  /** What became of a file that could not be read, since this desk was opened. */
  get warning(): string | null {
    return this.#warning;
  }

  exists(): boolean {
    return existsSync(this.#path);
  }

  read(): Preferences {
    return this.#load().values;
  }

  /** Throws DeskError preferences-unwritable. */
  change(change: object): void {
    // What a newer version has put there stays.
    const { stored } = this.#load();
    this.#write(withChange(stored, change));
  }

  #load(): { values: Preferences; stored: Record<string, unknown> } {
    const stored = this.#parse();
    const { values, unfit } = readStored(Preferences, stored ?? {});
    if (stored !== null && unfit.length === 0) return { values, stored };
    const rest = Object.fromEntries(Object.entries(stored ?? {}).filter(([name]) => !unfit.includes(name)));
    this.#putAside(rest, stored === null ? 'It is no settings file.' : `Unfit: ${unfit.join(', ')}.`);
    return { values, stored: rest };
  }

  /** Null for a file that is there and cannot be read as settings. */
  #parse(): Record<string, unknown> | null {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ENOENT' || code === 'ENOTDIR' ? {} : null;
    }
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : null;
    } catch {
      return null;
    }
  }

  /** Keeps the damaged file under another name, and what could be read of it in its place. */
  #putAside(rest: Record<string, unknown>, reason: string): void {
    const kept = this.#besideName();
    try {
      renameSync(this.#path, kept);
      this.#write(rest);
      this.#warn(`Your preferences could not be read and begin again. ${reason} The file was kept as ${kept}.`);
    } catch {
      this.#warn(`Your preferences could not be read and are left out. ${reason} The file is ${this.#path}.`);
    }
  }

  #warn(sentence: string): void {
    if (this.#warning === sentence) return;
    this.#warning = sentence;
    // The command line and the log of a window show it here; a window shows it to its editor as well.
    process.stderr.write(`patchdesk: ${sentence}\n`);
  }

  #besideName(): string {
    const extension = extname(this.#path);
    const time = this.#clock().toISOString().slice(0, 19).replaceAll(':', '-');
    const stem = join(dirname(this.#path), `${basename(this.#path, extension)}.damaged-${time}`);
    for (let n = 1; ; n += 1) {
      const path = `${stem}${n === 1 ? '' : `-${n}`}${extension}`;
      if (!existsSync(path)) return path;
    }
  }

  /** Beside its place and then moved there, so that a crash leaves the old file or the new one. */
  #write(values: object): void {
    const unfinished = `${this.#path}.unfinished-${process.pid}`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      const file = openSync(unfinished, 'w');
      try {
        writeSync(file, `${JSON.stringify(values, null, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      try {
        renameSync(unfinished, this.#path);
      } finally {
        rmSync(unfinished, { force: true });
      }
    } catch (error) {
      throw new DeskError(
        'preferences-unwritable',
        `Your preferences could not be saved in ${this.#path}: ${(error as Error).message}. Check that you may write to this folder and that the disk is not full.`,
        { file: this.#path },
      );
    }
  }
}
