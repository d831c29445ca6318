import type { SystemCode } from '../../../shared/models.ts';
import { daysLed, type LedSpan } from '../../../shared/pages/leads.ts';
import type { LeadSpan } from '../../../shared/pages/versions.ts';
import { counted } from '../../../shared/words/counted.ts';
import { longDay } from '../../../shared/words/day-words.ts';

/** Words about leads: on which pages a story led, for how long, and who decided it. */

export interface LedPage {
  system: SystemCode;
  /** Days on which it led there for any time. */
  days: number;
  spans: LedSpan[];
}

/** Groups the spans by page, the longest lead first. */
export function ledPages(spans: readonly LedSpan[], today: string): LedPage[] {
  return [...Map.groupBy(spans, ({ system }) => system)]
    .map(([system, own]) => ({ system, days: daysLed(own, today), spans: own }))
    .sort((a, b) => b.days - a.days || (a.system < b.system ? -1 : 1));
}

/** `Led Devon on 3 days`. */
export function formatLedTotal(name: string, days: number): string {
  return `Led ${name} on ${counted(days, 'day', 'days')}`;
}

/** `from 23 November 2026 until 25 November 2026, pinned by A. Marlowe`. */
export function formatLedSpan({ from, to, placed, by }: LedSpan): string {
  const how =
    by === null || placed === 'filled' ? 'filled by the zone' : `${placed === 'pinned' ? 'pinned' : 'placed'} by ${by}`;
  if (to === null) return `since ${longDay(from)}, ${how}`;
  return from === to ? `on ${longDay(from)}, ${how}` : `from ${longDay(from)} until ${longDay(to)}, ${how}`;
}

/** Says how far back the history goes, when it does not cover everything. */
export function formatHistoryReach({
  knownFrom,
  isWhole,
}: {
  knownFrom: string | null;
  isWhole: boolean;
}): string | null {
  if (isWhole || knownFrom === null) return null;
  return `The history goes back to ${longDay(knownFrom)}; earlier leads are not known.`;
}

/** `23 November 2026 until 25 November 2026`, or `since 23 November 2026`. */
export function formatLeadSpan({ from, to }: LeadSpan): string {
  if (to === null) return `since ${longDay(from)}`;
  return from === to ? `on ${longDay(from)}` : `${longDay(from)} until ${longDay(to)}`;
}
