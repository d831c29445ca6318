import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { restoreBackup } from '../../../electron/desk/library-file/restore-backup.ts';
import type { SwapFs } from '../../../electron/desk/library-file/swap-library.ts';

/** Restores a backup and is killed before the nth disk call of the swap; prints how many calls a whole one makes. */
const [from = '', library = '', nth = '0'] = process.argv.slice(2);
let calls = 0;
const real: SwapFs = { copyFileSync, linkSync, renameSync, rmSync };
const counted = Object.entries(real).map(([name, work]: [string, (...args: never[]) => unknown]) => [
  name,
  (...args: never[]) => {
    calls += 1;
    if (calls === Number(nth)) process.kill(process.pid, 'SIGKILL');
    return work(...args);
  },
]);
await restoreBackup(from, library, new Date(), Object.fromEntries(counted) as SwapFs);
process.stdout.write(String(calls));
