import { type ApiEvent, CallError, type Connection, type Transport } from './api.ts';

const TOKEN_KEY = 'patchdesk.token';
const RETRY_MS = [500, 1000, 2000, 4000, 8000];

/**
 * Moves this run's key out of the address, so that it is in no bookmark or screenshot, and keeps it for reloads of
 * this tab.
 */
export function takeToken(location: Location, history: History, storage: Storage): string | null {
  const found = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (found) {
    storage.setItem(TOKEN_KEY, decodeURIComponent(found));
    history.replaceState(null, '', location.pathname + location.search);
  }
  return storage.getItem(TOKEN_KEY);
}

const noKey = () =>
  new CallError(
    'no-key',
    'This tab has no key to the library. Open the address that Patchdesk printed when it started.',
  );
const lost = () =>
  new CallError(
    'connection-lost',
    'Patchdesk is not responding. It may have been stopped. Start it again, then try again.',
  );

/**
 * The browser door's transport: calls are POST requests; events are one streamed response with a line of JSON each.
 */
export function createHttpTransport(
  token: string | null,
  fetcher: typeof fetch = fetch,
  windowId: Promise<string> | undefined = undefined,
): Transport {
  const listeners = new Set<(event: ApiEvent) => void>();
  const watchers = new Set<(connection: Connection) => void>();
  const headers = { authorization: `Bearer ${token ?? ''}` };
  let attempt = 0;
  let wake: (() => void) | null = null;
  let isListening = false;

  const tell = (connection: Connection) => {
    for (const watcher of watchers) watcher(connection);
  };

  async function readEvents(): Promise<void> {
    const response = await fetcher('/api/events', { headers });
    if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
    attempt = 0;
    tell('open');
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) deliver(line);
    }
  }

  function deliver(line: string): void {
    // Empty lines only keep the connection alive.
    if (!line.trim()) return;
    const event = JSON.parse(line) as ApiEvent;
    if (typeof event.name === 'string') for (const listener of listeners) listener(event);
  }

  async function listen(): Promise<void> {
    for (;;) {
      try {
        await readEvents();
      } catch (error) {
        console.warn('The stream of events broke off.', error);
      }
      tell('lost');
      const waitMs = RETRY_MS[Math.min(attempt++, RETRY_MS.length - 1)] ?? 8000;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wake = null;
    }
  }

  return {
    async invoke(method, input) {
      if (!token) throw noKey();
      const window = await windowId;
      let response: Response;
      try {
        response = await fetcher('/api/invoke', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ method, input, window }),
        });
      } catch {
        wake?.();
        throw lost();
      }
      if (response.status === 401 || response.status === 403) throw noKey();
      // Other failures arrive as an error reply with a sentence.
      return response.json();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (!isListening && token) {
        isListening = true;
        void listen();
      }
      return () => listeners.delete(listener);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    reconnect: () => wake?.(),
  };
}
