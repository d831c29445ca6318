import { DeskError } from '../../../shared/errors.ts';
import { type ImageFile, type ImageHash, type ImageName, imageName, imageNameIn } from '../../../shared/images.ts';
import { prepare, type ReadDb, type WriteDb } from '../core/sql.ts';

/** A picture to store. */
export interface NewImage extends ImageFile {
  content: Uint8Array;
}

/**
 * Stores a picture once; storing it again replaces damaged bytes. Call it inside a step. The history does not record
 * the row: the history is text, and every undo would write the picture there again. So a picture remains when its
 * step is undone, and is there for a redo. The row that shows the picture is recorded as usual.
 */
export function keepImage(db: WriteDb, image: NewImage, by: string, atMs: number): void {
  prepare(
    db,
    `INSERT INTO image_files (sha256, type, width, height, name, added_by, added_at_ms, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes WHERE bytes IS NOT excluded.bytes`,
  ).run(image.sha256, image.type, image.width, image.height, image.name, by, atMs, Buffer.from(image.content));
}

// SQLite gets length(bytes) without reading the bytes.
const SELECT = 'SELECT sha256, type, width, height, length(bytes) AS bytes, name FROM image_files';

export function findImage(db: ReadDb, sha256: string): ImageFile | null {
  return prepare<ImageFile>(db, `${SELECT} WHERE sha256 = ?`).get(sha256) ?? null;
}

/** Throws image-missing. */
export function getImage(db: ReadDb, sha256: ImageHash): ImageFile {
  const found = findImage(db, sha256);
  if (!found) throw imageMissing(sha256);
  return found;
}

function findByName(db: ReadDb, name: ImageName): ImageFile | null {
  const found = prepare<ImageFile>(db, `${SELECT} WHERE substr(sha256, 1, 16) = ?`).get(name.slice(0, 16));
  return found && imageName(found) === name ? found : null;
}

/** By its name on a page. Throws image-missing. */
export function getImageByName(db: ReadDb, name: ImageName): ImageFile {
  const found = findByName(db, name);
  if (!found) throw imageMissing(name);
  return found;
}

/** The image file that a teaser shows; null for a web address, and for a file that is not in the library. */
export function findImageBySrc(db: ReadDb, src: string | null): ImageFile | null {
  const name = imageNameIn(src);
  return name === null ? null : findByName(db, name);
}

/** Throws image-missing. */
export function readImageBytes(db: ReadDb, sha256: ImageHash): Uint8Array {
  const found = prepare<{ bytes: Buffer }>(db, 'SELECT bytes FROM image_files WHERE sha256 = ?').get(sha256);
  if (!found) throw imageMissing(sha256);
  return found.bytes;
}

function imageMissing(name: string): DeskError {
  return new DeskError('image-missing', `The image ${name} is not in this library. Choose the file again.`);
}
