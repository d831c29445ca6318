import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Protocol } from 'electron';
import { standInApp } from './app.ts';
import { strict } from './strict.ts';

type Handler = Parameters<Protocol['handle']>[1];

/** The origin that replaces the app's scheme: Chromium refuses a scheme it does not know. */
export interface Loopback {
  /** `app://patchdesk` */
  own: string;
  /** `http://127.0.0.1:41234` */
  origin: string;
}

const privileged = new Map<string, object>();
const handlers = new Map<string, Handler>();
let loopback: Loopback | null = null;

type Played = Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>;

const played: Played = {
  registerSchemesAsPrivileged(schemes) {
    if (standInApp.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (privileged.size > 0) throw new Error('protocol.registerSchemesAsPrivileged can be called only once');
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges ?? {});
  },
  handle(scheme, handler) {
    if (!standInApp.isReady()) throw new Error('protocol.handle can only be used after the app is ready');
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been registered`);
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
};

export const protocol = strict('protocol', played) as unknown as Protocol;

/** Starts to serve `app://host` on a loopback address, once. */
export async function loopbackFor(url: URL): Promise<Loopback> {
  const own = `${url.protocol}//${url.host}`;
  if (loopback) {
    if (loopback.own === own) return loopback;
    throw new Error(`The stand-in for Electron serves ${loopback.own} and lacks ${own}.`);
  }
  const scheme = url.protocol.slice(0, -1);
  const privileges = privileged.get(scheme) as { standard?: boolean; secure?: boolean } | undefined;
  // A loopback page has an origin, storage and a secure context; the scheme must have asked for them.
  if (!privileges?.standard || !privileges.secure)
    throw new Error(`${scheme}: is not registered as standard and secure.`);
  const server = createServer((request, response) => {
    answer(own, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  loopback = { own, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  return loopback;
}

/** A page's address as the app knows it. */
export function asOwn(address: string): string {
  if (!loopback || !address.startsWith(`${loopback.origin}/`)) return address;
  return loopback.own + address.slice(loopback.origin.length);
}

async function answer(own: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = own + (request.url ?? '/');
  const handler = handlers.get(new URL(own).protocol.slice(0, -1));
  if (!handler) throw new Error(`Nothing handles ${url}.`);
  const reply = await handler(new Request(url, { method: request.method ?? 'GET' }));
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  if (reply.body) Readable.fromWeb(reply.body as never).pipe(response);
  else response.end();
}
