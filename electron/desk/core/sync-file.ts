import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until a file's contents are on the disk. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** A new name is on the disk only once its folder is. Windows has no such call, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, mode: 'r' | 'r+'): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
