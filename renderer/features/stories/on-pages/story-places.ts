import type { MethodInput } from '../../../../shared/contract.ts';
import type { PageAction, PageOutlook, StoryPage } from '../../../../shared/pages/page-batch.ts';
import { counted } from '../../../../shared/words/counted.ts';

/** Words for a story's place on a page, the reason it does not show, and the effect of a step. */

const PLACED_WORDS = { pinned: 'pinned', free: 'placed', filled: 'filled' } as const;

const ABSENT_WORDS: Record<NonNullable<StoryPage['absent']>, string> = {
  withdrawn: 'not shown: withdrawn',
  embargoed: 'not shown: under embargo',
  'not-out-yet': 'not shown: not out yet',
  'not-yet': 'not shown: its first day has not come yet',
  over: 'not shown: its last day has passed',
  'no-room': 'not shown: no room',
  'taken-off': 'taken off',
  'only-mentioned': 'not shown: only mentioned',
  'left-out': 'not shown: left out by the rules of its zones',
  twin: 'not shown: the same story or image is on the page',
  'not-filed': 'not on the page',
};

/** `number 3, pinned by A. Marlowe, re-worded`; `taken off by A. Marlowe`; `not shown: no room`. */
export function formatPlace({ position, placed, absent, by, reworded }: Omit<StoryPage, 'code' | 'active'>): string {
  const decided = by === null ? '' : ` by ${by}`;
  const own = reworded ? ', re-worded' : '';
  if (position !== null && placed !== null) return `number ${position}, ${PLACED_WORDS[placed]}${decided}${own}`;
  if (absent === 'taken-off') return `${ABSENT_WORDS[absent]}${decided}${own}`;
  const placing = by === null || absent === null || absent === 'not-filed' ? '' : `, placed${decided}`;
  return `${ABSENT_WORDS[absent ?? 'not-filed']}${placing}${own}`;
}

/** Counts the pages by how they show the story: `2 pinned, 1 filled, 3 not shown`. */
export function formatPlacementMix(pages: readonly Pick<StoryPage, 'placed' | 'absent'>[]): string {
  const count = (test: (page: Pick<StoryPage, 'placed' | 'absent'>) => boolean) => pages.filter(test).length;
  const parts = [
    [count(({ placed }) => placed === 'pinned'), 'pinned'],
    [count(({ placed }) => placed === 'free'), 'placed'],
    [count(({ placed }) => placed === 'filled'), 'filled'],
    [count(({ absent }) => absent === 'taken-off'), 'taken off'],
    [count(({ placed, absent }) => placed === null && absent !== 'taken-off'), 'not shown'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, how]) => `${number} ${how}`)
    .join(', ');
}

export const ACTION_WORDS: Record<PageAction, { label: string; done: string; message: string }> = {
  place: { label: 'Place', done: 'Place on', message: 'It keeps its place between its neighbours.' },
  pin: { label: 'Pin', done: 'Pin on', message: 'It keeps its number when other stories come in.' },
  takeOff: { label: 'Take off', done: 'Take off', message: 'It stays off until it is placed again.' },
  release: {
    label: 'Let the zone fill this place',
    done: 'Let the zone decide on',
    message: 'Removes editors’ decisions about it.',
  },
};

/** True when the step does nothing to this page. */
export function isIdle({ refusal, added, removed, moved, before, after, waits }: PageOutlook): boolean {
  const isSame = before?.position === after?.position && before?.placed === after?.placed;
  return refusal === null && added + removed + moved === 0 && isSame && waits === null;
}

/** `to number 1, pinned; “Clinic opens” goes from 20 off the page`. */
export function formatPageOutlook(page: PageOutlook): string {
  if (page.refusal !== null) return page.refusal;
  if (isIdle(page)) return 'stays as it is';
  const { before, after, waits, gone, come, moved } = page;
  const parts: string[] = [];
  if (after) {
    const stays = before?.position === after.position;
    parts.push(
      `${stays ? 'stays at' : before ? 'goes to' : 'comes in at'} number ${after.position}, ${PLACED_WORDS[after.placed]}`,
    );
  } else if (waits !== null && waits !== 'taken-off') parts.push(`is kept, ${ABSENT_WORDS[waits]}`);
  else if (before) parts.push('leaves the page');
  else parts.push(waits === 'taken-off' ? 'stays off' : 'not shown');
  for (const { headline, from, waits: kept } of gone) {
    parts.push(`“${headline}” goes from ${from} off the page${kept ? ' and waits' : ''}`);
  }
  for (const { headline, to } of come) parts.push(`“${headline}” comes in at ${to}`);
  const others = moved - Number(before !== null && after !== null && before.position !== after.position);
  if (others > 0) parts.push(counted(others, 'other moves', 'others move'));
  return parts.join('; ');
}

/** How the dialog shows the story on each page. What waits there for a reason of its own is left out. */
export function seenPlaces(pages: readonly StoryPage[]): NonNullable<MethodInput<'pages.many'>['seen']> {
  const isNowhere = new Set<StoryPage['absent']>(['only-mentioned', 'left-out', 'twin', 'not-filed']);
  const seen: NonNullable<MethodInput<'pages.many'>['seen']> = {};
  for (const { code, placed, absent } of pages) {
    if (placed !== null) seen[code] = { placed };
    else if (absent === 'taken-off') seen[code] = { placed: 'off' };
    else if (isNowhere.has(absent)) seen[code] = { placed: null };
  }
  return seen;
}
