import { z } from 'zod';
import { Day, line, StoryId, StoryTag, Strength, SystemCode } from '../models.ts';
import { Evidence, ReasonKind, TextField } from './reasons.ts';

export const NAME_KINDS = ['alias', 'person', 'series'] as const;
/** `alias`: another name of a system or of something that lies in it; `series`: the title of a column. */
export const NameKind = z.enum(NAME_KINDS);
export type NameKind = z.infer<typeof NameKind>;

/** A longer name than this is a sentence. */
export const LONGEST_NAME = 120;

/** What an editor decides about a name. */
export const NameFields = z.object({
  kind: NameKind,
  text: line(LONGEST_NAME),
  /** Codes of any day; more than one means possible for each. */
  systems: z.array(SystemCode).max(100),
  matchCase: z.boolean().default(false),
  note: line(300)
    .nullable()
    .default(null)
    .transform((note) => note || null),
});
export type NameFields = z.infer<typeof NameFields>;

/** The names that come with Patchdesk, as their file has them. */
export const ShippedNames = z.object({
  version: z.string(),
  series: z.array(NameFields.extend({ id: z.string().regex(/^[a-z0-9-]+$/), kind: z.literal('series') })),
});
export type ShippedNames = z.infer<typeof ShippedNames>;

/** A name of the library's own, beside those that Patchdesk brings along. */
export const EditedName = NameFields.extend({
  id: z.string(),
  /** Where the systems' stories belong today: the same codes, or their successors. */
  systemsToday: z.array(SystemCode),
  addedBy: z.string(),
  /** Instant, ISO 8601. */
  addedAt: z.string(),
});
export type EditedName = z.infer<typeof EditedName>;

/** Where a phrase stands, with the words of the whole field around it; UTF-16 units. */
export const PhraseSpot = z.object({
  field: TextField,
  words: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type PhraseSpot = z.infer<typeof PhraseSpot>;

export const TRIAL_STATES = [
  /** Would be offered, or offered with more certainty than now. */
  'gains',
  /** Is offered as well without the name. */
  'offered',
  /** Is filed to one of the systems already. */
  'tagged',
  /** An editor has rejected one of the systems for it. */
  'rejected',
  /** Holds the words, but they are not offered there: something beside them says otherwise. */
  'silent',
] as const;
export const TrialState = z.enum(TRIAL_STATES);
export type TrialState = z.infer<typeof TrialState>;

export const TrialStory = z.object({
  id: StoryId,
  headline: z.string(),
  publishedAt: z.string().nullable(),
  firstSeenOn: Day,
  spot: PhraseSpot,
  national: z.boolean(),
  systems: z.array(StoryTag),
  state: TrialState,
});
export type TrialStory = z.infer<typeof TrialStory>;

export const NameProblem = z.object({ part: z.enum(['text', 'systems']), sentence: z.string() });
export type NameProblem = z.infer<typeof NameProblem>;

/** What a name would do in this library, found out without saving it. */
export const NameTrial = z.object({
  /** Why it cannot be saved as it stands, and which part is to blame; null when it can. */
  problem: NameProblem.nullable(),
  /** Worth a second thought, but no reason to refuse. */
  warning: z.string().nullable(),
  /** Stories in the library, withdrawn ones left out. */
  library: z.number().int(),
  /** Stories that hold the words, of those read. */
  contains: z.number().int(),
  /** Stories that might hold them, and how many of these were read: fewer for a very common word, the newest first. */
  candidates: z.number().int(),
  read: z.number().int(),
  states: z.record(TrialState, z.number().int()),
  /** How those that hold the words are filed now, most frequent first. */
  filed: z.array(z.object({ code: SystemCode, count: z.number().int() })),
  national: z.number().int(),
  unfiled: z.number().int(),
  stories: z.array(TrialStory),
});
export type NameTrial = z.infer<typeof NameTrial>;

/** How offers that rested on one name, trust, site, place or person fared. */
export const NameRecord = z.object({
  kind: ReasonKind,
  entity: z.string(),
  /** The words they rested on, most frequent first. */
  phrases: z.array(z.string()),
  /** Accepted, and the tag is still there. */
  accepted: z.number().int(),
  rejected: z.number().int(),
  /** Accepted, read again, and found right or wrong. */
  reread: z.object({ right: z.number().int(), wrong: z.number().int() }),
  /** The library's own name of this kind and text. */
  nameId: z.string().nullable(),
});
export type NameRecord = z.infer<typeof NameRecord>;

/** Offers found wrong: rejected, or accepted and then found wrong on reading again. */
export function errorsOf(record: Pick<NameRecord, 'rejected' | 'reread'>): number {
  return record.rejected + record.reread.wrong;
}

/** Offers that an editor has judged. */
export function judgedOf(record: Pick<NameRecord, 'accepted' | 'rejected' | 'reread'>): number {
  return record.accepted + errorsOf(record);
}

/** Fewer errors than this say nothing yet. */
const ERRORS_THAT_COUNT = 3;

/** More than a quarter wrong, and often enough that it is no chance. */
export function isOftenWrong(record: Pick<NameRecord, 'accepted' | 'rejected' | 'reread'>): boolean {
  const errors = errorsOf(record);
  return errors >= ERRORS_THAT_COUNT && errors * 4 > judgedOf(record);
}

/** An accepted suggestion, to be read again as if for the first time. */
export const Reread = z.object({
  articleId: StoryId,
  code: SystemCode,
  headline: z.string(),
  standfirst: z.string().nullable(),
  alt: z.string().nullable(),
  body: z.string().nullable(),
  publishedAt: z.string().nullable(),
  firstSeenOn: Day,
  strength: Strength,
  why: z.string().nullable(),
  /** Null for tags whose words were not kept. */
  evidence: Evidence.nullable(),
  by: z.string(),
  at: z.string(),
});
export type Reread = z.infer<typeof Reread>;

export const RereadVerdict = z.enum(['right', 'wrong']);
export type RereadVerdict = z.infer<typeof RereadVerdict>;
