import { DeskError } from '../../../shared/errors.ts';
import { captureFormat } from './capture/capture-format.ts';
import { refuseBinary } from './decode.ts';
import { atomFormat } from './feed/atom-format.ts';
import { jsonFeedFormat } from './feed/json-feed-format.ts';
import { rssFormat } from './feed/rss-format.ts';
import type { ImportFormat } from './import-format.ts';
import { jsonFormat } from './json/json-format.ts';
import { jsonlFormat } from './json/jsonl-format.ts';
import { ninjsFormat } from './json/ninjs-format.ts';
import { mhtmlFormat } from './mhtml/mhtml-format.ts';
import { refuseOtherKind } from './other-kinds.ts';
import { csvFormat, tsvFormat } from './table/table-formats.ts';
import { xlsxFormat } from './table/xlsx-format.ts';
import { htmlFormat } from './web-page/html-format.ts';

/** In the order in which they are tried. A capture takes all other text, and names the line where it is none. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  rssFormat,
  atomFormat,
  jsonFeedFormat,
  ninjsFormat,
  jsonlFormat,
  jsonFormat,
  htmlFormat,
  mhtmlFormat,
  csvFormat,
  tsvFormat,
  xlsxFormat,
  captureFormat,
];

/** Throws when there is no such format. */
export function getFormat(id: string): ImportFormat {
  const format = IMPORT_FORMATS.find((each) => each.id === id);
  if (format !== undefined) return format;
  const known = IMPORT_FORMATS.map((each) => each.id).join(', ');
  throw new DeskError('file-format', `There is no import format called “${id}”. Patchdesk reads: ${known}.`);
}

/** The format that reads this file. Throws when the content is clearly of no such format. */
export function detectFormat(file: string, bytes: Uint8Array): ImportFormat {
  const format = IMPORT_FORMATS.find((each) => each.recognises(bytes, file));
  // Both take whatever looks like theirs, and so it must not be text of another kind.
  if (format === captureFormat || format === htmlFormat) refuseOtherKind(bytes, file);
  if (format !== undefined) return format;
  refuseBinary(bytes, file);
  throw new DeskError('file-format', 'Patchdesk does not read this kind of file.', { file });
}
