import { z } from 'zod';
import { Conflict, StepElsewhere } from './conflict.ts';

/**
 * Every error that the desk may send to a door. `message` is a whole sentence for an editor: what is wrong and what to
 * do. `file` and `line` are set where a file is the cause.
 */
const ERROR_CODES = [
  'bad-call', // unknown method, or input that does not fit the contract
  'bug', // an error in Patchdesk; logged with its stack
  'cancelled', // the editor cancelled the call; nothing was changed
  'not-in-this-door',
  'not-allowed', // a request from outside: wrong sender, token, host or origin
  'port-unusable',
  'story-missing',
  'search-wordless', // a bulk action on a search that holds no word, such as `???`
  'selection-changed', // a query finds another number of stories than the editor saw
  'system-unknown',
  'system-ambiguous',
  'register-unreadable', // not JSON, or not in the shape of a register
  'register-refused', // readable, but must not replace the current register
  'move-unfit',
  'placement-missing',
  'shelf-missing',
  'entry-missing',
  'nothing-to-undo',
  'nothing-to-redo',
  'undo-moved-on',
  'revert-unfit', // the entry is no step, or is undone already
  'undo-other-door', // made through another door, in another window or on another laptop: asks first
  'conflict', // somebody changed the same field since the editor saw it
  'not-offered',
  'name-unfit',
  'name-missing',
  'reread-gone',
  'story-not-out',
  'zone-position',
  'check-missing',
  'checks-standing', // a page with errors is signed off only with a note
  'version-missing',
  'template-missing',
  'template-unfit',
  'seen-in-future',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'file-format',
  'capture-no-title',
  'capture-unknown-system',
  'capture-no-stories',
  'capture-shape',
  'folder-empty',
  'image-missing', // the library has no such image file
  'too-large',
  'library-missing', // there is no such file, and the command makes none
  'library-missing-folder',
  'library-not-a-library',
  'library-newer',
  'library-read-only',
  'library-locked',
  'library-displaced', // the file was moved, replaced or deleted while it was open
  'library-damaged',
  'library-disk',
  'preferences-unwritable',
  'library-closed', // the desk has ended
  'library-switched', // another library was opened during a call
  'backup-exists',
  'backup-unwritable',
  'backup-failed',
  'backup-unfit', // the file to restore is not a whole library
  'export-no-pages',
  'export-unwritable',
  'export-foreign-folder',
  'export-failed',
] as const;

export const ErrorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const DeskFault = z.object({
  code: ErrorCode,
  message: z.string(),
  file: z.string().optional(),
  line: z.number().int().positive().optional(),
  /** Of `conflict`: both versions. */
  conflict: Conflict.optional(),
  /** Of `undo-other-door`: the step it asks about. */
  step: StepElsewhere.optional(),
});
export type DeskFault = z.infer<typeof DeskFault>;

/** Thrown by the desk for failures in normal use; dispatch turns it into an error reply. */
export class DeskError extends Error {
  readonly fault: DeskFault;
  constructor(code: ErrorCode, message: string, more: Omit<DeskFault, 'code' | 'message'> = {}) {
    super(message);
    this.name = 'DeskError';
    this.fault = { code, message, ...more };
  }
}
