import { z } from 'zod';
import { Door, EntryId } from './models.ts';

/**
 * A write was refused because somebody changed the same field meanwhile. It carries what the editor saw, what the field
 * holds now and what the editor wanted, so that a door can show both and save again.
 */
export const Conflict = z.object({
  /** In words: `“A ward opens” on Devon`, `the zones of Devon`. */
  what: z.string(),
  fields: z.array(z.object({ field: z.string(), seen: z.json(), theirs: z.json(), yours: z.json() })).min(1),
  /** Who made the newest change of them, from the history; null for what the history does not record. */
  by: z.string().nullable(),
  at: z.string().nullable(),
  door: Door.nullable(),
});
export type Conflict = z.infer<typeof Conflict>;
export type ConflictField = Conflict['fields'][number];

/** The step that an undo or a redo asks about, because it was made elsewhere. */
export const StepElsewhere = z.object({
  id: EntryId,
  label: z.string(),
  by: z.string(),
  at: z.string(),
  door: Door,
});
export type StepElsewhere = z.infer<typeof StepElsewhere>;
