import { z } from 'zod';
import { Day, StoryId, Strength, SystemCode } from '../models.ts';
import { TextField } from '../tagging/reasons.ts';

export const MOVE_GROUNDS = [
  /** One system took over all of the former one. */
  'whole',
  /** The place, trust or site in the story lies in only one part of the divided system. */
  'place',
  'trust',
  'site',
  'name',
  'former',
  'alias',
  /** The story is filed to another former system as well, and goes with that one. */
  'beside',
] as const;
/** What decides the new system of a story filed to a former one. */
export const MoveGround = z.enum(MOVE_GROUNDS);
export type MoveGround = z.infer<typeof MoveGround>;

const MOVE_STATES = ['decided', 'undecided', 'done'] as const;
/**
 * `decided`: not carried over yet, but the target is clear; `undecided`: an editor must decide; `done`: filed to a
 * successor, or ruled out for all of them by an editor.
 */
export const MoveState = z.enum(MOVE_STATES);
export type MoveState = z.infer<typeof MoveState>;

/** How many stories of one former system have been carried over. */
export const FormerSystem = z.object({
  code: SystemCode,
  /** Its successors that are active today. */
  homes: z.array(SystemCode),
  /** Stories filed to it. Neither this nor the counts below include withdrawn ones. */
  stories: z.number().int(),
  /** Carried over by a step. */
  carried: z.number().int(),
  /** Filed to a successor, or to none of them, by an editor or a capture. */
  settled: z.number().int(),
  decided: z.array(z.object({ ground: MoveGround, stories: z.number().int() })),
  undecided: z.number().int(),
});
export type FormerSystem = z.infer<typeof FormerSystem>;

export const MoveDay = z.object({
  /** First day without the systems that ended. */
  day: Day,
  systems: z.array(FormerSystem),
  /** Stories that a step would carry over now; one filed to two former systems counts once. */
  toCarry: z.number().int(),
});
export type MoveDay = z.infer<typeof MoveDay>;

/** A story filed to a former system, and its new systems. */
export const Move = z.object({
  id: StoryId,
  from: SystemCode,
  state: MoveState,
  headline: z.string(),
  standfirst: z.string().nullable(),
  alt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  firstSeenOn: Day,
  strength: Strength,
  /** Null where nothing decides, and once the story is done. */
  ground: MoveGround.nullable(),
  /** Every successor, by name. */
  homes: z.array(
    z.object({
      code: SystemCode,
      /**
       * `target`: the step would file it here; `filed`: it is filed here; `rejected`: an editor ruled it out; `open`:
       * none of these.
       */
      standing: z.enum(['target', 'filed', 'rejected', 'open']),
      /** Why it is or would be filed here, or the words in the story that suggest it. */
      why: z.string().nullable(),
    }),
  ),
});
export type Move = z.infer<typeof Move>;

/** Words of the story that lie in some of the homes. */
export const MoveMark = z.object({
  field: TextField,
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  phrase: z.string(),
  codes: z.array(SystemCode),
});
export type MoveMark = z.infer<typeof MoveMark>;

const REGISTER_CHANGES = ['added', 'ended', 'removed', 'renamed', 'dates', 'successors', 'area', 'names'] as const;

/** A difference between a newer register file and the current register, for one system. */
export const RegisterChange = z.object({
  kind: z.enum(REGISTER_CHANGES),
  code: SystemCode,
  /** As a sentence. */
  text: z.string(),
  /** Stories filed to the system. */
  stories: z.number().int(),
});
export type RegisterChange = z.infer<typeof RegisterChange>;

export const RegisterPreview = z.object({
  file: z.string(),
  version: z.string(),
  /** The same register as the current one: loading it changes nothing. */
  isInForce: z.boolean(),
  changes: z.array(RegisterChange),
  /** Sentences. The file cannot be loaded while there is one. */
  problems: z.array(z.string()),
});
export type RegisterPreview = z.infer<typeof RegisterPreview>;

export const CurrentRegister = z.object({
  version: z.string(),
  /** The loaded file, by whom and when; null for the register that ships with Patchdesk. */
  loaded: z.object({ file: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** First day of the list that applies today. */
  from: Day,
  active: z.number().int(),
  former: z.number().int(),
});
export type CurrentRegister = z.infer<typeof CurrentRegister>;
