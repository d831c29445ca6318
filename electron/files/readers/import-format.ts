import type { ReadContext, ReadItems } from './read-items.ts';

/** A format that can be imported. */
export interface ImportFormat {
  /** The name that `--as` takes. */
  id: string;
  label: string;
  /** Whether the bytes are of this format. The first format in IMPORT_FORMATS that says so reads the file. */
  recognises(bytes: Uint8Array, file: string): boolean;
  /** Reads the file whole or throws DeskError with file, line and what to do. */
  read(bytes: Uint8Array, context: ReadContext): ReadItems | Promise<ReadItems>;
}
