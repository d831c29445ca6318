import type { Command } from 'commander';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { System } from '../../../shared/models.ts';
import { day } from '../arguments.ts';
import type { Call, CliShell } from '../shell.ts';

/** Stories sent in one call. */
const BATCH = 1000;

interface Options {
  in?: string;
  asOf?: string;
}

type Suggested = MethodOutput<'suggest.texts'>[number];

export function addSuggestCommand(program: Command, shell: CliShell): void {
  program
    .command('suggest')
    .description('suggest systems for stories from their words, one JSON line per story')
    .option('--in <file>', 'stories as JSON lines; without it, the unreviewed articles of the library')
    .option('--as-of <date>', 'answer as if today were DATE', day('--as-of'))
    .action(async (options: Options) => {
      const asOf = options.asOf ? { asOf: options.asOf } : {};
      // Stories from a file need no library; one that is there adds its names.
      const ifMissing = options.in === undefined ? 'refuse' : 'in-memory';
      await shell.withDesk(async (call) => {
        const systems = await call('systems.list', { scope: 'ever', ...asOf });
        const byCode = new Map(systems.map((system) => [system.code as string, system]));
        const print = (id: string | number | null, suggested: Suggested) =>
          shell.showJson(JSON.stringify(toLine(id, suggested, byCode)));
        if (options.in === undefined) await ofLibrary(call, asOf, print);
        else await ofFile(call, shell.path(options.in), asOf, print);
      }, ifMissing);
    });
}

type Print = (id: string | number | null, suggested: Suggested) => void;

async function ofFile(call: Call, file: string, asOf: { asOf?: string }, print: Print): Promise<void> {
  const { readStoryLines } = await import('../story-lines.ts');
  const stories = readStoryLines(file);
  for (let start = 0; start < stories.length; start += BATCH) {
    const batch = stories.slice(start, start + BATCH);
    const texts = batch.map(({ id: _, ...text }) => text);
    const suggested = await call('suggest.texts', { texts, ...asOf });
    for (const [index, story] of batch.entries()) print(story.id, suggested[index] ?? missing());
  }
}

async function ofLibrary(call: Call, asOf: { asOf?: string }, print: Print): Promise<void> {
  for (let offset = 0; ; offset += BATCH) {
    const { total, stories } = await call('suggest.unreviewed', { offset, limit: BATCH, ...asOf });
    for (const { id, ...suggested } of stories) print(id, suggested);
    if (offset + BATCH >= total) return;
  }
}

function missing(): never {
  throw new Error('the desk returned suggestions for fewer stories than were sent');
}

/** The promised fields, then the reason and the rivalry. */
function toLine(id: string | number | null, { suggestions, national }: Suggested, byCode: Map<string, System>) {
  return {
    id,
    suggestions: suggestions.map(({ code, level, reason, why, rivalry }) => ({
      code,
      slug: byCode.get(code)?.slug ?? null,
      shortName: byCode.get(code)?.shortName ?? null,
      level,
      reason,
      why,
      rivalry,
    })),
    national,
  };
}
