/**
 * Content policies for everything the doors serve. Both doors send the same ones, so that a screen that works in one
 * works in the other.
 */

/**
 * The window's policy: everything from its own origin and nothing else. React Aria adds two small style elements at run
 * time, marked with the nonce it finds in the page.
 */
export function windowPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * A preview's policy: no script, no request except for its own pictures, styles only from the page itself. It is
 * sandboxed even when opened by itself. `allow-same-origin` lets the window around it read the scroll position; that is
 * safe because no script can run in it.
 */
export const PREVIEW_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

/** Sent with every response of either door. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
