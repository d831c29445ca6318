import type { Command } from 'commander';
import type { ImportReport } from '../../../shared/contract.ts';
import type { ImportedFile } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { day } from '../arguments.ts';
import { EXIT, faultSentence } from '../fault.ts';
import type { CliShell } from '../shell.ts';
import { plain } from '../text.ts';

interface Options {
  as?: string;
  seenOn?: string;
  dryRun?: boolean;
}

export function addImportCommand(program: Command, shell: CliShell): void {
  program
    .command('import')
    .description('import files as one step; a file that cannot be read is refused as a whole')
    .argument('<file...>', 'files, or folders of files')
    .option('--as <format>', 'the format, instead of the one detected from the contents')
    .option('--seen-on <date>', 'the day the pages were saved; today by default', day('--seen-on'))
    .option('--dry-run', 'report what an import would do, and change nothing')
    .action(async (files: string[], options: Options) => {
      const paths = files.map((file) => shell.path(file));
      const report = await shell.withDesk(
        (call) =>
          call('import.paths', {
            paths,
            dryRun: options.dryRun === true,
            ...(options.as === undefined ? {} : { format: options.as }),
            ...(options.seenOn === undefined ? {} : { seenOn: options.seenOn }),
          }),
        options.dryRun ? 'in-memory' : 'create',
      );
      const refused = report.files.filter((file) => file.error !== null);
      if (refused.length > 0) shell.exitCode = EXIT.refused;
      if (!shell.json) {
        for (const file of refused) shell.context.err(`${plain(refusal(file))}\n`);
      }
      shell.show(report, () => reportText(report, options.dryRun === true));
    });
}

function refusal({ file, error }: ImportedFile): string {
  return error ? faultSentence({ file, ...error }) : '';
}

function reportText(report: ImportReport, dryRun: boolean): string {
  const imported = report.files.filter((file) => file.error === null);
  const lines = imported.flatMap((file) => [fileText(file), ...file.problems.map(problemText)]);
  const refused = report.files.length - imported.length;
  const sums = { new: 0, changed: 0, unchanged: 0 };
  for (const { articles } of imported) {
    sums.new += articles.new;
    sums.changed += articles.changed;
    sums.unchanged += articles.unchanged;
  }
  const verb = dryRun ? 'Would import' : 'Imported';
  const left = refused > 0 ? `, ${counted(refused, 'file', 'files')} refused` : '';
  lines.push(
    `${verb} ${counted(imported.length, 'file', 'files')}${left}: ${sums.new} new, ${sums.changed} changed, ${sums.unchanged} known.`,
  );
  if (report.entry) lines.push('Run "patchdesk undo" to undo this import.');
  return lines.join('\n');
}

function fileText({ file, format, system, articles, tags }: ImportedFile): string {
  const stories = `${articles.new} new, ${articles.changed} changed, ${articles.unchanged} known`;
  return `${plain(file)}: ${[format, system].filter(Boolean).join(', ')}; ${stories}; ${counted(tags.new, 'new tag', 'new tags')}`;
}

function problemText({ line, message }: ImportedFile['problems'][number]): string {
  return `  ${line === null ? '' : `line ${line}: `}${plain(message)}`;
}
