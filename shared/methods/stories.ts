import { z } from 'zod';
import { ImageHash, ImageUpload } from '../images.ts';
import {
  Day,
  Door,
  EntryId,
  ImportedFile,
  Selection,
  SourceField,
  StoryDetail,
  StoryFields,
  StoryId,
  StoryQuery,
  StoryRow,
  StorySort,
  SystemCode,
} from '../models.ts';
import { StoryElsewhere, StoryPage } from '../pages/page-batch.ts';
import { method, nothing, Written } from './method.ts';

export const ImportReport = z.object({
  files: z.array(ImportedFile),
  entry: z.object({ id: EntryId, label: z.string() }).nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** The story's image file: a new one, one already in the library, or null for none. If missing, the image stays. */
const StoryImage = z.union([ImageHash, ImageUpload]).nullable().optional();

/**
 * The fields as the editor saw them, the image by its sha256. Where another value was put over one of them meanwhile,
 * the write is refused as a `conflict`.
 */
const SeenStory = z.partialRecord(z.enum([...StoryFields.keyof().options, 'image']), z.string().nullable()).optional();

/** Stories and their import. */
export const storiesMethods = {
  'stories.list': method(
    'read',
    z.object({
      query: StoryQuery,
      sort: StorySort.prefault({}),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(100_000).default(100),
    }),
    z.object({
      total: z.number().int(),
      /** Why the search finds nothing, where its text holds no word. */
      notice: z.string().nullable(),
      stories: z.array(StoryRow),
    }),
  ),
  /** Pairs of stories that may be one, those with the newest story first; `a` came first into the library. */
  'duplicates.list': method(
    'read',
    nothing,
    z.object({
      pairs: z.array(
        z.object({ a: StoryId, b: StoryId, reason: z.string(), headlines: z.tuple([z.string(), z.string()]) }),
      ),
    }),
  ),
  'stories.get': method('read', z.object({ id: StoryId }), StoryDetail),
  /**
   * Every page that the story is filed to or placed on, with its position or the reason why it does not show. Pages
   * that show it first.
   */
  'stories.pages': method('read', z.object({ id: StoryId }), z.array(StoryPage)),
  /** Today's pages, other than the system's own, that show each of these stories; stories on no page are left out. */
  'stories.elsewhere': method(
    'read',
    z.object({ ids: z.array(StoryId).max(1000), system: SystemCode }),
    z.object({
      /** All pages of today, the system's own included while it is active. */
      pages: z.number().int(),
      stories: z.array(StoryElsewhere),
    }),
  ),
  /** Who last changed one of these fields of a story, or with a system of its teaser there; null where nobody did. */
  'stories.lastChange': method(
    'read',
    z.object({ id: StoryId, fields: z.array(z.string().max(40)).min(1).max(20), system: SystemCode.optional() }),
    z
      .object({
        by: z.string(),
        at: z.string(),
        door: Door,
        isYou: z.boolean(),
        /** In words: `in another window`. */
        where: z.string(),
      })
      .nullable(),
  ),
  'stories.kinds': method('read', nothing, z.array(z.string())),
  'stories.create': method(
    'write',
    z.object({
      fields: StoryFields,
      systems: z.array(SystemCode).max(100).default([]),
      national: z.boolean().default(false),
      image: StoryImage,
    }),
    Written.extend({ id: StoryId }),
  ),
  /** Only the given fields change. Each becomes the editor's, and imports leave it alone. */
  'stories.edit': method(
    'write',
    z.object({ id: StoryId, fields: StoryFields.partial(), image: StoryImage, seen: SeenStory }),
    Written,
  ),
  /** Returns fields to the source: its newest values apply again. */
  'stories.resetFields': method(
    'write',
    z.object({ id: StoryId, fields: z.array(SourceField).min(1), seen: SeenStory }),
    Written,
  ),
  'stories.withdraw': method('write', z.object({ selection: Selection }), Written),
  'stories.bringBack': method('write', z.object({ selection: Selection }), Written),

  'import.contents': method(
    'write',
    z.object({
      files: z
        .array(
          z.object({
            name: z.string().min(1).max(1000),
            base64: z.base64(),
            /** The same text as HTML, where a paste has both. It is taken if it is a page with stories. */
            html: z.base64().optional(),
          }),
        )
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
} as const;
