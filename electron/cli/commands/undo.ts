import type { Command } from 'commander';
import type { CliShell } from '../shell.ts';
import { takeStep } from './step.ts';

export function addUndoCommand(program: Command, shell: CliShell): void {
  program
    .command('undo')
    .description('undo the newest step')
    .option('--yes', 'even if it was made in the window or the browser')
    .action(({ yes }: { yes?: boolean }) => takeStep(shell, 'undo', yes === true));
}
