import { z } from 'zod';

export const LEVELS = ['named', 'likely', 'possible'] as const;
/**
 * How certain a suggestion is. `named`: the text names the system, or something that lies in it and nothing else fits.
 * `likely`: people and stories like this one were filed there. `possible`: the name fits several systems, or is an
 * ordinary word too. Only the first two may be accepted in bulk.
 */
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

export const TEXT_FIELDS = ['headline', 'standfirst', 'alt', 'body'] as const;
/** The fields of a story that suggestions read; `alt` is the image label. */
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
  /** A name that an editor has added. */
  'alias',
  /** A column under a fixed title; regional ones name their region. */
  'series',
  'person',
  /** Filed stories that share rare words with this one. */
  'similar',
  /** The successor of a former system that the story is filed to. */
  'successor',
] as const;
export const ReasonKind = z.enum(REASON_KINDS);
export type ReasonKind = z.infer<typeof ReasonKind>;

/** The reason for a tag: the words, their position (UTF-16 units of that field), and their meaning. */
export const Reason = z.object({
  kind: ReasonKind,
  /** The name of the place, trust, site, person or system that the words mean. */
  entity: z.string(),
  phrase: z.string(),
  field: TextField,
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type Reason = z.infer<typeof Reason>;

/** Stored with a tag or a rejection: the reason and its level. */
export const Evidence = Reason.extend({ level: Level });
export type Evidence = z.infer<typeof Evidence>;
