import { z } from 'zod';
import { Day, StoryId, SystemCode } from '../models.ts';

/**
 * A story on a page as an editor saw it, for a write that must not overwrite what somebody else did meanwhile. All of it
 * is optional: what is left out is not compared. The values are those of `pages.get`.
 */
export const SeenTeaser = z
  .object({
    /** `off` is taken off; null is not on the page. */
    placed: z.enum(['pinned', 'free', 'filled', 'off']).nullable(),
    zoneId: z.string().nullable(),
    pinNumber: z.number().int().nullable(),
    rank: z.string().nullable(),
    /** The story directly above it on the page; null for the lead. */
    above: StoryId.nullable(),
    headline: z.string().nullable(),
    standfirst: z.string().nullable(),
    kicker: z.string().nullable(),
    alt: z.string().nullable(),
    /** The `src` that shows. */
    image: z.string().nullable(),
    from: Day.nullable(),
    until: Day.nullable(),
  })
  .partial();
export type SeenTeaser = z.infer<typeof SeenTeaser>;

export const SeenTeasers = z.partialRecord(StoryId, SeenTeaser);
export type SeenTeasers = z.infer<typeof SeenTeasers>;

/** One story on several pages. */
export const SeenOnPages = z.partialRecord(SystemCode, SeenTeaser);
