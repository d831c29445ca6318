import { z } from 'zod';
import { StoryId, SystemCode } from '../models.ts';
import { Level, Reason, TextField } from './reasons.ts';

export { Evidence, LEVELS, Level, REASON_KINDS, Reason, ReasonKind, TEXT_FIELDS, TextField } from './reasons.ts';

/** A tag on offer. */
export const Suggestion = z.object({
  code: SystemCode,
  level: Level,
  reason: Reason,
  /** The reason in a sentence, e.g. "Broomfield Hospital, in the image label, is a site of Mid and South Essex FT." */
  why: z.string(),
  /** Offers that exclude each other share a sentence here ("“Queen Elizabeth” fits four systems"); null stands alone. */
  rivalry: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** What became of a suggestion: pending until an editor accepts or rejects it. */
export const Offer = Suggestion.extend({ state: z.enum(['pending', 'accepted', 'rejected']) });
export type Offer = z.infer<typeof Offer>;

/** A story about all or many systems by its own words: the national mark is offered instead of tags. */
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
  /** Best first; at most one a system. */
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

/** How one page changes when a step is taken. */
export const PageConsequence = z.object({
  code: SystemCode,
  added: z.number().int(),
  removed: z.number().int(),
  /** Teasers that stay and stand at another number. */
  moved: z.number().int(),
  leadBefore: z.string().nullable(),
  leadAfter: z.string().nullable(),
});
export type PageConsequence = z.infer<typeof PageConsequence>;
