import {
  type Candidate,
  type PageView,
  STRENGTHS,
  type StoryId,
  type SystemCode,
  type WaitingPlacement,
} from '../../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../../shared/pages/fill-rules.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { openPageOf } from '../open-page.ts';
import { scheduleTeaser } from '../reword/reword-actions.ts';
import { releaseStory } from './page-actions.ts';
import { writeOnPage } from './page-messages.ts';

/** What an editor does about a pinned story that does not show, and leaves a gap at its number. */

export const GAP_FIXES = ['release', 'open-days', 'replace'] as const;
export type GapFix = (typeof GAP_FIXES)[number];

const GAP_REASONS = ['withdrawn', 'embargoed', 'not-out-yet', 'over'] as const;
type GapReason = (typeof GAP_REASONS)[number];
export type Gap = WaitingPlacement & { why: GapReason; pinNumber: number };

/** A future start date is deliberate, and "no room" is reported elsewhere. Only the other reasons show as a gap. */
export function isGap(placement: WaitingPlacement): placement is Gap {
  const reasons: readonly string[] = GAP_REASONS;
  return placement.standing === 'pinned' && placement.pinNumber !== null && reasons.includes(placement.why);
}

/** The first is the one a key does. */
export function gapFixes({ why }: Pick<Gap, 'why'>): readonly GapFix[] {
  return why === 'over' ? ['release', 'open-days', 'replace'] : ['release', 'replace'];
}

/** The gap that has the focus. */
export function openGapOf(state: AppState): { system: SystemCode; gap: Gap } | null {
  const open = openPageOf(state);
  const id = state.session.getState().gap;
  const gap = open?.page.waiting.filter(isGap).find(({ articleId }) => articleId === id);
  return open && gap ? { system: open.system, gap } : null;
}

/**
 * The candidate that fits the gap best, among those that are out and that nobody has decided about: by the rule of the
 * gap's zone, but local stories before national ones, because the gap is an editor's place. The newest of equals.
 */
export function nextBest(
  stories: readonly Candidate[],
  page: Pick<PageView, 'system' | 'asOf' | 'waiting' | 'zones'>,
  gap: Pick<Gap, 'zoneId'>,
): Candidate | null {
  const { asOf: today, waiting } = page;
  const rule = page.zones.find(({ id }) => id === gap.zoneId)?.rule ?? DEFAULT_RULE;
  const decided = new Set<string>(waiting.map(({ articleId }) => articleId));
  const free = stories.filter(
    ({ id, position, withdrawn, embargoUntil, publishedAt }) =>
      position === null &&
      !decided.has(id) &&
      !withdrawn &&
      (embargoUntil === null || embargoUntil.slice(0, 10) < today) &&
      (publishedAt === null || publishedAt.slice(0, 10) <= today),
  );
  const fitOf = ({ national, systems }: Candidate) => {
    const here = systems.find(({ code }) => code === page.system.code);
    const isFed = here !== undefined && rule.strengths.includes(here.strength) && rule.national !== 'only';
    if (isFed) return STRENGTHS.length - STRENGTHS.indexOf(here.strength) + 1;
    return national && rule.national !== 'without' ? 1 : 0;
  };
  // The sort is stable: what came first, the newest, stays first among equals.
  return free.toSorted((a, b) => fitOf(b) - fitOf(a))[0] ?? null;
}

export async function fixGap(
  state: AppState,
  system: SystemCode,
  gap: Gap,
  fix: GapFix,
  by: { articleId: StoryId; headline: string } | null,
): Promise<void> {
  const { articleId } = gap;
  switch (fix) {
    case 'release':
      return releaseStory(state, system, articleId);
    case 'open-days':
      await scheduleTeaser(state, system, articleId, { from: null, until: null });
      return;
    case 'replace': {
      if (!by) {
        state.session.getState().notify('No other story can fill the gap. Let the zone fill it instead.');
        return;
      }
      const message = `Pinned in its place: ${by.headline}`;
      const input = { system, articleId, by: by.articleId };
      const written = await writeOnPage(state, 'pages.replaceGap', input, { message, own: [articleId, by.articleId] });
      if (written) state.session.getState().setTeaser(by.articleId);
    }
  }
}
