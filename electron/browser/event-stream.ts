import type { ServerResponse } from 'node:http';
import type { Desk } from '../desk/desk.ts';
import { COMMON_HEADERS } from '../doors/policies.ts';

const HEARTBEAT_MS = 15_000;
// A window that does not read for so long is asleep or gone; it will reconnect with a new stream.
const MAX_WAITING_BYTES = 8 * 1024 * 1024;

/**
 * Sends the desk's events as lines of JSON until the reader leaves or the door closes. An empty line is a heartbeat: it
 * shows that the desk is alive, and the first one that the stream has begun.
 */
export function streamEvents(desk: Desk, response: ServerResponse, closing: AbortSignal): void {
  response.writeHead(200, {
    ...COMMON_HEADERS,
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
  });
  const write = (line: string) => {
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    else response.write(`${line}\n`);
  };
  const unsubscribe = desk.subscribe((event) => write(JSON.stringify(event)));
  const heartbeat = setInterval(() => write(''), HEARTBEAT_MS);
  const end = () => response.end();
  closing.addEventListener('abort', end);
  response.once('close', () => {
    closing.removeEventListener('abort', end);
    clearInterval(heartbeat);
    unsubscribe();
  });
  write('');
}
