import { z } from 'zod';
import { ImageFile, ImageName, ImageUpload } from '../images.ts';
import { method } from './method.ts';

/** The image files that the library holds. They come in with the story or the page that shows them. */
export const imagesMethods = {
  /** What a file would be kept as; refused as it would be then. Keeps nothing. */
  'images.inspect': method('read', ImageUpload, ImageFile),
  'images.describe': method('read', z.object({ name: ImageName }), ImageFile),
  'images.read': method('read', z.object({ name: ImageName }), z.object({ type: z.string(), base64: z.base64() })),
} as const;
