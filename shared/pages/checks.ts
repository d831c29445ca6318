import { z } from 'zod';
import { Override, OverrideField, StoryId } from '../models.ts';
import { counted } from '../words/counted.ts';

/** The checks that a page must pass before sign-off. */
const CHECK_KINDS = [
  'zone-empty',
  'page-thin',
  'story-twice',
  'sponsored-unlabelled',
  'label-missing',
  'label-file-name',
  'label-stock',
  'image-twice',
  'headline-long',
  'standfirst-long',
  'lead-stale',
  'lead-national',
  'lead-shared',
  'source-changed',
  'placement-withdrawn',
  'placement-over',
  'placement-not-out',
  'former-system',
] as const;
export const CheckKind = z.enum(CHECK_KINDS);
export type CheckKind = z.infer<typeof CheckKind>;

/** The limits for too long, too old and too few. An editor sets them. */
export const PageLimits = z.object({
  /** Characters, including spaces. */
  headline: z.number().int().min(10).max(1000),
  standfirst: z.number().int().min(10).max(5000),
  /** Days after which a lead is stale. */
  leadDays: z.number().int().min(1).max(3650),
  /** A page with fewer teasers than this is thin. */
  fewest: z.number().int().min(1).max(200),
});
export type PageLimits = z.infer<typeof PageLimits>;

export const DEFAULT_LIMITS: PageLimits = { headline: 100, standfirst: 250, leadDays: 14, fewest: 10 };

/** The place a check points to. */
const CheckPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  z.object({ kind: z.literal('zone'), zoneId: z.string() }),
  z.object({ kind: z.literal('teaser'), articleId: StoryId, position: z.number().int() }),
  /** A placement that does not show. */
  z.object({ kind: z.literal('waiting'), articleId: StoryId }),
]);

const onStory = { label: z.string(), articleId: StoryId };

/** One way to fix it; `label` is the text of its button. All but `edit`, `candidates` and `rule` act at once. */
export const Fix = z.discriminatedUnion('does', [
  z.object({ does: z.literal('edit'), ...onStory, field: Override }),
  z.object({
    does: z.literal('reword'),
    ...onStory,
    /** Null returns the field to the source. */
    words: z.partialRecord(OverrideField, z.string().nullable()),
    /** Null: the source's image replaces the one chosen here. */
    image: z.null().optional(),
  }),
  z.object({ does: z.literal('keep'), ...onStory }),
  z.object({ does: z.literal('move'), ...onStory, position: z.number().int() }),
  z.object({ does: z.literal('take-off'), ...onStory }),
  z.object({ does: z.literal('open-days'), ...onStory }),
  z.object({ does: z.literal('release'), ...onStory }),
  z.object({ does: z.literal('joint-lead'), ...onStory }),
  z.object({ does: z.literal('candidates'), label: z.string() }),
  z.object({ does: z.literal('rule'), label: z.string(), zoneId: z.string() }),
]);
export type Fix = z.infer<typeof Fix>;

/** One error or warning of a page. */
export const Check = z.object({
  /** Stays the same while the problem exists: its kind, then the story or zone where there is one. */
  key: z.string(),
  kind: CheckKind,
  level: z.enum(['error', 'warning']),
  /** A whole sentence. */
  says: z.string(),
  at: CheckPlace,
  /** The shortcut runs the first. */
  fixes: z.array(Fix),
});
export type Check = z.infer<typeof Check>;

/** An editor's decision to silence a check on this page. */
export const Silence = z.object({
  /** A check's key, or its kind alone for all checks of that kind. */
  key: z.string(),
  kind: CheckKind,
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Silence = z.infer<typeof Silence>;

export const PageChecks = z.object({
  checks: z.array(Check.extend({ silence: Silence.nullable() })),
  /** Silences of problems that do not exist now. */
  unused: z.array(Silence),
  errors: z.number().int(),
  warnings: z.number().int(),
});
export type PageChecks = z.infer<typeof PageChecks>;

/** Returns the kind of a check's key, or null when it is not a key. */
export function kindOfKey(key: string): CheckKind | null {
  const parsed = CheckKind.safeParse(key.split(':', 1)[0]);
  return parsed.success ? parsed.data : null;
}

/** A page's checks with its silences; a silenced check counts as neither error nor warning. */
export function withSilences(found: readonly Check[], silences: readonly Silence[]): PageChecks {
  const byKey = new Map(silences.map((silence) => [silence.key, silence]));
  const used = new Set<string>();
  const checks = found.map((check) => {
    const silence = byKey.get(check.key) ?? byKey.get(check.kind) ?? null;
    if (silence) used.add(silence.key);
    return { ...check, silence };
  });
  const count = (level: Check['level']) => checks.filter((one) => one.level === level && one.silence === null).length;
  return {
    checks,
    unused: silences.filter(({ key }) => !used.has(key)),
    errors: count('error'),
    warnings: count('warning'),
  };
}

/** `2 errors, 1 warning`, or `no errors or warnings`. */
export function formatCheckCounts({ errors, warnings }: { errors: number; warnings: number }): string {
  const parts = [
    errors === 0 ? null : counted(errors, 'error', 'errors'),
    warnings === 0 ? null : counted(warnings, 'warning', 'warnings'),
  ].filter(Boolean);
  return parts.length === 0 ? 'no errors or warnings' : parts.join(', ');
}
