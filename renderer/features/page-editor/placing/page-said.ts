import type { MethodInput, MethodName, MethodOutput, PageWritten } from '../../../../shared/contract.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { MovedTeaser } from '../../../../shared/pages/teaser-batch.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { type Said, type WriteMethod, write } from '../../../state/writes.ts';

/** Steps on one page: each says which other teasers it pushed off, and which came in. */
export type PageWriteMethod = {
  [M in MethodName]: 'moved' extends keyof MethodOutput<M> ? M : never;
}[MethodName] &
  WriteMethod;

/** One step on the open page. `own` are the teasers it is about: what becomes of those is said already. */
export function writeOnPage<M extends PageWriteMethod>(
  state: AppState,
  method: M,
  input: MethodInput<M>,
  said?: string,
  own: readonly StoryId[] = [],
): Promise<MethodOutput<M> | null> {
  return write(state, method, input, (written) => {
    const { entry, moved = [] }: PageWritten = written;
    return withMoved(said ?? entry?.label ?? '', moved, own);
  });
}

/** What was done, and what became of others: shown when a teaser has gone, because nobody looked at that one. */
export function withMoved(said: string, moved: readonly MovedTeaser[], own: readonly StoryId[]): Said {
  const others = moved.filter(({ articleId }) => !own.includes(articleId));
  const gone = others.filter(({ to }) => to === null);
  const came = others.filter(({ to }) => to !== null);
  const words = [
    ...few(
      gone.filter(({ waits }) => !waits),
      ({ headline, from }) => `${inQuotes(headline)} went from ${from} off the page.`,
      (count) => `${count} more went off the page.`,
    ),
    ...few(
      gone.filter(({ waits }) => waits),
      ({ headline, from }) => `${inQuotes(headline)} went from ${from} and is kept waiting: no room.`,
      (count) => `${count} more are kept waiting.`,
    ),
    ...few(
      came,
      ({ headline, to }) => `${inQuotes(headline)} came in at ${to}.`,
      (count) => `${count} more came in.`,
    ),
  ];
  return { text: [words.length > 0 ? sentence(said) : said, ...words].join(' '), isShown: gone.length > 0 };
}

/** Two by name; of more, how many. */
const NAMED = 2;

function few(
  teasers: readonly MovedTeaser[],
  one: (teaser: MovedTeaser) => string,
  rest: (count: number) => string,
): string[] {
  // A last one is named rather than counted.
  const named = teasers.length === NAMED + 1 ? teasers : teasers.slice(0, NAMED);
  const more = teasers.length - named.length;
  return [...named.map(one), ...(more > 0 ? [rest(more)] : [])];
}

function sentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
