import { z } from 'zod';
import { ExportFormat, Receipt, SystemCode } from '../models.ts';
import { asOf, method } from './method.ts';

/** False when the library could not record the export: the board does not show it then. */
const isRemembered = z.boolean();

/** Exports. */
export const exportMethods = {
  /** Writes pages into a folder, an absolute path. Without `systems`, all active ones. */
  'export.folder': method(
    'effect',
    z.object({
      out: z.string().min(1),
      systems: z.array(SystemCode).min(1).optional(),
      formats: z.array(ExportFormat).min(1).default(['html', 'json', 'text']),
      changedOnly: z.boolean().default(false),
      asOf,
    }),
    z.object({ receipt: Receipt, written: z.array(SystemCode), out: z.string(), isRemembered }),
  ),
  /** The same files and receipt as one zip, for the browser door. */
  'export.zip': method(
    'effect',
    z.object({
      systems: z.array(SystemCode).min(1).optional(),
      formats: z.array(ExportFormat).min(1).default(['html', 'json', 'text']),
      asOf,
    }),
    z.object({ receipt: Receipt, base64: z.base64(), isRemembered }),
  ),
} as const;
