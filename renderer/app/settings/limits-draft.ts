import type { PageLimits } from '../../../shared/pages/checks.ts';

/** LimitsDraft holds the limits as typed, so a field may be empty or wrong. */
export type LimitsDraft = Record<keyof PageLimits, string>;

export const LIMIT_FIELDS: readonly { id: keyof PageLimits; label: string; least: number; most: number }[] = [
  { id: 'headline', label: 'Longest headline, in characters', least: 10, most: 1000 },
  { id: 'standfirst', label: 'Longest standfirst, in characters', least: 10, most: 5000 },
  { id: 'leadDays', label: 'A lead is stale after, in days', least: 1, most: 3650 },
  { id: 'fewest', label: 'Fewest teasers on a page', least: 1, most: 200 },
];

export function toLimitsDraft({ headline, standfirst, leadDays, fewest }: PageLimits): LimitsDraft {
  return {
    headline: String(headline),
    standfirst: String(standfirst),
    leadDays: String(leadDays),
    fewest: String(fewest),
  };
}

/** Returns what is wrong with one field as a sentence, or null. */
export function limitRefusal(draft: LimitsDraft, id: keyof PageLimits): string | null {
  const field = LIMIT_FIELDS.find((one) => one.id === id);
  if (!field) return null;
  const text = draft[id].trim();
  const value = Number(text);
  const isRight = /^\d{1,5}$/.test(text) && value >= field.least && value <= field.most;
  return isRight ? null : `Type a number from ${field.least} to ${field.most}.`;
}

/** Returns the typed limits, or null while one of them is wrong. */
export function readLimits(draft: LimitsDraft): PageLimits | null {
  if (LIMIT_FIELDS.some(({ id }) => limitRefusal(draft, id) !== null)) return null;
  return {
    headline: Number(draft.headline),
    standfirst: Number(draft.standfirst),
    leadDays: Number(draft.leadDays),
    fewest: Number(draft.fewest),
  };
}
