import type { ImageName } from '../../shared/images.ts';
import type { Desk } from '../desk/desk.ts';
import { COMMON_HEADERS } from './policies.ts';
import type { Served } from './served.ts';

/** What a preview's address ends in where it asks for one of its pictures: nothing else gets as far as the library. */
export const IMAGE_PATH = /^images\/([0-9a-f]{16}\.(?:png|jpg|webp|gif|avif))$/;

/** An image file of the library, by what a page calls it; null where there is none. */
export async function libraryImage(desk: Desk, name: string): Promise<Served | null> {
  const reply = await desk.call('images.read', { name: name as ImageName });
  if (!reply.ok && reply.error.code === 'image-missing') return null;
  if (!reply.ok) throw new Error(`the image ${name} could not be read: ${reply.error.message}`);
  // The contract's own output; dispatch answers nothing else for this method.
  const { type, base64 } = reply.value as { type: string; base64: string };
  const headers = {
    ...COMMON_HEADERS,
    'content-type': type,
    // Under its name there will never be another picture.
    'cache-control': 'private, max-age=86400, immutable',
    // Opened by itself it is a document of its own, and nothing of it may run.
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { status: 200, headers, body: Buffer.from(base64, 'base64') };
}
