import type { Coverage, CoverageSystem } from '../../../shared/pages/board.ts';
import { formatCheckCounts } from '../../../shared/pages/checks.ts';
import { counted } from '../../../shared/words/counted.ts';
import { dayBefore } from '../../../shared/words/days.ts';
import type { CoverageWindow, Measure } from './coverage-slice.ts';

/** CoveredSystem is a system on the map. `checks` is null until they are counted. */
export interface CoveredSystem extends CoverageSystem {
  checks: { errors: number; warnings: number } | null;
}

export function withChecks(
  systems: readonly CoverageSystem[],
  checks: readonly { code: string; errors: number; warnings: number }[] | undefined,
): CoveredSystem[] {
  const byCode = new Map(checks?.map(({ code, errors, warnings }) => [code, { errors, warnings }]));
  return systems.map((system) => ({ ...system, checks: byCode.get(system.code) ?? null }));
}

/** Returns the days of a window; null while the chosen dates are not a valid range. */
export function daysOf(
  window: CoverageWindow,
  dates: { from: string; to: string },
  today: string,
): { from: string; to: string } | null {
  if (window !== 'dates') return { from: dayBefore(today, Number(window) - 1), to: today };
  const isWhole = [dates.from, dates.to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return isWhole && dates.from <= dates.to ? dates : null;
}

/** Returns the figure that colours a system; null where there is none, as for a lead without a date. */
export function figureOf(system: CoveredSystem, measure: Measure): number | null {
  if (measure === 'age') return system.leadAgeDays;
  if (measure === 'checks') return system.checks && system.checks.errors + system.checks.warnings;
  return measure === 'stories' ? system.stories : system.unreviewed;
}

/**
 * Steps of the scale from light to dark. `none` and `undated` are patterns, so that they never look like a low
 * figure.
 */
export type Step = 'none' | 'undated' | 1 | 2 | 3 | 4;

const STEPS = [1, 2, 3, 4] as const;

export interface Scale {
  /** The lowest figure of each of the four steps, rising. */
  from: readonly number[];
  measure: Measure;
  /** The highest figure. */
  most: number;
}

/**
 * Makes four steps of equal width up to the highest figure. Ages have fixed steps: a week means the same on every
 * map.
 */
export function scaleOf(systems: readonly CoveredSystem[], measure: Measure): Scale {
  const most = Math.max(0, ...systems.map((system) => figureOf(system, measure) ?? 0));
  if (measure === 'age') return { from: [0, 4, 8, 15], measure, most };
  const width = Math.max(1, Math.ceil(most / 4));
  return { from: [1, width + 1, 2 * width + 1, 3 * width + 1], measure, most };
}

export function stepOf(system: CoveredSystem, scale: Scale): Step {
  if (scale.measure === 'age' && system.lead !== 'dated') return system.lead === 'none' ? 'none' : 'undated';
  const figure = Math.max(0, figureOf(system, scale.measure) ?? 0);
  return STEPS.findLast((step) => figure >= (scale.from[step - 1] ?? 0)) ?? 'none';
}

/** Explains each step in words. Steps that no figure reaches are left out. */
export function legendOf(scale: Scale): { step: Step; words: string }[] {
  const { from, measure, most } = scale;
  const unit = measure === 'age' ? ' days' : '';
  const steps = STEPS.filter((step) => measure === 'age' || (from[step - 1] ?? 0) <= most).map((step) => {
    const low = from[step - 1] ?? 0;
    const next = from[step];
    const words = next === undefined ? `${low} or more` : next - 1 === low ? `${low}` : `${low} to ${next - 1}`;
    return { step, words: words + unit };
  });
  if (measure !== 'age') return [{ step: 'none', words: 'none' }, ...steps];
  return [...steps, { step: 'undated', words: 'undated' }, { step: 'none', words: 'empty page' }];
}

/** The text on an area or a tile. */
export function shortFigure(system: CoveredSystem, measure: Measure): string {
  if (measure === 'age' && system.lead !== 'dated') return system.lead === 'undated' ? '?' : '–';
  if (measure === 'checks' && system.checks === null) return '…';
  return String(figureOf(system, measure) ?? 0);
}

function formatLeadAge(system: CoveredSystem): string {
  if (system.lead === 'none') return 'empty page';
  if (system.leadAgeDays === null) return 'lead has no date';
  if (system.leadAgeDays < 1) return 'lead of the last day';
  return `lead ${counted(system.leadAgeDays, 'day old', 'days old')}`;
}

/** The lead's age for a column whose heading already names the lead. */
export function leadAge({ lead, leadAgeDays }: CoveredSystem): string {
  if (lead === 'none') return 'empty page';
  if (leadAgeDays === null) return 'undated';
  return counted(leadAgeDays, 'day', 'days');
}

/** Everything about one system, as the accessible name of its area. */
export function formatArea(name: string, system: CoveredSystem): string {
  const stories = counted(system.stories, 'story', 'stories');
  const undated = system.undated === 0 ? '' : `, ${number(system.undated)} of them undated`;
  return `${name}: ${stories}${undated}, ${percent(system.share)} of all filings, ${number(system.unreviewed)} not reviewed, ${formatLeadAge(system)}, ${formatSystemChecks(system)}`;
}

/** `2 errors, 1 warning`. */
export function formatSystemChecks({ checks }: CoveredSystem): string {
  return checks === null ? 'checks not counted yet' : formatCheckCounts(checks);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** A system's share compared with an even share, as `1.8 ×`. */
export function formatEvenShare(share: number, systems: number): string {
  if (share === 0) return 'none';
  return `${(share * systems).toFixed(1)} ×`;
}

/** Warns that a low figure may only mean unread stories; null where everything is reviewed. */
export function formatBacklog({ totals, backlog }: Coverage): string | null {
  if (backlog === 0) return null;
  const days =
    totals.unreviewed === 0
      ? 'Every story of these days is reviewed'
      : `${counted(totals.unreviewed, 'story of these days is', 'stories of these days are')} not reviewed yet, ${number(totals.unreviewedUnfiled)} of them filed nowhere`;
  return `${days}; ${counted(backlog, 'story waits', 'stories wait')} in the whole queue. A low figure may only mean that stories are still unread.`;
}

/** The figures that the map cannot show. */
export function formatUnmapped({ totals }: Coverage): string {
  const parts = [
    `${counted(totals.stories, 'story', 'stories')} came out in these days: ${number(totals.filed)} filed to a system here`,
    `${number(totals.national)} national`,
    totals.elsewhere > 0 ? `${number(totals.elsewhere)} filed only to former or future systems` : null,
    `${number(totals.unfiled)} filed nowhere`,
  ];
  return `${parts.filter(Boolean).join(', ')}. A story filed to two systems counts for both.`;
}

export function number(value: number): string {
  return value.toLocaleString('en-GB');
}
