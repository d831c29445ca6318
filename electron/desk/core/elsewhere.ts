import type { Door, EntryId } from '../../../shared/models.ts';
import type { Actor } from './changes.ts';

/** Where an entry was made, as the history keeps it. */
export interface Made {
  seq: number;
  id: EntryId;
  by: string;
  /** The replica; the column has the name it had when the library's format was made. */
  desk: string;
  door: Door;
}

/**
 * Whether somebody else may have made an entry: through another door, in another window, on another laptop. What the
 * same person did through this door before it was opened is their own: the window of then is closed.
 */
export function isElsewhere(made: Made, actor: Actor): boolean {
  if (made.door !== actor.door || made.desk !== actor.replica) return true;
  if (actor.window === undefined || actor.window.made.has(made.id)) return false;
  return made.seq > (actor.seqAtOpen ?? 0) || made.by !== actor.by;
}

const DOOR_PHRASES: Record<Door, string> = {
  desktop: 'in the desktop window',
  browser: 'in the browser window',
  cli: 'on the command line',
};

/** `Anna in another window`, `you on the command line`. */
export function formatMaker(made: Made, actor: Actor): string {
  return `${made.by === actor.by ? 'you' : made.by} ${formatWhere(made, actor)}`;
}

/** `in another window`, `on the command line`. */
export function formatWhere(made: Made, actor: Actor): string {
  if (made.desk !== actor.replica) return 'on another laptop';
  const isOtherWindow = made.door === actor.door && made.door !== 'cli' && actor.window?.made.has(made.id) === false;
  return isOtherWindow ? 'in another window' : DOOR_PHRASES[made.door];
}
