import { z } from 'zod';
import { Day, EditorTeaser, Layout, LayoutZone, StoryId, SystemCode, Teaser, WordField } from '../models.ts';

export const VersionId = z.uuid().brand<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;

/** A teaser as signed off: what a reader saw, and how it was placed. */
export const SignedTeaser = Teaser.extend(EditorTeaser.pick({ pinNumber: true, from: true, until: true }).shape);
export type SignedTeaser = z.infer<typeof SignedTeaser>;

/** A page as signed off, exactly as an export at that moment writes it. */
export const SignedPage = Layout.extend({ zones: z.array(LayoutZone.extend({ teasers: z.array(SignedTeaser) })) });
export type SignedPage = z.infer<typeof SignedPage>;

export const VersionSummary = z.object({
  id: VersionId,
  system: SystemCode,
  /** The day it was signed off for. */
  day: Day,
  by: z.string(),
  at: z.string(),
  note: z.string().nullable(),
  /** The page's errors at sign-off, as sentences. */
  despite: z.array(z.string()),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

/** One side of a comparison: a version, or the page as it is now. */
export const PageSide = z.union([z.literal('draft'), VersionId]);
export type PageSide = z.infer<typeof PageSide>;

export const WordChange = z.object({
  /** For `image`, before and after are each a `src`. */
  field: WordField,
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type WordChange = z.infer<typeof WordChange>;

export const PageChange = z.object({
  articleId: StoryId,
  headline: z.string(),
  change: z.enum(['added', 'moved', 'removed', 'reworded']),
  /** A whole sentence. */
  says: z.string(),
  /** Only for `reworded`: each field that differs. */
  words: z.array(WordChange),
});
export type PageChange = z.infer<typeof PageChange>;

export const RestorePreview = z.object({
  /** What would change on the draft. */
  changes: z.array(PageChange),
  /** Stories of the version that cannot come back, and why. */
  missing: z.array(z.object({ articleId: StoryId, headline: z.string(), why: z.string() })),
  /** Stories that would be taken off the page because the version did not have them. */
  takenOff: z.array(z.object({ articleId: StoryId, headline: z.string() })),
  /** The remaining differences between draft and version. */
  remaining: z.array(PageChange),
});
export type RestorePreview = z.infer<typeof RestorePreview>;

/** A period of days for which a story was signed off as a page's lead. */
export const LeadSpan = z.object({
  system: SystemCode,
  from: Day,
  /** The day another lead was signed off; null while this is the latest. */
  to: Day.nullable(),
});
export type LeadSpan = z.infer<typeof LeadSpan>;
