import { DeskError } from '../../../shared/errors.ts';
import { findBinaryKind, findMarkupKind } from './content-kind.ts';
import { decodeByEvidence } from './encoding-evidence.ts';

/** The text of a plain text file. Markup is refused, because a capture is what a person copied from the screen. */
export function decodePlainText(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes, file);
  const markup = findMarkupKind(text);
  if (markup !== null) {
    throw new DeskError('file-format', `This is ${markup}, not plain text. ${SAVE_AS_TEXT}`, { file });
  }
  return text;
}

/**
 * The text of any text file: UTF-8 or UTF-16 by its byte-order mark, UTF-8 if valid, else the encoding that the file
 * declares, else by evidence. `declared` is a label such as `iso-8859-15`.
 */
export function decodeText(bytes: Uint8Array, file: string, declared: string | null = null): string {
  if (bytes.length === 0) throw new DeskError('file-empty', 'The file is empty. Save it again.', { file });
  refuseBinary(bytes, file);
  const text = decode(bytes, file, declared);
  refuseControls(text, file);
  return text;
}

/** Refuses a picture or a document by its first bytes, whatever its name. */
export function refuseBinary(bytes: Uint8Array, file: string): void {
  const binary = findBinaryKind(bytes);
  if (binary === null) return;
  throw new DeskError('file-binary', `This is ${binary}, not plain text. ${whatToDo(binary)}`, { file });
}

function whatToDo(binary: string): string {
  if (/spreadsheet/.test(binary)) return 'Open it, and save the sheet with the stories as CSV.';
  if (/old Word or Excel/.test(binary)) return 'Open it, and save it as plain text or as CSV.';
  return /document|text|presentation/.test(binary)
    ? 'Open it, copy the stories, and save them as plain text.'
    : SAVE_AS_TEXT;
}

const SAVE_AS_TEXT = 'Open the page, select all, copy, and save it as plain text.';

function decode(bytes: Uint8Array, file: string, declared: string | null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, 'utf-16le') ?? refuseDamaged(file);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeStrictly(bytes, 'utf-16be') ?? refuseDamaged(file);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return decodeStrictly(bytes, unmarked) ?? refuseDamaged(file);
  const text = decodeStrictly(bytes, 'utf-8');
  if (text !== null) return text;
  const decoder = declared === null ? null : decoderFor(declared);
  if (decoder !== null) return decoder.decode(bytes);
  if (holdsUtf8Characters(bytes)) {
    throw new DeskError(
      'file-unreadable',
      'Most of the file is UTF-8, but this line is not: the file is damaged, or two encodings are mixed in it. ' +
        'Open it in a text editor, correct the line and save it as UTF-8.',
      { file, line: firstDamagedLine(bytes) },
    );
  }
  return decodeByEvidence(bytes);
}

/** English text in UTF-16 has a zero in nearly every second byte. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000);
  if (bytes.length % 2 !== 0 || sample.length < 4) return null;
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > 0.7 && even < 0.1) return 'utf-16le';
  return even > 0.7 && odd < 0.1 ? 'utf-16be' : null;
}

/** Null for a label that no standard knows, and for UTF-8, which the bytes have shown not to be. */
function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === 'utf-8' ? null : decoder;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // TextDecoder throws TypeError for invalid bytes; any other error is a bug.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function refuseDamaged(file: string): never {
  throw new DeskError(
    'file-unreadable',
    'The file is marked as UTF-16, but part of it is damaged or missing. Save the page again as UTF-8.',
    { file },
  );
}

/**
 * Curly quotes, dashes and pound signs in UTF-8. Read as Windows-1252 they would become "â€™" and the like, so a file
 * that contains them without being valid UTF-8 is refused rather than guessed.
 */
function holdsUtf8Characters(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length - 1; i += 1) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    const third = bytes[i + 2] ?? 0;
    if (first === 0xe2 && second === 0x80 && third >= 0x80 && third <= 0xbf) return true;
    if (first === 0xc2 && second >= 0xa0 && second <= 0xbf) return true;
    if (first === 0xc3 && second >= 0x80 && second <= 0xbf) return true;
  }
  return false;
}

function firstDamagedLine(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\r|\n/).length;
}

/** Copied text may contain a stray control character; many of them mean that this is not text. */
function refuseControls(text: string, file: string): void {
  let controls = 0;
  let line = 1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) line += 1;
    if (code >= 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    controls += 1;
    if (code === 0) {
      throw new DeskError('file-binary', `The file contains bytes that do not occur in text. ${SAVE_AS_TEXT}`, {
        file,
        line,
      });
    }
  }
  if (controls > 4 && controls * 100 > text.length) {
    throw new DeskError('file-binary', `The file is not plain text. ${SAVE_AS_TEXT}`, { file });
  }
}
