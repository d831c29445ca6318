import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ServedDesk, serveDesk } from '../../electron/browser/serve.ts';
import { FakeDesk } from '../helpers/fake-desk.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

interface Ask {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

let folder: string;
let desk: FakeDesk;
let served: ServedDesk;
let port: number;
let token: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchdesk-browser-'));
  const rendererFolder = join(folder, 'renderer');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><html><head></head><body>window</body></html>');
  await writeFile(join(rendererFolder, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(rendererFolder, 'assets', 'page.exe'), 'no type of ours');
  await writeFile(join(rendererFolder, '.env'), 'hidden');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  desk = new FakeDesk({
    'library.info': () => ({ ok: true, value: { name: 'trial' } }),
    'pages.render': (input) =>
      (input as { system: string }).system === 'QZZ'
        ? { ok: false, error: { code: 'system-unknown', message: 'There is no <QZZ> system.' } }
        : { ok: true, value: { content: '<!doctype html><title>Frimley</title>' } },
    'images.read': (input) =>
      (input as { name: string }).name === `${'0'.repeat(16)}.png`
        ? { ok: true, value: { type: 'image/png', base64: Buffer.from('a picture').toString('base64') } }
        : { ok: false, error: { code: 'image-missing', message: 'This library holds no such image.' } },
  });
  served = await serveDesk({ desk, rendererFolder, port: 0, version: '1.2.3' });
  const url = new URL(served.url);
  port = Number(url.port);
  token = url.hash.replace('#token=', '');
});

afterEach(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

/** node:http and not fetch, which would tidy the path and refuse to set `Host`. */
function ask({ method = 'GET', path, headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

function invoke(method: string, input: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
  return ask({
    method: 'POST',
    path: '/api/invoke',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ method, input }),
  });
}

function errorCode(answer: Answer): string {
  return (JSON.parse(answer.text) as { error: { code: string } }).error.code;
}

describe('calls', () => {
  test('reach the desk with the token and bring its reply back', async () => {
    const answer = await invoke('library.info', { a: 1 });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { name: 'trial' } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(desk.calls).toEqual([{ method: 'library.info', input: { a: 1 } }]);
  });

  test('carry the token in at least 128 bits', () => {
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
  });

  test.each([
    ['none', { authorization: '' }],
    ['a wrong one', { authorization: 'Bearer abcdef' }],
    ['another scheme', { authorization: 'Basic abcdef' }],
  ])('are refused with 401 when the token is %s', async (_, headers) => {
    const answer = await invoke('library.info', {}, headers);
    expect(answer.status).toBe(401);
    expect(errorCode(answer)).toBe('not-allowed');
    expect(desk.calls).toEqual([]);
  });

  test.each([
    ['another host', { host: 'patchdesk.example:80' }],
    ['the right host on another port', { host: '127.0.0.1:1' }],
    ['the IPv6 name', { host: '[::1]:80' }],
    ['another origin', { origin: 'https://example.org' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another port on this machine', { origin: 'http://127.0.0.1:1' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('are refused with 403 when they come by %s', async (_, headers) => {
    const answer = await invoke('library.info', {}, headers);
    expect(answer.status).toBe(403);
    expect(errorCode(answer)).toBe('not-allowed');
    expect(desk.calls).toEqual([]);
  });

  test('are taken by localhost and from our own origin', async () => {
    const host = `localhost:${port}`;
    expect((await invoke('library.info', {}, { host, origin: `http://${host}` })).status).toBe(200);
  });

  test.each([
    ['broken JSON', '{"method":', 'application/json'],
    ['no JSON by its type', '{"method":"library.info"}', 'text/plain'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'application/json'],
  ])('are refused with 400 when the body is %s', async (_, body, type) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    const answer = await ask({ method: 'POST', path: '/api/invoke', headers, body });
    expect(answer.status).toBe(400);
    expect(errorCode(answer)).toBe('bad-call');
    expect(desk.calls).toEqual([]);
  });

  test.each(['[]', 'null', '"library.info"', '{"input":{}}', '{"method":7}'])(
    'that are %s are bad calls',
    async (body) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await ask({ method: 'POST', path: '/api/invoke', headers, body });
      expect(errorCode(answer)).toBe('bad-call');
      expect(desk.calls).toEqual([]);
    },
  );

  test('that the contract does not know are left to the desk', async () => {
    expect(errorCode(await invoke('constructor'))).toBe('bad-call');
    expect(desk.calls).toEqual([{ method: 'constructor', input: {} }]);
  });

  test('beyond 96 MiB are refused with 413 and a sentence', async () => {
    const body = Buffer.alloc(96 * 1024 * 1024 + 1, 0x20);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await ask({ method: 'POST', path: '/api/invoke', headers, body });
    expect(answer.status).toBe(413);
    expect(errorCode(answer)).toBe('too-large');
  });

  test.each(['import.paths', 'export.folder', 'library.open', 'door.pickImportFiles', 'door.showFolder'])(
    '%s belong to another door',
    async (method) => {
      expect(errorCode(await invoke(method))).toBe('not-in-this-door');
      expect(desk.calls).toEqual([]);
    },
  );

  test('a cancel passes by the queue of calls', async () => {
    await invoke('work.cancel', { id: 7 });
    expect(desk.cancelled).toEqual([7]);
    expect(desk.calls).toEqual([]);
    expect(errorCode(await invoke('work.cancel', { id: 'all' }))).toBe('bad-call');
  });

  test('by GET are refused and say what is allowed', async () => {
    const answer = await ask({ path: '/api/invoke', headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
  });

  test('lets no window say where a backup goes', async () => {
    expect(errorCode(await invoke('library.backup', { out: '/tmp/elsewhere.patchdesk' }))).toBe('not-in-this-door');
    expect(desk.calls).toEqual([]);
    await invoke('library.backup', {});
    expect(desk.calls).toEqual([{ method: 'library.backup', input: {} }]);
  });
});

describe('the renderer’s files', () => {
  test('the window comes with a strict policy and a fresh nonce each time', async () => {
    const [first, second] = [await ask({ path: '/' }), await ask({ path: '/index.html' })];
    const nonceOf = (answer: Answer) => /nonce="([^"]+)"/.exec(answer.text)?.[1] ?? '';
    const policy = String(first.headers['content-security-policy']);
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(first.headers['cache-control']).toBe('no-store');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`'nonce-${nonceOf(first)}'`);
    expect(policy).not.toContain('unsafe');
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.headers['x-content-type-options']).toBe('nosniff');
    expect(first.headers['referrer-policy']).toBe('no-referrer');
    expect(first.headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(first.headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  test('an asset has its type, and is not sent twice', async () => {
    const first = await ask({ path: '/assets/app-1a2b.js' });
    expect(first.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(first.text).toBe('export {};');
    const again = await ask({ path: '/assets/app-1a2b.js', headers: { 'if-none-match': String(first.headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets\\..\\..\\secret.txt',
    '//etc/hostname.txt',
    '/.env',
    '/assets',
    '/assets/',
    '/assets/page.exe',
    '/index.html%00.js',
    '/api',
    '/nothing.js',
    '/preview/QNQ',
    'http://127.0.0.1/index.html',
  ])('%s is not found', async (path) => {
    expect((await ask({ path })).status).toBe(404);
  });

  test('nothing is written by any other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask({ method, path: '/index.html' })).status).toBe(405);
    }
  });
});

describe('previews', () => {
  async function previewPath(): Promise<string> {
    const answer = await invoke('door.describe');
    const { value } = JSON.parse(answer.text) as { value: { door: string; previewBase: string } };
    expect(value.door).toBe('browser');
    return new URL(value.previewBase).pathname;
  }

  test('are the exported page under a policy that lets nothing run', async () => {
    const answer = await ask({ path: `${await previewPath()}QNQ?v=3&asOf=2024-06-01` });
    expect(answer.text).toBe('<!doctype html><title>Frimley</title>');
    expect(desk.calls.at(-1)).toEqual({
      method: 'pages.render',
      input: { system: 'QNQ', format: 'html', asOf: '2024-06-01' },
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("img-src 'self' data:");
    expect(policy).toMatch(/sandbox allow-same-origin$/);
    expect(policy).not.toContain('script');
  });

  test('that cannot be drawn say why, as text', async () => {
    const answer = await ask({ path: `${await previewPath()}QZZ` });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('There is no &#60;QZZ&#62; system.');
  });

  test('find the pictures of their page beside them, which nothing can take for anything else', async () => {
    const path = `${await previewPath()}images/${'0'.repeat(16)}.png`;
    const answer = await ask({ path });
    expect(answer.text).toBe('a picture');
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect((await ask({ method: 'HEAD', path })).headers['content-length']).toBe('9');
    expect((await ask({ method: 'POST', path })).status).toBe(405);
    expect((await ask({ path, headers: { host: 'patchdesk.example:80' } })).status).toBe(403);
    expect((await ask({ path, headers: { origin: 'https://example.org' } })).status).toBe(403);
  });

  test.each([
    `images/${'1'.repeat(16)}.png`,
    `images/${'0'.repeat(16)}.svg`,
    `images/${'0'.repeat(16)}.PNG`,
    `images/${'0'.repeat(64)}.png`,
    `images/${'0'.repeat(15)}.png`,
    `images/../images/${'0'.repeat(16)}`,
    `images/%2e%2e/${'0'.repeat(16)}.png`,
    `images%2f${'0'.repeat(16)}.png`,
    `images/${'0'.repeat(16)}.png/`,
    `images/${'0'.repeat(16)}.png%00`,
    `QNQ/images/${'0'.repeat(16)}.png`,
    'images/',
    'images',
  ])('find no picture at %s', async (path) => {
    expect((await ask({ path: (await previewPath()) + path })).status).toBe(404);
  });

  test('show no picture without this run’s key', async () => {
    await previewPath();
    const before = desk.calls.length;
    for (const key of ['A'.repeat(43), '']) {
      expect((await ask({ path: `/preview/${key}/images/${'0'.repeat(16)}.png` })).status).toBe(404);
    }
    expect((await ask({ path: `/preview/images/${'0'.repeat(16)}.png` })).status).toBe(404);
    expect(desk.calls).toHaveLength(before);
  });

  test('need this run’s key', async () => {
    await previewPath();
    expect((await ask({ path: `/preview/${'A'.repeat(43)}/QNQ` })).status).toBe(404);
    expect((await ask({ path: `${await previewPath()}qnq` })).status).toBe(404);
  });
});

describe('events', () => {
  test('come as lines of JSON until the door closes', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/api/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toBe('\n');
    desk.emit({ name: 'menu.command', payload: { id: 'palette.open' } });
    expect(await next()).toBe('{"name":"menu.command","payload":{"id":"palette.open"}}\n');
    await served.close();
    expect((await reader.read()).done).toBe(true);
    expect(desk.listeners.size).toBe(0);
  });

  test('need the token', async () => {
    expect((await ask({ path: '/api/events' })).status).toBe(401);
    expect(desk.listeners.size).toBe(0);
  });
});

describe('the door itself', () => {
  test('says so when its port is taken', async () => {
    const again = serveDesk({ desk, rendererFolder: folder, port, version: '1.2.3' });
    await expect(again).rejects.toMatchObject({ fault: { code: 'port-unusable' } });
    await expect(again).rejects.toThrow(`Port ${port} is in use`);
  });

  test('listens on the loopback address alone', async () => {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '::1', port });
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});
