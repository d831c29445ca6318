import type { Command } from 'commander';
import { EXIT } from '../fault.ts';
import type { Shell } from '../shell.ts';
import { count, plain } from '../text.ts';

export function addCheck(program: Command, shell: Shell): void {
  program
    .command('check')
    .description('check the library for damage')
    .action(async () => {
      const report = await shell.withDesk((call) => call('library.check', {}));
      if (!report.ok) shell.exitCode = EXIT.library;
      const { articles, tags, placements, problems } = report;
      const holds = [count(articles, 'article'), count(tags, 'tag'), count(placements, 'placement')].join(', ');
      if (!report.ok && !shell.json) {
        for (const problem of problems) shell.context.err(`${plain(problem)}\n`);
      }
      shell.show(report, () =>
        report.ok
          ? `The library is sound: ${holds}.`
          : `The library is damaged: ${count(problems.length, 'problem')}. It contains ${holds}.`,
      );
    });
}
