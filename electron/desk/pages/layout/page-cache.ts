import type { SystemCode } from '../../../../shared/models.ts';
import { wallClock } from '../../../../shared/words/days.ts';
import type { DeskContext } from '../../context.ts';
import { type Mark, markOf, pagesChangedSince } from '../../core/library-version.ts';
import type { ReadDb } from '../../core/sql.ts';
import { hasComeDue } from './due-times.ts';

interface Kept {
  mark: Mark;
  register: string;
  /** The minute up to which what is kept of now is known to hold, `YYYY-MM-DDTHH:MM`. */
  now: string;
  pages: Map<SystemCode, Map<string, object>>;
}

const kept = new WeakMap<ReadDb, Kept>();

/** Values cached for one page: those of now, and those as of a day or two. */
const MOST_KEPT = 12;

/**
 * A value computed from a page, cached while nothing changes that could show on the page. After each step the window
 * asks for the page, its checks, its version, its preview and the board's row, and all of them begin with the same
 * page. `what` names the value; callers must not change it. Inside a transaction nothing is cached, because the rows
 * read may be rolled back.
 */
export function keptOfPage<T extends object>(
  context: DeskContext,
  system: SystemCode,
  what: string,
  asOf: string | undefined,
  make: () => T,
): T {
  const { db } = context.library;
  if (db.inTransaction) return make();
  const now = wallClock(context.clock());
  const ofPage = keptNow(context, db, now, system);
  const key = asOf === undefined || asOf === now.slice(0, 10) ? what : `${what} ${asOf}`;
  const known = ofPage.get(key);
  if (known) return known as T;
  const made = make();
  const [oldest] = ofPage.keys();
  if (oldest !== undefined && ofPage.size >= MOST_KEPT) ofPage.delete(oldest);
  ofPage.set(key, made);
  return made;
}

function keptNow(context: DeskContext, db: ReadDb, now: string, system: SystemCode): Map<string, object> {
  const mark = markOf(db);
  const register = context.register.version;
  let state = kept.get(db);
  if (!state || state.register !== register || isOtherTime(db, state.now, now)) {
    state = { mark, register, now, pages: new Map() };
    kept.set(db, state);
  }
  state.now = now;
  if (state.mark.stamp !== mark.stamp) {
    const changed = pagesChangedSince(db, state.mark);
    if (changed === 'all') state.pages.clear();
    else for (const code of changed) state.pages.delete(code);
    state.mark = mark;
  }
  let ofPage = state.pages.get(system);
  if (!ofPage) {
    ofPage = new Map();
    state.pages.set(system, ofPage);
  }
  return ofPage;
}

/** Whether pages may stand otherwise only because time has gone by. A clock that was set back tells nothing. */
function isOtherTime(db: ReadDb, before: string, now: string): boolean {
  if (before === now) return false;
  return before.slice(0, 10) !== now.slice(0, 10) || now < before || hasComeDue(db, before, now);
}
