import type { MethodOutput } from '../../shared/contract.ts';
import type { StoryId, StoryQuery, StoryRow, StorySort } from '../../shared/models.ts';
import { type Api, type CallError, toCallError } from '../api.ts';
import { isSameQuery } from './selection.ts';

export const PAGE_ROWS = 100;
/** Pages loaded in one call, and pages kept in memory. */
const MOST_AT_ONCE = 4;
const MOST_KEPT = 60;

export interface StoryResult {
  query: StoryQuery;
  sort: StorySort;
  total: number;
  /** Why the search finds nothing, where it holds no word. */
  notice: string | null;
  /** Loaded pages by number. */
  pages: ReadonlyMap<number, readonly StoryRow[]>;
}

export interface PagedStoriesState {
  /** The result shown in the table; null before the first answer. */
  result: StoryResult | null;
  /** True while another search is loading; `result` is the previous one. */
  isSearching: boolean;
  error: CallError | null;
  /** The number of the call that was answered last. */
  answer: number;
}

interface Wanted {
  query: StoryQuery;
  sort: StorySort;
}

const isSame = (a: Wanted, b: Wanted) =>
  isSameQuery(a.query, b.query) && a.sort.by === b.sort.by && a.sort.descending === b.sort.descending;

export function rowAt(result: StoryResult, index: number): StoryRow | null {
  return result.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] ?? null;
}

export function indexOf(result: StoryResult, id: StoryId): number | null {
  for (const [page, rows] of result.pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return page * PAGE_ROWS + at;
  }
  return null;
}

/** Keeps equal rows as the same objects, so that the table renders only what changed. */
function keepSame(before: readonly StoryRow[] | undefined, after: readonly StoryRow[]): readonly StoryRow[] {
  if (!before) return after;
  const old = new Map(before.map((row) => [row.id, row]));
  let isWholeSame = before.length === after.length;
  const merged = after.map((row, index) => {
    const same = old.get(row.id);
    const kept = same && JSON.stringify(same) === JSON.stringify(row) ? same : row;
    if (before[index] !== kept) isWholeSame = false;
    return kept;
  });
  return isWholeSame ? before : merged;
}

/**
 * The library as the table needs it: a total, and the pages around the visible rows. Only one call is in flight, so a
 * fast typist never queues searches that are already out of date; the newest search is the next call. The shown
 * result stays until its replacement arrives.
 */
export class PagedStories {
  readonly #api: Api;
  readonly #listeners = new Set<() => void>();
  #state: PagedStoriesState = { result: null, isSearching: true, error: null, answer: 0 };
  #wish: Wanted | null = null;
  #view = { from: 0, to: PAGE_ROWS - 1 };
  #stale = new Set<number>();
  #isCalling = false;
  /** Rises with every change of the library. An answer requested before a change is shown, but loaded again. */
  #changes = 0;
  #asked = 0;
  /** Rises when no answer in flight may be shown any more. */
  #era = 0;

  constructor(api: Api) {
    this.#api = api;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getState = (): PagedStoriesState => this.#state;

  /** The number of calls so far. An answer with a higher number was requested later. */
  get asked(): number {
    return this.#asked;
  }

  /** Subscribes to the desk. Returns the function that ends it. */
  connect(): () => void {
    // The library may have changed while nothing was subscribed.
    if (this.#state.result) this.#refresh();
    const ends = [
      this.#api.subscribe((event) => {
        if (event.name === 'library.changed') this.#refresh();
        if (event.name === 'library.opened') this.#restart();
      }),
      this.#api.onConnection((connection) => {
        if (connection === 'open') this.#refresh();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  show(query: StoryQuery, sort: StorySort): void {
    const wanted = { query, sort };
    const { result } = this.#state;
    if (this.#wish && isSame(this.#wish, wanted)) return;
    const isShown = result !== null && isSame(result, wanted);
    this.#wish = isShown ? null : wanted;
    this.#set({ isSearching: !isShown });
    this.#pump();
  }

  /**
   * Returns the result of this search: at once when it is shown, else when it arrives. Null when the editor has searched
   * for something else meanwhile; rejects when it cannot be read.
   */
  whenShown(query: StoryQuery, sort: StorySort): Promise<StoryResult | null> {
    const wanted = { query, sort };
    this.show(query, sort);
    return new Promise((resolve, reject) => {
      const settle = () => {
        const { result, error } = this.#state;
        if (this.#wish !== null && !isSame(this.#wish, wanted)) resolve(null);
        else if (error) reject(error);
        else if (this.#wish !== null || result === null) return false;
        else resolve(isSame(result, wanted) ? result : null);
        return true;
      };
      if (settle()) return;
      const end = this.subscribe(() => {
        if (settle()) end();
      });
    });
  }

  /** Loads missing or stale pages of the visible rows. */
  want(from: number, to: number): void {
    if (this.#view.from === from && this.#view.to === to) return;
    this.#view = { from, to };
    this.#pump();
  }

  retry(): void {
    this.#set({ error: null });
    this.#pump();
  }

  /** Returns the ids of a range of the result, loading pages where needed. */
  async idsBetween(from: number, to: number): Promise<StoryId[]> {
    const { result } = this.#state;
    if (!result) return [];
    const loaded: StoryId[] = [];
    for (let index = from; index <= to; index++) {
      const row = rowAt(result, index);
      if (!row) break;
      loaded.push(row.id);
    }
    if (loaded.length === to - from + 1) return loaded;
    const { stories } = await this.#api.call('stories.list', {
      query: result.query,
      sort: result.sort,
      offset: from,
      limit: to - from + 1,
    });
    return stories.map((story) => story.id);
  }

  #refresh(): void {
    this.#changes++;
    for (const page of this.#state.result?.pages.keys() ?? []) this.#stale.add(page);
    if (this.#state.error) this.#set({ error: null });
    this.#pump();
  }

  #restart(): void {
    this.#era++;
    const { result } = this.#state;
    this.#wish ??= result && { query: result.query, sort: result.sort };
    this.#stale.clear();
    this.#set({ result: null, isSearching: true, error: null });
    this.#pump();
  }

  /** Returns the pages to load next: the first pages of a new search, else missing visible ones. */
  #nextPages(): { wanted: Wanted; from: number; count: number } | null {
    if (this.#wish) return { wanted: this.#wish, from: 0, count: 2 };
    const { result } = this.#state;
    if (!result) return null;
    const lastPage = Math.max(0, Math.ceil(result.total / PAGE_ROWS) - 1);
    const pages: number[] = [];
    const first = Math.min(lastPage, Math.floor(this.#view.from / PAGE_ROWS));
    const last = Math.min(lastPage, Math.floor(this.#view.to / PAGE_ROWS));
    for (let page = first; page <= last; page++) {
      if (!result.pages.has(page) || this.#stale.has(page)) pages.push(page);
    }
    const from = pages[0];
    const to = pages.at(-1);
    if (from === undefined || to === undefined) return null;
    return { wanted: result, from, count: Math.min(MOST_AT_ONCE, to - from + 1) };
  }

  #pump(): void {
    if (this.#isCalling || this.#state.error) return;
    const next = this.#nextPages();
    if (!next) return;
    this.#isCalling = true;
    const number = ++this.#asked;
    const changes = this.#changes;
    const era = this.#era;
    const { wanted, from, count } = next;
    const request = {
      query: wanted.query,
      sort: wanted.sort,
      offset: from * PAGE_ROWS,
      limit: count * PAGE_ROWS,
    };
    this.#api
      .call('stories.list', request)
      .then(
        (answer) => {
          if (era === this.#era) this.#take({ wanted, from, count, number }, answer, changes !== this.#changes);
        },
        (error: unknown) => {
          if (era === this.#era) this.#set({ error: toCallError(error), isSearching: false });
        },
      )
      .finally(() => {
        this.#isCalling = false;
        this.#pump();
      });
  }

  #take(
    { wanted, from, count, number }: { wanted: Wanted; from: number; count: number; number: number },
    { total, notice, stories }: MethodOutput<'stories.list'>,
    isOld: boolean,
  ): void {
    const { result } = this.#state;
    const isNew = !result || !isSame(result, wanted);
    // Drop the answer to a search that has been replaced meanwhile.
    if (isNew && !(this.#wish && isSame(this.#wish, wanted))) return;
    const pages = new Map(isNew ? [] : result.pages);
    if (isNew) {
      this.#wish = null;
      this.#stale.clear();
      this.#view = { from: 0, to: this.#view.to - this.#view.from };
    }
    for (let page = from; page < from + count; page++) {
      const at = (page - from) * PAGE_ROWS;
      const rows = stories.slice(at, at + PAGE_ROWS);
      // Keep the first page even when it is empty: a missing page would be loaded again.
      if (rows.length === 0 && page > 0) pages.delete(page);
      else pages.set(page, keepSame(pages.get(page), rows));
      if (isOld) this.#stale.add(page);
      else this.#stale.delete(page);
    }
    const lastPage = Math.max(0, Math.ceil(total / PAGE_ROWS) - 1);
    for (const page of pages.keys()) if (page > lastPage) pages.delete(page);
    this.#dropFar(pages);
    this.#set({
      result: { query: wanted.query, sort: wanted.sort, total, notice, pages },
      isSearching: this.#wish !== null,
      error: null,
      answer: number,
    });
  }

  #dropFar(pages: Map<number, readonly StoryRow[]>): void {
    if (pages.size <= MOST_KEPT) return;
    const middle = (this.#view.from + this.#view.to) / 2 / PAGE_ROWS;
    const far = [...pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of far.slice(0, pages.size - MOST_KEPT)) {
      pages.delete(page);
      this.#stale.delete(page);
    }
  }

  #set(change: Partial<PagedStoriesState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
