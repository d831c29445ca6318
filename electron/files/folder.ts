import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DeskError } from '../../shared/errors.ts';

/** One file of an import, or the error that prevents reading it: the others can still be read. */
export type ListedFile = { path: string; error: null } | { path: string; error: DeskError };

/** A capture has a few thousand bytes. A larger file was picked by mistake and would only slow the desk. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** Files that operating systems leave in folders. */
const LITTER = new Set(['thumbs.db', 'desktop.ini']);

/** The files to import, each once: a folder means the files directly in it, by name. */
export function listReadableFiles(paths: readonly string[]): ListedFile[] {
  const listed = new Map<string, ListedFile>();
  for (const path of paths.flatMap(expand)) {
    if (!listed.has(path.path)) listed.set(path.path, path);
  }
  return [...listed.values()];
}

function expand(named: string): ListedFile[] {
  const path = resolve(named);
  try {
    if (!statSync(path).isDirectory()) return [{ path, error: null }];
    const files = readdirSync(path)
      .filter((name) => !name.startsWith('.') && !LITTER.has(name.toLowerCase()))
      .sort()
      .map((name) => join(path, name))
      // A broken link stays in the list, so that reading it reports the problem.
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true);
    if (files.length > 0) return files.map((file) => ({ path: file, error: null }));
    return [{ path, error: new DeskError('folder-empty', 'This folder has no files to import.', { file: path }) }];
  } catch (error) {
    return [{ path, error: unreadable(path, error) }];
  }
}

/** The bytes of one file. */
export function readInput(path: string): Uint8Array {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  // Reading a pipe or a device could block the desk for ever.
  if (!stats.isFile())
    throw new DeskError('file-unreadable', 'This is not a readable file. Choose another.', { file: path });
  if (stats.size > LARGEST_BYTES) {
    const megabytes = Math.ceil(stats.size / (1024 * 1024));
    throw new DeskError(
      'too-large',
      `The file has ${megabytes} MB, and the limit is 64 MB. Check that it is the saved page.`,
      { file: path },
    );
  }
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder. Check the name.',
  ENOTDIR: 'There is no such file or folder. Check the name.',
  EACCES: 'You may not read this. Ask its owner for access, or copy it to a folder of your own.',
  EPERM: 'You may not read this. Ask its owner for access, or copy it to a folder of your own.',
  ENAMETOOLONG: 'The name is too long for a file.',
  ELOOP: 'The links of this name lead back to themselves.',
  ERR_INVALID_ARG_VALUE: 'A file cannot have this name.',
};

function unreadable(path: string, error: unknown): DeskError {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = String(error.code);
  const reason = REASONS[code] ?? `It could not be read (${code}). Check its disk, and try again.`;
  return new DeskError('file-unreadable', reason, { file: path });
}
