import type { Command } from 'commander';
import type { EntryId, PageView, WaitingPlacement } from '../../../shared/models.ts';
import { day, id } from '../arguments.ts';
import { type CliShell, findSystem } from '../shell.ts';
import { plain } from '../text.ts';

interface Options {
  asOf?: string;
  at?: string;
}

export function addPageCommand(program: Command, shell: CliShell): void {
  program
    .command('page')
    .description('show the page of a system, as a reader would see it')
    .argument('<system>', 'code, slug or short name')
    .option('--as-of <date>', 'as if today were this day', day('--as-of'))
    .option('--at <entry>', 'as the library was after this history entry')
    .action(async (named: string, options: Options) => {
      const { asOf } = options;
      const at = options.at === undefined ? undefined : id<EntryId>('--at', options.at);
      const when = { ...(asOf ? { asOf } : {}), ...(at ? { at } : {}) };
      const show = await shell.withDesk(async (call) => {
        const { code: system } = await findSystem(call, named, asOf);
        if (shell.json) {
          // The exact text that an export writes.
          const { content } = await call('pages.render', { system, format: 'json', ...when });
          return () => shell.showJson(content);
        }
        const page = await call('pages.get', { system, ...when });
        return () => shell.show(page, () => pageText(page));
      });
      show();
    });
}

function pageText(page: PageView): string {
  const { system } = page;
  const closed = page.active ? '' : ' (no longer active)';
  const lines = [`${page.title} - ${system.shortName}, ${system.code}${closed}, as of ${page.asOf}`];
  for (const zone of page.zones) {
    lines.push('', `${plain(zone.name)}: ${zone.teasers.length} of ${zone.limit}`, '');
    const digits = String(zone.limit).length;
    for (const teaser of zone.teasers) {
      const number = String(teaser.position).padStart(digits);
      const words = teaser.overrides.filter((field) => field !== 'image');
      const reworded = words.length > 0 ? `; own words: ${words.join(', ')}` : '';
      const image = teaser.overrides.includes('image') ? `; ${teaser.image?.src ? 'own image' : 'no image'}` : '';
      lines.push(`${number}  ${teaser.placed.padEnd(6)}  ${plain(teaser.headline)}`);
      lines.push(`${' '.repeat(digits + 10)}${plain(teaser.why)}${reworded}${image}`);
    }
    if (zone.teasers.length === 0) lines.push('Nothing is shown here.');
  }
  if (page.waiting.length > 0) {
    lines.push('', 'Not shown now', '');
    for (const placement of page.waiting) lines.push(`${plain(placement.headline)} (${WAITS[placement.why]})`);
  }
  return lines.join('\n');
}

const WAITS: Record<WaitingPlacement['why'], string> = {
  withdrawn: 'withdrawn',
  embargoed: 'under embargo',
  'not-out-yet': 'not out yet',
  'not-yet': 'its days have not begun',
  over: 'its days are over',
  'no-room': 'no room',
  'taken-off': 'taken off this page',
};
