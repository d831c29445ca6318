import type { EntryId, StoryId, StoryQuery, StoryRow, StorySort } from '../../../shared/models.ts';
import type { Api, CallError } from '../../api.ts';
import { indexOf, PagedStories, rowAt, type StoryResult } from '../../state/paged-stories.ts';
import { ALL_STORIES } from '../../state/story-query.ts';
import { OfferNumbers } from './queue-offers.ts';

/** All that nobody has reviewed, whether filed or not: a wrong tag of a machine must not leave the queue. */
export const QUEUE_QUERY: StoryQuery = { ...ALL_STORIES, review: 'open' };
const QUEUE_SORT: StorySort = { by: 'out', descending: true };

/** The queue as it stands on screen. */
export interface QueueView {
  /** Null before the first answer. */
  total: number | null;
  error: CallError | null;
  /** Null where the row is not loaded, or there is none. */
  rowAt: (index: number) => StoryRow | null;
  indexOf: (id: StoryId) => number | null;
}

/** The result without the stories that are being settled: those leave the list before the desk has answered. */
export function viewOf(
  result: StoryResult | null,
  hidden: ReadonlySet<StoryId>,
  error: CallError | null = null,
): QueueView {
  if (!result) return { total: null, error, rowAt: () => null, indexOf: () => null };
  const gaps = [...hidden]
    .map((id) => indexOf(result, id))
    .filter((index): index is number => index !== null)
    .sort((a, b) => a - b);
  return {
    total: result.total - gaps.length,
    error,
    rowAt: (index) => {
      let raw = index;
      for (const gap of gaps) if (gap <= raw) raw += 1;
      return rowAt(result, raw);
    },
    indexOf: (id) => {
      const raw = hidden.has(id) ? null : indexOf(result, id);
      return raw === null ? null : raw - gaps.filter((gap) => gap < raw).length;
    },
  };
}

/** Where a story of the queue was last seen. */
interface Sight {
  /** Null for a place that is waited for. */
  id: StoryId | null;
  index: number;
}

declare module '../../state/app-state.tsx' {
  interface AppState {
    queue: QueueList;
  }
}

/**
 * The order in which stories wait. It stays as it is while an editor works: a settled story leaves, new
 * ones come in on top, and nothing else moves.
 */
export class QueueList {
  readonly pages: PagedStories;
  /** The numbers that the open story's offers have on screen, and so under the digit keys. */
  readonly numbers = new OfferNumbers();
  /** Which story a step of the history settled, so that its undo leads back to it. */
  readonly #steps = new Map<EntryId, StoryId>();
  readonly #listeners = new Set<() => void>();
  readonly #hidden = new Set<StoryId>();
  /** Hidden stories whose step the desk has confirmed, with the calls made until then: a later answer knows better. */
  readonly #confirmed = new Map<StoryId, number>();
  #seen: Sight | null = null;
  #view: QueueView = viewOf(null, new Set());

  constructor(api: Api) {
    this.pages = new PagedStories(api);
    this.pages.subscribe(() => this.#follow());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getView = (): QueueView => this.#view;

  /** Listens to the desk; returns the function that ends it. */
  connect(): () => void {
    const end = this.pages.connect();
    this.pages.show(QUEUE_QUERY, QUEUE_SORT);
    return end;
  }

  /** The rows on screen, plus those that the hidden ones make room for. */
  want(from: number, to: number): void {
    this.pages.want(from, to + this.#hidden.size);
  }

  /** Leaves the list at once; `confirm` when the desk has done it, `show` when it has not. */
  hide(id: StoryId): void {
    this.#hidden.add(id);
    this.#confirmed.delete(id);
    this.#update();
  }

  confirm(id: StoryId): void {
    if (this.#hidden.has(id)) this.#confirmed.set(id, this.pages.asked);
  }

  show(id: StoryId): void {
    this.#confirmed.delete(id);
    if (this.#hidden.delete(id)) this.#update();
  }

  remember(entry: EntryId, story: StoryId): void {
    this.#steps.set(entry, story);
  }

  storyOfStep(entry: EntryId | undefined): StoryId | null {
    return entry === undefined ? null : (this.#steps.get(entry) ?? null);
  }

  /** The story `step` places further; null at the end of the list and where nothing is loaded. */
  neighbour(id: StoryId | null, step: number): StoryId | null {
    const at = this.#placeOf(id);
    return at === null ? null : (this.#view.rowAt(at + step)?.id ?? null);
  }

  /** What lies open once this story has left: the one that takes its place, or the last. */
  successor(id: StoryId): StoryId | null {
    return this.neighbour(id, 1) ?? this.neighbour(id, -1);
  }

  /**
   * The story that lies open, now that the list may have changed: the same one, or, if that was in the
   * list and has gone, the one in its place. One that was never seen in it is left alone: it was opened by name.
   */
  settle(open: StoryId | null): StoryId | null {
    const { total, rowAt: at, indexOf: where } = this.#view;
    if (total === null) return open;
    const index = open === null ? null : where(open);
    if (open !== null && index !== null) {
      this.#seen = { id: open, index };
      return open;
    }
    if (open !== null && this.#seen?.id !== open) return open;
    const place = Math.max(0, Math.min(this.#seen?.index ?? 0, total - 1));
    const id = at(place)?.id ?? null;
    // Where nothing is loaded nothing says that the story has gone, and a place aimed at is waited for.
    if (id === null && total > 0) return open;
    this.#seen = { id, index: place };
    return id;
  }

  /** The ids of a stretch of the list, fetched where they are not loaded. */
  async idsBetween(from: number, to: number): Promise<StoryId[]> {
    const loaded: StoryId[] = [];
    for (let index = from; index <= to; index += 1) {
      const row = this.#view.rowAt(index);
      if (row) loaded.push(row.id);
    }
    if (loaded.length === to - from + 1) return loaded;
    const ids = await this.pages.idsBetween(from, to);
    return ids.filter((id) => !this.#hidden.has(id));
  }

  /** The next story to lie open is the one at this place, as soon as its row is loaded. */
  aim(index: number): void {
    this.#seen = { id: null, index };
  }

  #placeOf(id: StoryId | null): number | null {
    if (id === null) return null;
    return this.#view.indexOf(id) ?? (this.#seen?.id === id ? this.#seen.index : null);
  }

  #follow(): void {
    if (this.pages.getState().result === null) {
      this.#hidden.clear();
      this.#confirmed.clear();
      this.#steps.clear();
      this.#seen = null;
    }
    this.#forgetGone();
    this.#update();
  }

  #forgetGone(): void {
    const { answer } = this.pages.getState();
    for (const [id, asked] of this.#confirmed) {
      if (answer <= asked) continue;
      this.#confirmed.delete(id);
      this.#hidden.delete(id);
    }
  }

  #update(): void {
    const { result, error } = this.pages.getState();
    this.#view = viewOf(result, this.#hidden, error);
    for (const listener of this.#listeners) listener();
  }
}
