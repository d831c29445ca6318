import type { Conflict, StepElsewhere } from '../shared/conflict.ts';
import type { EventName, EventPayload, MethodInput, MethodName, MethodOutput, Reply } from '../shared/contract.ts';
import type { DeskFault, ErrorCode } from '../shared/errors.ts';

export type ApiEvent = { [E in EventName]: { name: E; payload: EventPayload<E> } }[EventName];

/** `lost` means the desk cannot be reached. Only the browser door can lose its connection. */
export type Connection = 'open' | 'lost';

/**
 * Transport carries calls to the desk: a bridge in the desktop door, HTTP in the browser door, dispatch itself in
 * tests.
 */
export interface Transport {
  invoke(method: string, input: unknown): Promise<Reply<unknown>>;
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Absent where a connection cannot be lost. */
  watch?(listener: (connection: Connection) => void): () => void;
  /** Reconnects at once instead of waiting for the next retry. */
  reconnect?(): void;
}

export type FaultCode = ErrorCode | 'connection-lost' | 'no-key';

/** A call that did not succeed. `message` is a sentence for the editor. */
export class CallError extends Error {
  readonly code: FaultCode;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** Of `conflict`: both versions. */
  readonly conflict: Conflict | undefined;
  /** Of `undo-other-door`: the step it asks about. */
  readonly step: StepElsewhere | undefined;
  constructor(code: FaultCode, message: string, more: Partial<Omit<DeskFault, 'code' | 'message'>> = {}) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.file = more.file;
    this.line = more.line;
    this.conflict = more.conflict;
    this.step = more.step;
  }
}

export interface Api {
  /** Rejects with a CallError, and with nothing else. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  subscribe(listener: (event: ApiEvent) => void): () => void;
  connection(): Connection;
  onConnection(listener: (connection: Connection) => void): () => void;
  reconnect(): void;
}

export function toCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  return new CallError('bug', error instanceof Error ? error.message : String(error));
}

export function createApi(transport: Transport): Api {
  let connection: Connection = 'open';
  const listeners = new Set<(connection: Connection) => void>();
  transport.watch?.((next) => {
    if (next === connection) return;
    connection = next;
    for (const listener of listeners) listener(next);
  });

  return {
    async call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
      let reply: Reply<unknown>;
      try {
        reply = await transport.invoke(method, input);
      } catch (error) {
        throw toCallError(error);
      }
      if (!reply.ok) throw new CallError(reply.error.code, reply.error.message, reply.error);
      // The desk's replies are checked against their schema in the tests, not on every call.
      return reply.value as MethodOutput<M>;
    },
    subscribe: (listener) => transport.subscribe(listener),
    connection: () => connection,
    onConnection(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reconnect: () => transport.reconnect?.(),
  };
}

/** The object that the preload script puts on the window in the desktop door. */
interface Bridge {
  invoke(method: string, input: unknown): Promise<Reply<unknown>>;
  subscribe(listener: (event: ApiEvent) => void): () => void;
}

declare global {
  interface Window {
    patchdesk?: Bridge;
  }
}
