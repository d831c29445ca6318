export const SCHEME = 'app';
const HOST = 'patchdesk';
export const WINDOW_URL = `${SCHEME}://${HOST}/index.html`;

/** Whether this app serves an address. `URL.origin` is "null" for every custom scheme, so compare the parts. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && !url.username && !url.password;
}

/** Only these addresses may open in the user's browser. */
export function isWebAddress(address: string): boolean {
  const protocol = URL.parse(address)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}

interface Sender {
  sender: unknown;
  senderFrame: { url: string; parent: unknown } | null;
}

/** The top frame of Patchdesk's own window, showing its own page. The frame is null once it has navigated away. */
export function isOwnSender({ sender, senderFrame }: Sender, own: object | null): boolean {
  if (own === null || sender !== own || senderFrame === null) return false;
  return senderFrame.parent === null && isOwnAddress(senderFrame.url);
}

/** The window may only write to the clipboard, which is how most pages leave Patchdesk. */
export function isAllowedPermission(permission: string, requestingUrl: string, isMainFrame: boolean): boolean {
  return permission === 'clipboard-sanitized-write' && isMainFrame && isOwnAddress(requestingUrl);
}
