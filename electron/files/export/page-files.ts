import { join } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import { type ImageFile, imageNameIn, imageSrc } from '../../../shared/images.ts';
import type { Layout } from '../../../shared/models.ts';
import type { PageFile } from '../writers/index.ts';
import { type ExportFs, isLitter } from './export-fs.ts';
import { type ReceiptFile, sha256 } from './receipt.ts';

/**
 * A picture of a page, identified by its sha256. `read` runs only when it is the picture's turn, so that not all are in
 * memory at once.
 */
export interface ExportImage {
  /** The name inside the page's folder, e.g. `images/0123456789abcdef.png`. */
  name: string;
  bytes: number;
  sha256: string;
  read: () => Uint8Array;
}

export type ExportFile = PageFile | ExportImage;

/** The pictures that a page shows, each once, in a fixed order. */
export function imagesOf(
  layout: Layout,
  find: (src: string) => ImageFile | null,
  read: (file: ImageFile) => Uint8Array,
): ExportImage[] {
  const shown = new Set(layout.zones.flatMap(({ teasers }) => teasers.map(({ image }) => image?.src ?? null)));
  return [...shown]
    .flatMap((src) => (src !== null && imageNameIn(src) !== null ? (find(src) ?? []) : []))
    .map((file) => ({ name: imageSrc(file), bytes: file.bytes, sha256: file.sha256, read: () => read(file) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function contentOf(file: ExportFile): string | Uint8Array {
  if ('content' in file) return file.content;
  const content = file.read();
  if (sha256(content) === file.sha256) return content;
  throw new DeskError(
    'library-damaged',
    `The library’s image ${file.name} is damaged. Nothing was exported. Choose its file again where it is shown to repair it.`,
  );
}

/** A file as the receipt lists it. */
export function listedAs(slug: string, file: ExportFile): ReceiptFile {
  const path = `${slug}/${file.name}`;
  if ('content' in file) return { path, bytes: Buffer.byteLength(file.content), sha256: sha256(file.content) };
  return { path, bytes: file.bytes, sha256: file.sha256 };
}

/** The one folder that a page's folder may contain. */
const IMAGES = 'images';

/**
 * The names of everything in a page's folder, including `images`. A link or a file called `images` is listed itself.
 */
export function listPageFolder(folder: string, fs: ExportFs): string[] {
  const names = (path: string) => fs.readdirSync(path).filter((name) => !isLitter(name));
  return names(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name !== IMAGES || !fs.lstatSync(path).isDirectory()) return [name];
    return names(path).map((inside) => `${IMAGES}/${inside}`);
  });
}
