import { z } from 'zod';
import { Strength } from '../tagging/strengths.ts';
import { orList } from '../words/lists.ts';
import { line } from '../words/typed-text.ts';

export const PROMINENCES = ['lead', 'standard', 'brief'] as const;
/** How large readers see a zone's teasers; it changes no word. */
export const Prominence = z.enum(PROMINENCES);
export type Prominence = z.infer<typeof Prominence>;

export const LENDERS = ['region', 'cluster', 'predecessors'] as const;
/** Where a thin page may borrow from: the others of its region or cluster, or the systems it was made of. */
export type Lenders = (typeof LENDERS)[number];

const Kind = line(60).min(1);

/** Which stories fill the slots that an editor has left open, and in which order. */
export const FillRule = z.object({
  /** Tags of these strengths feed the zone. If empty, only national stories or an editor's placements do. */
  strengths: z.array(Strength).max(3),
  /** Kinds of story, compared without case; a story without a kind matches none. */
  kinds: z.discriminatedUnion('which', [
    z.object({ which: z.literal('any') }),
    z.object({ which: z.enum(['only', 'except']), list: z.array(Kind).min(1).max(50) }),
  ]),
  /** Days since publication (0 is today), or since first seen for an undated story; null allows any age. */
  maxAgeDays: z.number().int().min(0).max(36_500).nullable(),
  /** National stories in addition to local ones, none, or nothing else. */
  national: z.enum(['with', 'without', 'only']),
  /** Newest first; or those filed here before national ones; or those about the system before all others. */
  first: z.enum(['newest', 'local', 'about']),
  /** Which systems a zone with fewer than `upTo` teasers may borrow from; borrowed stories are always labelled. */
  borrow: z.object({ from: z.enum(LENDERS), upTo: z.number().int().min(1).max(200) }).nullable(),
});
export type FillRule = z.infer<typeof FillRule>;

/** A zone as an editor sets it up, on one page or in a template. */
export const ZoneSpec = z.object({
  name: line(60).min(1, 'A zone needs a name.'),
  /** Maximum number of teasers. */
  limit: z.number().int().min(1, 'A zone holds at least one teaser.').max(200),
  prominence: Prominence,
  rule: FillRule,
});
export type ZoneSpec = z.infer<typeof ZoneSpec>;

export const ZoneSpecs = z
  .array(ZoneSpec)
  .min(1, 'A page needs a zone.')
  .max(12, 'A page has at most 12 zones.')
  .refine((zones) => new Set(zones.map(({ name }) => name.toLowerCase())).size === zones.length, {
    error: 'Two zones have the same name. Give each a name of its own.',
  });
export type ZoneSpecs = z.infer<typeof ZoneSpecs>;

export const TemplateId = z.string().min(1).max(60).brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;

/** Zones that several pages share: a change to the template changes all of them. */
export const Template = z.object({
  id: TemplateId,
  name: z.string(),
  zones: ZoneSpecs,
  /** The number of its pages whose systems are active today. */
  pages: z.number().int(),
});
export type Template = z.infer<typeof Template>;

/** The template of new pages. It can be changed, but not removed. */
export const FIRST_TEMPLATE = 'stories' as TemplateId;

/** A zone's default rule, the same as on the live pages. */
export const DEFAULT_RULE: FillRule = {
  strengths: ['about', 'affects'],
  kinds: { which: 'any' },
  maxAgeDays: null,
  national: 'with',
  first: 'newest',
  borrow: null,
};

export function sameZones(a: readonly ZoneSpec[], b: readonly ZoneSpec[]): boolean {
  const plain = (zones: readonly ZoneSpec[]) =>
    JSON.stringify(zones.map(({ name, limit, prominence, rule }) => [name, limit, prominence, formatRule(rule)]));
  return plain(a) === plain(b);
}

const STRENGTH_WORDS: Record<Strength, string> = {
  about: 'about it',
  affects: 'affecting it',
  mentioned: 'mentioning it',
};
const LENDER_WORDS = { region: 'its region', cluster: 'its cluster', predecessors: 'its predecessors' } as const;

/**
 * The rule as a phrase: `newest first; only about it; no Column; at most 30 days old`. Parts equal to the default rule
 * are left out.
 */
export function formatRule(rule: FillRule): string {
  if (isEditorOnly(rule)) return 'by editors only';
  const local = rule.national === 'only' ? '' : orList(rule.strengths.map((strength) => STRENGTH_WORDS[strength]));
  const national = { with: local === '' ? 'national' : ', and national', without: '', only: 'national' }[rule.national];
  const kinds =
    rule.kinds.which === 'any' ? null : `${rule.kinds.which === 'only' ? 'only' : 'no'} ${orList(rule.kinds.list)}`;
  const age =
    rule.maxAgeDays === null
      ? null
      : rule.maxAgeDays === 1
        ? 'at most 1 day old'
        : `at most ${rule.maxAgeDays} days old`;
  const takes = isUsual(rule) ? null : `${local}${national}`;
  const first = { newest: 'newest first', local: 'local before national', about: 'about it before others' }[rule.first];
  const borrow =
    rule.borrow === null ? null : `up to ${rule.borrow.upTo} with stories of ${LENDER_WORDS[rule.borrow.from]}`;
  return [first, takes, kinds, age, borrow].filter(Boolean).join('; ');
}

/** Whether the rule takes the same strengths and national stories as the default rule. */
function isUsual({ strengths, national }: FillRule): boolean {
  const usual = DEFAULT_RULE.strengths;
  return (
    national === DEFAULT_RULE.national &&
    strengths.length === usual.length &&
    usual.every((one) => strengths.includes(one))
  );
}

/** Whether only an editor's placement brings a story into the zone. */
export function isEditorOnly(rule: FillRule): boolean {
  return rule.strengths.length === 0 && rule.national === 'without';
}
