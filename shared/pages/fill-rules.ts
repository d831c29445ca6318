import { z } from 'zod';
import { Strength } from '../tagging/strengths.ts';
import { orList } from '../words/lists.ts';

export const PROMINENCES = ['lead', 'standard', 'brief'] as const;
/** How large a zone's teasers show to readers; it changes no word. */
export const Prominence = z.enum(PROMINENCES);
export type Prominence = z.infer<typeof Prominence>;

export const LENDERS = ['region', 'cluster', 'predecessors'] as const;
/** Where a thin page may borrow from: the others of its region or cluster, or the systems it was made of. */
export type Lenders = (typeof LENDERS)[number];

const Kind = z.string().trim().min(1).max(60);

/** Which stories a zone takes by itself into the places that an editor has left, and in which order. */
export const FillRule = z.object({
  /** Tags of these strengths feed the zone; none at all: only national stories do, or an editor's hand. */
  strengths: z.array(Strength).max(3),
  /** Kinds of story, whatever their case; a story without a kind is none of them. */
  kinds: z.discriminatedUnion('which', [
    z.object({ which: z.literal('any') }),
    z.object({ which: z.enum(['only', 'except']), list: z.array(Kind).min(1).max(50) }),
  ]),
  /** Days since it came out (0 is today), an undated one since it was first seen; null is any age. */
  maxAgeDays: z.number().int().min(0).max(36_500).nullable(),
  /** National stories beside the local ones, none of them, or nothing else. */
  national: z.enum(['with', 'without', 'only']),
  /** Newest first; or those filed here before national ones; or those about the system before all others. */
  first: z.enum(['newest', 'local', 'about']),
  /** Where a zone with fewer teasers than `upTo` may take more from; these are always labelled. */
  borrow: z.object({ from: z.enum(LENDERS), upTo: z.number().int().min(1).max(200) }).nullable(),
});
export type FillRule = z.infer<typeof FillRule>;

/** A zone as an editor sets it up, on one page or in a template. */
export const ZoneSpec = z.object({
  name: z.string().trim().min(1, 'A zone needs a name.').max(60),
  /** Teasers at the most. */
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

/** Zones that several pages have together: a change to the template changes all of them. */
export const Template = z.object({
  id: TemplateId,
  name: z.string(),
  zones: ZoneSpecs,
  /** How many pages of systems active today have it. */
  pages: z.number().int(),
});
export type Template = z.infer<typeof Template>;

/** The template every new page starts with. It can be changed, not removed. */
export const FIRST_TEMPLATE = 'stories' as TemplateId;

/** What a zone does unless an editor says otherwise: the live pages do just this. */
export const DEFAULT_RULE: FillRule = {
  strengths: ['about', 'affects'],
  kinds: { which: 'any' },
  maxAgeDays: null,
  national: 'with',
  first: 'newest',
  borrow: null,
};

export const DEFAULT_ZONE: ZoneSpec = { name: 'Stories', limit: 20, prominence: 'standard', rule: DEFAULT_RULE };

export function sameZones(a: readonly ZoneSpec[], b: readonly ZoneSpec[]): boolean {
  const plain = (zones: readonly ZoneSpec[]) =>
    JSON.stringify(zones.map(({ name, limit, prominence, rule }) => [name, limit, prominence, ruleWords(rule)]));
  return plain(a) === plain(b);
}

const STRENGTH_WORDS: Record<Strength, string> = {
  about: 'about it',
  affects: 'affecting it',
  mentioned: 'mentioning it',
};
const LENDER_WORDS = { region: 'its region', cluster: 'its cluster', predecessors: 'its predecessors' } as const;

/**
 * The rule in a phrase: `newest first; only about it; no Column; at most 30 days old`. What every page takes unless
 * an editor says otherwise goes without saying.
 */
export function ruleWords(rule: FillRule): string {
  if (isByHandOnly(rule)) return 'by editors only';
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

/** It takes the strengths and the national stories that the default rule takes. */
function isUsual({ strengths, national }: FillRule): boolean {
  const usual = DEFAULT_RULE.strengths;
  return (
    national === DEFAULT_RULE.national &&
    strengths.length === usual.length &&
    usual.every((one) => strengths.includes(one))
  );
}

/** Nothing but an editor's hand brings a story into the zone. */
export function isByHandOnly(rule: FillRule): boolean {
  return rule.strengths.length === 0 && rule.national === 'without';
}
