import { DeskError } from '../../../shared/errors.ts';

/** What a call is doing, in words, and how far it is. */
export interface WorkProgress {
  id: number;
  text: string;
  done: number;
  total: number;
}

/** How long a call may take before it reports, and the pause between two reports. */
export interface WorkPace {
  afterMs: number;
  everyMs: number;
}

/** Shorter work is over before anybody could read about it. */
const WORK_PACE: WorkPace = { afterMs: 500, everyMs: 100 };

/** Reading the clock for each row would cost more than the check for a cancel. */
const ROWS_PER_LOOK = 64;

/**
 * The work of one call: what it reports, and whether it was cancelled. `cancelled` is memory shared with the thread of
 * the door, because a message is not read while a transaction runs. It holds the id of the work to cancel, so a cancel
 * that comes too late stops nothing else.
 */
export class Work {
  readonly id: number;
  readonly #cancelled: Int32Array;
  readonly #emit: (progress: WorkProgress) => void;
  readonly #everyMs: number;
  #nextAtMs: number;
  #counted: { text: string; total: number } | null = null;
  #rows = 0;
  #hasReported = false;

  constructor(id: number, cancelled: Int32Array, emit: (progress: WorkProgress) => void, pace: WorkPace = WORK_PACE) {
    this.id = id;
    this.#cancelled = cancelled;
    this.#emit = emit;
    this.#everyMs = pace.everyMs;
    this.#nextAtMs = performance.now() + pace.afterMs;
  }

  /** Whether windows know of this work, and so need to know how it ended. */
  get hasReported(): boolean {
    return this.#hasReported;
  }

  throwIfCancelled(): void {
    if (Atomics.load(this.#cancelled, 0) !== this.id) return;
    throw new DeskError('cancelled', 'Cancelled. Nothing was changed.');
  }

  /** Call it before each piece of the work. Throws once the work is cancelled. */
  report(text: string, done: number, total: number): void {
    this.throwIfCancelled();
    const nowMs = performance.now();
    if (nowMs < this.#nextAtMs) return;
    this.#nextAtMs = nowMs + this.#everyMs;
    this.#hasReported = true;
    this.#emit({ id: this.id, text, done, total });
  }

  /** From here on, the rows that are written count as progress. */
  countRows(text: string, total: number): void {
    this.#counted = { text, total };
    this.#rows = 0;
    this.report(text, 0, total);
  }

  /** The write path calls it for each row, so every step can be cancelled. */
  wroteRow(): void {
    this.throwIfCancelled();
    this.#rows += 1;
    if (this.#counted === null || this.#rows % ROWS_PER_LOOK !== 0) return;
    const { text, total } = this.#counted;
    this.report(text, Math.min(this.#rows, total), total);
  }
}
