import { z } from 'zod';
import { Day, EditorTeaser, Layout, LayoutZone, StoryId, SystemCode, Teaser, WordField } from '../models.ts';

export const VersionId = z.uuid().brand<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;

/** A teaser as it was signed off: what a reader saw, and how it stood there. */
export const SignedTeaser = Teaser.extend(EditorTeaser.pick({ pinNumber: true, from: true, until: true }).shape);
export type SignedTeaser = z.infer<typeof SignedTeaser>;

/** A page as it was signed off, exactly as an export of that moment writes it. */
export const SignedPage = Layout.extend({ zones: z.array(LayoutZone.extend({ teasers: z.array(SignedTeaser) })) });
export type SignedPage = z.infer<typeof SignedPage>;

export const VersionSummary = z.object({
  id: VersionId,
  system: SystemCode,
  /** The day it was signed for. */
  day: Day,
  by: z.string(),
  at: z.string(),
  note: z.string().nullable(),
  /** Errors that stood when it was signed, in their own sentences. */
  despite: z.array(z.string()),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

/** One side of a comparison: a version, or the page as it is now. */
export const PageSide = z.union([z.literal('draft'), VersionId]);
export type PageSide = z.infer<typeof PageSide>;

export const WordChange = z.object({
  /** Of `image`, before and after are each a `src`. */
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
  /** Only for `reworded`: each field that reads otherwise. */
  words: z.array(WordChange),
});
export type PageChange = z.infer<typeof PageChange>;

export const RestorePreview = z.object({
  /** What would change on the draft. */
  changes: z.array(PageChange),
  /** Stories of the version that cannot come back, and why. */
  missing: z.array(z.object({ articleId: StoryId, headline: z.string(), why: z.string() })),
  /** Stories that would be taken off the page, since the version did not have them. */
  takenOff: z.array(z.object({ articleId: StoryId, headline: z.string() })),
  /** How the draft would still differ from the version. */
  remaining: z.array(PageChange),
});
export type RestorePreview = z.infer<typeof RestorePreview>;

/** A stretch of days for which a story was signed off as a page's lead. */
export const LeadSpan = z.object({
  system: SystemCode,
  from: Day,
  /** The day another lead was signed; null while it still is the last one signed. */
  to: Day.nullable(),
});
export type LeadSpan = z.infer<typeof LeadSpan>;
