import type { EntryId, Placed, StoryId, SystemCode } from '../../../shared/models.ts';
import type { LedSpan } from '../../../shared/pages/leads.ts';
import { momentOf, nextDay, wallClock } from '../../../shared/words/days.ts';
import { checkStillOpen, type DeskContext, today } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { listDueDays } from '../pages/layout/due-times.ts';
import { listPageCodes } from '../pages/layout/page-rows.ts';
import { resolvePage, slotsOf } from '../pages/layout/resolve-page.ts';
import { getStory } from '../stories/story-rows.ts';
import { firstEntryOf, Past, type PastEntry, systemsEverOf } from './history-replay.ts';

/** Other calls get their turn after so long, so that no key waits for the whole history. */
const TURN_MS = 15;

export const leadHandlers: Handlers<'leads.list'> = {
  'leads.list': async (context, { articleId }) => {
    const { library } = context;
    const { db } = library;
    const { id } = getStory(db, articleId);
    const systems = (systemsEverOf(db, id) ?? listPageCodes(db)).filter((code) => context.register.has(code));
    if (systems.length === 0) return { knownFrom: null, isWhole: true, spans: [] };
    const first = firstEntryOf(db, id);
    const past = new Past(library.path, systems, first);
    const work = follow(context, past, systems, id);
    try {
      let turnEndsAt = performance.now() + TURN_MS;
      for (;;) {
        const { done, value } = work.next();
        if (done) return { ...value, isWhole: value.reached === first };
        if (performance.now() < turnEndsAt) continue;
        await new Promise(setImmediate);
        checkStillOpen(context, library);
        turnEndsAt = performance.now() + TURN_MS;
      }
    } finally {
      // A statement that is left half read would keep the copy from closing.
      work.return({ knownFrom: null, reached: 0, spans: [] });
      past.close();
    }
  },
};

/** How a story led a page, or null where another led. */
type Lead = { placed: Placed; by: string | null } | null;

/** What was seen of a page after an entry, or on a later day before the next. */
interface Seen {
  day: string;
  /** Null for what a day alone may have brought. */
  entry: PastEntry | null;
  lead: Lead;
}

/**
 * Goes back entry by entry. A page is looked at only where an entry changed it, and between two such entries on
 * the days on which something became due: on all others the same story led as before.
 */
function* follow(
  context: DeskContext,
  past: Past,
  systems: readonly SystemCode[],
  articleId: StoryId,
): Generator<void, { knownFrom: string | null; reached: number; spans: LedSpan[] }> {
  yield* past.copy();
  const entries = past.listEntries();
  const pages = systems.map((code) => ({ code, stoodUntil: today(context), seen: [] as Seen[] }));
  for (const [index, entry] of entries.entries()) {
    const isOldest = index === entries.length - 1;
    const changed = isOldest ? null : past.pagesChangedBy(entry.seq);
    for (const page of pages) {
      if (changed !== null && !changed.has(page.code)) continue;
      const look = (day: string): Lead => leadOf(context, past, page.code, articleId, day);
      const later = laterDays(context, past, page.code, entry.day, page.stoodUntil);
      // From the newest to the oldest, as the entries are gone through.
      for (const day of later.toReversed()) page.seen.push({ day, entry: null, lead: look(day) });
      page.seen.push({ day: entry.day, entry, lead: look(entry.day) });
      page.stoodUntil = entry.day;
      yield;
    }
    if (!isOldest) past.takeBack(entry.seq);
    yield;
  }
  const oldest = entries.at(-1);
  return {
    knownFrom: oldest?.day ?? null,
    reached: oldest?.seq ?? 0,
    spans: pages.flatMap(({ code, seen }) => spansOf(code, seen.reverse())),
  };
}

/** The days after an entry, up to one on which the page was changed again, that may have brought another lead. */
function laterDays(context: DeskContext, past: Past, code: SystemCode, after: string, upTo: string): string[] {
  const due = listDueDays(past.db, code, after, upTo);
  if (due === null) {
    const all: string[] = [];
    for (let day = nextDay(after); day <= upTo; day = nextDay(day)) all.push(day);
    return all;
  }
  // A system that begins or ends changes what is national on its page, and what others may borrow.
  const { register } = context.registerOf(past.db);
  const turns = register.everOn(upTo).flatMap(({ activeFrom, activeTo }) => {
    return activeTo === null ? [activeFrom] : [activeFrom, nextDay(activeTo)];
  });
  return [...new Set([...due, ...turns.filter((day) => day > after && day <= upTo)])].sort();
}

function leadOf(context: DeskContext, past: Past, code: SystemCode, articleId: StoryId, day: string): Lead {
  const { register } = context.registerOf(past.db);
  if (!register.has(code)) return null;
  const moment = momentOf(wallClock(context.clock()), day);
  const lead = slotsOf(resolvePage(past.db, register, code, moment))[0];
  if (lead?.item.articleId !== articleId) return null;
  return { placed: lead.placed, by: lead.item.placement?.by ?? null };
}

/** What was seen, in order of time, as stretches in which the story led in one way. */
function spansOf(system: SystemCode, seen: readonly Seen[]): LedSpan[] {
  const spans: LedSpan[] = [];
  let open: LedSpan | null = null;
  for (const { day, entry, lead } of seen) {
    if (open && lead && open.placed === lead.placed && open.by === lead.by) continue;
    if (open) {
      open.to = day;
      open.ended = entry ? stepOf(entry) : 'day';
      open = null;
    }
    if (!lead) continue;
    open = { system, from: day, to: null, ...lead, began: entry && stepOf(entry), ended: null };
    spans.push(open);
  }
  return spans;
}

function stepOf({ id, by, label }: PastEntry): { id: EntryId; by: string; label: string } {
  return { id: id as EntryId, by, label };
}
