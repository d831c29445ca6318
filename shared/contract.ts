import { z } from 'zod';
import { BoardPending, BoardRow, Coverage, CoverageMap } from './board.ts';
import { Check, PageChecks, PageLimits } from './checks.ts';
import type { DeskFault } from './errors.ts';
import { KeySettings } from './keys.ts';
import { ManyPages, PageOutlook, StoryPage, TrayStory } from './many-pages.ts';
import {
  ArticleId,
  Candidate,
  Day,
  Door,
  EntryId,
  ExportFormat,
  HistoryEntry,
  ImportedFile,
  line,
  OverrideField,
  PageSummary,
  PageView,
  type Placed,
  Receipt,
  Selection,
  SourceField,
  StoryDetail,
  StoryFields,
  StoryQuery,
  StoryRow,
  StorySort,
  Strength,
  System,
  SystemCode,
} from './models.ts';
import { EditedName, NameFields, NameRecord, NameTrial, Reread, RereadVerdict, TrialState } from './names.ts';
import { CurrentRegister, Move, MoveDay, MoveMark, MoveState, RegisterPreview } from './register-moves.ts';
import { ShelfStory } from './shelf.ts';
import { NationalOffer, Offers, PageConsequence, Rejection, Suggestion } from './suggestions.ts';
import { LeadSpan, PageChange, PageSide, RestorePreview, SignedPage, VersionId, VersionSummary } from './versions.ts';

/**
 * The one contract between the desk and its doors. Inputs are parsed on the desk's side;
 * outputs are checked against their schema in the tests, not on every reply.
 * `kind` is `read`, `write` (goes into the history), `effect` (changes something outside the
 * history: settings, files, which library is open) or `door` (answered by the door, never by the desk).
 */
function method<K extends 'read' | 'write' | 'effect' | 'door', I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) {
  return { kind, input, output };
}

const nothing = z.object({});
const asOf = Day.optional();

/** What every write returns: the history entry it made, or null when nothing had to change. */
const Written = z.object({
  entry: z.object({ id: EntryId, label: z.string() }).nullable(),
  /** Stories, placements or other things the step changed. */
  changed: z.number().int(),
});
export type Written = z.infer<typeof Written>;

const TagChange = z.object({
  /** The stories for `add`, `remove` and `national`; null when only offers are accepted. */
  selection: Selection.nullable(),
  add: z
    .array(z.object({ code: SystemCode, strength: Strength.optional() }))
    .max(100)
    .default([]),
  remove: z.array(SystemCode).max(100).default([]),
  national: z.enum(['keep', 'add', 'remove']).default('keep'),
  /** Offers as they stand on screen. */
  accept: z
    .array(z.object({ id: ArticleId, code: SystemCode }))
    .max(5000)
    .default([]),
  /** Marks the stories as reviewed as well. */
  reviewed: z.boolean().default(false),
});

const Decision = z.object({
  id: ArticleId,
  codes: z.array(SystemCode).max(100).default([]),
  national: z.boolean().default(false),
});

const Fill = z.object({ system: SystemCode, articleId: ArticleId });

/** A register file as the window read it. */
const RegisterText = z.object({ file: z.string().trim().min(1).max(1000), text: z.string().max(8_000_000) });

export const LibraryInfo = z.object({
  path: z.string(),
  name: z.string(),
  isSample: z.boolean(),
  stories: z.number().int(),
  /** Day the desk takes for today. */
  today: Day,
  /** First day of the register in force today, and how many systems it has. */
  register: z.object({ from: Day, systems: z.number().int(), version: z.string() }),
  author: z.string(),
  undo: z.object({ id: EntryId, label: z.string() }).nullable(),
  redo: z.object({ id: EntryId, label: z.string() }).nullable(),
  counts: z.object({
    unreviewed: z.number().int(),
    unfiled: z.number().int(),
    national: z.number().int(),
    undated: z.number().int(),
    withdrawn: z.number().int(),
    possibleDuplicates: z.number().int(),
  }),
  version: z.string(),
});
export type LibraryInfo = z.infer<typeof LibraryInfo>;

const Settings = z.object({
  author: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  panes: z.record(z.string(), z.number()),
  keys: KeySettings,
  limits: PageLimits,
});

const ImportReport = z.object({
  files: z.array(ImportedFile),
  entry: z.object({ id: EntryId, label: z.string() }).nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const contract = {
  'library.info': method('read', nothing, LibraryInfo),
  /** Creates the sample library beside the editor's own if need be, and opens it. */
  'library.openSample': method('effect', nothing, LibraryInfo),
  /** Back to the library the door was started with. */
  'library.openOwn': method('effect', nothing, LibraryInfo),
  'library.open': method('effect', z.object({ path: z.string().min(1) }), LibraryInfo),
  'library.check': method(
    'read',
    nothing,
    z.object({
      ok: z.boolean(),
      articles: z.number().int(),
      tags: z.number().int(),
      placements: z.number().int(),
      problems: z.array(z.string()),
    }),
  ),

  'settings.get': method('read', nothing, Settings),
  'settings.set': method(
    'effect',
    z.object({
      author: z.string().trim().min(1).max(80).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      /** Pane widths in px by pane name. */
      panes: z.record(z.string().max(40), z.number().int().min(0).max(4000)).optional(),
      keys: KeySettings.optional(),
      limits: PageLimits.partial().optional(),
    }),
    Settings,
  ),

  /** The register on a day. `scope: 'ever'` gives former systems as well, active ones first. */
  'systems.list': method(
    'read',
    z.object({ asOf, scope: z.enum(['active', 'ever']).default('active') }),
    z.array(System),
  ),
  /** One system by code, slug, short name, board name or abbreviation; of any day, the one active on `asOf` first. */
  'systems.find': method('read', z.object({ text: z.string().min(1).max(300), asOf }), System),

  /** The register in force, and where it came from. */
  'register.current': method('read', nothing, CurrentRegister),
  /** What another register file would change, before it is loaded. Refused when it cannot be read at all. */
  'register.preview': method('read', RegisterText, RegisterPreview),
  /** Takes the register of the file from now on, with pages for its new systems. Refused while the preview names a problem. */
  'register.load': method('write', RegisterText, Written),

  /** Stories filed to systems that have ended, by the day of the change; the newest day first. */
  'moves.summary': method('read', nothing, z.object({ today: Day, days: z.array(MoveDay) })),
  /** One story a line and former system, newest first. */
  'moves.list': method(
    'read',
    z.object({
      state: MoveState,
      /** Only stories filed to this former system. */
      from: SystemCode.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(1000).default(100),
    }),
    z.object({ total: z.number().int(), moves: z.array(Move) }),
  ),
  /** One story to decide on: all its words, and which of them point where. */
  'moves.get': method(
    'read',
    z.object({ id: ArticleId, from: SystemCode }),
    Move.extend({ body: z.string().nullable(), url: z.string().nullable(), marks: z.array(MoveMark) }),
  ),
  /** Files each story whose tag decides to the systems that took over, as one step. The old tags stay. */
  'moves.rehome': method('write', z.object({ day: Day }), Written),
  /** An editor says where a story belongs; no home at all says that none of them is meant, and is remembered. */
  'moves.settle': method(
    'write',
    z.object({ id: ArticleId, from: SystemCode, homes: z.array(SystemCode).max(100) }),
    Written,
  ),

  'stories.list': method(
    'read',
    z.object({
      query: StoryQuery,
      sort: StorySort.prefault({}),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(100_000).default(100),
    }),
    z.object({ total: z.number().int(), stories: z.array(StoryRow) }),
  ),
  'stories.get': method('read', z.object({ id: ArticleId }), StoryDetail),
  /** Every page the story is filed to or placed on: where it stands, or why it does not. Pages that show it first. */
  'stories.pages': method('read', z.object({ id: ArticleId }), z.array(StoryPage)),
  'stories.kinds': method('read', nothing, z.array(z.string())),
  'stories.create': method(
    'write',
    z.object({
      fields: StoryFields,
      systems: z.array(SystemCode).max(100).default([]),
      national: z.boolean().default(false),
    }),
    Written.extend({ id: ArticleId }),
  ),
  /** Only the fields given change; each becomes the editor's, and imports leave it alone. */
  'stories.edit': method('write', z.object({ id: ArticleId, fields: StoryFields.partial() }), Written),
  /** Hands fields back to the source: its newest words return. */
  'stories.resetFields': method('write', z.object({ id: ArticleId, fields: z.array(SourceField).min(1) }), Written),
  'stories.withdraw': method('write', z.object({ selection: Selection }), Written),
  'stories.bringBack': method('write', z.object({ selection: Selection }), Written),

  /** How a selection is filed: per system, how many of its stories. */
  'tags.state': method(
    'read',
    z.object({ selection: Selection }),
    z.object({
      total: z.number().int(),
      national: z.number().int(),
      systems: z.array(z.object({ code: SystemCode, count: z.number().int() })),
    }),
  ),
  /** Without `strength`, stories that carry the tag keep theirs and new tags say `about`. */
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
      /** Offers that are no longer made, and so would not be accepted. */
      gone: z.number().int(),
      pages: z.array(PageConsequence),
    }),
  ),
  /** Adds, removes and accepts in one step. Each offer to accept must still be made at `named` or `likely`; the others stay. */
  'tags.change': method('write', TagChange, Written),

  /** What the desk offers for stories of the library, settled offers included, in the order of the ids. */
  'queue.offers': method('read', z.object({ ids: z.array(ArticleId).max(500) }), z.array(Offers)),
  /** All that deciding on one story takes. */
  'queue.get': method(
    'read',
    z.object({ id: ArticleId }),
    Offers.extend({ story: StoryDetail, rejected: z.array(Rejection) }),
  ),
  /**
   * Files the story as offered and keeps the reason. A system that is not offered is refused. Without `strength`,
   * a new tag is as strong as where its words stand suggests.
   */
  'queue.accept': method('write', Decision.extend({ strength: Strength.optional() }), Written),
  /** Remembers that the story does not concern these systems; takes their tags away. */
  'queue.reject': method('write', Decision, Written),
  /** Forgets rejections: what was rejected is offered again. */
  'queue.unreject': method('write', Decision, Written),
  /** Reviewed: leaves the queue. */
  'queue.done': method('write', z.object({ selection: Selection }), Written),
  /** Back into the queue. */
  'queue.reopen': method('write', z.object({ selection: Selection }), Written),
  'queue.rejections': method(
    'read',
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1000).default(100) }),
    z.object({ total: z.number().int(), rejections: z.array(Rejection) }),
  ),
  /** Suggestions for texts that are in no library. */
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
  /** Suggestions for the stories nobody has reviewed, newest first. */
  'suggest.unreviewed': method(
    'read',
    z.object({
      asOf,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(1000),
    }),
    z.object({
      total: z.number().int(),
      stories: z.array(
        z.object({ id: ArticleId, suggestions: z.array(Suggestion), national: NationalOffer.nullable() }),
      ),
    }),
  ),

  /** The names of the library's own: other names, people, titles of columns. */
  'names.list': method('read', nothing, z.array(EditedName)),
  /** What a name would do in the whole library, without saving it. `id` is the name it would take the place of. */
  'names.try': method(
    'read',
    z.object({
      id: z.string().nullable().default(null),
      name: NameFields,
      /** Only stories to which this would happen. */
      state: TrialState.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(200).default(50),
    }),
    NameTrial,
  ),
  /** Adds a name, or changes the one with the id. */
  'names.save': method(
    'write',
    z.object({ id: z.string().nullable().default(null), name: NameFields }),
    Written.extend({ id: z.string() }),
  ),
  'names.remove': method('write', z.object({ id: z.string() }), Written),
  /** How suggestions fared by what they rested on, most errors first. */
  'names.record': method('read', nothing, z.array(NameRecord)),

  /** A random sample of accepted suggestions nobody has read again; the same seed draws the same from the same library. */
  'rereads.sample': method(
    'read',
    z.object({ size: z.number().int().min(1).max(200).default(20), seed: z.number().int() }),
    /** `open`: how many there are to draw from. */
    z.object({ open: z.number().int(), rereads: z.array(Reread) }),
  ),
  /** `wrong` takes the tag away and remembers the rejection. */
  'rereads.answer': method(
    'write',
    z.object({ articleId: ArticleId, code: SystemCode, verdict: RereadVerdict }),
    Written,
  ),

  'import.contents': method(
    'write',
    z.object({
      files: z
        .array(z.object({ name: z.string().min(1).max(1000), base64: z.base64() }))
        .min(1)
        .max(10_000),
      format: z.string().optional(),
      seenOn: Day.optional(),
      dryRun: z.boolean().default(false),
    }),
    ImportReport,
  ),
  /** Absolute paths; a folder means the files in it. */
  'import.paths': method(
    'write',
    z.object({
      paths: z.array(z.string().min(1)).min(1),
      format: z.string().optional(),
      seenOn: Day.optional(),
      dryRun: z.boolean().default(false),
    }),
    ImportReport,
  ),

  /** Which pages need a hand: one row a system, in the register's order; `scope: 'ever'` with the closed ones at the end. */
  'board.get': method(
    'read',
    z.object({ asOf, scope: z.enum(['active', 'ever']).default('active') }),
    z.object({ day: Day, rows: z.array(BoardRow) }),
  ),
  /** What waits in the queue, by system: apart from the board because stories are read for it. */
  'board.pending': method(
    'read',
    nothing,
    z.object({
      /** Unreviewed stories, and of how many of the newest the offers were read. */
      total: z.number().int(),
      read: z.number().int(),
      systems: z.array(BoardPending),
    }),
  ),
  /** Stories by system that came out from one day to another, both inclusive, under the register of the last day. */
  'coverage.get': method('read', z.object({ from: Day, to: Day }), Coverage),
  /** Areas and tiles of the systems on a day. */
  'coverage.map': method('read', z.object({ asOf }), CoverageMap),

  /** Every system's page in short; `scope: 'ever'` with the closed ones at the end. */
  'pages.list': method(
    'read',
    z.object({ asOf, scope: z.enum(['active', 'ever']).default('active') }),
    z.array(PageSummary),
  ),
  'pages.get': method('read', z.object({ system: SystemCode, asOf, at: EntryId.optional() }), PageView),
  /** Exactly what an export would write for this page in this format; `fragment` is its stories in plain tags, for a CMS. */
  'pages.render': method(
    'read',
    z.object({
      system: SystemCode,
      format: z.enum([...ExportFormat.options, 'fragment']),
      asOf,
      at: EntryId.optional(),
    }),
    z.object({ content: z.string() }),
  ),
  'pages.candidates': method(
    'read',
    z.object({
      system: SystemCode,
      text: z.string().max(400).default(''),
      /** Stories filed here and national ones; or the whole library. */
      among: z.enum(['filed', 'all']).default('filed'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({ total: z.number().int(), stories: z.array(Candidate) }),
  ),
  /** Puts a story at a number on the page (1 is the lead); without `position`, where it stands already, else on top. */
  'pages.place': method('write', Fill.extend({ position: z.number().int().min(1).optional() }), Written),
  /** Moves a teaser to a number; a fill becomes a free placement, a pin takes the new number. */
  'pages.move': method('write', Fill.extend({ position: z.number().int().min(1) }), Written),
  'pages.pin': method('write', Fill, Written),
  'pages.unpin': method('write', Fill, Written),
  /** Off this page until it is placed again: neither a placement nor the fill brings it back. */
  'pages.takeOff': method('write', Fill, Written),
  /** Drops the editor's decision; the fill rule decides again. */
  'pages.release': method('write', Fill, Written),
  /** Override words on this page. A null hands the field back to the source; empty text shows nothing (not for the headline). */
  'pages.reword': method(
    'write',
    Fill.extend({
      words: z.partialRecord(OverrideField, line(5000).nullable()),
    }),
    Written,
  ),
  /** Keeps this page's words although their source has changed since: the drift is settled. */
  'pages.keepOverride': method('write', Fill, Written),
  /** First and last day a placement runs, inclusive; null is open. */
  'pages.schedule': method('write', Fill.extend({ from: Day.nullable(), until: Day.nullable() }), Written),

  /** What is wrong or doubtful on a page, in sentences; errors first. */
  'checks.page': method('read', z.object({ system: SystemCode, asOf }), PageChecks),
  /** The counts of every active system's page, and what has changed on it since it was signed off. */
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
      }),
    ),
  ),
  /** An editor's word that a check does not matter on this page. `key` is a check's, or its kind for all of that kind. */
  'checks.silence': method(
    'write',
    z.object({
      system: SystemCode,
      key: Check.shape.key.max(200),
      note: line(500).min(1, 'Say in a few words why this does not matter here.'),
    }),
    Written,
  ),
  'checks.unsilence': method('write', z.object({ system: SystemCode, key: Check.shape.key.max(200) }), Written),

  /** Freezes the page as an export would write it now. Refused while errors stand, unless `despite` and with a note. */
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
  /** The newest version of a page, and how many changes the draft has had since. */
  'versions.state': method(
    'read',
    z.object({ system: SystemCode }),
    z.object({ signed: VersionSummary.nullable(), changes: z.number().int() }),
  ),
  /** What is different on `to` against `from`, in sentences. */
  'versions.diff': method(
    'read',
    z.object({ system: SystemCode, from: PageSide, to: PageSide }),
    z.object({ changes: z.array(PageChange) }),
  ),
  /** What restoring would do, without doing it. */
  'versions.previewRestore': method('read', z.object({ id: VersionId }), RestorePreview),
  /** Makes the draft show what the version showed, as one step. Stories that cannot come back are left out. */
  'versions.restore': method('write', z.object({ id: VersionId }), Written),
  /** Where and for which days a story was signed off as the lead. What stood between two sign-offs is not in it. */
  'versions.leads': method('read', z.object({ articleId: ArticleId }), z.object({ spans: z.array(LeadSpan) })),

  /** One story on several pages as one step. When it cannot be done on one of them, none is touched. */
  'pages.many': method('write', ManyPages, Written),
  /** What `pages.many` would do to each page, in the order given, without doing it. */
  'pages.previewMany': method('read', ManyPages, z.object({ pages: z.array(PageOutlook) })),
  /** What was taken off the page and is still off, the newest first. */
  'pages.tray': method('read', z.object({ system: SystemCode }), z.array(TrayStory)),
  /** Brings back what was taken off, as it stood: pinned, placed, or left to the rule. */
  'pages.putBack': method('write', Fill, Written),

  /** The stories put aside, in the editors' order; with a system, where each stands on its page. */
  'shelf.list': method('read', z.object({ system: SystemCode.nullable().default(null) }), z.array(ShelfStory)),
  /** Puts stories aside; on top unless a number says otherwise. Those already on the shelf stay where they are. */
  'shelf.put': method(
    'write',
    z.object({ selection: Selection, position: z.number().int().min(1).default(1) }),
    Written,
  ),
  'shelf.remove': method('write', z.object({ ids: z.array(ArticleId).min(1).max(1000) }), Written),
  'shelf.move': method('write', z.object({ id: ArticleId, position: z.number().int().min(1) }), Written),

  /** Writes pages into a folder; an absolute path. Without `systems`, all active ones. */
  'export.folder': method(
    'effect',
    z.object({
      out: z.string().min(1),
      systems: z.array(SystemCode).min(1).optional(),
      formats: z.array(ExportFormat).min(1).default(['html', 'json', 'text']),
      changedOnly: z.boolean().default(false),
      asOf,
    }),
    z.object({ receipt: Receipt, written: z.array(SystemCode), out: z.string() }),
  ),
  /** The same files and receipt as one zip, for the browser door. */
  'export.zip': method(
    'read',
    z.object({
      systems: z.array(SystemCode).min(1).optional(),
      formats: z.array(ExportFormat).min(1).default(['html', 'json', 'text']),
      asOf,
    }),
    z.object({ receipt: Receipt, base64: z.base64() }),
  ),

  'history.list': method(
    'read',
    z.object({ limit: z.number().int().min(1).max(10_000).default(100), offset: z.number().int().min(0).default(0) }),
    z.object({ total: z.number().int(), entries: z.array(HistoryEntry) }),
  ),
  /** Undoes the newest step that stands. A step that another door made needs `otherDoorToo`. */
  'history.undo': method('write', z.object({ otherDoorToo: z.boolean().default(false) }), Written),
  /** Redoes the step undone last. One that another door undid needs `otherDoorToo`. */
  'history.redo': method('write', z.object({ otherDoorToo: z.boolean().default(false) }), Written),

  'door.describe': method(
    'door',
    nothing,
    z.object({
      door: Door,
      /** Address of a page's preview, to which `<code>?v=<n>` is added. */
      previewBase: z.string(),
      platform: z.enum(['mac', 'other']),
    }),
  ),
  /** Desktop only: the system's own pickers. Null when cancelled. */
  'door.pickImportFiles': method('door', nothing, z.object({ paths: z.array(z.string()).nullable() })),
  'door.pickExportFolder': method('door', nothing, z.object({ path: z.string().nullable() })),
  'door.pickLibrary': method('door', z.object({ create: z.boolean() }), z.object({ path: z.string().nullable() })),
  'door.showFolder': method('door', z.object({ path: z.string().min(1) }), nothing),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller writes: defaults may be left out. */
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives, parsed and with defaults filled in. */
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;

type NameOfKind<K> = { [M in MethodName]: Contract[M]['kind'] extends K ? M : never }[MethodName];
export type DeskMethod = NameOfKind<'read' | 'write' | 'effect'>;
export type DoorMethod = NameOfKind<'door'>;

export type Reply<T> = { ok: true; value: T } | { ok: false; error: DeskFault };

export const events = {
  /** Something in the open library changed, by this door or another. */
  'library.changed': z.object({ entryId: EntryId.nullable() }),
  /** Another library is open now; everything shown is stale. */
  'library.opened': z.object({ path: z.string() }),
  'export.progress': z.object({ done: z.number().int(), total: z.number().int(), page: z.string() }),
  /** A native menu item was chosen; `id` is a command of the command list. */
  'menu.command': z.object({ id: z.string() }),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.output<Events[E]>;

export type { Placed };
