import { z } from 'zod';
import { Candidate } from '../models.ts';

/** More than this is no longer a list that anybody oversees. */
export const SHELF_LIMIT = 500;

/** A story that an editor has put aside; `position` and `placed` are those on the page it is listed for. */
export const ShelfStory = Candidate.extend({ by: z.string(), at: z.string() });
export type ShelfStory = z.infer<typeof ShelfStory>;
