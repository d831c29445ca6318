import type { Command } from 'commander';
import type { Written } from '../../../shared/contract.ts';
import type { Selection, StoryId, Strength } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { isWordless } from '../../../shared/words/search-words.ts';
import { id, oneOf } from '../arguments.ts';
import { UsageError } from '../fault.ts';
import { type CliShell, findSystems } from '../shell.ts';
import { plain } from '../text.ts';

interface Options {
  system?: string[];
  national?: boolean;
  id?: string[];
  query?: string;
  strength?: string;
  remove?: boolean;
}

export function addTagCommand(program: Command, shell: CliShell): void {
  program
    .command('tag')
    .description('file articles to systems, or mark them as national, as one step')
    .option('--system <system...>', 'a system; repeat the name or the option for several')
    .option('--national', 'for every page')
    .option('--id <id...>', 'the ids of the articles, as find prints them')
    .option('--query <query>', 'the articles that find lists for these words')
    .option('--strength <strength>', 'about, affects or mentioned; about by default')
    .option('--remove', 'take the tags off instead')
    .action(async (options: Options) => {
      const { systems, national } = checkTarget(options);
      const selection = toSelection(options);
      const strength = await toStrength(options.strength);
      const written = await shell.withDesk(async (call) => {
        const codes = (await findSystems(call, systems, undefined)).map(({ code }) => code);
        const filing = { selection, systems: codes, national };
        if (options.remove) return call('tags.remove', filing);
        return call('tags.add', { ...filing, ...(strength ? { strength } : {}) });
      });
      showWritten(shell, written, 'No changes were needed.');
    });
}

function checkTarget({ system = [], national = false, strength, remove }: Options) {
  if (system.length > 0 && national) throw new UsageError('Give either --system or --national, not both.');
  if (system.length === 0 && !national) throw new UsageError('Name where to file: --system SYSTEM or --national.');
  if (strength !== undefined && national)
    throw new UsageError('--strength needs a system; leave it out with --national.');
  if (strength !== undefined && remove)
    throw new UsageError('--remove removes a tag of any strength; leave out --strength.');
  return { systems: system, national };
}

function toSelection({ id: ids = [], query }: Options): Selection {
  if (ids.length > 0 && query !== undefined) throw new UsageError('Give either --id or --query, not both.');
  if (query !== undefined) {
    // An empty query selects everything. A query of symbols only is a typing mistake, and must not file every story.
    if (isWordless(query)) {
      throw new UsageError(`--query "${query}" has no word to search for. Give one, or "" for all articles.`);
    }
    // The same stories that `find` prints for these words.
    const all = { system: null, filed: 'any', kind: null, withdrawn: 'show', undated: false, review: 'any' } as const;
    return { kind: 'query', query: { text: query, ...all, possibleDuplicates: false, ids: null }, except: [] };
  }
  if (ids.length === 0) throw new UsageError('Name the articles: --id ID or --query QUERY.');
  return { kind: 'ids', ids: [...new Set(ids.map((text) => id<StoryId>('--id', text)))] };
}

async function toStrength(text: string | undefined): Promise<Strength | undefined> {
  if (text === undefined) return undefined;
  const { STRENGTHS } = await import('../../../shared/models.ts');
  return oneOf('--strength', text, STRENGTHS);
}

/** The output of every command that changes the library. */
export function showWritten(shell: CliShell, { entry, changed }: Written, unchanged: string): void {
  shell.show({ entry, changed }, () =>
    entry ? `${plain(entry.label)} (${counted(changed, 'change', 'changes')})` : unchanged,
  );
}
