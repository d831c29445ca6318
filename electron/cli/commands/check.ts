import type { Command } from 'commander';
import { counted } from '../../../shared/words/counted.ts';
import { EXIT } from '../fault.ts';
import type { CliShell } from '../shell.ts';
import { plain } from '../text.ts';

export function addCheckCommand(program: Command, shell: CliShell): void {
  program
    .command('check')
    .description('check the library for damage')
    .action(async () => {
      const report = await shell.withDesk((call) => call('library.check', {}));
      if (!report.ok) shell.exitCode = EXIT.library;
      const { articles, tags, placements, problems } = report;
      const holds = [
        counted(articles, 'article', 'articles'),
        counted(tags, 'tag', 'tags'),
        counted(placements, 'placement', 'placements'),
      ].join(', ');
      if (!report.ok && !shell.json) {
        for (const problem of problems) shell.context.err(`${plain(problem)}\n`);
      }
      shell.show(report, () =>
        report.ok
          ? `The library is sound: ${holds}.`
          : `The library is damaged: ${counted(problems.length, 'problem', 'problems')}. It contains ${holds}.`,
      );
    });
}
