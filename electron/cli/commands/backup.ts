import type { Command } from 'commander';
import { counted } from '../../../shared/words/counted.ts';
import type { CliShell } from '../shell.ts';
import { formatBytes } from '../text.ts';

interface Options {
  out: string;
  overwrite?: boolean;
}

export function addBackupCommand(program: Command, shell: CliShell): void {
  program
    .command('backup')
    .description('copy the library into one file and check the copy; a window may stay open')
    .requiredOption('--out <file>', 'the file to write')
    .option('--overwrite', 'replace an existing file')
    .action(async ({ out, overwrite }: Options) => {
      const path = shell.path(out);
      const copy = await shell.withDesk((call) =>
        call('library.backup', { out: path, replace: overwrite === true }).catch((error: unknown) => {
          throw withHint(error);
        }),
      );
      shell.show(copy, () => {
        const holds = `${counted(copy.stories, 'story', 'stories')}, ${formatBytes(copy.bytes)}`;
        return `Backed up to ${copy.path}: ${holds}, checked.\nsha256 ${copy.sha256}`;
      });
    });
}

/** Adds the option's name, which the desk does not know. */
function withHint(error: unknown): unknown {
  if (!(error instanceof Error) || !('fault' in error)) return error;
  const fault = error.fault as { code: string; message: string };
  if (fault.code === 'backup-exists') fault.message = `${fault.message} Name another file, or add --overwrite.`;
  return error;
}
