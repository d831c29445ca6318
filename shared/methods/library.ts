import { z } from 'zod';
import { Day, EntryId } from '../models.ts';
import { SeenSettings, Settings, SettingsChange } from '../settings.ts';
import { method, nothing } from './method.ts';

export const LibraryInfo = z.object({
  path: z.string(),
  name: z.string(),
  isSample: z.boolean(),
  /** Null for any other library. Old: made before today. Used: somebody has changed it since it was made. */
  sample: z.object({ isOld: z.boolean(), isUsed: z.boolean() }).nullable(),
  stories: z.number().int(),
  /** The desk's current day. */
  today: Day,
  /** First day of today's register, and its number of systems. */
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
  /** The last backup of this library, made through any door. */
  backup: z.object({ at: z.string(), path: z.string() }).nullable(),
});
export type LibraryInfo = z.infer<typeof LibraryInfo>;

export const LibraryTrouble = z.object({
  kind: z.enum(['displaced', 'damaged']),
  message: z.string(),
  savedAs: z.string().nullable(),
});
export type LibraryTrouble = z.infer<typeof LibraryTrouble>;

/** The open library, and the settings of the person who works in it. */
export const libraryMethods = {
  'library.info': method('read', nothing, LibraryInfo),
  /**
   * Opens the sample library beside the editor's own. It is made where it is missing, and again where it is old and not
   * used. `used` asks for a new one in any case: the one there is kept under another name, or replaced.
   */
  'library.openSample': method('effect', z.object({ used: z.enum(['keep', 'replace']).optional() }), LibraryInfo),
  /** Opens the library that the door was started with. */
  'library.openOwn': method('effect', nothing, LibraryInfo),
  'library.open': method('effect', z.object({ path: z.string().min(1) }), LibraryInfo),
  /**
   * Why nothing is written to the library; `trouble` is null while all is well. `savedAs` is a copy with everything that
   * was done. It reads nothing from the library, so it answers for a damaged one too.
   */
  'library.trouble': method('read', nothing, z.object({ trouble: LibraryTrouble.nullable() })),
  /**
   * Copies every row that can still be read from a damaged library into a new one, and says what is lost; null where a
   * table does not tell. `out` is an absolute path; without it, the new library goes beside the damaged one.
   */
  'library.salvage': method(
    'effect',
    z.object({ out: z.string().min(1).optional() }),
    z.object({
      path: z.string(),
      tables: z.array(z.object({ table: z.string(), read: z.number().int(), lost: z.number().int().nullable() })),
    }),
  ),
  /** Opens the copy that was saved when the library's file was lost; see `library.trouble`. */
  'library.openSaved': method('effect', nothing, LibraryInfo),
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

  /**
   * A checked copy of the library in one file, made while the library is in use. `out` is an absolute path; without it,
   * the copy goes beside the library under a free name.
   */
  'library.backup': method(
    'effect',
    z.object({ out: z.string().min(1).optional(), replace: z.boolean().default(false) }),
    z.object({
      path: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      stories: z.number().int(),
      at: z.string(),
    }),
  ),

  'settings.get': method('read', nothing, Settings),
  /** `seen` holds the library's settings as the editor saw them: one that was changed meanwhile is a `conflict`. */
  'settings.set': method('effect', SettingsChange.extend({ seen: SeenSettings.optional() }), Settings),
} as const;
