import type { Command } from 'commander';
import type { Shell } from '../shell.ts';
import { bytesText, count } from '../text.ts';

export function addRestore(program: Command, shell: Shell): void {
  program
    .command('restore')
    .description('replace the library with a backup; the old library stays beside it')
    .argument('<file>', 'the backup')
    .action(async (file: string) => {
      const { libraryPath } = shell.deskOptions('cli');
      const restored = await shell.context.restoreLibrary(shell.path(file), libraryPath);
      shell.show(restored, () => {
        const holds = `${count(restored.stories, 'story', 'stories')}, ${bytesText(restored.bytes)}`;
        const kept = restored.kept === null ? '' : `\nThe earlier library is kept as ${restored.kept}.`;
        return `Restored ${restored.path}: ${holds}, checked.${kept}`;
      });
    });
}
