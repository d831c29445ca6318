import { z } from 'zod';

export const LEVELS = ['named', 'likely', 'possible'] as const;
/**
 * How sure a suggestion is. `named`: the text names the system, or something that lies in it and nothing
 * else fits. `likely`: people and stories like this one were filed there. `possible`: the name fits
 * several systems, or is an ordinary word too. Only the first two may be accepted in bulk.
 */
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

export const TEXT_FIELDS = ['headline', 'standfirst', 'alt', 'body'] as const;
/** The fields of a story that are read for systems; `alt` is the image label. */
export const TextField = z.enum(TEXT_FIELDS);
export type TextField = z.infer<typeof TextField>;

export const REASON_KINDS = [
  /** The system, its board or one of its other names. */
  'name',
  'trust',
  'site',
  'place',
  /** A former body: a closed trust, clinic or board. */
  'former',
  /** A name an editor has added. */
  'alias',
  /** A column that runs under one title; regional ones name their region. */
  'series',
  'person',
  /** Filed stories that share rare words with this one. */
  'similar',
  /** The system that took over from a former one the story is filed to. */
  'successor',
] as const;
export const ReasonKind = z.enum(REASON_KINDS);
export type ReasonKind = z.infer<typeof ReasonKind>;

/** What justified a tag: the words, where they stand (UTF-16 units of that field), and what they mean. */
export const Reason = z.object({
  kind: ReasonKind,
  /** The place, trust, site, person or system the words mean, by name. */
  entity: z.string(),
  phrase: z.string(),
  field: TextField,
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type Reason = z.infer<typeof Reason>;

/** What is kept with a tag or a rejection: the reason, and how sure it was. */
export const Evidence = Reason.extend({ level: Level });
export type Evidence = z.infer<typeof Evidence>;
