import { z } from 'zod';
import { Day, EntryId } from '../models.ts';
import { MovedTeaser } from '../pages/teaser-batch.ts';

/**
 * One method of the contract. `kind` is `read`, `write` (goes into the history), `effect` (changes something outside
 * the history: settings, files, the open library) or `door` (answered by the door, never by the desk).
 */
export function method<K extends 'read' | 'write' | 'effect' | 'door', I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) {
  return { kind, input, output };
}

export const nothing = z.object({});
export const asOf = Day.optional();

/** What every write returns: its history entry, or null when nothing changed. */
export const Written = z.object({
  entry: z.object({ id: EntryId, label: z.string() }).nullable(),
  /** How many stories, placements or other things the step changed. */
  changed: z.number().int(),
});
export type Written = z.infer<typeof Written>;

/** What a step on one page returns; `moved` lists the teasers that came to the page or left it. */
export const PageWritten = Written.extend({ moved: z.array(MovedTeaser).optional() });
export type PageWritten = z.infer<typeof PageWritten>;
