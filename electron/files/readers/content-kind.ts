const ZIP = 'a Word document or a zip archive';

/** Files that are clearly not plain text, recognised by their first bytes and not by their name. */
const BINARY_STARTS: ReadonlyArray<{ bytes: readonly number[]; what: string }> = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture' },
  { bytes: [0x52, 0x49, 0x46, 0x46], what: 'a picture or a sound' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF document' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: ZIP },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Word or Excel document' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file' },
];
const SQLITE = 'SQLite format 3';

/** What a zip archive is, by the name of a file that only such a one has. */
const ARCHIVES: readonly (readonly [has: string, what: string])[] = [
  ['xl/workbook.xml', 'an Excel spreadsheet'],
  ['xl/workbook.bin', 'a binary Excel spreadsheet'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a presentation'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet'],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text'],
];

/** Whether a file is a spreadsheet in today's Excel format. */
export function holdsSpreadsheet(bytes: Uint8Array): boolean {
  return findBinaryKind(bytes) === ARCHIVES[0]?.[1];
}

/** What kind of file this is if it is not text, else null. */
export function findBinaryKind(bytes: Uint8Array): string | null {
  for (const { bytes: start, what } of BINARY_STARTS) {
    if (start.every((byte, i) => bytes[i] === byte)) return what === ZIP ? archiveKind(bytes) : what;
  }
  return String.fromCharCode(...bytes.subarray(0, SQLITE.length)) === SQLITE ? 'a database' : null;
}

function archiveKind(bytes: Uint8Array): string {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ARCHIVES.find(([has]) => searched.includes(has))?.[1] ?? ZIP;
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
