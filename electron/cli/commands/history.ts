import type { Command } from 'commander';
import type { HistoryEntry } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { wholeNumber } from '../arguments.ts';
import type { CliShell } from '../shell.ts';
import { formatTime, plain, table } from '../text.ts';

const DEFAULT_LIMIT = 50;

export function addHistoryCommand(program: Command, shell: CliShell): void {
  program
    .command('history')
    .description('list the history, newest first')
    .option('--limit <n>', 'how many to print', wholeNumber('--limit', 1, 10_000), DEFAULT_LIMIT)
    .action(async ({ limit }: { limit: number }) => {
      const history = await shell.withDesk((call) => call('history.list', { limit }));
      shell.show(history, () => {
        const { total, entries } = history;
        if (entries.length === 0) return 'The history is empty.';
        const steps = counted(total, 'entry', 'entries');
        return `${table(entries.map(toLine))}\n\n${entries.length < total ? `${steps}, the newest ${entries.length} shown` : steps}`;
      });
    });
}

function toLine(entry: HistoryEntry): string[] {
  return [entry.id, formatTime(entry.at), plain(entry.by), entry.undone ? 'undone' : '', plain(entry.label)];
}
