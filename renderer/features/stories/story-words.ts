import { counted } from '../../../shared/words/counted.ts';
import { longDay } from '../../../shared/words/day-words.ts';

/** `19 November 2026`, or `19 November 2026, 06:00` where the time is known. */
export function formatMoment(moment: string): string {
  const time = moment.slice(11, 16);
  return time ? `${longDay(moment)}, ${time}` : longDay(moment);
}

/** Announces the result of a search or filter. */
export function formatFound(total: number): string {
  if (total === 0) return 'No story matches.';
  return counted(total, 'story found.', 'stories found.');
}
