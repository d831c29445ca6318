import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** A free name beside a library: `library.backup-2026-11-28T06-12-59.patchdesk`. */
export function besideName(library: string, what: string, now: Date, folder = dirname(library)): string {
  const extension = extname(library);
  const stem = basename(library, extension);
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-');
  for (let n = 1; ; n += 1) {
    const name = `${stem}.${what}-${time}${n === 1 ? '' : `-${n}`}${extension}`;
    const path = join(folder, name);
    if (!existsSync(path)) return path;
  }
}
