import { z } from 'zod';
import { ImageFile } from './images.ts';
import { FillRule, Prominence } from './pages/fill-rules.ts';
import { Evidence } from './tagging/reasons.ts';
import { STRENGTHS, Strength } from './tagging/strengths.ts';
import { line, paragraphs } from './words/typed-text.ts';

export const SystemCode = z
  .string()
  .regex(/^[A-Z0-9]{3,6}$/)
  .brand<'SystemCode'>();
/** ODS code of an integrated care board, e.g. `QNQ`. */
export type SystemCode = z.infer<typeof SystemCode>;

export const StoryId = z.uuid().brand<'StoryId'>();
export type StoryId = z.infer<typeof StoryId>;
export const PlacementId = z.uuid().brand<'PlacementId'>();
export type PlacementId = z.infer<typeof PlacementId>;
export const EntryId = z.uuid().brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;

/** A calendar day that exists, `YYYY-MM-DD`. */
export const Day = z.iso.date();
/** A day, or a day and a wall-clock time in England: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. Both sort as text. */
export const DayOrTime = z.union([Day, z.iso.datetime({ local: true, offset: false, precision: -1 }).regex(/\d$/)]);

export const System = z.object({
  code: SystemCode,
  slug: z.string(),
  shortName: z.string(),
  boardName: z.string(),
  region: z.string(),
  activeFrom: Day,
  /** Last active day, inclusive; null while active. */
  activeTo: Day.nullable(),
  /** Every known successor, whatever the date asked for. */
  successors: z.array(SystemCode),
  abbreviations: z.array(z.string()),
});
export type System = z.infer<typeof System>;

export { STRENGTHS, Strength };

export const TagOrigin = z.enum(['capture', 'editor', 'suggestion', 'register']);
/** `suggestion`: offered by the desk, accepted by an editor; `register`: carried over when a system ended. */
export type TagOrigin = z.infer<typeof TagOrigin>;

export const SOURCE_FIELDS = [
  'headline',
  'standfirst',
  'kicker',
  'alt',
  'byline',
  'kind',
  'url',
  'publishedAt',
  'body',
] as const;
/** The fields of a story that come from its source and that an editor may change. */
export const SourceField = z.enum(SOURCE_FIELDS);
export type SourceField = z.infer<typeof SourceField>;

const optional = <T extends z.ZodType<string>>(text: T) => text.nullable().transform((value) => value || null);
const optionalLine = (max: number) => optional(line(max));

/** The fields of a story that an editor may write. Empty text means null. */
export const StoryFields = z.object({
  headline: line(1000).min(1, 'A story needs a headline.'),
  standfirst: optionalLine(5000),
  kicker: optionalLine(200),
  alt: optionalLine(1000),
  /** The image's http(s) address, or null. */
  imageAddress: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'The image address must begin with http:// or https://.' }),
    ])
    .nullable()
    .transform((value) => value || null),
  byline: optionalLine(300),
  kind: optionalLine(60),
  url: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'The web address must begin with http:// or https://.' }),
    ])
    .nullable()
    .transform((value) => value || null),
  publishedAt: DayOrTime.nullable(),
  embargoUntil: DayOrTime.nullable(),
  body: optional(paragraphs(200_000)),
});
export type StoryFields = z.infer<typeof StoryFields>;

export const StoryTag = z.object({ code: SystemCode, strength: Strength, origin: TagOrigin });
export type StoryTag = z.infer<typeof StoryTag>;

/** One line of the stories table. */
export const StoryRow = z.object({
  id: StoryId,
  headline: z.string(),
  standfirst: z.string().nullable(),
  alt: z.string().nullable(),
  byline: z.string().nullable(),
  kind: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** The day the library first saw it: replaces an unknown `publishedAt` wherever stories are sorted. */
  firstSeenOn: Day,
  embargoUntil: z.string().nullable(),
  national: z.boolean(),
  withdrawn: z.boolean(),
  /** Whether an editor has reviewed how it is filed; until then it waits in the queue. */
  reviewed: z.boolean(),
  systems: z.array(StoryTag),
});
export type StoryRow = z.infer<typeof StoryRow>;

export const StoryDetail = StoryRow.extend({
  kicker: z.string().nullable(),
  imageAddress: z.string().nullable(),
  /** Shown instead of the address where there is one. */
  imageFile: ImageFile.nullable(),
  body: z.string().nullable(),
  /** Source fields that an editor has changed; a later import leaves these alone. */
  editedFields: z.array(SourceField),
  tags: z.array(
    StoryTag.extend({
      by: z.string(),
      at: z.string(),
      reason: z.string().nullable(),
      /** The words that the reason rests on; null where an editor or a capture filed it. */
      evidence: Evidence.nullable(),
    }),
  ),
  review: z.object({ by: z.string(), at: z.string() }).nullable(),
  sightings: z.array(z.object({ code: SystemCode, file: z.string(), seenOn: Day, rank: z.number().int() })),
  /** Other stories that may be this one, with the reason as the end of a sentence. */
  possibleDuplicates: z.array(
    z.object({ id: StoryId, headline: z.string(), publishedAt: z.string().nullable(), reason: z.string() }),
  ),
});
export type StoryDetail = z.infer<typeof StoryDetail>;

export const StoryQuery = z.object({
  /** Words to find; the last may be the beginning of a word. Empty finds everything, a text without a word nothing. */
  text: z.string().max(400).default(''),
  system: SystemCode.nullable().default(null),
  filed: z.enum(['any', 'unfiled', 'national']).default('any'),
  kind: z.string().nullable().default(null),
  withdrawn: z.enum(['hide', 'only', 'show']).default('hide'),
  undated: z.boolean().default(false),
  review: z.enum(['any', 'open', 'done']).default('any'),
  possibleDuplicates: z.boolean().default(false),
  /** Only these stories, such as those an editor has selected; null for any. */
  ids: z.array(StoryId).max(50_000).nullable().default(null),
});
export type StoryQuery = z.infer<typeof StoryQuery>;

export const StorySort = z.object({
  by: z.enum(['out', 'headline', 'kind', 'byline']).default('out'),
  descending: z.boolean().default(true),
});
export type StorySort = z.infer<typeof StorySort>;

/** A list of ids, or a query without some ids, so that selecting 100,000 stories needs no list. */
export const Selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(StoryId).min(1).max(50_000) }),
  z.object({
    kind: z.literal('query'),
    query: StoryQuery,
    except: z.array(StoryId).max(50_000),
    /** How many stories the editor saw that the query finds. A step is refused when the number differs. */
    found: z.number().int().min(0).optional(),
  }),
]);
export type Selection = z.infer<typeof Selection>;

export const OVERRIDE_FIELDS = ['headline', 'standfirst', 'kicker', 'alt'] as const;
export const OverrideField = z.enum(OVERRIDE_FIELDS);
export type OverrideField = z.infer<typeof OverrideField>;

/** All that an editor may override of a story on one page: words, and the image itself. */
export const OVERRIDES = [...OVERRIDE_FIELDS, 'image'] as const;
export const Override = z.enum(OVERRIDES);
export type Override = z.infer<typeof Override>;

export const Placed = z.enum(['pinned', 'free', 'filled']);
export type Placed = z.infer<typeof Placed>;

/**
 * An image and its label, either of which may be missing: a label alone has no `src`, an image alone an empty `alt`.
 */
export const TeaserImage = z.object({
  alt: z.string(),
  /** A file of the library, as a path beside the page (`imageNameIn` reads it), or a web address. */
  src: z.string().nullable(),
  /** In pixels; missing when unknown. */
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
});
export type TeaserImage = z.infer<typeof TeaserImage>;

/** One teaser as a reader would see it, and the reason why it is there. */
export const Teaser = z.object({
  articleId: StoryId,
  placed: Placed,
  why: z.string(),
  scope: z.enum(['system', 'national', 'nearby']),
  /** The system that a nearby story is filed to; null for all others. Readers always see it. */
  nearby: z.object({ code: SystemCode, slug: z.string(), shortName: z.string() }).nullable(),
  headline: z.string(),
  standfirst: z.string().nullable(),
  kicker: z.string().nullable(),
  image: TeaserImage.nullable(),
  byline: z.string().nullable(),
  kind: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  overrides: z.array(Override),
  /** The date line as its capture printed it, repeated in the text export; null elsewhere. */
  dateLine: z.string().nullable(),
});
export type Teaser = z.infer<typeof Teaser>;

export const LayoutZone = z.object({
  id: z.string(),
  name: z.string(),
  limit: z.number().int().positive(),
  prominence: Prominence,
  teasers: z.array(Teaser),
});

/** A page resolved at a moment: exactly what a reader would see. */
export const Layout = z.object({
  system: System.pick({ code: true, slug: true, shortName: true, boardName: true, region: true }),
  title: z.string(),
  asOf: Day,
  zones: z.array(LayoutZone),
});
export type Layout = z.infer<typeof Layout>;

/** The source's own words of a teaser, so that the editor can see what an override replaces. */
export const EditorTeaser = Teaser.extend({
  placementId: PlacementId.nullable(),
  position: z.number().int().positive(),
  pinNumber: z.number().int().positive().nullable(),
  /** The sort value of a free placement, to be compared and nothing else. */
  rank: z.string().nullable().optional(),
  /** First and last day of the placement, inclusive; null means open, and is always so for a fill. */
  from: Day.nullable(),
  until: Day.nullable(),
  source: z.object({
    headline: z.string(),
    standfirst: z.string().nullable(),
    kicker: z.string().nullable(),
    alt: z.string().nullable(),
    /** The `src` of the story's own image. */
    image: z.string().nullable(),
  }),
  /** Overrides whose source has changed since they were made: `was` is the source's earlier text, or its `src`. */
  drift: z.array(z.object({ field: Override, was: z.string().nullable() })),
  /** The day the library first saw it: the age of an undated story counts from here. */
  firstSeenOn: Day,
});
export type EditorTeaser = z.infer<typeof EditorTeaser>;

/** A placement that does not show at this moment, and why. */
export const WaitingPlacement = z.object({
  placementId: PlacementId,
  articleId: StoryId,
  headline: z.string(),
  why: z.enum(['withdrawn', 'embargoed', 'not-out-yet', 'not-yet', 'over', 'no-room', 'taken-off']),
  standing: z.enum(['pinned', 'free', 'off']),
  /** A pinned teaser's number within its zone. */
  pinNumber: z.number().int().positive().nullable(),
  zoneId: z.string(),
  from: Day.nullable(),
  until: Day.nullable(),
});
export type WaitingPlacement = z.infer<typeof WaitingPlacement>;

/** An editor's mark that a story may lead neighbouring pages at once; it applies to every page that the story leads. */
export const JointLead = z.object({
  articleId: StoryId,
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type JointLead = z.infer<typeof JointLead>;

export const PageView = Layout.extend({
  active: z.boolean(),
  /** The mark on the page's lead; null where it has none. */
  jointLead: JointLead.nullable(),
  zones: z.array(LayoutZone.extend({ rule: FillRule, teasers: z.array(EditorTeaser) })),
  /** Placements that do not show now: overflow, embargoed, withdrawn, taken off. */
  waiting: z.array(WaitingPlacement),
});
export type PageView = z.infer<typeof PageView>;

export const PageSummary = z.object({
  code: SystemCode,
  slug: z.string(),
  shortName: z.string(),
  region: z.string(),
  active: z.boolean(),
  activeTo: Day.nullable(),
  /** Stories filed to the system that may show on a page. */
  filed: z.number().int(),
  teasers: z.number().int(),
  pinned: z.number().int(),
  free: z.number().int(),
  filled: z.number().int(),
  lead: z.object({ headline: z.string(), publishedAt: z.string().nullable(), placed: Placed }).nullable(),
});
export type PageSummary = z.infer<typeof PageSummary>;

export const Candidate = StoryRow.extend({
  /** Its position on this page now, or null. */
  position: z.number().int().nullable(),
  placed: Placed.nullable(),
  takenOff: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

export const EXPORT_FORMATS = ['text', 'html', 'json'] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** What a reader reads or sees of a teaser; the value of `image` is a `src`. */
export const WordField = z.enum(['headline', 'standfirst', 'kicker', 'alt', 'image', 'dateLine']);
export type WordField = z.infer<typeof WordField>;

/** The change to one teaser between the last export into a folder and this one. */
const ReceiptChange = z.object({
  articleId: StoryId,
  headline: z.string(),
  change: z.enum(['added', 'moved', 'removed', 'reworded']),
  /** Numbers on the whole page, from 1; null where it was or is not on the page. */
  from: z.number().int().nullable().default(null),
  to: z.number().int().nullable().default(null),
  /** Of `reworded`, one for each field; null where the receipt before did not keep the words. */
  field: WordField.nullable().default(null),
  was: z.string().nullable().default(null),
  is: z.string().nullable().default(null),
});

export const ReceiptPage = z.object({
  code: SystemCode,
  slug: z.string(),
  added: z.number().int(),
  moved: z.number().int(),
  removed: z.number().int(),
  reworded: z.number().int(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
  changes: z.array(ReceiptChange),
  /** The page as exported, in order, so that the next export can list what changed. */
  teasers: z.array(
    z.object({
      articleId: StoryId,
      headline: z.string(),
      words: z.string(),
      /** The teaser's zone; missing in receipts from before pages had several. */
      zone: z.string().optional(),
      /** How it was put there, and what a reader saw of it; not in receipts from before these were kept. */
      placed: Placed.optional(),
      fields: z.record(WordField, z.string().nullable()).optional(),
    }),
  ),
});
export type ReceiptPage = z.infer<typeof ReceiptPage>;

export const Receipt = z.object({
  version: z.literal(1),
  tool: z.literal('patchdesk'),
  asOf: Day,
  pages: z.array(ReceiptPage),
});
export type Receipt = z.infer<typeof Receipt>;

const ImportProblem = z.object({ line: z.number().int().nullable(), code: z.string(), message: z.string() });

export const ImportedFile = z.object({
  file: z.string(),
  format: z.string().nullable(),
  system: SystemCode.nullable(),
  articles: z.object({ new: z.number().int(), changed: z.number().int(), unchanged: z.number().int() }),
  tags: z.object({ new: z.number().int() }),
  problems: z.array(ImportProblem),
  /** The known stories whose words changed. */
  changes: z.array(
    z.object({
      id: StoryId,
      headline: z.string(),
      fields: z.array(z.object({ field: SourceField, was: z.string().nullable(), is: z.string() })),
    }),
  ),
  error: z.object({ code: z.string(), message: z.string(), line: z.number().int().optional() }).nullable(),
});
export type ImportedFile = z.infer<typeof ImportedFile>;

export const Door = z.enum(['desktop', 'browser', 'cli']);
export type Door = z.infer<typeof Door>;

/** The area of work that a step belongs to; a step may belong to several. */
export const HistoryArea = z.enum(['stories', 'tags', 'placing', 'zones', 'imports', 'names', 'signing', 'register']);
export type HistoryArea = z.infer<typeof HistoryArea>;

export const HistoryEntry = z.object({
  id: EntryId,
  at: z.string(),
  by: z.string(),
  label: z.string(),
  undone: z.boolean(),
  door: Door,
  kind: z.enum(['step', 'undo', 'redo']),
  /** Number of changed rows. */
  rows: z.number().int(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A later step that built on a past one. */
export const LaterEntry = z.object({ id: EntryId, label: z.string(), by: z.string(), at: z.string() });
export type LaterEntry = z.infer<typeof LaterEntry>;

/** Which entries to list; all of the fields given must fit. */
export const HistoryFilter = z.object({
  by: z.string().optional(),
  kind: HistoryEntry.shape.kind.optional(),
  area: HistoryArea.optional(),
  story: StoryId.optional(),
  page: SystemCode.optional(),
  /** Days of those who did the steps, both included. */
  from: Day.optional(),
  to: Day.optional(),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;

/** What a step changed: a sentence, or the name of a field with its words before and after. */
export const HistoryChange = z.object({
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type HistoryChange = z.infer<typeof HistoryChange>;

/** What changes are listed under: a story's id, a system's code, or a name for anything else. */
export const HistorySubject = z.object({ kind: z.enum(['story', 'page', 'other']), id: z.string(), title: z.string() });
export type HistorySubject = z.infer<typeof HistorySubject>;
