import type { Command } from 'commander';
import { counted } from '../../../shared/words/counted.ts';
import { day } from '../arguments.ts';
import type { CliShell } from '../shell.ts';
import { table } from '../text.ts';

export function addSystemsCommand(program: Command, shell: CliShell): void {
  program
    .command('systems')
    .description('list the systems active on a day')
    .option('--as-of <date>', 'the day; today by default', day('--as-of'))
    .action(async ({ asOf }: { asOf?: string }) => {
      const systems = await shell.withDesk((call) => call('systems.list', asOf ? { asOf } : {}), 'in-memory');
      shell.show(systems, () => {
        if (systems.length === 0) return `No system was active${asOf ? ` on ${asOf}` : ''}.`;
        const rows = systems.map((system) => [
          system.code,
          system.slug,
          system.shortName,
          system.region,
          system.activeFrom,
          system.activeTo ?? '',
          system.successors.join(' '),
        ]);
        const head = ['Code', 'Slug', 'Short name', 'Region', 'Active from', 'Active to', 'Successors'];
        return `${table([head, ...rows])}\n\n${counted(systems.length, 'system', 'systems')}`;
      });
    });
}
