const XML = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']?([\w.:-]+)/i;
const META = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;

/** The encoding that the page declares in its first bytes, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const label = XML.exec(start)?.[1] ?? META.exec(start)?.[1] ?? null;
  // A page whose declaration can be read byte by byte is not UTF-16.
  return label === null || /^utf-?16/i.test(label) ? null : label;
}
