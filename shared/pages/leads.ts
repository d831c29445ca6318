import { z } from 'zod';
import { Day, EntryId, Placed, SystemCode } from '../models.ts';
import { nextDay } from '../words/days.ts';

const StepRef = z.object({ id: EntryId, by: z.string(), label: z.string() });

/** A period in which a story led a page, signed off or not. */
export const LedSpan = z.object({
  system: SystemCode,
  from: Day,
  /** The day another story took the lead, or the page became empty; null while it still leads. */
  to: Day.nullable(),
  /** How it was placed, and by which editor; null for a fill. */
  placed: Placed,
  by: z.string().nullable(),
  /** The step that made it the lead; null where a date did. */
  began: StepRef.nullable(),
  /** The step that ended it, during its last day; `day` when that day itself did; null while it still leads. */
  ended: z.union([StepRef, z.literal('day')]).nullable(),
});
export type LedSpan = z.infer<typeof LedSpan>;

/** Days on which it led at any time, each counted once. */
export function daysLed(spans: readonly Pick<LedSpan, 'from' | 'to' | 'ended'>[], today: string): number {
  const days = new Set<string>();
  for (const { from, to, ended } of spans) {
    days.add(from);
    const end = to ?? today;
    for (let day = nextDay(from); day < end || (day === end && ended !== 'day'); day = nextDay(day)) days.add(day);
  }
  return days.size;
}
