import type * as fs from 'node:fs';
import { DeskError } from '../../../shared/errors.ts';

/** The file system calls of an export; passed in, so that a test can make any of them fail. */
export type ExportFs = Pick<
  typeof fs,
  | 'closeSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'rmSync'
  | 'statSync'
  | 'writeFileSync'
>;

/** Files that an operating system may add to a folder it shows. */
const LITTER = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

export function isLitter(name: string): boolean {
  return LITTER.has(name.toLowerCase());
}

/** Only folders with such a name count as an unfinished export. */
export const STAGING_NAME = /^\.patchdesk-(\d+)$/;

const UNWRITABLE: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'its disk is read-only',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'part of its path is a file',
  ENOENT: 'part of its path is missing',
  ENAMETOOLONG: 'its name is too long',
  EINVAL: 'a folder cannot have this name',
  ELOOP: 'its links lead back to themselves',
  ERR_INVALID_ARG_VALUE: 'a folder cannot have this name',
};
const FAILED: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EIO: 'the disk reports a fault',
  EBUSY: 'a file there is open in another program',
};

/** Turns a disk error into a DeskError with a sentence; returns any other error as it is. */
export function exportError(error: unknown, out: string): unknown {
  if (error instanceof DeskError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const unwritable = UNWRITABLE[code];
  if (unwritable !== undefined) {
    return new DeskError(
      'export-unwritable',
      `The folder ${out} cannot be written to: ${unwritable}. Nothing was exported. Choose another folder.`,
      { file: out },
    );
  }
  return new DeskError(
    'export-failed',
    `The export into ${out} failed: ${FAILED[code] ?? `the disk reports ${code}`}. The earlier files are unchanged.`,
    { file: out },
  );
}
