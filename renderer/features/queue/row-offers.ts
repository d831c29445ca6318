import type { StoryId } from '../../../shared/models.ts';
import type { Offers } from '../../../shared/tagging/suggestions.ts';
import type { Api } from '../../api.ts';

/** Rows load their offers only after this pause in key presses: key response matters more. */
const REST_MS = 150;
/** More than a day of scrolling. The oldest entries are dropped beyond it. */
const MOST_KEPT = 3000;

declare module '../../state/app-state.tsx' {
  interface AppState {
    rowOffers: RowOffers;
  }
}

/**
 * RowOffers loads the offers of the rows on screen. Known offers stay until the new answer arrives: every decision
 * may change the offers of other stories.
 */
export class RowOffers {
  readonly #api: Api;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  readonly #stale = new Set<StoryId>();
  #known: ReadonlyMap<StoryId, Offers> = new Map();
  #wanted: readonly StoryId[] = [];
  #onScreen: readonly StoryId[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  /** Rises with another library, so that answers from the previous one are dropped. */
  #era = 0;

  constructor(api: Api, onError: (error: unknown) => void) {
    this.#api = api;
    this.#onError = onError;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getKnown = (): ReadonlyMap<StoryId, Offers> => this.#known;

  /** Subscribes to the desk. Returns the function that ends it. */
  connect(): () => void {
    this.#makeStale();
    const end = this.#api.subscribe((event) => {
      if (event.name === 'library.opened') {
        this.#era += 1;
        this.#known = new Map();
        this.#wanted = [];
        this.#onScreen = [];
        this.#tell();
      }
      if (event.name === 'library.changed') this.#makeStale();
    });
    return () => {
      end();
      clearTimeout(this.#timer);
    };
  }

  /** The rows visible to the editor. Only offers that were on screen may be accepted together. */
  onScreen(): readonly StoryId[] {
    return this.#onScreen;
  }

  /** Loads the rows on screen and those rendered around them. */
  want(drawn: readonly StoryId[], onScreen: readonly StoryId[]): void {
    this.#wanted = drawn;
    this.#onScreen = onScreen;
    this.hold();
  }

  /** Restarts the pause after a key press. */
  hold(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), REST_MS);
  }

  #makeStale(): void {
    for (const id of this.#known.keys()) this.#stale.add(id);
    this.hold();
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    const ids = this.#wanted.filter((id) => !this.#known.has(id) || this.#stale.has(id)).slice(0, 500);
    if (ids.length === 0) return;
    const era = this.#era;
    this.#isAsking = true;
    for (const id of ids) this.#stale.delete(id);
    try {
      const answers = await this.#api.call('queue.offers', { ids });
      if (era === this.#era) this.#take(answers);
    } catch (error) {
      for (const id of ids) this.#stale.add(id);
      this.#onError(error);
      return;
    } finally {
      this.#isAsking = false;
    }
    this.hold();
  }

  #take(answers: readonly Offers[]): void {
    const known = new Map(this.#known);
    for (const answer of answers) {
      known.delete(answer.id);
      known.set(answer.id, answer);
    }
    for (const id of known.keys()) {
      if (known.size <= MOST_KEPT) break;
      known.delete(id);
      this.#stale.delete(id);
    }
    this.#known = known;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
