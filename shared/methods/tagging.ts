import { z } from 'zod';
import { Selection, StoryDetail, StoryId, StoryQuery, Strength, SystemCode } from '../models.ts';
import { EditedName, NameFields, NameRecord, NameTrial, Reread, RereadVerdict, TrialState } from '../tagging/names.ts';
import { NationalOffer, Offers, PageConsequence, Rejection, Suggestion } from '../tagging/suggestions.ts';
import { asOf, method, nothing, Written } from './method.ts';

const TagChange = z.object({
  /** The stories for `add`, `remove` and `national`; null when only offers are accepted. */
  selection: Selection.nullable(),
  add: z
    .array(z.object({ code: SystemCode, strength: Strength.optional() }))
    .max(100)
    .default([]),
  remove: z.array(SystemCode).max(100).default([]),
  national: z.enum(['keep', 'add', 'remove']).default('keep'),
  /** Offers as the editor sees them. */
  accept: z
    .array(z.object({ id: StoryId, code: SystemCode }))
    .max(5000)
    .default([]),
  /**
   * Marks as reviewed those stories that get what is accepted, added or removed; with nothing of these, all selected
   * ones.
   */
  reviewed: z.boolean().default(false),
});

const Decision = z.object({
  id: StoryId,
  codes: z.array(SystemCode).max(100).default([]),
  national: z.boolean().default(false),
});

/** A name as the editor saw it: where it was changed meanwhile, the write is refused as a `conflict`. */
const SeenName = z
  .object({
    kind: z.string(),
    text: z.string(),
    systems: z.array(z.string()),
    matchCase: z.boolean(),
    note: z.string().nullable(),
  })
  .partial()
  .optional();

/** Filing: tags, the queue, suggestions, and the names they rest on. */
export const taggingMethods = {
  /** How a selection is filed: the number of its stories in each system. */
  'tags.state': method(
    'read',
    z.object({
      selection: Selection,
      /** The search that the editor looks at. */
      within: StoryQuery.optional(),
    }),
    z.object({
      total: z.number().int(),
      /** How many of them the search of `within` does not find; 0 without one. */
      outside: z.number().int(),
      national: z.number().int(),
      systems: z.array(z.object({ code: SystemCode, count: z.number().int() })),
    }),
  ),
  /** Without `strength`, stories with the tag keep theirs and new tags get `about`. */
  'tags.add': method(
    'write',
    z.object({
      selection: Selection,
      systems: z.array(SystemCode).max(100).default([]),
      national: z.boolean().default(false),
      strength: Strength.optional(),
    }),
    Written,
  ),
  'tags.remove': method(
    'write',
    z.object({
      selection: Selection,
      systems: z.array(SystemCode).max(100).default([]),
      national: z.boolean().default(false),
    }),
    Written,
  ),
  /** What a step on tags would do to the pages, without doing it. The same input as `tags.change`. */
  'tags.preview': method(
    'read',
    TagChange,
    z.object({
      /** Stories that would change. */
      stories: z.number().int(),
      /** Stories that would leave the queue. */
      reviewed: z.number().int(),
      /** Offers that no longer exist, and so would not be accepted. */
      gone: z.number().int(),
      pages: z.array(PageConsequence),
    }),
  ),
  /**
   * Adds, removes and accepts in one step. An offer is accepted only if it still exists as `named` or `likely`; the
   * others stay.
   */
  'tags.change': method('write', TagChange, Written),

  /** The desk's offers for stories of the library, including accepted and rejected ones, in the order of the ids. */
  'queue.offers': method('read', z.object({ ids: z.array(StoryId).max(500) }), z.array(Offers)),
  /** Everything an editor needs to decide on one story. */
  'queue.get': method(
    'read',
    z.object({ id: StoryId }),
    Offers.extend({ story: StoryDetail, rejected: z.array(Rejection) }),
  ),
  /**
   * Files the story as offered and stores the reason. Refused for a system that is not offered. Without `strength`, the
   * strength of a new tag follows from the field of its words.
   */
  'queue.accept': method('write', Decision.extend({ strength: Strength.optional() }), Written),
  /** Stores that the story does not concern these systems, and removes their tags. */
  'queue.reject': method('write', Decision, Written),
  /** Removes rejections, so that the systems are offered again. */
  'queue.unreject': method('write', Decision, Written),
  /** Marks as reviewed: the stories leave the queue. */
  'queue.done': method('write', z.object({ selection: Selection }), Written),
  /** Puts the stories back into the queue. */
  'queue.reopen': method('write', z.object({ selection: Selection }), Written),
  'queue.rejections': method(
    'read',
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1000).default(100) }),
    z.object({ total: z.number().int(), rejections: z.array(Rejection) }),
  ),

  /** Suggestions for texts outside any library. */
  'suggest.texts': method(
    'read',
    z.object({
      asOf,
      texts: z
        .array(
          z.object({
            headline: z.string(),
            standfirst: z.string().nullable(),
            alt: z.string().nullable(),
            body: z.string().nullable(),
          }),
        )
        .max(10_000),
    }),
    z.array(z.object({ suggestions: z.array(Suggestion), national: NationalOffer.nullable() })),
  ),
  /** Suggestions for the unreviewed stories, newest first. */
  'suggest.unreviewed': method(
    'read',
    z.object({
      asOf,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(1000),
    }),
    z.object({
      total: z.number().int(),
      stories: z.array(z.object({ id: StoryId, suggestions: z.array(Suggestion), national: NationalOffer.nullable() })),
    }),
  ),

  /** The names added to this library: other names, people, titles of columns. */
  'names.list': method('read', nothing, z.array(EditedName)),
  /** What a name would do in the whole library, without saving it. `id` is the name it would replace. */
  'names.try': method(
    'read',
    z.object({
      id: z.string().nullable().default(null),
      name: NameFields,
      /** Only stories with this outcome. */
      state: TrialState.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(200).default(50),
    }),
    NameTrial,
  ),
  /** Adds a name, or changes the one with the id. */
  'names.save': method(
    'write',
    z.object({ id: z.string().nullable().default(null), name: NameFields, seen: SeenName }),
    Written.extend({ id: z.string() }),
  ),
  'names.remove': method('write', z.object({ id: z.string(), seen: SeenName }), Written),
  /** How suggestions did, by the name or entity they rested on, most errors first. */
  'names.record': method('read', nothing, z.array(NameRecord)),

  /**
   * A random sample of accepted suggestions that nobody has spot-checked; the same seed gives the same sample from the
   * same library.
   */
  'rereads.sample': method(
    'read',
    z.object({ size: z.number().int().min(1).max(200).default(20), seed: z.number().int() }),
    /** `open`: how many there are to choose from. */
    z.object({ open: z.number().int(), rereads: z.array(Reread) }),
  ),
  /** `wrong` removes the tag and stores a rejection. */
  'rereads.answer': method(
    'write',
    z.object({ articleId: StoryId, code: SystemCode, verdict: RereadVerdict }),
    Written,
  ),
} as const;
