/** Files that are clearly not plain text, recognised by their first bytes and not by their name. */
const BINARY_STARTS: ReadonlyArray<{ bytes: readonly number[]; what: string }> = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture' },
  { bytes: [0x52, 0x49, 0x46, 0x46], what: 'a picture or a sound' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF document' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a Word document or a zip archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Word or Excel document' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file' },
];
const SQLITE = 'SQLite format 3';

/** What kind of file this is if it is not text, else null. */
export function findBinaryKind(bytes: Uint8Array): string | null {
  for (const { bytes: start, what } of BINARY_STARTS) {
    if (start.every((byte, i) => bytes[i] === byte)) return what;
  }
  return String.fromCharCode(...bytes.subarray(0, SQLITE.length)) === SQLITE ? 'a database' : null;
}

const MARKUP = /^<(?:!doctype|!--|\?xml|html|head|body|meta|main|article|section|div|h[1-6]|p|ul|ol|table|svg|rss)\b/i;

/** What kind of markup a text is, or null for plain text. */
export function findMarkupKind(text: string): 'a web page' | 'rich text' | 'JSON' | null {
  const start = text.slice(0, 2000).trimStart();
  if (MARKUP.test(start) || start.startsWith('From: <Saved by ')) return 'a web page';
  if (start.startsWith('{\\rtf')) return 'rich text';
  return isJson(start, text) ? 'JSON' : null;
}

function isJson(start: string, text: string): boolean {
  if (!/^(?:\{\s*["}]|\[\s*[[{"\]\d])/.test(start)) return false;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
