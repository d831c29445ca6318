import { z } from 'zod';
import { StoryId, SystemCode } from '../models.ts';
import { SeenTeasers } from './seen-teaser.ts';

/** What can be done to several teasers of a page at once. Each says what it does: none of them turns a state round. */
const TEASER_ACTIONS = ['pin', 'unpin', 'takeOff', 'release'] as const;
export const TeaserAction = z.enum(TEASER_ACTIONS);
export type TeaserAction = z.infer<typeof TeaserAction>;

/** Each as its editor saw it: a step that would overwrite anything else is a `conflict`. */
const seen = SeenTeasers.optional();
/** More than any page shows. */
const teasers = z.array(StoryId).min(1).max(500);
/** The number that the first of them takes: of the page, or with a zone within that zone. */
const where = { position: z.number().int().min(1), zoneId: z.string().optional() };

export const MoveTeasers = z.object({ system: SystemCode, articleIds: teasers, seen, ...where });
export const ActOnTeasers = z.object({ system: SystemCode, articleIds: teasers, action: TeaserAction, seen });
export const PasteTeasers = z.object({
  system: SystemCode,
  ...where,
  /** The page they were copied or cut from: its words come along. */
  from: SystemCode,
  /** Whether they leave that page. */
  cut: z.boolean(),
  /** In the order they are to stand. */
  articleIds: teasers,
  /** On the page they come to. */
  seen,
  /** On the page they were copied or cut from. */
  seenThere: seen,
});

/** A teaser that a step brought to the page, or that it pushed off. */
export const MovedTeaser = z.object({
  articleId: StoryId,
  headline: z.string(),
  /** Its number before; null where it was not on the page. */
  from: z.number().int().nullable(),
  /** Its number now; null where it is not on the page any more. */
  to: z.number().int().nullable(),
  /** Not on the page, but kept: an editor placed it, and it comes back when there is room. */
  waits: z.boolean(),
});
export type MovedTeaser = z.infer<typeof MovedTeaser>;
