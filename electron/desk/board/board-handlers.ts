import type { SystemCode } from '../../../shared/models.ts';
import type { BoardPending, BoardRow } from '../../../shared/pages/board.ts';
import { BOARD_WEEKS } from '../../../shared/pages/board.ts';
import { daysBetween } from '../../../shared/words/day-words.ts';
import { dayBefore } from '../../../shared/words/days.ts';
import { checkStillOpen, type DeskContext, today } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { listUnreviewed } from '../offers/suggestible-stories.ts';
import { offersFor, suggesterOf } from '../offers/suggestions.ts';
import { keptOfPage } from '../pages/layout/page-cache.ts';
import { type SummedPage, summarisePage, systemsOf } from '../pages/layout/page-summaries.ts';
import { slotsOf } from '../pages/layout/resolve-page.ts';
import { countFeedingAmong, countWaitingBySystem } from './board-counts.ts';

const RECENT_DAYS = 30;
/** Reading a story takes a moment, and editors care about the newest. */
const STORIES_READ = 300;
/** Other calls get a turn after this many, so that the window never waits for the whole list. */
const STORIES_AT_ONCE = 10;

export const boardHandlers: Handlers<'board.get' | 'board.pending'> = {
  'board.get': (context, { asOf, scope }) => {
    const day = asOf ?? today(context);
    return { day, rows: systemsOf(context, day, scope).map(({ code }) => boardRow(context, code, asOf)) };
  },

  'board.pending': async (context) => {
    const { library } = context;
    const waiting = countWaitingBySystem(library.db);
    const { total, stories } = listUnreviewed(library.db, STORIES_READ, 0);
    const offered = new Map<SystemCode, number>();
    for (let start = 0; start < stories.length; start += STORIES_AT_ONCE) {
      if (start > 0) await new Promise(setImmediate);
      checkStillOpen(context, library);
      const suggester = suggesterOf(context, undefined);
      for (const story of stories.slice(start, start + STORIES_AT_ONCE)) {
        for (const { code, state } of offersFor(suggester, story).offers) {
          if (state === 'pending') offered.set(code, (offered.get(code) ?? 0) + 1);
        }
      }
    }
    const codes = [...new Set([...waiting.keys(), ...offered.keys()])].sort();
    const systems = codes.map(
      (code): BoardPending => ({ code, waiting: waiting.get(code) ?? 0, offered: offered.get(code) ?? 0 }),
    );
    return { total, read: stories.length, systems };
  },
};

function boardRow(context: DeskContext, code: SystemCode, asOf?: string): BoardRow {
  return keptOfPage(context, code, 'row', asOf, () => toBoardRow(context, summarisePage(context, code, asOf)));
}

/**
 * Prepares the board's rows one by one with a pause after each, so that the board opens at once and no call waits for
 * more than one row. Returns the function that stops it.
 */
export function prepareBoard(context: DeskContext, restMs: number): () => void {
  const { library } = context;
  const codes = systemsOf(context, today(context), 'ever').map(({ code }) => code);
  let timer: NodeJS.Timeout | undefined;
  const prepareNext = () => {
    const code = codes.shift();
    if (code === undefined || context.library !== library) return;
    try {
      boardRow(context, code);
    } catch (error) {
      // The call that needs the row meets the same error and reports it to the editor.
      context.log(`preparing the board failed: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    timer = setTimeout(prepareNext, restMs);
  };
  timer = setTimeout(prepareNext, restMs);
  return () => clearTimeout(timer);
}

function toBoardRow(context: DeskContext, { page, summary, filedDays }: SummedPage): BoardRow {
  const { db } = context.library;
  const { day } = page.moment;
  const strengths = [...new Set(page.zones.flatMap((zone) => zone.rule.strengths))];
  const since = dayBefore(day, RECENT_DAYS - 1);
  const recent = { days7: 0, days30: 0, undated30: 0 };
  const weeks = Array.from({ length: BOARD_WEEKS }, () => 0);
  let feeding = 0;
  for (const filed of filedDays) {
    const age = daysBetween(filed.day, day);
    const week = BOARD_WEEKS - 1 - Math.floor(age / 7);
    weeks[week] = (weeks[week] ?? 0) + filed.stories;
    if (age < 7) recent.days7 += filed.stories;
    if (age >= RECENT_DAYS) continue;
    recent.days30 += filed.stories;
    recent.undated30 += filed.undated;
    for (const strength of strengths) feeding += filed[strength];
  }
  const slots = slotsOf(page);
  const lead = slots[0];
  const takenOff = page.waiting.filter(({ why }) => why === 'taken-off');
  const settled = [...slots.map(({ item }) => item.articleId), ...takenOff.map(({ placement }) => placement.articleId)];
  return {
    ...summary,
    successors: page.active ? [] : page.system.successors,
    lead:
      lead && summary.lead
        ? {
            ...summary.lead,
            articleId: lead.item.articleId,
            ageDays: summary.lead.publishedAt === null ? null : daysBetween(summary.lead.publishedAt, day),
            scope: lead.item.scope,
          }
        : null,
    recent,
    unplaced: feeding - countFeedingAmong(db, page.system.code, settled, strengths, since, page.moment),
    gaps: {
      places: page.zones.reduce((sum, zone) => sum + zone.limit - zone.slots.length, 0),
      pins: page.waiting.filter(
        ({ placement, why }) => placement.standing === 'pinned' && (why === 'withdrawn' || why === 'over'),
      ).length,
    },
    weeks,
  };
}
