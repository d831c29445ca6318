import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EventName, EventPayload, Reply } from '../../shared/contract.ts';
import { DeskError, type DeskFault } from '../../shared/errors.ts';
import type { Door } from '../../shared/models.ts';
import { ShippedNames } from '../../shared/tagging/names.ts';
import { wallClock } from '../../shared/words/days.ts';
import { prepareBoard } from './board/board-handlers.ts';
import type { DeskContext, OpenLibrary } from './context.ts';
import { closeAsItIs, refuseDamaged } from './core/damage-guard.ts';
import { newestSeq } from './core/history.ts';
import { LibraryFile } from './core/library-file.ts';
import { LibraryStates, stateOf } from './core/library-states.ts';
import { libraryErrorOf, openLibrary } from './core/open.ts';
import { PreferencesFile } from './core/preferences.ts';
import { makeRegisters } from './core/register-in-force.ts';
import { ensureReplica, readSettings, takeOverPreferences } from './core/settings.ts';
import { Work, type WorkPace } from './core/work.ts';
import { dispatch } from './dispatch.ts';
import { type RestoredBackup, restoreBackup } from './library-file/restore-backup.ts';
import { type Salvaged, salvageLibrary } from './library-file/salvage.ts';
import { ensureShippedNames } from './offers/name-rows.ts';
import { ensurePages, lacksPages } from './pages/layout/page-rows.ts';
import { keepOrder } from './pages/placing/kept-order.ts';
import { makeWatch } from './watch.ts';

export { missingLibrary } from './core/open.ts';
export type { RestoredBackup, Salvaged };

export type DeskEvent = { [E in EventName]: { name: E; payload: EventPayload<E> } }[EventName];

/** What a door passes to start a desk. All of it is data, so that it can be sent to the worker. */
export interface DeskOptions {
  /** The library file. */
  libraryPath: string;
  /** What to do if there is no such file: make it (unless said), refuse, or work on an empty library in memory. */
  ifMissing?: 'create' | 'refuse' | 'in-memory';
  /** The project's `resources` folder: register, sample library. */
  resourcesPath: string;
  door: Door;
  /** The person's own settings, shared by every door of this computer; created when something is set. */
  preferencesPath: string;
  /** Replaces the author setting, e.g. from `PATCHDESK_AUTHOR`. */
  author?: string;
}

/** The library and all that works on it, behind one call. */
export interface Desk {
  /** Never rejects: a failure is an error reply. `window` tells the windows of one door apart. */
  call(method: string, input: unknown, window?: string): Promise<Reply<unknown>>;
  /** Cancels the work that reports its progress under this id; one that is over is left alone. */
  cancel(work: number): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: DeskEvent) => void): () => void;
  /** Rejects with DeskError library-displaced if the file was lost since the last look, and steps with it. */
  close(): Promise<void>;
}

/** Replaceable parts of the machine, for tests. */
export interface DeskSurroundings {
  clock?: () => Date;
  log?: (line: string) => void;
  /** How often to look for steps by other doors and for stories and embargoes that are due; never by default. */
  watchEveryMs?: number;
  /** The pause between two rows while the board is prepared after a library opens; not prepared by default. */
  prepareEveryMs?: number;
  /** Four bytes that hold the id of the work to cancel. A worker shares them with its door. */
  cancelled?: Int32Array;
  workPace?: WorkPace;
}

/** The pause between two pieces of the check of a library. */
const CHECK_EVERY_MS = 10;

/** A desk in this process. Throws DeskError library-* when the library cannot be opened. */
export function openDesk(options: DeskOptions, surroundings: DeskSurroundings = {}): Desk {
  const listeners = new Set<(event: DeskEvent) => void>();
  const clock = surroundings.clock ?? (() => new Date());
  const registerOf = makeRegisters(
    JSON.parse(readFileSync(join(options.resourcesPath, 'register', 'systems.json'), 'utf8')),
  );
  const shippedNames = ShippedNames.parse(
    JSON.parse(readFileSync(join(options.resourcesPath, 'gazetteer', 'series.json'), 'utf8')),
  );
  const log = surroundings.log ?? logWhenAsked;
  const cancelled = surroundings.cancelled ?? new Int32Array(1);
  const dataFolder = dirname(options.preferencesPath);
  const states = new LibraryStates(dataFolder, log);
  const open = (path: string, ifMissing: DeskOptions['ifMissing'] = 'create'): OpenLibrary => {
    const isInMemory = ifMissing === 'in-memory' && !existsSync(path);
    const before = isInMemory ? null : stateOf(path);
    const familiarity = states.familiarity(path, before);
    const db = openLibrary(isInMemory ? ':memory:' : path, {
      mustExist: ifMissing === 'refuse',
      beforeMigrating: (older) => refuseDamaged(older, path, familiarity),
    });
    try {
      const codes = registerOf(db)
        .register.everOn(wallClock(clock()).slice(0, 10))
        .map(({ code }) => code);
      const finish = () => {
        ensurePages(db, codes);
        ensureShippedNames(db, shippedNames, clock().getTime());
        ensureReplica(db);
      };
      const seqAtOpen = newestSeq(db);
      if (isInMemory) finish();
      const file = isInMemory
        ? null
        : new LibraryFile({ db, path, familiarity, before, states, dataFolder, clock, onSound: finish });
      // Reading needs its pages, and steps its name: a library without them is checked at once.
      if (lacksPages(db, codes) || !readSettings(db).replica) file?.checkWhole();
      return { db, path, replica: readSettings(db).replica, seqAtOpen, windows: new Map(), file };
    } catch (error) {
      if (familiarity === 'known') db.close();
      else closeAsItIs(db, path);
      throw libraryErrorOf(error, path);
    }
  };
  const preferences = new PreferencesFile(options.preferencesPath, clock);
  const context: DeskContext = {
    library: open(options.libraryPath, options.ifMissing),
    get register() {
      return registerOf(context.library.db).register;
    },
    registerOf,
    door: options.door,
    preferences,
    author: options.author,
    ownPath: options.libraryPath,
    // What the desk does by itself is no call, so nobody can cancel it.
    work: new Work(-1, cancelled, () => {}),
    resourcesPath: options.resourcesPath,
    clock,
    emit: (name, payload) => {
      for (const listener of listeners) listener({ name, payload } as DeskEvent);
    },
    log,
    keepOrder: (changes, bringIn) => keepOrder(context, changes, bringIn),
    switchTo: (path, isOwn = false) => {
      const before = context.library;
      context.library = open(path);
      if (isOwn) context.ownPath = path;
      try {
        // It may tell that the file was lost with steps in it; the other library is open all the same.
        closeLibrary(before);
      } finally {
        startChecking();
        context.emit('library.opened', { path });
        prepare();
      }
    },
  };
  try {
    takeOverPreferences(context.library.db, preferences);
  } catch (error) {
    // A library opens all the same; what was not taken over now is taken over by a later start.
    context.log(`The preferences could not be taken over: ${error instanceof Error ? error.message : String(error)}`);
  }
  let endPreparing = () => {};
  const prepare = () => {
    endPreparing();
    if (surroundings.prepareEveryMs !== undefined) endPreparing = prepareBoard(context, surroundings.prepareEveryMs);
  };
  prepare();
  let checking: NodeJS.Timeout | undefined;
  /** Where a window is open, the check need not wait for the first write. */
  const startChecking = () => {
    clearInterval(checking);
    const { file } = context.library;
    if (!file || file.isChecked || !surroundings.watchEveryMs) return;
    checking = setInterval(() => {
      try {
        file.checkPiece();
      } catch (error) {
        // The next write meets the same error and reports it to the editor.
        clearInterval(checking);
        context.log(`checking failed: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (!file.isChecked) return;
      clearInterval(checking);
      context.emit('library.changed', { entryId: null });
    }, CHECK_EVERY_MS);
  };
  startChecking();
  const watch = surroundings.watchEveryMs ? setInterval(makeWatch(context), surroundings.watchEveryMs) : undefined;
  let closed = false;
  let lastWork = 0;
  const newWork = () => {
    lastWork += 1;
    return new Work(lastWork, cancelled, (progress) => context.emit('work.progress', progress), surroundings.workPace);
  };
  return {
    call: (method, input, window) =>
      closed ? Promise.resolve(closedReply()) : dispatch(context, newWork(), method, input, window),
    cancel: (work) => void Atomics.store(cancelled, 0, work),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      clearInterval(watch);
      endPreparing();
      clearInterval(checking);
      closeLibrary(context.library);
    },
  };
}

function closeLibrary({ db, file }: OpenLibrary): void {
  if (file) file.close();
  else db.close();
}

/** Replaces a library that no desk has open with a backup. Throws DeskError backup-* and library-*. */
export function restoreLibrary(from: string, libraryPath: string): Promise<RestoredBackup> {
  return restoreBackup(from, libraryPath, new Date());
}

/** Copies what can be read of a library into a new one; the library may be too damaged to open. */
export function salvage(libraryPath: string, out: string): Salvaged {
  return salvageLibrary(libraryPath, out);
}

/** Writes slow calls and bugs to stderr when PATCHDESK_LOG is set. */
function logWhenAsked(line: string): void {
  if (process.env['PATCHDESK_LOG']) process.stderr.write(`patchdesk: ${line}\n`);
}

function closedReply(): Reply<never> {
  return { ok: false, error: { code: 'library-closed', message: 'The library is closed. Open Patchdesk again.' } };
}

/** What a worker begins with. */
export interface WorkerData {
  options: DeskOptions;
  /** Shared memory: a worker in the middle of a transaction reads no message. */
  cancelled: Int32Array;
}

/** Messages to the worker and back. */
export type ToWorker =
  | { kind: 'call'; id: number; method: string; input: unknown; window?: string | undefined }
  | { kind: 'close' };
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'refused'; fault: DeskFault }
  | { kind: 'reply'; id: number; reply: Reply<unknown> }
  | { kind: 'event'; event: DeskEvent };

/**
 * A desk in a worker thread, so that no window waits for SQLite. `workerUrl` is worker.ts or its bundle. Rejects with
 * DeskError library-* when the library cannot be opened.
 */
export function startDesk(options: DeskOptions, workerUrl: URL): Promise<Desk> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(workerUrl, { workerData: { options, cancelled } satisfies WorkerData });
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Set<(event: DeskEvent) => void>();
  let lastId = 0;
  let ended = false;
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      ended = true;
      for (const answer of waiting.values()) answer(closedReply());
      waiting.clear();
      resolve();
    });
  });
  const send = (message: ToWorker) => worker.postMessage(message);

  const desk: Desk = {
    call: (method, input, window) => {
      if (ended) return Promise.resolve(closedReply());
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        send({ kind: 'call', id, method, input, window });
      });
    },
    cancel: (work) => void Atomics.store(cancelled, 0, work),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      if (!ended) send({ kind: 'close' });
      return exited;
    },
  };

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve(desk);
      else if (message.kind === 'refused') {
        reject(new DeskError(message.fault.code, message.fault.message, whereOf(message.fault)));
      } else if (message.kind === 'event') {
        for (const listener of listeners) listener(message.event);
      } else {
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
      }
    });
    worker.once('error', (error) => {
      process.stderr.write(`patchdesk: the desk ended: ${error instanceof Error ? error.stack : String(error)}\n`);
      reject(error);
    });
    void exited.then(() => reject(new Error('The desk ended before it was ready.')));
  });
}

function whereOf({ file, line }: DeskFault): { file?: string; line?: number } {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}
