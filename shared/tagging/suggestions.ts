import { z } from 'zod';
import { StoryId, SystemCode } from '../models.ts';
import { Level, Reason, TextField } from './reasons.ts';

export { Evidence, LEVELS, Level, REASON_KINDS, ReasonKind, TEXT_FIELDS, TextField } from './reasons.ts';

/** A suggested tag. */
export const Suggestion = z.object({
  code: SystemCode,
  level: Level,
  reason: Reason,
  /** The reason as a sentence, e.g. "Broomfield Hospital, in the image label, is a site of Mid and South Essex FT." */
  why: z.string(),
  /**
   * Offers that exclude each other share a sentence here ("“Queen Elizabeth” fits four systems"); null excludes none.
   */
  rivalry: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** A suggestion and its state: pending until an editor accepts or rejects it. */
export const Offer = Suggestion.extend({ state: z.enum(['pending', 'accepted', 'rejected']) });
export type Offer = z.infer<typeof Offer>;

/** An offer of the national mark instead of tags, for a story whose words are about all or many systems. */
export const NationalOffer = z.object({
  why: z.string(),
  phrase: z.string(),
  field: TextField,
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type NationalOffer = z.infer<typeof NationalOffer>;

export const Offers = z.object({
  id: StoryId,
  /** Best first; at most one per system. */
  offers: z.array(Offer),
  national: NationalOffer.extend({ state: Offer.shape.state }).nullable(),
});
export type Offers = z.infer<typeof Offers>;

export const Rejection = z.object({
  articleId: StoryId,
  headline: z.string(),
  publishedAt: z.string().nullable(),
  /** Null for the national mark. */
  code: SystemCode.nullable(),
  why: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Rejection = z.infer<typeof Rejection>;

/** How a step changes one page. */
export const PageConsequence = z.object({
  code: SystemCode,
  added: z.number().int(),
  removed: z.number().int(),
  /** Teasers that stay on the page under another number. */
  moved: z.number().int(),
  leadBefore: z.string().nullable(),
  leadAfter: z.string().nullable(),
});
export type PageConsequence = z.infer<typeof PageConsequence>;
