import type { Command } from 'commander';
import type { CliShell } from '../shell.ts';
import { takeStep } from './step.ts';

export function addRedoCommand(program: Command, shell: CliShell): void {
  program
    .command('redo')
    .description('redo the step undone last')
    .option('--yes', 'even if it was made in the window or the browser')
    .action(({ yes }: { yes?: boolean }) => takeStep(shell, 'redo', yes === true));
}
