import { DeskError } from '../../../shared/errors.ts';
import { type ImageHash, type ImageUpload, MOST_IMAGE_BYTES, tooLargeImage } from '../../../shared/images.ts';
import { type ReadImage, readImage } from '../../files/image.ts';
import type { Actor } from '../core/changes.ts';
import type { WriteDb } from '../core/sql.ts';
import type { Handlers } from '../handlers.ts';
import { getImage, getImageByName, keepImage, readImageBytes } from './image-files.ts';

export const imageHandlers: Handlers<'images.inspect' | 'images.describe' | 'images.read'> = {
  'images.inspect': (_context, upload) => {
    const { content: _, ...file } = readUpload(upload);
    return file;
  },

  'images.describe': (context, { name }) => getImageByName(context.library.db, name),

  'images.read': (context, { name }) => {
    const { db } = context.library;
    const { sha256, type } = getImageByName(db, name);
    return { type: `image/${type}`, base64: Buffer.from(readImageBytes(db, sha256)).toString('base64') };
  },
};

/** Throws DeskError with file and reason. */
function readUpload({ name, base64 }: ImageUpload): ReadImage {
  // Check before decoding: four base64 characters are three bytes.
  const bytes = Math.floor((base64.length * 3) / 4);
  if (bytes > MOST_IMAGE_BYTES + 2) throw new DeskError('too-large', tooLargeImage(name, bytes), { file: name });
  return readImage(Buffer.from(base64, 'base64'), name);
}

/** The image an editor chose: an upload, or one already in the library. */
export type ChosenImage = ReadImage | ImageHash;

/** Reads the chosen image before a step begins: a step locks the library for the other doors. */
export function chooseImage(image: ImageUpload | ImageHash): ChosenImage {
  return typeof image === 'string' ? image : readUpload(image);
}

/** Inside a step: keeps a new picture, and gives its sha256. Throws image-missing. */
export function storeChosenImage(db: WriteDb, actor: Actor, image: ChosenImage): ImageHash {
  if (typeof image === 'string') return getImage(db, image).sha256;
  keepImage(db, image, actor.by, actor.atMs);
  return image.sha256;
}
