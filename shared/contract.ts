import { z } from 'zod';
import type { DeskFault } from './errors.ts';
import { doorMethods } from './methods/door.ts';
import { exportMethods } from './methods/export.ts';
import { historyMethods } from './methods/history.ts';
import { imagesMethods } from './methods/images.ts';
import { libraryMethods } from './methods/library.ts';
import { pagesMethods } from './methods/pages.ts';
import { signingMethods } from './methods/signing.ts';
import { storiesMethods } from './methods/stories.ts';
import { systemsMethods } from './methods/systems.ts';
import { taggingMethods } from './methods/tagging.ts';
import { zonesMethods } from './methods/zones.ts';
import { EntryId } from './models.ts';

export { LibraryInfo } from './methods/library.ts';
export type { PageWritten, Written } from './methods/method.ts';
export type { ImportReport } from './methods/stories.ts';

/**
 * The contract between the desk and its doors, one file per area. The desk parses inputs; tests check outputs against
 * their schema, replies are not checked at run time.
 */
export const contract = {
  ...libraryMethods,
  ...systemsMethods,
  ...storiesMethods,
  ...taggingMethods,
  ...pagesMethods,
  ...zonesMethods,
  ...signingMethods,
  ...imagesMethods,
  ...exportMethods,
  ...historyMethods,
  ...doorMethods,
} as const;

type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller passes: values with a default may be missing. */
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives: parsed, with defaults filled in. */
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;

type NameOfKind<K> = { [M in MethodName]: Contract[M]['kind'] extends K ? M : never }[MethodName];
export type DeskMethod = NameOfKind<'read' | 'write' | 'effect'>;
export type DoorMethod = NameOfKind<'door'>;

export type Reply<T> = { ok: true; value: T } | { ok: false; error: DeskFault };

const events = {
  /** The open library changed, through this door or another. */
  'library.changed': z.object({ entryId: EntryId.nullable() }),
  /** Another library is open now; everything on screen is stale. */
  'library.opened': z.object({ path: z.string() }),
  'export.progress': z.object({ done: z.number().int(), total: z.number().int(), page: z.string() }),
  /** A call that takes longer, in words; `id` cancels it. The first report comes after half a second. */
  'work.progress': z.object({
    id: z.number().int(),
    text: z.string(),
    done: z.number().int(),
    total: z.number().int(),
  }),
  /** A call that had reported its progress is over. */
  'work.ended': z.object({ id: z.number().int(), how: z.enum(['done', 'cancelled', 'failed']) }),
  /** The user chose a native menu item; `id` is a command of the command list. */
  'menu.command': z.object({ id: z.string() }),
} as const;
type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.output<Events[E]>;
