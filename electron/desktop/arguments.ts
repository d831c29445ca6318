import { resolve } from 'node:path';

/**
 * The library named on the command line, as an absolute path. Chromium and Electron add arguments and may change the
 * order, so everything else is ignored.
 */
export function libraryArgument(argv: readonly string[], cwd: string): string | undefined {
  for (const [index, argument] of argv.entries()) {
    const value = argument === '--library' ? argv[index + 1] : /^--library=(.+)$/s.exec(argument)?.[1];
    if (value) return resolve(cwd, value);
  }
  return undefined;
}
