import { z } from 'zod';
import { ImageHash, ImageUpload } from '../images.ts';
import {
  Candidate,
  Day,
  EntryId,
  ExportFormat,
  OverrideField,
  PageSummary,
  PageView,
  Selection,
  StoryId,
  SystemCode,
} from '../models.ts';
import { BoardPending, BoardRow, Coverage, CoverageMap } from '../pages/board.ts';
import { PageBatch, PageOutlook, TrayStory } from '../pages/page-batch.ts';
import { SeenTeaser } from '../pages/seen-teaser.ts';
import { ShelfStory } from '../pages/shelf.ts';
import { ActOnTeasers, MoveTeasers, PasteTeasers } from '../pages/teaser-batch.ts';
import { line } from '../words/typed-text.ts';
import { asOf, method, nothing, PageWritten, Written } from './method.ts';

/** A story on a page, and how its editor saw it there: a write that would overwrite anything else is a `conflict`. */
const Fill = z.object({ system: SystemCode, articleId: StoryId, seen: SeenTeaser.optional() });

/** The pages: all of them at a glance, one in the editor, and the shelf beside it. */
export const pagesMethods = {
  /**
   * Which pages need attention: one row per system, in the register's order; `scope: 'ever'` adds the closed ones at
   * the end.
   */
  'board.get': method(
    'read',
    z.object({ asOf, scope: z.enum(['active', 'ever']).default('active') }),
    z.object({ day: Day, rows: z.array(BoardRow) }),
  ),
  /** The unreviewed stories by system. Separate from the board because it reads stories, which takes longer. */
  'board.pending': method(
    'read',
    nothing,
    z.object({
      /** All unreviewed stories, and how many of the newest were read for offers. */
      total: z.number().int(),
      read: z.number().int(),
      systems: z.array(BoardPending),
    }),
  ),

  /**
   * Stories by system that were published from one day to another, both inclusive, under the register of the last day.
   */
  'coverage.get': method('read', z.object({ from: Day, to: Day }), Coverage),
  /** Areas and tiles of the systems on a day. */
  'coverage.map': method('read', z.object({ asOf }), CoverageMap),

  /** A summary of every system's page; `scope: 'ever'` adds the closed ones at the end. */
  'pages.list': method(
    'read',
    z.object({ asOf, scope: z.enum(['active', 'ever']).default('active') }),
    z.array(PageSummary),
  ),
  'pages.get': method('read', z.object({ system: SystemCode, asOf, at: EntryId.optional() }), PageView),
  /**
   * Exactly what an export would write for this page in this format; `fragment` is its stories in plain tags, for a
   * CMS.
   */
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
  /**
   * Puts a story at a number on the page (1 is the lead). Without `position` it stays at its number, or goes on top if
   * it is not on the page. With a zone, `position` counts within that zone.
   */
  'pages.place': method(
    'write',
    Fill.extend({ position: z.number().int().min(1).optional(), zoneId: z.string().optional() }),
    PageWritten,
  ),
  /** Moves a teaser to a number in the same way. A fill becomes a free placement; a pin takes the new number. */
  'pages.move': method(
    'write',
    Fill.extend({ position: z.number().int().min(1), zoneId: z.string().optional() }),
    PageWritten,
  ),
  'pages.pin': method('write', Fill, PageWritten),
  'pages.unpin': method('write', Fill, PageWritten),
  /** Takes a story off this page until an editor places it again: the fill rule does not bring it back. */
  'pages.takeOff': method('write', Fill, PageWritten),
  /** Removes the editor's placement; the fill rule decides again. */
  'pages.release': method('write', Fill, PageWritten),
  /**
   * Overrides words on this page, its image, or both, as one step. Null returns the field to the source; empty text
   * shows nothing (not for the headline). The image is a file, one already in the library, or none.
   */
  'pages.reword': method(
    'write',
    Fill.extend({
      words: z.partialRecord(OverrideField, line(5000).nullable()).default({}),
      image: z
        .union([z.literal('none'), ImageHash, ImageUpload])
        .nullable()
        .optional(),
    }),
    PageWritten,
  ),
  /**
   * Keeps this page's words and image although their source has changed: the drift is no longer reported. The words of
   * `seen` are those of the source.
   */
  'pages.keepOverride': method('write', Fill, PageWritten),
  /** First and last day of a placement, inclusive; null means open. */
  'pages.schedule': method('write', Fill.extend({ from: Day.nullable(), until: Day.nullable() }), PageWritten),
  /**
   * Moves several teasers together, as one step: they keep their order and follow each other, the first at the number.
   */
  'pages.moveMany': method('write', MoveTeasers, PageWritten),
  /** One action on several teasers as one step; those it would not change stay as they are. */
  'pages.actMany': method('write', ActOnTeasers, PageWritten),
  /**
   * Places stories copied or cut from another page, with their words and image there; pasted on their own page, they
   * move.
   */
  'pages.paste': method('write', PasteTeasers, PageWritten),
  /** Pins another story in the slot of a pinned one that does not show. */
  'pages.replaceGap': method('write', Fill.extend({ by: StoryId }), PageWritten),
  /** One story on several pages as one step. If one page refuses, none changes. */
  'pages.many': method('write', PageBatch, Written),
  /** What `pages.many` would do to each page, in the order given, without doing it. */
  'pages.previewMany': method('read', PageBatch, z.object({ pages: z.array(PageOutlook) })),
  /** The stories taken off the page and still off, the newest first. */
  'pages.tray': method('read', z.object({ system: SystemCode }), z.array(TrayStory)),
  /** Puts a story that was taken off back as it was: pinned, placed, or left to the rule. */
  'pages.putBack': method('write', Fill, PageWritten),

  /** The stories on the shelf, in the editors' order; with a system, also their positions on its page. */
  'shelf.list': method('read', z.object({ system: SystemCode.nullable().default(null) }), z.array(ShelfStory)),
  /** Puts stories on the shelf, on top unless a position is given. Those already on the shelf do not move. */
  'shelf.put': method(
    'write',
    z.object({ selection: Selection, position: z.number().int().min(1).default(1) }),
    Written,
  ),
  'shelf.remove': method('write', z.object({ ids: z.array(StoryId).min(1).max(1000) }), Written),
  'shelf.move': method(
    'write',
    z.object({
      id: StoryId,
      position: z.number().int().min(1),
      /** Its sort value as the editor saw it, from `shelf.list`. */
      seen: z.object({ rank: z.string() }).optional(),
    }),
    Written,
  ),
} as const;
