import { z } from 'zod';
import { Day, EntryId, Placed, SystemCode } from '../models.ts';
import { nextDay } from '../words/days.ts';

const StepRef = z.object({ id: EntryId, by: z.string(), label: z.string() });

/** A stretch for which a story led a page as the library stood, whether or not that was signed off. */
export const LedSpan = z.object({
  system: SystemCode,
  from: Day,
  /** The day another story took the lead, or the page was empty; null while it still leads. */
  to: Day.nullable(),
  /** How it stood there, and whose hand that was; null for one that the rule put there. */
  placed: Placed,
  by: z.string().nullable(),
  /** The step that brought it there; null where a day did. */
  began: StepRef.nullable(),
  /** The step that ended it, and so within its last day; or `day` for that day itself; null while it still leads. */
  ended: z.union([StepRef, z.literal('day')]).nullable(),
});
export type LedSpan = z.infer<typeof LedSpan>;

/** Days on which it led at some time, each counted once. */
export function daysLed(spans: readonly Pick<LedSpan, 'from' | 'to' | 'ended'>[], today: string): number {
  const days = new Set<string>();
  for (const { from, to, ended } of spans) {
    days.add(from);
    const end = to ?? today;
    for (let day = nextDay(from); day < end || (day === end && ended !== 'day'); day = nextDay(day)) days.add(day);
  }
  return days.size;
}
