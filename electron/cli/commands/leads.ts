import type { Command } from 'commander';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { StoryId } from '../../../shared/models.ts';
import type { LedSpan } from '../../../shared/pages/leads.ts';
import { counted } from '../../../shared/words/counted.ts';
import { id } from '../arguments.ts';
import type { CliShell } from '../shell.ts';
import { plain } from '../text.ts';

interface Answer {
  knownFrom: string | null;
  isWhole: boolean;
  pages: { code: string; shortName: string; days: number; spans: LedSpan[] }[];
  signed: MethodOutput<'versions.leads'>['spans'];
}

export function addLeadsCommand(program: Command, shell: CliShell): void {
  program
    .command('leads')
    .description('list where and how long an article led, from the history and the signed-off versions')
    .requiredOption('--id <id>', 'the article, as find prints it', (text: string) => id<StoryId>('--id', text))
    .action(async ({ id: articleId }: { id: StoryId }) => {
      const { daysLed } = await import('../../../shared/pages/leads.ts');
      const { answer, names } = await shell.withDesk(async (call) => {
        const { spans, ...reach } = await call('leads.list', { articleId });
        const { spans: signed } = await call('versions.leads', { articleId });
        const { today } = await call('library.info', {});
        const systems = await call('systems.list', { scope: 'ever' });
        const shortNames = new Map<string, string>(systems.map(({ code, shortName }) => [code, shortName]));
        const pages = [...Map.groupBy(spans, ({ system }) => system)].map(([code, own]) => ({
          code,
          shortName: shortNames.get(code) ?? code,
          days: daysLed(own, today),
          spans: own,
        }));
        return { answer: { ...reach, pages, signed }, names: shortNames };
      });
      shell.show(answer, () => leadsText(answer, names));
    });
}

function leadsText({ pages, signed, isWhole, knownFrom }: Answer, names: ReadonlyMap<string, string>): string {
  const lines = pages.flatMap(({ shortName, days, spans }) => [
    `${shortName}: ${counted(days, 'day', 'days')}`,
    ...spans.map((span) => `  ${spanText(span)}`),
  ]);
  if (lines.length === 0) lines.push('It never led a page.');
  if (!isWhole && knownFrom !== null) lines.push(`The history goes back to ${knownFrom}.`);
  lines.push('', signed.length === 0 ? 'No page was signed off with it as its lead.' : 'Signed off as the lead:');
  for (const { system, from, to } of signed) lines.push(`  ${names.get(system) ?? system}: ${daysText(from, to)}`);
  return lines.join('\n');
}

function daysText(from: string, to: string | null): string {
  if (to === null) return `since ${from}`;
  return from === to ? `on ${from}` : `${from} until ${to}`;
}

function spanText({ from, to, placed, by }: LedSpan): string {
  const verb = placed === 'pinned' ? 'pinned' : 'placed';
  return `${daysText(from, to)}, ${placed === 'filled' || by === null ? 'filled by the rule' : `${verb} by ${plain(by)}`}`;
}
