import { userInfo } from 'node:os';
import type { EventName, EventPayload } from '../../shared/contract.ts';
import { DeskError } from '../../shared/errors.ts';
import type { Door, EntryId } from '../../shared/models.ts';
import type { Register } from '../../shared/systems/register.ts';
import { type Moment, momentOf, wallClock } from '../../shared/words/days.ts';
import { type Actor, type Changes, runStep, type StepResult } from './core/changes.ts';
import { ensureDeskId, readSettings } from './core/settings.ts';
import type { ReadDb, WriteDb } from './core/sql.ts';
import type { RegisterInForce } from './systems/registers.ts';

/** An open library and where it lies. */
export interface OpenLibrary {
  db: WriteDb;
  path: string;
  deskId: string;
}

/** All that a handler may use. Built once by desk.ts; only the open library changes. */
export interface DeskContext {
  library: OpenLibrary;
  /** The register that the open library stands under now; the same object until another takes its place. */
  readonly register: Register;
  /** The register that any library stands under, with what it was made of. */
  registerOf: (db: ReadDb) => RegisterInForce;
  door: Door;
  /** Takes the place of the author setting. */
  author: string | undefined;
  /** The library the door was started with. */
  ownPath: string;
  resourcesPath: string;
  clock: () => Date;
  emit: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  log: (line: string) => void;
  /** Runs what brings stories in, as part of a step, and keeps the order in which editors placed others. */
  keepOrder: <T>(changes: Changes, bringIn: () => T) => T;
  /** Closes the open library and opens another, with its pages and desk id made ready. */
  switchTo: (path: string) => void;
}

export function today(context: DeskContext): string {
  return wallClock(context.clock()).slice(0, 10);
}

export function momentAsOf(context: DeskContext, asOf: string | undefined): Moment {
  return momentOf(wallClock(context.clock()), asOf);
}

export function authorOf(context: DeskContext): string {
  return context.author ?? readSettings(context.library.db).author ?? loginName();
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
    desk: context.library.deskId,
    door: context.door,
    atMs: context.clock().getTime(),
    day: today(context),
  };
}

/** One undoable step in the open library; tells the windows when it changed something. */
export function step<T>(
  context: DeskContext,
  label: string | ((value: T) => string),
  work: (changes: Changes, actor: Actor) => T,
  options: { dryRun?: boolean } = {},
): StepResult<T> {
  const actor = actorOf(context);
  const result = runStep(context.library.db, actor, label, (changes) => work(changes, actor), options);
  if (result.entry) context.emit('library.changed', { entryId: result.entry.id });
  return result;
}

export interface WrittenReply {
  entry: { id: EntryId; label: string } | null;
  changed: number;
}

/** Between two turns the library may have gone, with all that is being read of it. */
export function checkStillOpen({ library: now }: DeskContext, library: OpenLibrary): void {
  if (now !== library) throw new DeskError('library-switched', 'Another library was opened meanwhile.');
  if (!library.db.open) throw new DeskError('library-closed', 'The library is closed. Open Patchdesk again.');
}

/** The code must be one of the register's, of whatever day. */
export function checkSystems(context: DeskContext, codes: readonly string[]): void {
  for (const code of codes) context.register.get(code);
}

/** `3 stories`, `1 story`. */
export function storiesWords(count: number): string {
  return count === 1 ? '1 story' : `${count.toLocaleString('en-GB')} stories`;
}

/** A headline short enough for a label. */
export function quoted(headline: string): string {
  return `“${headline.length > 48 ? `${headline.slice(0, 47).trimEnd()}…` : headline}”`;
}

/** Makes a library just opened ready for work. */
export function readyLibrary(db: WriteDb, path: string): OpenLibrary {
  return { db, path, deskId: ensureDeskId(db) };
}

export function noSuchMethod(method: string): DeskError {
  return new DeskError('bad-call', `There is no method called ${method}.`);
}
