import { z } from 'zod';
import { Door } from '../models.ts';
import { method, nothing } from './method.ts';

/** Methods that a door answers itself. */
export const doorMethods = {
  'door.describe': method(
    'door',
    nothing,
    z.object({
      door: Door,
      /**
       * The beginning of a preview's address, followed by `<code>?v=<n>` or by the `src` of an image file of the
       * library.
       */
      previewBase: z.string(),
      platform: z.enum(['mac', 'other']),
    }),
  ),
  /** Desktop only: the system's file dialogs. Null when cancelled. */
  'door.pickImportFiles': method('door', nothing, z.object({ paths: z.array(z.string()).nullable() })),
  'door.pickExportFolder': method('door', nothing, z.object({ path: z.string().nullable() })),
  'door.pickLibrary': method('door', z.object({ create: z.boolean() }), z.object({ path: z.string().nullable() })),
  'door.pickBackup': method('door', z.object({ name: z.string().min(1) }), z.object({ path: z.string().nullable() })),
  /** Cancels a call that reports its progress. The door answers, because the desk reads no message during a step. */
  'work.cancel': method('door', z.object({ id: z.number().int().positive() }), nothing),
  'door.showFolder': method('door', z.object({ path: z.string().min(1) }), nothing),
} as const;
