import { userInfo } from 'node:os';
import type { EventName, EventPayload } from '../../shared/contract.ts';
import { DeskError } from '../../shared/errors.ts';
import type { Door, EntryId } from '../../shared/models.ts';
import type { Register } from '../../shared/systems/register.ts';
import { cutAtWord } from '../../shared/words/cut-at-word.ts';
import { type Moment, momentOf, wallClock } from '../../shared/words/days.ts';
import { inQuotes } from '../../shared/words/quotes.ts';
import { type Actor, type Changes, runStep, type StepResult } from './core/changes.ts';
import type { LibraryFile } from './core/library-file.ts';
import type { PreferencesFile } from './core/preferences.ts';
import type { RegisterInForce } from './core/register-in-force.ts';
import type { ReadDb, WriteDb } from './core/sql.ts';
import type { WindowMemory } from './core/window-memory.ts';
import type { Work } from './core/work.ts';

/** An open library and its path. */
export interface OpenLibrary {
  db: WriteDb;
  path: string;
  /** Names this copy of the library in the history. */
  replica: string;
  /** The newest entry of the history when it was opened; 0 for none. */
  seqAtOpen: number;
  /** What each window has done since then. */
  windows: Map<string, WindowMemory>;
  /** Guards the file; null for a library in memory. */
  file: LibraryFile | null;
}

/** All that a handler may use. desk.ts builds it once; only the open library changes. */
export interface DeskContext {
  library: OpenLibrary;
  /** The register in force in the open library; the same object until another register replaces it. */
  readonly register: Register;
  /** The register in force in any library, with its file. */
  registerOf: (db: ReadDb) => RegisterInForce;
  door: Door;
  /** The window that makes this call; undefined for callers that are none, such as a script. */
  window?: string | undefined;
  /** This call's progress, and whether it was cancelled. */
  work: Work;
  preferences: PreferencesFile;
  /** Replaces the author setting. */
  author: string | undefined;
  /** The library that the door was started with. */
  ownPath: string;
  resourcesPath: string;
  clock: () => Date;
  emit: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  log: (line: string) => void;
  /** Runs work that brings stories in, as part of a step, and keeps the placed stories where editors put them. */
  keepOrder: <T>(changes: Changes, bringIn: () => T) => T;
  /** Closes the open library and opens another, with its pages and replica id ready; as one's own, if said so. */
  switchTo: (path: string, isOwn?: boolean) => void;
}

export function today(context: DeskContext): string {
  return wallClock(context.clock()).slice(0, 10);
}

export function momentAsOf(context: DeskContext, asOf: string | undefined): Moment {
  return momentOf(wallClock(context.clock()), asOf);
}

export function authorOf(context: DeskContext): string {
  return context.author ?? context.preferences.read().author ?? loginName();
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // A process may run under a user id that has no name.
    return 'unknown';
  }
}

export function actorOf(context: DeskContext): Actor {
  return {
    by: authorOf(context),
    replica: context.library.replica,
    door: context.door,
    window: context.window === undefined ? undefined : memoryOf(context, context.window),
    seqAtOpen: context.library.seqAtOpen,
    work: context.work,
    atMs: context.clock().getTime(),
    day: today(context),
  };
}

/** Runs one undoable step in the open library, and notifies the windows when it changed something. */
export function step<T>(
  context: DeskContext,
  label: string | ((value: T) => string),
  work: (changes: Changes, actor: Actor) => T,
  options: { dryRun?: boolean } = {},
): StepResult<T> {
  const actor = actorOf(context);
  const result = runStep(context.library.db, actor, label, (changes) => work(changes, actor), options);
  if (result.entry) reportEntry(context, result.entry.id);
  return result;
}

/** Notes in which window an entry was made, and notifies all of them. */
export function reportEntry(context: DeskContext, entryId: EntryId): void {
  if (context.window !== undefined) memoryOf(context, context.window).made.add(entryId);
  context.emit('library.changed', { entryId });
}

function memoryOf({ library: { windows } }: DeskContext, window: string): WindowMemory {
  const known = windows.get(window) ?? { made: new Set(), written: new Map() };
  windows.set(window, known);
  return known;
}

export interface WrittenReply {
  entry: { id: EntryId; label: string } | null;
  changed: number;
}

/** Call this after every await: the library may have been closed or replaced meanwhile, and reads of it would fail. */
export function checkStillOpen({ library: now }: DeskContext, library: OpenLibrary): void {
  if (now !== library) throw new DeskError('library-switched', 'Another library was opened meanwhile. Try again.');
  if (!library.db.open) throw new DeskError('library-closed', 'The library is closed. Open Patchdesk again.');
}

/** Throws unless every code is in the register, on any day. */
export function checkSystems(context: DeskContext, codes: readonly string[]): void {
  for (const code of codes) context.register.get(code);
}

/** A headline short enough for a label. */
export function quoted(headline: string): string {
  return inQuotes(cutAtWord(headline, 48));
}

/** The same context for one call, of one window where it is named. What changes in the context, such as the open library, changes here too. */
export function forCall(context: DeskContext, work: Work, window: string | undefined): DeskContext {
  return Object.create(context, { work: { value: work }, window: { value: window } });
}

export function noSuchMethod(method: string): DeskError {
  return new DeskError('bad-call', `There is no method called ${method}.`);
}
