import { findBinaryKind } from '../content-kind.ts';
import type { ImportFormat } from '../import-format.ts';
import { readCapture } from './capture.ts';

/** A landing page saved as plain text. It is tried last, and takes all text. */
export const captureFormat: ImportFormat = {
  id: 'capture',
  label: 'Landing page saved as plain text',
  recognises: (bytes) => findBinaryKind(bytes) === null,
  read: readCapture,
};
