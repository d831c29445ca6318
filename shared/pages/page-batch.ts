import { z } from 'zod';
import { Placed, StoryId, SystemCode, WaitingPlacement } from '../models.ts';
import { PageConsequence } from '../tagging/suggestions.ts';

/** What can be done to one story on several pages at once. Each says what it does: none of them turns a state round. */
export const PAGE_ACTIONS = ['place', 'pin', 'takeOff', 'release'] as const;
export const PageAction = z.enum(PAGE_ACTIONS);
export type PageAction = z.infer<typeof PageAction>;

export const PageBatch = z.object({
  articleId: StoryId,
  systems: z.array(SystemCode).min(1).max(100),
  action: PageAction,
  /** The number to place or pin at. Without it: where the story stands already, else (to place only) on top. */
  position: z.number().int().min(1).max(1000).optional(),
});

/** Why a story is not seen on a page: its placement waits, the rules pass it by, or a twin of it stands there. */
export const Absence = z.enum([
  ...WaitingPlacement.shape.why.options,
  'only-mentioned',
  'left-out',
  'twin',
  'not-filed',
]);
export type Absence = z.infer<typeof Absence>;

/** A page that a story is filed to or that an editor has decided about. */
export const StoryPage = z.object({
  code: SystemCode,
  active: z.boolean(),
  /** What brings it there by rule; null when only an editor's decision does. */
  filed: z.enum(['about', 'affects', 'mentioned', 'national']).nullable(),
  position: z.number().int().nullable(),
  placed: Placed.nullable(),
  /** Set exactly when it has no position. */
  absent: Absence.nullable(),
  /** Who decided; null where no editor did. */
  by: z.string().nullable(),
  reworded: z.boolean(),
});
export type StoryPage = z.infer<typeof StoryPage>;

/** What other zones would do to one page. */
export const ZoneOutlook = PageConsequence.extend({
  /** Teasers that leave the page; one that waits was placed by an editor and is listed there. */
  gone: z.array(z.object({ headline: z.string(), from: z.number().int(), waits: z.boolean() })),
  /** Teasers that come in. */
  come: z.array(z.object({ headline: z.string(), to: z.number().int() })),
  /** Teasers that stay on the page at another number. */
  shift: z.array(z.object({ headline: z.string(), from: z.number().int(), to: z.number().int() })),
  /** Names of zones, on a page of several, in which nothing would stand any more, or in new ones from the start. */
  empty: z.array(z.string()),
});
export type ZoneOutlook = z.infer<typeof ZoneOutlook>;

/** Where else a story stands: the pages in the order of their names, with its number on each. */
export const StoryElsewhere = z.object({
  id: StoryId,
  on: z.array(z.object({ code: SystemCode, position: z.number().int() })),
});
export type StoryElsewhere = z.infer<typeof StoryElsewhere>;

const Spot = z.object({ position: z.number().int(), placed: Placed });

/** What a step would do to one page. */
export const PageOutlook = ZoneOutlook.extend({
  /** Why it cannot be done here, in a sentence; then nothing else changes. */
  refusal: z.string().nullable(),
  before: Spot.nullable(),
  after: Spot.nullable(),
  /** Why the story would not be seen although it is placed. */
  waits: WaitingPlacement.shape.why.nullable(),
});
export type PageOutlook = z.infer<typeof PageOutlook>;

/** A story taken off a page, and how it stood there. */
export const TrayStory = z.object({
  articleId: StoryId,
  headline: z.string(),
  by: z.string(),
  /** When; null where the history does not say. */
  at: z.string().nullable(),
  stood: Placed,
  pinNumber: z.number().int().nullable(),
});
export type TrayStory = z.infer<typeof TrayStory>;
