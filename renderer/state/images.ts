import { formatImage, type ImageUpload, imageNameIn, MOST_IMAGE_BYTES, tooLargeImage } from '../../shared/images.ts';
import { CallError } from '../api.ts';
import { toBase64 } from './held-file.ts';
import { useQuery } from './queries.ts';

/** Reads a picture that an editor chose, dropped or pasted. A file too large for the desk is not read. */
export async function holdImage(file: File): Promise<ImageUpload> {
  // A picture from the clipboard may have no name.
  const name = file.name || 'pasted image';
  if (file.size > MOST_IMAGE_BYTES) throw new CallError('too-large', tooLargeImage(name, file.size), { file: name });
  try {
    return { name, base64: await toBase64(file) };
  } catch {
    // The browser gives no reason: the file was moved, or may not be read.
    throw new CallError('file-unreadable', `“${name}” cannot be read. Check that it is still there, then try again.`);
  }
}

/** Returns the address of a picture in the library; null for none and for a web address, which is never requested. */
export function useImageAddress(src: string | null | undefined): string | null {
  const base = useQuery('door.describe', {}).data?.previewBase;
  return base !== undefined && src && imageNameIn(src) !== null ? base + src : null;
}

/** Returns the name and size of a picture in the library, once loaded. */
export function useImageWords(src: string | null | undefined): string | null {
  const name = imageNameIn(src);
  const file = useQuery('images.describe', name === null ? null : { name }).data;
  return file ? formatImage(file) : null;
}
