import { DeskError } from '../../../shared/errors.ts';
import type { CoverageSystem } from '../../../shared/pages/board.ts';
import { daysBetween } from '../../../shared/words/day-words.ts';
import { momentAsOf, today } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { summarisePages } from '../pages/layout/page-summaries.ts';
import { countOverview } from '../stories/overview.ts';
import { mapOn } from '../systems/boundaries.ts';
import { countCoverage } from './coverage-counts.ts';

export const coverageHandlers: Handlers<'coverage.get' | 'coverage.map'> = {
  'coverage.get': (context, { from, to }) => {
    if (from > to)
      throw new DeskError(
        'bad-call',
        'The first day of the window is after its last. Choose a first day on or before the last.',
      );
    const { db } = context.library;
    const systems = context.register.activeOn(to);
    const codes = systems.map(({ code }) => code);
    const counts = countCoverage(db, codes, from, to, momentAsOf(context, to));
    const filings = codes.reduce((sum, code) => sum + (counts.systems.get(code)?.stories ?? 0), 0);
    const pages = summarisePages(context, systems, to);
    return {
      from,
      to,
      systems: pages.map(({ summary: { code, lead } }): CoverageSystem => {
        const { stories, undated, unreviewed } = counts.systems.get(code) ?? { stories: 0, undated: 0, unreviewed: 0 };
        return {
          code,
          stories,
          undated,
          unreviewed,
          share: filings === 0 ? 0 : stories / filings,
          lead: lead === null ? 'none' : lead.publishedAt === null ? 'undated' : 'dated',
          leadAgeDays: lead?.publishedAt ? daysBetween(lead.publishedAt, to) : null,
        };
      }),
      totals: counts.totals,
      backlog: countOverview(db).unreviewed,
    };
  },

  'coverage.map': (context, { asOf }) => mapOn(context.resourcesPath, asOf ?? today(context)),
};
