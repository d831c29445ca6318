import { protocol } from 'electron';
import type { Desk } from '../desk/desk.ts';
import type { DoorResponse } from '../doors/door-response.ts';
import { IMAGE_PATH, libraryImage } from '../doors/images.ts';
import { pagePreview } from '../doors/previews.ts';
import { rendererFile } from '../doors/renderer-files.ts';
import { isOwnAddress, SCHEME } from './trust.ts';

/**
 * Call this once, before the app is ready. The scheme is standard and secure, so that it has an origin, storage and the
 * clipboard; it has CORS, because modules and fonts need it even from their own origin.
 */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the window's own scheme: the built renderer, and previews with their pictures. */
export function serveScheme(desk: Desk, rendererFolder: string): void {
  protocol.handle(SCHEME, async (request) => {
    try {
      const served = await serve(desk, rendererFolder, request);
      return served === null ? new Response('There is nothing at this address.', { status: 404 }) : toResponse(served);
    } catch (error) {
      console.error(`${request.url} could not be served:`, error);
      return new Response('Something went wrong in Patchdesk. Its log has the details.', { status: 500 });
    }
  });
}

const PREVIEW = '/preview/';

async function serve(desk: Desk, rendererFolder: string, request: Request): Promise<DoorResponse | null> {
  if (request.method !== 'GET' || !isOwnAddress(request.url)) return null;
  const { pathname, searchParams } = new URL(request.url);
  const code = /^\/preview\/([A-Z0-9]{3,6})$/.exec(pathname)?.[1];
  if (code !== undefined) return pagePreview(desk, code, searchParams);
  const image = pathname.startsWith(PREVIEW) ? IMAGE_PATH.exec(pathname.slice(PREVIEW.length))?.[1] : undefined;
  return image === undefined ? rendererFile(rendererFolder, pathname) : libraryImage(desk, image);
}

function toResponse({ status, headers, body }: DoorResponse): Response {
  return new Response(body, { status, headers });
}
