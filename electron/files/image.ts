import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { DeskError } from '../../shared/errors.ts';
import {
  IMAGE_KINDS,
  type ImageFile,
  type ImageHash,
  type ImageType,
  MOST_IMAGE_BYTES,
  MOST_IMAGE_PIXELS,
  tooLargeImage,
} from '../../shared/images.ts';

export interface ReadImage extends ImageFile {
  content: Uint8Array;
}

/** Recognises an image by its bytes, whatever its name, and reads its size. Throws DeskError with file and reason. */
export function readImage(content: Uint8Array, name: string): ReadImage {
  const refuse = (code: 'file-empty' | 'file-format' | 'file-unreadable' | 'too-large', sentence: string) =>
    new DeskError(code, sentence, { file: name });
  if (content.length === 0) throw refuse('file-empty', `“${name}” is empty. Choose another file.`);
  if (content.length > MOST_IMAGE_BYTES) throw refuse('too-large', tooLargeImage(name, content.length));
  const type = typeOf(content);
  if (type === null) {
    throw refuse('file-format', `“${name}” is not an image that a page can show. Save it as ${IMAGE_KINDS}.`);
  }
  const size = sizeOf(content, type);
  if (size === null) {
    throw refuse('file-unreadable', `“${name}” is damaged. Save it again, or choose another.`);
  }
  if (Math.max(size.width, size.height) > MOST_IMAGE_PIXELS) {
    const most = MOST_IMAGE_PIXELS.toLocaleString('en-GB');
    throw refuse('too-large', `“${name}” is more than ${most} pixels wide or high. Save it smaller.`);
  }
  const sha256 = createHash('sha256').update(content).digest('hex') as ImageHash;
  return { sha256, type, ...size, bytes: content.length, name: lastName(name), content };
}

/** Browsers send no path, but a script may. */
function lastName(name: string): string {
  return name.split(/[/\\]/).findLast((part) => part !== '') ?? name;
}

const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');

function typeOf(bytes: Uint8Array): ImageType | null {
  // IHDR must follow at once: no browser shows Apple's variant with a chunk before it.
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return latin(bytes, 12, 16) === 'IHDR' ? 'png' : null;
  if (latin(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return 'gif';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 15) === 'WEBPVP8') return 'webp';
  return latin(bytes, 4, 8) === 'ftyp' && brandsOf(bytes).includes('avif') ? 'avif' : null;
}

/** The brands of a file in the ISO base format: its own, then those it is compatible with. */
function brandsOf(bytes: Uint8Array): string[] {
  const end = Math.min(Buffer.from(bytes.subarray(0, 4)).readUInt32BE(), bytes.length, 256);
  const brands = [latin(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin(bytes, at, at + 4));
  return brands;
}

/** From EXIF orientation 5 on, width and height are swapped. */
const ON_ITS_SIDE = 5;

/**
 * The size is near the beginning; only in a JPEG may profiles and thumbnails of any length come before it. The limit
 * also keeps an AVIF full of size boxes from costing quadratic time.
 */
const HEAD_BYTES = 128 * 1024;

function sizeOf(bytes: Uint8Array, type: ImageType): { width: number; height: number } | null {
  try {
    // Copy the bytes: imageSize reads past a view into the memory behind it.
    const head = Uint8Array.from(type === 'jpeg' ? bytes : bytes.subarray(0, HEAD_BYTES));
    const { width, height, orientation } = imageSize(head);
    if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) return null;
    return (orientation ?? 1) < ON_ITS_SIDE ? { width, height } : { width: height, height: width };
  } catch {
    // imageSize throws all kinds of errors for a header that is cut short or contradicts itself.
    return null;
  }
}
