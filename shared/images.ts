import { z } from 'zod';

/** Image formats that every browser shows and that cannot contain a script; recognised by their first bytes. */
const IMAGE_TYPES = ['png', 'jpeg', 'webp', 'gif', 'avif'] as const;
export const ImageType = z.enum(IMAGE_TYPES);
export type ImageType = z.infer<typeof ImageType>;

const IMAGE_ENDINGS: Record<ImageType, string> = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
};

/** A hint for file dialogs; the chosen file is still recognised by its bytes. */
export const IMAGE_ACCEPT = IMAGE_TYPES.map((type) => `image/${type}`).join(',');

/** For the message about a file of another format. */
export const IMAGE_KINDS = 'PNG, JPEG, WebP, GIF or AVIF';

export const MOST_IMAGE_BYTES = 8 * 1024 * 1024;
/** A wider or higher picture could fill the memory of everyone who sees it, even from a few kilobytes. */
export const MOST_IMAGE_PIXELS = 16_384;

/** The sha256 of a picture in 64 hex digits: the same bytes give the same hash. */
export const ImageHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ImageHash'>();
export type ImageHash = z.infer<typeof ImageHash>;

/** The name of an image file of the library on a page, e.g. `0123456789abcdef.png`. */
export const ImageName = z
  .string()
  .regex(/^[0-9a-f]{16}\.(?:png|jpg|webp|gif|avif)$/)
  .brand<'ImageName'>();
export type ImageName = z.infer<typeof ImageName>;

/** An image file of the library, without its bytes. */
export const ImageFile = z.object({
  sha256: ImageHash,
  type: ImageType,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
  /** Its file name when it was first added. */
  name: z.string(),
});
export type ImageFile = z.infer<typeof ImageFile>;

/** A picture as a door sends it. */
export const ImageUpload = z.object({ name: z.string().min(1).max(1000), base64: z.base64() });
export type ImageUpload = z.infer<typeof ImageUpload>;

const FOLDER = 'images/';

export function imageName({ sha256, type }: Pick<ImageFile, 'sha256' | 'type'>): ImageName {
  return `${sha256.slice(0, 16)}.${IMAGE_ENDINGS[type]}` as ImageName;
}

/** The path of an image file of the library, relative to a page. */
export function imageSrc(file: Pick<ImageFile, 'sha256' | 'type'>): string {
  return FOLDER + imageName(file);
}

/** The image name in a teaser's `src`; null for no image, and for a web address. */
export function imageNameIn(src: string | null | undefined): ImageName | null {
  if (!src?.startsWith(FOLDER)) return null;
  return ImageName.safeParse(src.slice(FOLDER.length)).data ?? null;
}

/**
 * The message for a file that is too large: the window shows it before reading the file, and the desk refuses such a
 * file from any door.
 */
export function tooLargeImage(name: string, bytes: number): string {
  const size = (bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `“${name}” is ${size} MB, and an image may have 8 MB at most. Save it smaller, then choose it again.`;
}

/** `ward.jpg, 1,200 × 800, 240 KB` */
export function formatImage({ name, width, height, bytes }: Pick<ImageFile, 'name' | 'width' | 'height' | 'bytes'>) {
  const size = (pixels: number) => pixels.toLocaleString('en-GB');
  const weight =
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
  return `${name}, ${size(width)} × ${size(height)}, ${weight}`;
}
