import type { MethodInput, MethodName, MethodOutput, PageWritten } from '../../../../shared/contract.ts';
import type { EditorTeaser, PageView, StoryId, SystemCode } from '../../../../shared/models.ts';
import type { MovedTeaser, TeaserAction } from '../../../../shared/pages/teaser-batch.ts';
import { andList } from '../../../../shared/words/lists.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import type { AppState } from '../../../state/app-state.tsx';
import type { Merge } from '../../../state/seen-writes.ts';
import { type Said, type WriteMethod, write } from '../../../state/writes.ts';

import { seenOn, seenTeasers } from '../seen-teasers.ts';

/** Steps on one page: each says which other teasers it pushed off, and which came in. */
export type PageWriteMethod = {
  [M in MethodName]: 'moved' extends keyof MethodOutput<M> ? M : never;
}[MethodName] &
  WriteMethod;

/**
 * One step on the open page. A guess is shown at once, and the desk's own answer replaces it. `own` are the teasers that
 * the step is about: what becomes of those is in the message already.
 */
export async function writeOnPage<M extends PageWriteMethod>(
  state: AppState,
  method: M,
  input: MethodInput<M> & { system: SystemCode },
  {
    message,
    own = [],
    guess = null,
    merge,
  }: { message?: string; own?: readonly StoryId[]; guess?: PageView | null; merge?: Merge<MethodInput<M>> } = {},
): Promise<MethodOutput<M> | null> {
  const { system } = input;
  // The desk is asked first, so that it works while the window draws.
  const said = (written: MethodOutput<M>) => {
    const { entry, moved = [] }: PageWritten = written;
    return formatStep(message ?? entry?.label ?? '', moved, own);
  };
  const writing = write(state, method, { ...seenIn(state, input), ...input }, said, merge);
  if (guess) state.queries.put('pages.get', { system }, guess);
  const written = await writing;
  if (guess && !(written as PageWritten | null)?.entry) state.queries.retry('pages.get', { system });
  return written;
}

/** What the page on screen shows of the stories that a step is about. */
function seenIn(state: AppState, input: { system: SystemCode; articleId?: string; articleIds?: readonly string[] }) {
  const { system, articleId, articleIds } = input;
  const page = state.queries.read('pages.get', { system }).data;
  if (!page) return {};
  if (articleIds) return { seen: seenTeasers(page, articleIds as StoryId[]) };
  return articleId ? { seen: seenOn(state, system, articleId as StoryId) } : {};
}

/** What was done, and what became of others: shown when a teaser has gone, because nobody looked at that one. */
export function formatStep(message: string, moved: readonly MovedTeaser[], own: readonly StoryId[]): Said {
  const others = moved.filter(({ articleId }) => !own.includes(articleId));
  const gone = others.filter(({ to }) => to === null);
  const came = others.filter(({ to }) => to !== null);
  const sentences = [
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
  const text = [sentences.length > 0 ? sentence(message) : message, ...sentences].join(' ');
  return { text, isShown: gone.length > 0 };
}

/** `3 teasers`, `1 teaser`. */
export const formatTeasers = (count: number): string => (count === 1 ? '1 teaser' : `${count} teasers`);

/** `4`, `2 to 4`, `2, 4 and 5`. */
export function formatNumbers(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (numbers.length > 2 && last - first === numbers.length - 1) return `${first} to ${last}`;
  return andList(numbers.map(String));
}

/** What an action did to one selected teaser, or to as many of several as it changed. */
export function formatAction(
  action: TeaserAction,
  teasers: readonly Pick<EditorTeaser, 'headline' | 'position'>[],
  isOne: boolean,
): string {
  const [first] = teasers;
  const who = formatTeasers(teasers.length);
  const goes = teasers.length === 1 ? 'It moves' : 'They move';
  switch (action) {
    case 'pin':
      return isOne ? `Pinned at ${first?.position}.` : `${who} pinned.`;
    case 'unpin':
      return `${isOne ? 'Unpinned' : `${who} unpinned`}. ${goes} down as others come in above.`;
    case 'takeOff':
      return isOne ? `Taken off this page: ${first?.headline}` : `${who} taken off this page.`;
    case 'release':
      return isOne ? 'The zone decides its place again.' : `${who} placed by the zone again.`;
  }
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
