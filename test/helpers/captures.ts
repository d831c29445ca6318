import { readCapture } from '../../electron/files/readers/capture/capture.ts';
import type { ReadContext, ReadPage } from '../../electron/files/readers/read-items.ts';

const CONTEXT: ReadContext = { file: 'page.txt', seenOn: '2026-12-01', namesSystem: () => false, address: null };

/** The pages of a text that somebody saved. Without `namesSystem`, the first line is the title. */
export function readPages(content: string | Uint8Array, more: Partial<ReadContext> = {}): readonly ReadPage[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readCapture(bytes, { ...CONTEXT, ...more }).filter((part) => part.kind === 'page');
}

/** The page of a text that has one. */
export function readPage(content: string | Uint8Array, more: Partial<ReadContext> = {}): ReadPage {
  const [page, ...others] = readPages(content, more);
  if (!page || others.length > 0) throw new Error(`The text has ${others.length + 1} pages.`);
  return page;
}
