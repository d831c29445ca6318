import type { Command } from 'commander';
import { counted } from '../../../shared/words/counted.ts';
import type { CliShell } from '../shell.ts';
import { formatBytes } from '../text.ts';

export function addRestoreCommand(program: Command, shell: CliShell): void {
  program
    .command('restore')
    .description('replace the library with a backup; the old library stays beside it')
    .argument('<file>', 'the backup')
    .action(async (file: string) => {
      const { libraryPath } = shell.deskOptions('cli', 'create');
      const restored = await shell.context.restoreLibrary(shell.path(file), libraryPath);
      shell.show(restored, () => {
        const holds = `${counted(restored.stories, 'story', 'stories')}, ${formatBytes(restored.bytes)}`;
        const kept = restored.kept === null ? '' : `\nThe earlier library is kept as ${restored.kept}.`;
        return `Restored ${restored.path}: ${holds}, checked.${kept}`;
      });
    });
}
