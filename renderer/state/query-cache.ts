import type { LibraryInfo, MethodInput, MethodName, MethodOutput } from '../../shared/contract.ts';
import { type Api, type CallError, toCallError } from '../api.ts';
import { shareEqual } from './share-equal.ts';

export interface QueryState<T> {
  data: T | undefined;
  error: CallError | null;
  /** True while a first answer, or one after an error, is loading. A known answer is refreshed silently. */
  loading: boolean;
}

interface Entry {
  state: QueryState<unknown>;
  listeners: Set<() => void>;
  method: MethodName;
  input: unknown;
  /** Rises with every call. A reply with an older number is dropped. */
  serial: number;
  isStale: boolean;
  lastUsed: number;
}

/** The door is not part of the library, so changes do not affect it. */
const FIXED = new Set<MethodName>(['door.describe']);

/** These depend on the register only, which changes about once a year, so story changes do not refresh them. */
const OF_REGISTER = new Set<MethodName>(['systems.list', 'systems.find', 'systems.neighbours', 'coverage.map']);

/**
 * The desk answers one call at a time. On a refresh, the middle of the screen goes first; slow queries and those at
 * the edge go last.
 */
const FIRST = new Set<MethodName>(['pages.get', 'stories.list', 'queue.get']);
const LAST = new Set<MethodName>(['pages.candidates', 'library.info', 'settings.get', 'board.pending', 'checks.all']);

function turnOf({ method }: Entry): number {
  return FIRST.has(method) ? 0 : LAST.has(method) ? 2 : 1;
}

/** A form must not start from an old answer: the later refresh would not reach it. */
const SEEDS = new Set<MethodName>(['zones.get', 'templates.list']);

/** Unwatched answers kept in memory. */
const MOST_IDLE = 60;
const IDLE_STATE: QueryState<never> = { data: undefined, error: null, loading: true };

export const keyOf = (method: MethodName, input: unknown): string => `${method} ${JSON.stringify(input)}`;

/**
 * QueryCache shares copies of the desk's answers between all callers with the same input. When the library changes,
 * watched answers are loaded again and shown as they were until then.
 */
export class QueryCache {
  readonly #api: Api;
  readonly #later: (work: () => void) => void;
  /** Queries that run once the window has rendered. */
  readonly #soon = new Set<Entry>();
  readonly #entries = new Map<string, Entry>();
  readonly #allListeners = new Set<() => void>();
  #clock = 0;
  #register: string | null = null;

  /** `later` runs work after the current task, so that sending a call does not delay the next paint. */
  constructor(api: Api, later: (work: () => void) => void = (work) => work()) {
    this.#api = api;
    this.#later = later;
  }

  /** Subscribes to the desk. Returns the function that ends it. */
  connect(): () => void {
    const ends = [
      this.#api.subscribe((event) => {
        if (event.name === 'library.changed') this.refresh();
        if (event.name === 'library.opened') this.reset();
      }),
      // Events may have been missed while the connection was lost.
      this.#api.onConnection((connection) => {
        if (connection === 'open') this.refresh();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  /** Notifies about every answer, for callers that read several of them, such as a command's `when`. */
  subscribe(listener: () => void): () => void {
    this.#allListeners.add(listener);
    return () => this.#allListeners.delete(listener);
  }

  read<M extends MethodName>(method: M, input: MethodInput<M>): QueryState<MethodOutput<M>> {
    const entry = this.#entries.get(keyOf(method, input));
    return (entry?.state ?? IDLE_STATE) as QueryState<MethodOutput<M>>;
  }

  watch<M extends MethodName>(method: M, input: MethodInput<M>, listener: () => void): () => void {
    const watched = this.#entryOf(method, input);
    watched.listeners.add(listener);
    if (watched.isStale) this.#ask(watched);
    return () => {
      watched.listeners.delete(listener);
      watched.lastUsed = ++this.#clock;
      this.#dropIdle();
    };
  }

  /** Prefetches what an editor is likely to open next. The answer goes stale like any other. */
  prefetch<M extends MethodName>(method: M, input: MethodInput<M>): void {
    const entry = this.#entryOf(method, input);
    entry.lastUsed = ++this.#clock;
    if (entry.isStale) this.#load(entry);
    this.#dropIdle();
  }

  #entryOf(method: MethodName, input: unknown): Entry {
    const key = keyOf(method, input);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { state: IDLE_STATE, listeners: new Set(), method, input, serial: 0, isStale: true, lastUsed: 0 };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  /** Loads again, for example after an error. */
  retry<M extends MethodName>(method: M, input: MethodInput<M>): void {
    const entry = this.#entries.get(keyOf(method, input));
    if (entry) this.#load(entry);
  }

  /** Stores an answer that came with another call. */
  put<M extends MethodName>(method: M, input: MethodInput<M>, data: MethodOutput<M>): void {
    const entry = this.#entries.get(keyOf(method, input));
    if (!entry) return;
    entry.serial++;
    entry.isStale = false;
    this.#set(entry, { data, error: null, loading: false });
  }

  /** Marks everything as stale. Watched answers are loaded now, the rest when they are next watched. */
  refresh(): void {
    for (const [key, { method, listeners }] of this.#entries) {
      if (SEEDS.has(method) && listeners.size === 0) this.#entries.delete(key);
    }
    const inTurn = [...this.#entries.values()].sort((a, b) => turnOf(a) - turnOf(b));
    for (const entry of inTurn) {
      const isKept = FIXED.has(entry.method) || OF_REGISTER.has(entry.method);
      if (isKept && entry.state.data !== undefined) continue;
      entry.isStale = true;
      if (entry.listeners.size > 0) this.#ask(entry);
    }
  }

  /** Drops all answers: those of another library must not show for a moment. */
  reset(): void {
    for (const [key, entry] of this.#entries) {
      if (entry.listeners.size === 0) this.#entries.delete(key);
      else {
        this.#set(entry, IDLE_STATE);
        this.#load(entry);
      }
    }
  }

  #ask(entry: Entry): void {
    if (turnOf(entry) === 0) {
      this.#load(entry);
      return;
    }
    this.#soon.add(entry);
    if (this.#soon.size === 1) this.#later(() => this.#askSoon());
  }

  #askSoon(): void {
    const inTurn = [...this.#soon].sort((a, b) => turnOf(a) - turnOf(b));
    this.#soon.clear();
    // It may be unwatched by now, or answered by another call.
    for (const entry of inTurn) if (entry.isStale && entry.listeners.size > 0) this.#load(entry);
  }

  #load(entry: Entry): void {
    const serial = ++entry.serial;
    entry.isStale = false;
    const { data: known, error: failed, loading } = entry.state;
    if (!loading && (known === undefined || failed)) this.#set(entry, { ...entry.state, loading: true });
    this.#api.call(entry.method, entry.input as never).then(
      (data) => {
        if (serial !== entry.serial) return;
        this.#set(entry, { data: shareEqual(entry.state.data, data), error: null, loading: false });
        if (entry.method === 'library.info') this.#noteRegister((data as LibraryInfo).register.version);
      },
      (error: unknown) => {
        if (serial !== entry.serial) return;
        entry.isStale = true;
        this.#set(entry, { data: entry.state.data, error: toCallError(error), loading: false });
      },
    );
  }

  /** `library.info` names the register in use, also after an undo or another door's step. */
  #noteRegister(version: string): void {
    const before = this.#register;
    this.#register = version;
    if (before === null || before === version) return;
    for (const entry of this.#entries.values()) {
      if (!OF_REGISTER.has(entry.method)) continue;
      entry.isStale = true;
      if (entry.listeners.size > 0) this.#load(entry);
    }
  }

  /** Notify watchers only of real changes: each notification is a render. */
  #set(entry: Entry, state: QueryState<unknown>): void {
    const { data, error, loading } = entry.state;
    if (data === state.data && error === state.error && loading === state.loading) return;
    entry.state = state;
    for (const listener of entry.listeners) listener();
    for (const listener of this.#allListeners) listener();
  }

  #dropIdle(): void {
    const idle = [...this.#entries].filter(([, entry]) => entry.listeners.size === 0);
    if (idle.length <= MOST_IDLE) return;
    idle.sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
    for (const [key] of idle.slice(0, idle.length - MOST_IDLE)) this.#entries.delete(key);
  }
}
