import { Worker } from 'node:worker_threads';
import type { EventName, EventPayload, Reply } from '../shared/contract.ts';
import type { Door } from '../shared/models.ts';

export type DeskEvent = { [E in EventName]: { name: E; payload: EventPayload<E> } }[EventName];

/** What a door needs to know to start a desk. Everything is data, so that it crosses to the worker. */
export interface DeskOptions {
  /** The library file; created when missing. */
  libraryPath: string;
  /** The project's `resources` folder: register, sample library. */
  resourcesPath: string;
  door: Door;
  /** Takes the place of the author setting, e.g. from `PATCHDESK_AUTHOR`. */
  author?: string;
}

/** The library and all that works on it, behind one call. */
export interface Desk {
  /** Never rejects: what goes wrong is an error reply. */
  call(method: string, input: unknown): Promise<Reply<unknown>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: DeskEvent) => void): () => void;
  close(): Promise<void>;
}
