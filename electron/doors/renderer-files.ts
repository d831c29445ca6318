import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { DoorResponse } from './door-response.ts';
import { COMMON_HEADERS, windowPolicy } from './policies.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

// Plain names only: no leading dots, escapes or backslashes, so that no path leads out of the folder.
const SAFE_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** The built renderer's files as responses; null where there is no such file. */
export async function rendererFile(
  folder: string,
  pathname: string,
  ifNoneMatch?: string,
): Promise<DoorResponse | null> {
  const path = pathname === '/' ? '/index.html' : pathname;
  const type = TYPES[extname(path)];
  if (!SAFE_PATH.test(path) || type === undefined) return null;
  const bytes = await readOrNull(join(folder, path));
  if (bytes === null) return null;
  if (path.endsWith('.html')) return windowPage(bytes.toString('utf8'), type);

  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const headers = { ...COMMON_HEADERS, 'content-type': type, 'cache-control': 'no-cache', etag };
  return ifNoneMatch === etag ? { status: 304, headers, body: null } : { status: 200, headers, body: bytes };
}

/** The window's HTML is never cached, because each copy has its own nonce. */
function windowPage(html: string, type: string): DoorResponse {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    ...COMMON_HEADERS,
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': windowPolicy(nonce),
  };
  const meta = `<meta property="csp-nonce" nonce="${nonce}" />`;
  return { status: 200, headers, body: html.replace(/<head>/i, (head) => head + meta) };
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}
