import type { Command } from 'commander';
import type { StoryRow } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { wholeNumber } from '../arguments.ts';
import type { CliShell } from '../shell.ts';
import { plain, table } from '../text.ts';

/** The default for people. A script without `--limit` gets everything. */
const SHOWN_TO_PEOPLE = 50;
const MOST = 100_000;

export function addFindCommand(program: Command, shell: CliShell): void {
  program
    .command('find')
    .description('find articles, newest first')
    .argument('<query...>', 'words to find; the last may be the beginning of a word; "" finds all')
    .option('--limit <n>', 'how many to print; 50 by default, all with --json', wholeNumber('--limit', 0, MOST))
    .action(async (words: string[], options: { limit?: number }) => {
      // Withdrawn articles are in the library, so "all of them" includes them, marked.
      const query = { text: words.join(' '), withdrawn: 'show' as const };
      const limit = options.limit ?? (shell.json ? MOST : SHOWN_TO_PEOPLE);
      const { total, notice, stories } = await shell.withDesk((call) => call('stories.list', { query, limit }));
      shell.show({ total, notice, articles: stories.map(toStory) }, () => {
        const found = counted(total, 'article', 'articles');
        if (stories.length === 0) return notice ?? found;
        const shown = stories.length < total ? `${found}, the newest ${stories.length} shown` : found;
        return `${table(stories.map(toLine))}\n\n${shown}`;
      });
    });
}

/** The promised fields, then two more. */
function toStory(story: StoryRow) {
  const { id, headline, standfirst, alt, url, publishedAt, kind, national } = story;
  return {
    id,
    headline,
    standfirst,
    alt,
    url,
    publishedAt,
    kind,
    national,
    systems: story.systems.map(({ code, strength }) => ({ code, strength })),
    firstSeenOn: story.firstSeenOn,
    withdrawn: story.withdrawn,
  };
}

function toLine(story: StoryRow): string[] {
  return [story.id, story.publishedAt?.slice(0, 10) ?? 'undated', filedTo(story), plain(story.headline)];
}

const SYSTEMS_SHOWN = 3;

function filedTo({ national, withdrawn, systems }: StoryRow): string {
  const words = systems.slice(0, SYSTEMS_SHOWN).map(({ code }) => code as string);
  if (systems.length > SYSTEMS_SHOWN) words.push(`+${systems.length - SYSTEMS_SHOWN}`);
  if (national) words.unshift('national');
  if (withdrawn) words.unshift('withdrawn');
  return words.join(' ') || 'unfiled';
}
