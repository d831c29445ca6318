import { z } from 'zod';
import { Candidate } from '../models.ts';

/** Nobody can keep an overview of a longer list. */
export const SHELF_LIMIT = 500;

/** A story on the shelf; `position` and `placed` are those on the page that the list is for. */
export const ShelfStory = Candidate.extend({
  by: z.string(),
  at: z.string(),
  /** Its sort value on the shelf, to be compared and nothing else. */
  rank: z.string().optional(),
});
export type ShelfStory = z.infer<typeof ShelfStory>;
