import type { Command } from 'commander';
import { counted } from '../../../shared/words/counted.ts';
import type { CliShell } from '../shell.ts';
import { plain } from '../text.ts';

export function addDuplicatesCommand(program: Command, shell: CliShell): void {
  program
    .command('duplicates')
    .description('list pairs of stories that may be one, with the reason')
    .action(async () => {
      const found = await shell.withDesk((call) => call('duplicates.list', {}));
      shell.show(found, () => {
        const lines = found.pairs.map(
          ({ a, b, reason, headlines: [first, second] }) =>
            `${a}  ${plain(first)}\n${b}  ${plain(second)}\n  ${reason}\n`,
        );
        return [...lines, counted(found.pairs.length, 'pair', 'pairs')].join('\n');
      });
    });
}
