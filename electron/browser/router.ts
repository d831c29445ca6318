import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Reply } from '../../shared/contract.ts';
import type { Desk } from '../desk/desk.ts';
import type { DoorResponse } from '../doors/door-response.ts';
import { IMAGE_PATH, libraryImage } from '../doors/images.ts';
import { COMMON_HEADERS } from '../doors/policies.ts';
import { pagePreview } from '../doors/previews.ts';
import { rendererFile } from '../doors/renderer-files.ts';
import { refused } from '../doors/replies.ts';
import { answer, description } from './calls.ts';
import { streamEvents } from './event-stream.ts';
import { refuseStranger, refuseWithoutToken, sameSecret } from './guard.ts';
import { readJson } from './read-json.ts';

/** Room for the largest import that the window sends, as base64. */
const BODY_LIMIT_BYTES = 96 * 1024 * 1024;

export interface RouterOptions {
  desk: Desk;
  rendererFolder: string;
  port: number;
  version: string;
  token: string;
  /** Part of a preview's address, because a frame cannot send the token in a header. */
  previewKey: string;
  /** Aborted when the door closes. */
  closing: AbortSignal;
}

/**
 * Serves four things: calls, events, previews with their pictures, and the renderer's files. Everything else is 404.
 */
export function createRouter(options: RouterOptions): RequestListener {
  return (request, response) => {
    response.setHeader('server', `Patchdesk/${options.version}`);
    route(options, request, response).catch((error: unknown) => {
      console.error(`${request.method} request failed:`, error);
      if (response.headersSent) response.destroy();
      else sendReply(response, 500, refused('bug', 'Something went wrong in Patchdesk. Its log has the details.'));
    });
  };
}

async function route(options: RouterOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const stranger = refuseStranger(request.headers, options.port);
  if (stranger !== null) return sendReply(response, stranger.status, stranger.reply);
  // An absolute or broken request target is refused; the base only completes a path.
  const target = request.url ?? '';
  const url = target.startsWith('/') ? URL.parse(`http://127.0.0.1${target}`) : null;
  if (url === null) return notFound(response);

  if (url.pathname.startsWith('/api/')) return api(options, url.pathname, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(response, 'GET, HEAD');
  const served = await page(options, url, request.headers['if-none-match']);
  return served === null ? notFound(response) : send(response, request.method, served);
}

async function api(
  { desk, port, token, previewKey, closing }: RouterOptions,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const wrongToken = refuseWithoutToken(request.headers, token);
  if (wrongToken !== null) return sendReply(response, wrongToken.status, wrongToken.reply);
  if (pathname === '/api/events') {
    return request.method === 'GET' ? streamEvents(desk, response, closing) : notAllowed(response, 'GET');
  }
  if (pathname !== '/api/invoke') return notFound(response);
  if (request.method !== 'POST') return notAllowed(response, 'POST');

  const body = await readJson(request, BODY_LIMIT_BYTES);
  if (body.kind === 'gone') return;
  if (body.kind === 'too-large') {
    const message = 'These files are too large for one import in the browser. Import a few at a time.';
    return sendReply(response, 413, refused('too-large', message));
  }
  if (body.kind === 'no-json') return sendReply(response, 400, refused('bad-call', body.message));
  const base = `http://${request.headers.host ?? `127.0.0.1:${port}`}/preview/${previewKey}/`;
  sendReply(response, 200, await answer(desk, () => description(base, process.platform), body.value));
}

/** A preview or one of its pictures, with this run's key in the path, or one of the renderer's files. */
async function page(options: RouterOptions, url: URL, ifNoneMatch: string | undefined): Promise<DoorResponse | null> {
  if (!url.pathname.startsWith('/preview/')) return rendererFile(options.rendererFolder, url.pathname, ifNoneMatch);
  const [, key, rest] = /^\/preview\/([A-Za-z0-9_-]+)\/([A-Za-z0-9./]+)$/.exec(url.pathname) ?? [];
  if (key === undefined || rest === undefined || !sameSecret(key, options.previewKey)) return null;
  const image = IMAGE_PATH.exec(rest)?.[1];
  if (image !== undefined) return libraryImage(options.desk, image);
  return /^[A-Z0-9]{3,6}$/.test(rest) ? pagePreview(options.desk, rest, url.searchParams) : null;
}

function send(response: ServerResponse, method: string | undefined, { status, headers, body }: DoorResponse): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, bytes === null ? headers : { ...headers, 'content-length': bytes.byteLength });
  if (method === 'HEAD' || bytes === null) response.end();
  else response.end(bytes);
}

function sendReply(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  send(response, 'POST', {
    status,
    headers: { ...COMMON_HEADERS, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(reply),
  });
}

function notFound(response: ServerResponse): void {
  sendReply(response, 404, refused('bad-call', 'There is nothing at this address.'));
}

function notAllowed(response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow);
  sendReply(response, 405, refused('bad-call', `This address only accepts ${allow}.`));
}
