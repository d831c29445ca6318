import { DeskError } from '../../../../shared/errors.ts';
import { decodeText } from '../decode.ts';
import type { ImportFormat } from '../import-format.ts';
import type { ReadContext, ReadItems } from '../read-items.ts';
import { looksLikeHtml } from './html-start.ts';
import { declaredEncoding } from './page-encoding.ts';
import { readWebPage } from './web-page.ts';

/** The source of a page has some hundred thousand bytes. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/** A landing page or an article, saved from the browser or copied from the view of its source. */
export const htmlFormat: ImportFormat = {
  id: 'html',
  label: 'Web page: a landing page or an article',
  recognises: looksLikeHtml,
  read: (bytes, context) => readHtmlBytes(bytes, null, context),
};

/** `encoding` is what came with the page, which takes precedence over what the page itself declares. */
export function readHtmlBytes(bytes: Uint8Array, encoding: string | null, context: ReadContext): ReadItems {
  if (bytes.length > LARGEST_BYTES) {
    const megabytes = Math.ceil(bytes.length / (1024 * 1024));
    const message = `The web page has ${megabytes} MB, and the limit is 16 MB. Save it as “web page, HTML only”, or copy it as text.`;
    throw new DeskError('too-large', message, { file: context.file });
  }
  return readWebPage(decodeText(bytes, context.file, encoding ?? declaredEncoding(bytes)), context);
}
