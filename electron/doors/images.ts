import type { ImageName } from '../../shared/images.ts';
import type { Desk } from '../desk/desk.ts';
import type { DoorResponse } from './door-response.ts';
import { COMMON_HEADERS } from './policies.ts';

/** The end of a preview picture's address; no other name reaches the library. */
export const IMAGE_PATH = /^images\/([0-9a-f]{16}\.(?:png|jpg|webp|gif|avif))$/;

/** An image file of the library by its name on a page; null where there is none. */
export async function libraryImage(desk: Desk, name: string): Promise<DoorResponse | null> {
  const reply = await desk.call('images.read', { name: name as ImageName });
  if (!reply.ok && reply.error.code === 'image-missing') return null;
  if (!reply.ok) throw new Error(`the image ${name} could not be read: ${reply.error.message}`);
  // dispatch returns only the contract's output for this method.
  const { type, base64 } = reply.value as { type: string; base64: string };
  const headers = {
    ...COMMON_HEADERS,
    'content-type': type,
    // The name contains a hash, so its content never changes.
    'cache-control': 'private, max-age=86400, immutable',
    // Opened by itself the image is a document, and nothing in it may run.
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { status: 200, headers, body: Buffer.from(base64, 'base64') };
}
