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
export type { Placed } from './models.ts';

/**
 * The one contract between the desk and its doors, one file an area. Inputs are parsed on the desk's side;
 * outputs are checked against their schema in the tests, not on every reply.
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
