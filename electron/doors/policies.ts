/**
 * What a browser may do with what the doors serve. Both doors send the same policies, so that a
 * screen that works in one works in the other.
 */

/**
 * The window's own content policy: everything from our own origin and nothing else. React Aria adds
 * two small style elements at run time and marks them with the nonce it finds in the page.
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
 * The policy of a page's preview: no script, no request but for its own pictures, styles from the page
 * itself. It is sandboxed even when opened by itself; `allow-same-origin` lets the window that frames it
 * read how far it is scrolled, which is safe because nothing in it can run.
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
