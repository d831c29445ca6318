import type { PageSummary, System, SystemCode } from '../../../../shared/models.ts';
import { dayBefore } from '../../../../shared/words/days.ts';
import { type DeskContext, momentAsOf } from '../../context.ts';
import { getStory } from '../../stories/story-rows.ts';
import { countFiled, type FiledDay, listFiledDays } from './filed-stories.ts';
import { keptOfPage } from './page-cache.ts';
import { pageOf } from './page-reader.ts';
import { type ResolvedPage, slotsOf } from './resolve-page.ts';

/** How far back stories are counted by day: the twelve weeks of a sparkline. */
const DAYS_COUNTED = 84;

export interface SummedPage {
  page: ResolvedPage;
  summary: PageSummary;
  /** What was filed to the system lately, by day, the newest first. */
  filedDays: readonly FiledDay[];
}

/** Several pages as they stand, each exactly as it resolves by itself, and what they hold in figures. */
export function summarisePages(context: DeskContext, systems: readonly System[], asOf?: string): SummedPage[] {
  return systems.map(({ code }) => summarisePage(context, code, asOf));
}

export function summarisePage(context: DeskContext, code: SystemCode, asOf: string | undefined): SummedPage {
  return keptOfPage(context, code, 'sum', asOf, () => {
    const { db } = context.library;
    const moment = momentAsOf(context, asOf);
    const page = pageOf(context, code, asOf);
    const filedDays = listFiledDays(db, code, dayBefore(moment.day, DAYS_COUNTED - 1), moment);
    return { page, summary: toSummary(context, page, countFiled(db, code)), filedDays };
  });
}

function toSummary(context: DeskContext, page: ResolvedPage, filed: number): PageSummary {
  const { db } = context.library;
  const { code, slug, shortName, region, activeTo } = page.system;
  const slots = slotsOf(page);
  const count = (placed: 'pinned' | 'free' | 'filled') => slots.filter((slot) => slot.placed === placed).length;
  const lead = slots[0];
  const leadStory = lead ? getStory(db, lead.item.articleId) : null;
  return {
    code,
    slug,
    shortName,
    region,
    active: page.active,
    activeTo,
    filed,
    teasers: slots.length,
    pinned: count('pinned'),
    free: count('free'),
    filled: count('filled'),
    lead:
      lead && leadStory
        ? {
            headline: lead.item.placement?.words.headline ?? leadStory.headline,
            publishedAt: leadStory.publishedAt,
            placed: lead.placed,
          }
        : null,
  };
}

/** The register's systems on a day, in its order; with the former ones at the end for `ever`. */
export function systemsOf(context: DeskContext, day: string, scope: 'active' | 'ever'): System[] {
  return scope === 'ever' ? context.register.everOn(day) : context.register.activeOn(day);
}
