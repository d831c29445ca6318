import { DeskError } from '../../../shared/errors.ts';
import { type Capture, readCapture } from './capture/capture.ts';
import { refuseBinary } from './decode.ts';

/** A format that can be imported, under the name that `--as` takes. */
export interface ImportFormat {
  id: 'capture';
  label: string;
  read(bytes: Uint8Array, file: string): Capture;
}

const capture: ImportFormat = { id: 'capture', label: 'Landing page saved as plain text', read: readCapture };

export const IMPORT_FORMATS: readonly ImportFormat[] = [capture];

/** Throws when there is no such format. */
export function getFormat(id: string): ImportFormat {
  const format = IMPORT_FORMATS.find((each) => each.id === id);
  if (format !== undefined) return format;
  const known = IMPORT_FORMATS.map((each) => each.id).join(', ');
  throw new DeskError('file-format', `There is no import format called “${id}”. Patchdesk reads: ${known}.`);
}

/** The format that reads this file. Throws when the content is clearly of no such format. */
export function detectFormat(file: string, bytes: Uint8Array): ImportFormat {
  refuseBinary(bytes, file);
  // No other text format is read so far: the capture reader refuses other text and names the line.
  return capture;
}
