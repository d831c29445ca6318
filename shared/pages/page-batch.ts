import { z } from 'zod';
import { Placed, StoryId, SystemCode, WaitingPlacement } from '../models.ts';
import { PageConsequence } from '../tagging/suggestions.ts';
import { SeenOnPages } from './seen-teaser.ts';

/** Actions on one story on several pages at once. None of them toggles: each has one fixed result. */
export const PAGE_ACTIONS = ['place', 'pin', 'takeOff', 'release'] as const;
export const PageAction = z.enum(PAGE_ACTIONS);
export type PageAction = z.infer<typeof PageAction>;

export const PageBatch = z.object({
  articleId: StoryId,
  systems: z.array(SystemCode).min(1).max(100),
  action: PageAction,
  /** The number to place or pin at. Without it the story stays at its number, or (for `place` only) goes on top. */
  position: z.number().int().min(1).max(1000).optional(),
  /** The story on each page as the editor saw it there: a step that would overwrite anything else is a `conflict`. */
  seen: SeenOnPages.optional(),
});

/** Why a story does not show on a page: its placement waits, the rules leave it out, or a duplicate shows instead. */
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
  /** Why the rule may show it here; null when only an editor's decision does. */
  filed: z.enum(['about', 'affects', 'mentioned', 'national']).nullable(),
  position: z.number().int().nullable(),
  placed: Placed.nullable(),
  /** Set exactly when it has no position. */
  absent: Absence.nullable(),
  /** The editor who decided; null where none did. */
  by: z.string().nullable(),
  reworded: z.boolean(),
});
export type StoryPage = z.infer<typeof StoryPage>;

/** What other zones would do to one page. */
export const ZoneOutlook = PageConsequence.extend({
  /** Teasers that leave the page. Those with `waits` were placed by an editor and stay in the waiting list. */
  gone: z.array(z.object({ headline: z.string(), from: z.number().int(), waits: z.boolean() })),
  /** Teasers that come to the page. */
  come: z.array(z.object({ headline: z.string(), to: z.number().int() })),
  /** Teasers that stay on the page under another number. */
  shift: z.array(z.object({ headline: z.string(), from: z.number().int(), to: z.number().int() })),
  /** Names of zones, on a page with several, that would become empty, or new ones that would start empty. */
  empty: z.array(z.string()),
});
export type ZoneOutlook = z.infer<typeof ZoneOutlook>;

/** Other pages that show a story, ordered by name, with its number on each. */
export const StoryElsewhere = z.object({
  id: StoryId,
  on: z.array(z.object({ code: SystemCode, position: z.number().int() })),
});
export type StoryElsewhere = z.infer<typeof StoryElsewhere>;

const Spot = z.object({ position: z.number().int(), placed: Placed });

/** What a step would do to one page. */
export const PageOutlook = ZoneOutlook.extend({
  /** Why this page refuses, as a sentence; then nothing on it changes. */
  refusal: z.string().nullable(),
  before: Spot.nullable(),
  after: Spot.nullable(),
  /** Why the story would not show although it is placed. */
  waits: WaitingPlacement.shape.why.nullable(),
});
export type PageOutlook = z.infer<typeof PageOutlook>;

/** A story taken off a page, and how it was placed. */
export const TrayStory = z.object({
  articleId: StoryId,
  headline: z.string(),
  by: z.string(),
  /** When it was taken off; null where the history does not reach back. */
  at: z.string().nullable(),
  stood: Placed,
  pinNumber: z.number().int().nullable(),
});
export type TrayStory = z.infer<typeof TrayStory>;
