import type { Command } from 'commander';
import type { MethodOutput } from '../../../shared/contract.ts';
import { counted } from '../../../shared/words/counted.ts';
import { commaList, day, oneOf } from '../arguments.ts';
import { type CliShell, findSystems } from '../shell.ts';
import { table } from '../text.ts';

interface Options {
  systems: string;
  formats?: string;
  changed?: boolean;
  asOf?: string;
  out: string;
}

export function addExportCommand(program: Command, shell: CliShell): void {
  program
    .command('export')
    .description('write pages and a receipt of what changed into a folder')
    .requiredOption('--out <dir>', 'the folder; created when missing')
    .option('--systems <list>', 'codes or slugs with commas between, or all for every active system', 'all')
    .option('--formats <list>', 'of html, json and text, with commas between; all three by default')
    .option('--changed', 'only pages that differ from the receipt in the folder')
    .option('--as-of <date>', 'as if today were this day', day('--as-of'))
    .action(async (options: Options) => {
      const { asOf } = options;
      const out = shell.path(options.out);
      const names = commaList('--systems', options.systems);
      const formats = await toFormats(options.formats);
      const isAll = names.length === 1 && names[0]?.toLowerCase() === 'all';
      const result = await shell.withDesk(async (call) => {
        const systems = isAll ? undefined : (await findSystems(call, names, asOf)).map(({ code }) => code);
        return call('export.folder', {
          out,
          changedOnly: options.changed === true,
          ...(systems ? { systems } : {}),
          ...(formats ? { formats } : {}),
          ...(asOf ? { asOf } : {}),
        });
      });
      shell.show(result.receipt, () => receiptText(result));
    });
}

async function toFormats(text: string | undefined) {
  if (text === undefined) return undefined;
  const { EXPORT_FORMATS } = await import('../../../shared/models.ts');
  return [...new Set(commaList('--formats', text).map((name) => oneOf('--formats', name, EXPORT_FORMATS)))];
}

function receiptText({ receipt, written, out, isRemembered }: MethodOutput<'export.folder'>): string {
  const pages = receipt.pages.filter((page) => written.includes(page.code));
  if (pages.length === 0) return `No page had changed; nothing was written to ${out}.`;
  const forgotten = isRemembered
    ? ''
    : '\nThe library was busy and could not record this export, so the board does not show it.';
  const head = ['Page', 'Added', 'Moved', 'Removed', 'Reworded'];
  const rows = pages.map((page) => [page.slug, ...[page.added, page.moved, page.removed, page.reworded].map(String)]);
  return `${table([head, ...rows])}\n\n${counted(pages.length, 'page', 'pages')} written to ${out}, as of ${receipt.asOf}${forgotten}`;
}
