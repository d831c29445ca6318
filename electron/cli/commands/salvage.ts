import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { counted } from '../../../shared/words/counted.ts';
import type { CliShell } from '../shell.ts';
import { table } from '../text.ts';

export function addSalvageCommand(program: Command, shell: CliShell): void {
  program
    .command('salvage')
    .description('copy what can be read of a damaged library into a new one, and say what is lost')
    .requiredOption('--out <file>', 'the new library')
    .action(async ({ out }: { out: string }) => {
      const { libraryPath } = shell.deskOptions('cli', 'refuse');
      if (!existsSync(libraryPath)) {
        const { missingLibrary } = await import('../../desk/desk.ts');
        throw missingLibrary(libraryPath);
      }
      const salvaged = await shell.context.salvageLibrary(libraryPath, shell.path(out));
      shell.show(salvaged, () => {
        const rows = salvaged.tables.map(({ table, read, lost }) => [
          table,
          String(read),
          lost === null ? '?' : String(lost),
        ]);
        const stories = salvaged.tables.find(({ table }) => table === 'articles')?.read ?? 0;
        return `${table([['Table', 'Rows read', 'Lost'], ...rows])}\n\nSaved ${counted(stories, 'story', 'stories')} in ${salvaged.path}.`;
      });
    });
}
