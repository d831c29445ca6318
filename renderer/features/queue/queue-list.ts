import type { EntryId, StoryId, StoryQuery, StoryRow, StorySort } from '../../../shared/models.ts';
import type { Api, CallError } from '../../api.ts';
import { indexOf, PagedStories, rowAt, type StoryResult } from '../../state/paged-stories.ts';
import { ALL_STORIES } from '../../state/story-query.ts';
import { OfferNumbers } from './queue-offers.ts';

/** All stories not yet reviewed, filed or not: a wrong automatic tag must not take a story out of the queue. */
export const QUEUE_QUERY: StoryQuery = { ...ALL_STORIES, review: 'open' };
const QUEUE_SORT: StorySort = { by: 'out', descending: true };

/** The queue as shown on screen. */
export interface QueueView {
  /** Null until the first answer. */
  total: number | null;
  error: CallError | null;
  /** Null when the row is not loaded or does not exist. */
  rowAt: (index: number) => StoryRow | null;
  indexOf: (id: StoryId) => number | null;
}

/** Returns the result without stories that are being decided, which leave the list before the desk answers. */
export function viewOf(
  result: StoryResult | null,
  hidden: ReadonlySet<StoryId>,
  error: CallError | null = null,
): QueueView {
  if (!result) return { total: null, error, rowAt: () => null, indexOf: () => null };
  const gaps = gapsOf(result, hidden);
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

/** The positions of hidden stories in the desk's answer, from the top. */
function gapsOf(result: StoryResult, hidden: ReadonlySet<StoryId>): number[] {
  return [...hidden]
    .map((id) => indexOf(result, id))
    .filter((index): index is number => index !== null)
    .sort((a, b) => a - b);
}

/** Where a story was last seen in the queue. */
interface Sight {
  /** Null for a position whose row is not loaded yet. */
  id: StoryId | null;
  index: number;
}

declare module '../../state/app-state.tsx' {
  interface AppState {
    queue: QueueList;
  }
}

/**
 * QueueList keeps the order of waiting stories stable while an editor works: decided stories leave, new ones come in
 * on top, and nothing else moves.
 */
export class QueueList {
  readonly pages: PagedStories;
  /** The numbers of the open story's offers, which are also their digit keys. */
  readonly numbers = new OfferNumbers();
  /** The story that each history entry decided, so that undo can return to it. */
  readonly #steps = new Map<EntryId, StoryId>();
  readonly #listeners = new Set<() => void>();
  readonly #hidden = new Set<StoryId>();
  /**
   * Hidden stories whose step the desk has confirmed, with the number of calls made until then. A later answer is up
   * to date.
   */
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

  /** Subscribes to the desk. Returns the function that ends it. */
  connect(): () => void {
    const end = this.pages.connect();
    this.pages.show(QUEUE_QUERY, QUEUE_SORT);
    return end;
  }

  /** Loads the rows on screen, plus those that take the place of hidden ones. */
  want(from: number, to: number): void {
    this.pages.want(from, to + this.#hidden.size);
  }

  /** Hides a story at once. Call `confirm` when the desk has saved the step, `show` when it has not. */
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

  /** Returns the story `step` rows further; null at the end of the list or where no row is loaded. */
  neighbour(id: StoryId | null, step: number): StoryId | null {
    const at = this.#placeOf(id);
    // From a story that is not in the list, such as a reviewed one opened by name, J and K go to the list.
    if (at === null) return step > 0 ? (this.#view.rowAt(0)?.id ?? null) : null;
    return this.#view.rowAt(at + step)?.id ?? null;
  }

  /** Returns the story to open once this one has left: the one that takes its place, or the last. */
  successor(id: StoryId): StoryId | null {
    return this.neighbour(id, 1) ?? this.neighbour(id, -1);
  }

  /**
   * Returns the open story after the list has changed: the same one, or the one in its place if it has left the list.
   * A story that was never in the list was opened by name and stays.
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
    // While rows are not loaded, the story may still be there; keep it, and keep waiting for an aimed position.
    if (id === null && total > 0) return open;
    this.#seen = { id, index: place };
    return id;
  }

  /** Returns the ids of a range of the list, loading rows where needed. */
  async idsBetween(from: number, to: number): Promise<StoryId[]> {
    const loaded: StoryId[] = [];
    for (let index = from; index <= to; index += 1) {
      const row = this.#view.rowAt(index);
      if (row) loaded.push(row.id);
    }
    if (loaded.length === to - from + 1) return loaded;
    const { result } = this.pages.getState();
    if (!result) return [];
    // The desk may or may not have removed the hidden stories when it answers. Above the first of them, positions are
    // the same either way, so the range is counted from there.
    const hidden = new Set(this.#hidden);
    const gaps = gapsOf(result, hidden);
    const start = Math.min(from, ...gaps);
    const end = Math.min(to + gaps.length, result.total - 1);
    const ids = await this.pages.idsBetween(start, end);
    return ids.filter((id) => !hidden.has(id)).slice(from - start, to - start + 1);
  }

  /** Opens the story at this position as soon as its row is loaded. */
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
