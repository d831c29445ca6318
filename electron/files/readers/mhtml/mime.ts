/** A part of a MIME message. Text of the message is handled as Latin-1, so that each character is one byte. */
export interface MimePart {
  /** By lower-case name; the first of each. */
  headers: ReadonlyMap<string, string>;
  /** `text/html`, in lower case. */
  type: string;
  body: string;
  /** Empty unless the type is multipart. */
  parts: MimePart[];
  /** False when a multipart's last boundary is missing. */
  isComplete: boolean;
}

const LONGEST_HEADERS = 64 * 1024;
/** A page has hundreds of pictures, each a part; more is no page. */
const MOST_PARTS = 10_000;
const DEEPEST = 5;

export function parseMime(text: string, depth = 0): MimePart {
  const { headers, body } = splitHeaders(text);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  const boundary = type.startsWith('multipart/') ? parameter(contentType, 'boundary') : null;
  if (boundary === null || depth >= DEEPEST) return { headers, type, body, parts: [], isComplete: true };
  const { pieces, isComplete } = splitAt(body, boundary);
  const parts = pieces.map((piece) => parseMime(piece, depth + 1));
  return { headers, type, body: '', parts, isComplete: isComplete && parts.every((part) => part.isComplete) };
}

/** A parameter of a header value: `charset` of `text/html; charset="utf-8"`. */
export function parameter(value: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value.slice(0, 4000));
  return match?.[1] ?? match?.[2] ?? null;
}

/** The bytes of a part, as its transfer encoding says. */
export function bytesOf({ headers, body }: MimePart): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body, 'latin1');
}

function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function splitHeaders(text: string): { headers: Map<string, string>; body: string } {
  const start = text.slice(0, LONGEST_HEADERS);
  const gap = /\r?\n\r?\n/.exec(start);
  const head = gap === null ? start : start.slice(0, gap.index);
  const headers = new Map<string, string>();
  // A line that begins with a blank goes on with the one before.
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: gap === null ? '' : text.slice(gap.index + gap[0].length) };
}

function splitAt(body: string, boundary: string): { pieces: string[]; isComplete: boolean } {
  const mark = `--${boundary}`;
  const pieces: string[] = [];
  let begin = -1;
  let at = body.startsWith(mark) ? 0 : body.indexOf(`\n${mark}`) + 1;
  if (at === 0 && !body.startsWith(mark)) return { pieces, isComplete: false };
  while (pieces.length < MOST_PARTS) {
    if (begin >= 0) pieces.push(body.slice(begin, at).replace(/\r?\n$/, ''));
    if (body.startsWith('--', at + mark.length)) return { pieces, isComplete: true };
    const lineEnd = body.indexOf('\n', at + mark.length);
    if (lineEnd === -1) break;
    begin = lineEnd + 1;
    const next = body.indexOf(`\n${mark}`, lineEnd);
    if (next === -1) {
      pieces.push(body.slice(begin));
      break;
    }
    at = next + 1;
  }
  return { pieces, isComplete: false };
}
