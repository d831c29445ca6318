import { longDay } from '../../../shared/day-words.ts';

/** `19 November 2026`, or `19 November 2026, 06:00` where the time is known. */
export function momentWords(moment: string): string {
  const time = moment.slice(11, 16);
  return time ? `${longDay(moment)}, ${time}` : longDay(moment);
}
