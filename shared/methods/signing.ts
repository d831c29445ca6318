import { z } from 'zod';
import { Day, StoryId, SystemCode } from '../models.ts';
import { Check, PageChecks } from '../pages/checks.ts';
import { LedSpan } from '../pages/leads.ts';
import {
  LeadSpan,
  PageChange,
  PageSide,
  RestorePreview,
  SignedPage,
  VersionId,
  VersionSummary,
} from '../pages/versions.ts';
import { line } from '../words/typed-text.ts';
import { asOf, method, Written } from './method.ts';

/** The note as the editor saw it, null for none: another one written meanwhile is a `conflict`. */
const SeenNote = z.object({ note: z.string().nullable() }).optional();

/** Checks and signed-off versions of a page, and shared leads. */
export const signingMethods = {
  /** Errors and warnings of a page as sentences; errors first. */
  'checks.page': method('read', z.object({ system: SystemCode, asOf }), PageChecks),
  /** The counts of every active system's page, and its changes since it was signed off and exported. */
  'checks.all': method(
    'read',
    z.object({ asOf }),
    z.array(
      z.object({
        code: SystemCode,
        errors: z.number().int(),
        warnings: z.number().int(),
        silenced: z.number().int(),
        signed: VersionSummary.pick({ id: true, by: true, at: true, day: true }).nullable(),
        /** Changes since then; null for a page never signed off. */
        unsigned: z.number().int().nullable(),
        /** The last export that included the page: when, for which day, and whether the page reads differently now. */
        exported: z.object({ at: z.string(), day: Day, isChanged: z.boolean() }).nullable(),
      }),
    ),
  ),
  /** Silences a check on this page. `key` is a check's, or its kind for all checks of that kind. */
  'checks.silence': method(
    'write',
    z.object({
      system: SystemCode,
      key: Check.shape.key.max(200),
      note: line(500).min(1, 'Type a few words on why this does not matter here.'),
      seen: SeenNote,
    }),
    Written,
  ),
  'checks.unsilence': method('write', z.object({ system: SystemCode, key: Check.shape.key.max(200) }), Written),

  /** Lets a story lead neighbouring pages at once, from now on and wherever it leads. */
  'joint.mark': method(
    'write',
    z.object({
      articleId: StoryId,
      note: line(500)
        .nullable()
        .default(null)
        .transform((note) => note || null),
      seen: SeenNote,
    }),
    Written,
  ),
  'joint.unmark': method('write', z.object({ articleId: StoryId }), Written),

  /**
   * Stores the page as an export would write it now. Refused while the page has errors, unless `despite` is set and
   * there is a note.
   */
  'versions.signOff': method(
    'write',
    z.object({
      system: SystemCode,
      note: line(500)
        .nullable()
        .default(null)
        .transform((note) => note || null),
      despite: z.boolean().default(false),
    }),
    Written.extend({ id: VersionId }),
  ),
  /** Newest first. */
  'versions.list': method(
    'read',
    z.object({
      system: SystemCode,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number().int(), versions: z.array(VersionSummary) }),
  ),
  'versions.get': method('read', z.object({ id: VersionId }), VersionSummary.extend({ page: SignedPage })),
  /** The newest version of a page, and the number of changes since. */
  'versions.state': method(
    'read',
    z.object({ system: SystemCode }),
    z.object({ signed: VersionSummary.nullable(), changes: z.number().int() }),
  ),
  /** The differences of `to` from `from`, as sentences. */
  'versions.diff': method(
    'read',
    z.object({ system: SystemCode, from: PageSide, to: PageSide }),
    z.object({ changes: z.array(PageChange) }),
  ),
  /** What restoring would do, without doing it. */
  'versions.previewRestore': method('read', z.object({ id: VersionId }), RestorePreview),
  /** Makes the draft show what the version showed, as one step. Stories that cannot come back are left out. */
  'versions.restore': method('write', z.object({ id: VersionId }), Written),
  /** The pages and days for which a story was signed off as the lead. Leads between two sign-offs are not included. */
  'versions.leads': method('read', z.object({ articleId: StoryId }), z.object({ spans: z.array(LeadSpan) })),

  /**
   * The pages and days on which a story led according to the history, signed off or not. `knownFrom` is the day from
   * which the history is complete; `isWhole` is true when the story came in no earlier than that.
   */
  'leads.list': method(
    'read',
    z.object({ articleId: StoryId }),
    z.object({ knownFrom: Day.nullable(), isWhole: z.boolean(), spans: z.array(LedSpan) }),
  ),
} as const;
