import { z } from 'zod';
import { Day, StoryId, StoryTag, Strength, SystemCode } from '../models.ts';
import { line } from '../words/typed-text.ts';
import { Evidence, ReasonKind, TextField } from './reasons.ts';

export const NAME_KINDS = ['alias', 'person', 'series'] as const;
/** `alias`: another name of a system or of something in it; `series`: the title of a column. */
export const NameKind = z.enum(NAME_KINDS);
export type NameKind = z.infer<typeof NameKind>;

/** A longer name than this is a sentence. */
export const MAX_NAME_LENGTH = 120;

/** The fields of a name that an editor decides. */
export const NameFields = z.object({
  kind: NameKind,
  text: line(MAX_NAME_LENGTH),
  /** Codes of any day; with more than one, each is only possible. */
  systems: z.array(SystemCode).max(100),
  matchCase: z.boolean().default(false),
  note: line(300)
    .nullable()
    .default(null)
    .transform((note) => note || null)
    // A transform alone has no JSON Schema; names are in replies too.
    .pipe(z.string().nullable()),
});
export type NameFields = z.infer<typeof NameFields>;

/** The names that ship with Patchdesk, as in their file. */
export const ShippedNames = z.object({
  version: z.string(),
  series: z.array(NameFields.extend({ id: z.string().regex(/^[a-z0-9-]+$/), kind: z.literal('series') })),
});
export type ShippedNames = z.infer<typeof ShippedNames>;

/** A name added to this library, in addition to the shipped gazetteer. */
export const EditedName = NameFields.extend({
  id: z.string(),
  /** The systems that have these stories today: the same codes, or their successors. */
  systemsToday: z.array(SystemCode),
  addedBy: z.string(),
  /** Instant, ISO 8601. */
  addedAt: z.string(),
});
export type EditedName = z.infer<typeof EditedName>;

/** The position of a phrase, with the whole field around it; UTF-16 units. */
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
  /** Is offered without the name as well. */
  'offered',
  /** Is filed to one of the systems already. */
  'tagged',
  /** An editor has rejected one of the systems for it. */
  'rejected',
  /** Contains the words, but they are not offered because of the words around them. */
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

/** What a name would do in this library, without saving it. */
export const NameTrial = z.object({
  /** Why it cannot be saved, and which field is wrong; null when it can. */
  problem: NameProblem.nullable(),
  /** A reason for doubt, but not for refusal. */
  warning: z.string().nullable(),
  /** Stories in the library, without withdrawn ones. */
  library: z.number().int(),
  /** Stories that contain the words, among those read. */
  contains: z.number().int(),
  /** Stories that might contain them, and how many of these were read: for a very common word only the newest. */
  candidates: z.number().int(),
  read: z.number().int(),
  states: z.record(TrialState, z.number().int()),
  /** How the stories that contain the words are filed now, most frequent first. */
  filed: z.array(z.object({ code: SystemCode, count: z.number().int() })),
  national: z.number().int(),
  unfiled: z.number().int(),
  stories: z.array(TrialStory),
});
export type NameTrial = z.infer<typeof NameTrial>;

/** How offers that rested on one name, trust, site, place or person did. */
export const NameRecord = z.object({
  kind: ReasonKind,
  entity: z.string(),
  /** The words they rested on, most frequent first. */
  phrases: z.array(z.string()),
  /** Accepted, and the tag still exists. */
  accepted: z.number().int(),
  rejected: z.number().int(),
  /** Accepted, then found right or wrong in a spot-check. */
  reread: z.object({ right: z.number().int(), wrong: z.number().int() }),
  /** The id of the library's own name of this kind and text. */
  nameId: z.string().nullable(),
});
export type NameRecord = z.infer<typeof NameRecord>;

/** Wrong offers: rejected, or accepted and then found wrong in a spot-check. */
export function errorsOf(record: Pick<NameRecord, 'rejected' | 'reread'>): number {
  return record.rejected + record.reread.wrong;
}

/** Offers that an editor has judged. */
export function judgedOf(record: Pick<NameRecord, 'accepted' | 'rejected' | 'reread'>): number {
  return record.accepted + errorsOf(record);
}

/** Fewer errors than this prove nothing. */
const ERRORS_THAT_COUNT = 3;

/** More than a quarter wrong, and enough errors to rule out chance. */
export function isOftenWrong(record: Pick<NameRecord, 'accepted' | 'rejected' | 'reread'>): boolean {
  const errors = errorsOf(record);
  return errors >= ERRORS_THAT_COUNT && errors * 4 > judgedOf(record);
}

/** An accepted suggestion to spot-check, as if for the first time. */
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
  /** Null for tags stored without their words. */
  evidence: Evidence.nullable(),
  by: z.string(),
  at: z.string(),
});
export type Reread = z.infer<typeof Reread>;

export const RereadVerdict = z.enum(['right', 'wrong']);
export type RereadVerdict = z.infer<typeof RereadVerdict>;
