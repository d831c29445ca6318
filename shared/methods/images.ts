import { z } from 'zod';
import { ImageFile, ImageName, ImageUpload } from '../images.ts';
import { method } from './method.ts';

/** The library's image files. They are added with the story or page that shows them. */
export const imagesMethods = {
  /** What a file would be stored as, or why it would be refused. Stores nothing. */
  'images.inspect': method('read', ImageUpload, ImageFile),
  'images.describe': method('read', z.object({ name: ImageName }), ImageFile),
  'images.read': method('read', z.object({ name: ImageName }), z.object({ type: z.string(), base64: z.base64() })),
} as const;
