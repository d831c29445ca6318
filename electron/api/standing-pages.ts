import type { Moment } from '../../shared/days.ts';
import type { ArticleId, SystemCode } from '../../shared/models.ts';
import { hasComeDue } from '../library/due.ts';
import type { ReadDb } from '../library/sql.ts';
import { type EntryMark, newestEntry, pagesTouchedSince } from '../library/touched.ts';
import { type DeskContext, momentAsOf } from './context.ts';
import { viewOf } from './pages.ts';

interface Kept {
  /** What was asked about: the day, if one was named, and the register. */
  key: string;
  moment: Moment;
  mark: EntryMark | null;
  pages: Map<SystemCode, readonly ArticleId[]>;
}

const kept = new WeakMap<ReadDb, Kept>();

/**
 * The stories on a page from the lead down. Kept as long as nothing was done that this page could show: whoever
 * moves teasers on one page is told at once where else they stand, without the other pages being made again.
 */
export function standingOn(context: DeskContext, code: SystemCode, asOf: string | undefined): readonly ArticleId[] {
  const { db } = context.library;
  const make = () =>
    viewOf(context, { system: code, asOf }).zones.flatMap(({ teasers }) => teasers.map(({ articleId }) => articleId));
  // What a transaction shows may be rolled back.
  if (db.inTransaction) return make();
  const { pages } = freshen(context, db, asOf);
  const known = pages.get(code) ?? make();
  pages.set(code, known);
  return known;
}

function freshen(context: DeskContext, db: ReadDb, asOf: string | undefined): Kept {
  const moment = momentAsOf(context, asOf);
  const key = JSON.stringify([asOf ?? null, moment.day, context.register.version]);
  const mark = newestEntry(db);
  const before = kept.get(db);
  const touched = before?.key === key ? pagesTouchedSince(db, before.mark) : 'all';
  const isOver =
    before === undefined || touched === 'all' || hasComeDue(db, before.moment.publishedUpTo, moment.publishedUpTo);
  const pages = isOver ? new Map<SystemCode, readonly ArticleId[]>() : before.pages;
  if (!isOver) for (const code of touched) pages.delete(code);
  const now = { key, moment, mark, pages };
  kept.set(db, now);
  return now;
}
