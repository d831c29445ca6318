import { z } from 'zod';
import { ImageHash, ImageUpload } from '../images.ts';
import {
  Candidate,
  Day,
  EntryId,
  ExportFormat,
  line,
  OverrideField,
  PageSummary,
  PageView,
  Selection,
  StoryId,
  SystemCode,
} from '../models.ts';
import { BoardPending, BoardRow, Coverage, CoverageMap } from '../pages/board.ts';
import { ManyPages, PageOutlook, TrayStory } from '../pages/many-pages.ts';
import { ActOnTeasers, MoveTeasers, PasteTeasers } from '../pages/several-teasers.ts';
import { ShelfStory } from '../pages/shelf.ts';
import { asOf, method, nothing, PageWritten, Written } from './method.ts';

const Fill = z.object({ system: SystemCode, articleId: StoryId });

/** The pages: all of them at a glance, one in the editor, and the shelf beside it. */
export const pagesMethods = {
  /** Which pages need attention: one row a system, in the register's order; `scope: 'ever'` with the closed ones at the end. */
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
  /**
   * Puts a story at a number on the page (1 is the lead); without `position`, where it stands already, else on top.
   * With a zone, `position` counts within that zone.
   */
  'pages.place': method(
    'write',
    Fill.extend({ position: z.number().int().min(1).optional(), zoneId: z.string().optional() }),
    PageWritten,
  ),
  /** Moves a teaser to a number, likewise; a fill becomes a free placement, a pin takes the new number. */
  'pages.move': method(
    'write',
    Fill.extend({ position: z.number().int().min(1), zoneId: z.string().optional() }),
    PageWritten,
  ),
  'pages.pin': method('write', Fill, PageWritten),
  'pages.unpin': method('write', Fill, PageWritten),
  /** Off this page until it is placed again: neither a placement nor the fill brings it back. */
  'pages.takeOff': method('write', Fill, PageWritten),
  /** Drops the editor's decision; the fill rule decides again. */
  'pages.release': method('write', Fill, PageWritten),
  /**
   * Override words on this page, its image, or both as one step. A null hands it back to the source; empty text shows
   * nothing (not for the headline). The image is a file, one that the library holds already, or none.
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
  /** Keeps this page's words and image although their source has changed since: the drift is settled. */
  'pages.keepOverride': method('write', Fill, PageWritten),
  /** First and last day a placement runs, inclusive; null is open. */
  'pages.schedule': method('write', Fill.extend({ from: Day.nullable(), until: Day.nullable() }), PageWritten),
  /** Several teasers together: they keep their order and stand next to each other, the first at the number. One step. */
  'pages.moveMany': method('write', MoveTeasers, PageWritten),
  /** The same done to several teasers as one step; those it would not change stay as they are. */
  'pages.actMany': method('write', ActOnTeasers, PageWritten),
  /** Places stories copied or cut from another page, with the words and image they have there; onto their own page it moves them. */
  'pages.paste': method('write', PasteTeasers, PageWritten),
  /** Pins another story in the place of a pinned one that does not show. */
  'pages.replaceGap': method('write', Fill.extend({ by: StoryId }), PageWritten),
  /** One story on several pages as one step. When it cannot be done on one of them, none is touched. */
  'pages.many': method('write', ManyPages, Written),
  /** What `pages.many` would do to each page, in the order given, without doing it. */
  'pages.previewMany': method('read', ManyPages, z.object({ pages: z.array(PageOutlook) })),
  /** What was taken off the page and is still off, the newest first. */
  'pages.tray': method('read', z.object({ system: SystemCode }), z.array(TrayStory)),
  /** Brings back what was taken off, as it stood: pinned, placed, or left to the zone. */
  'pages.putBack': method('write', Fill, PageWritten),

  /** The stories put aside, in the editors' order; with a system, where each stands on its page. */
  'shelf.list': method('read', z.object({ system: SystemCode.nullable().default(null) }), z.array(ShelfStory)),
  /** Puts stories aside; on top unless a number says otherwise. Those already on the shelf stay where they are. */
  'shelf.put': method(
    'write',
    z.object({ selection: Selection, position: z.number().int().min(1).default(1) }),
    Written,
  ),
  'shelf.remove': method('write', z.object({ ids: z.array(StoryId).min(1).max(1000) }), Written),
  'shelf.move': method('write', z.object({ id: StoryId, position: z.number().int().min(1) }), Written),
} as const;
