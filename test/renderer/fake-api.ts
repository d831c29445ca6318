import { type Api, type ApiEvent, createApi, type Transport } from '../../renderer/api.ts';
import type { Reply } from '../../shared/contract.ts';

/** A transport whose replies come when the test says so, in whatever order. */
export interface HeldApi {
  api: Api;
  calls: {
    method: string;
    input: unknown;
    answer: (value: unknown) => Promise<void>;
    refuse: (message: string) => Promise<void>;
  }[];
  emit: (event: ApiEvent) => void;
}

export function heldApi(): HeldApi {
  const listeners = new Set<(event: ApiEvent) => void>();
  const calls: HeldApi['calls'] = [];
  // A reply passes through a few promises before it is stored.
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  const transport: Transport = {
    invoke: (method, input) =>
      new Promise<Reply<unknown>>((resolve) => {
        calls.push({
          method,
          input,
          answer: (value) => {
            resolve({ ok: true, value });
            return settle();
          },
          refuse: (message) => {
            resolve({ ok: false, error: { code: 'bug', message } });
            return settle();
          },
        });
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    api: createApi(transport),
    calls,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}
