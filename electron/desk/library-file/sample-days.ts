import { dayBefore } from '../../../shared/words/days.ts';

/** The day of the newest story in resources/sample/stories.jsonl. */
const NEWEST_IN_FILE = '2026-11-20';

/** Stories up to this day keep their dates: systems ended and began in April 2026, and the stories say so. */
const LAST_KEPT_DAY = '2026-04-30';

/** The day of the newest story in a sample made on a day: the day before, but never earlier than in the file. */
export function newestSampleDay(madeOn: string): string {
  const yesterday = dayBefore(madeOn, 1);
  return yesterday > NEWEST_IN_FILE ? yesterday : NEWEST_IN_FILE;
}

/** By how many days the dates of a sample move that is made on a day. */
export function daysToMoveSample(madeOn: string): number {
  return Math.round((Date.parse(newestSampleDay(madeOn)) - Date.parse(NEWEST_IN_FILE)) / 86_400_000);
}

/** A day or time of the file, as it is in the sample. */
export function moveSampleDay(at: string | null, days: number): string | null {
  if (at === null || at.slice(0, 10) <= LAST_KEPT_DAY) return at;
  return dayBefore(at.slice(0, 10), -days) + at.slice(10);
}
