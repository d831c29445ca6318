import { DeskError } from '../../../shared/errors.ts';
import { type Capture, readCapture } from './capture.ts';
import { refuseBinary } from './decode.ts';

/** A format that can be brought in, by the name that `--as` takes. */
export interface ImportFormat {
  id: 'capture';
  label: string;
  read(bytes: Uint8Array, file: string): Capture;
}

const capture: ImportFormat = { id: 'capture', label: 'Landing page saved as plain text', read: readCapture };

export const IMPORT_FORMATS: readonly ImportFormat[] = [capture];

/** The format of that name. */
export function getFormat(id: string): ImportFormat {
  const format = IMPORT_FORMATS.find((each) => each.id === id);
  if (format !== undefined) return format;
  const known = IMPORT_FORMATS.map((each) => each.id).join(', ');
  throw new DeskError('file-format', `There is no import format called “${id}”. Patchdesk reads: ${known}.`);
}

/** The format that reads this file; refused when its content is clearly of none. */
export function detectFormat(file: string, bytes: Uint8Array): ImportFormat {
  refuseBinary(bytes, file);
  // No other text format is read so far: what is none of ours, the reader refuses with its line.
  return capture;
}

export type { Capture, CapturedStory } from './capture.ts';
