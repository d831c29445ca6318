import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { refused } from '../doors/replies.ts';

/** A request refused before anything is read or changed. */
export interface Refusal {
  status: 401 | 403;
  reply: ReturnType<typeof refused>;
}

/**
 * Accepts only requests addressed to this machine by one of its two plain names, and only from Patchdesk's own pages.
 * Any other name that leads here is another site pretending to be Patchdesk (DNS rebinding).
 */
export function refuseStranger(headers: IncomingHttpHeaders, port: number): Refusal | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !hosts.includes(headers.host)) {
    return forbidden('This address is not Patchdesk’s own. Use the address that Patchdesk printed when it started.');
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return forbidden('Patchdesk only answers its own window, and this request came from another page.');
  }
  return null;
}

/** Requires this run's token, and refuses a request that another site made. */
export function refuseWithoutToken(headers: IncomingHttpHeaders, token: string): Refusal | null {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return forbidden('Patchdesk only answers its own window, and this request came from another page.');
  }
  const given = /^Bearer ([A-Za-z0-9_-]+)$/.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined && sameSecret(given, token)) return null;
  return {
    status: 401,
    reply: refused(
      'not-allowed',
      'This window does not have the key of the running Patchdesk. Open the address that Patchdesk printed when it started.',
    ),
  };
}

/** Compares digests, so that neither time nor length reveals anything about the secret. */
export function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function forbidden(message: string): Refusal {
  return { status: 403, reply: refused('not-allowed', message) };
}
