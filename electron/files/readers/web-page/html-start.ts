import { findBinaryKind } from '../content-kind.ts';

const TAGS =
  'html|head|body|meta|title|link|base|style|script|noscript|main|article|section|header|footer|nav|aside|div|span|a|p|h[1-6]|ul|ol|li|dl|table|tbody|thead|tr|td|center|font|b|i|strong|em|img|picture|figure|form|iframe|br|hr|button|blockquote|pre|amp-[a-z-]+';
/** What may stand before the first tag. */
const BEFORE = /^(?:\s+|\uFEFF|<!--[\s\S]*?-->|<\?xml[^>]*>|<\?php[^>]*>)+/i;
const START = new RegExp(`^(?:<!doctype\\s+html\\b|<(?:${TAGS})(?:\\s[^<]*)?/?>|<(?:${TAGS})\\s+[a-z-]+\\s*=)`, 'i');

/** Whether the bytes begin as a web page does, whole or a piece of its source. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  if (findBinaryKind(bytes) !== null) return false;
  const start = startOf(bytes.subarray(0, 65_536));
  const rest = start.replace(BEFORE, '');
  return START.test(rest) || (rest === '' && start.trimStart().startsWith('<'));
}

/** The beginning as text: the tags of every encoding of the web are ASCII, apart from UTF-16. */
function startOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (second === 0 && fourth === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && third === 0) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder('latin1').decode(bytes);
  return text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(3) : text;
}
