import type { EditorTeaser, StoryId } from '../../../../shared/models.ts';
import type { TeasersAction } from '../../../../shared/pages/several-teasers.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { groupTarget, landingOf, numbersWords, withMoves } from './group-moves.ts';
import {
  moveTeaser,
  noFurther,
  type OpenPage,
  type OpenTeaser,
  openPageOf,
  pinTeaser,
  releaseStory,
  showAndWrite,
  stepTeaser,
  takeTeaserOff,
  unpinTeaser,
} from './page-actions.ts';
import { withActed } from './page-guesses.ts';
import { type Step, teasersOf } from './page-moves.ts';
import { writeOnPage } from './page-said.ts';

/**
 * What an editor does to the selected teasers, be it one or several. Keys, menus, buttons and drags all end
 * here. One teaser goes the way it always went; several are one step.
 */

export interface OpenTeasers extends OpenPage {
  /** The selected ones, in the page's order; never none. */
  teasers: EditorTeaser[];
}

export function openTeasersOf(state: AppState): OpenTeasers | null {
  const open = openPageOf(state);
  const selected = new Set(state.session.getState().teasers);
  const teasers = open ? teasersOf(open.page).filter(({ articleId }) => selected.has(articleId)) : [];
  return open && teasers.length > 0 ? { ...open, teasers } : null;
}

/** The selected teaser, when it is the only one. */
export function onlyTeaserOf(state: AppState): OpenTeaser | null {
  const open = openTeasersOf(state);
  const [teaser, ...more] = open?.teasers ?? [];
  return open && teaser && more.length === 0 ? { system: open.system, page: open.page, teaser } : null;
}

/** `3 teasers`, `1 teaser`. */
export const teasersWords = (count: number): string => (count === 1 ? '1 teaser' : `${count} teasers`);

/** Moves teasers of the open page together, shown at once; the desk's own answer replaces the guess. */
export async function moveTeasers(state: AppState, articleIds: readonly StoryId[], position: number): Promise<void> {
  const [only, ...more] = articleIds;
  if (only && more.length === 0) return moveTeaser(state, only, position);
  const open = openPageOf(state);
  if (!open || !only) return;
  const ids = new Set<string>(articleIds);
  const order = teasersOf(open.page);
  const numbers = landingOf(open.page.zones, ids, position);
  const who = teasersWords(articleIds.length);
  if (numbers && order.filter(({ articleId }) => ids.has(articleId)).every((one, n) => one.position === numbers[n])) {
    state.session.getState().announce(`They stay at ${numbersWords(numbers)} of ${order.length}.`);
    return;
  }
  const input = { system: open.system, articleIds: [...articleIds], position };
  const said = `${who} moved to ${numbersWords(numbers ?? [position])} of ${order.length}.`;
  const guess = numbers ? withMoves(open.page, ids, position) : null;
  await showAndWrite(state, open, guess, () => writeOnPage(state, 'pages.moveMany', input, said, articleIds));
}

export async function stepTeasers(state: AppState, step: Step): Promise<void> {
  const open = openTeasersOf(state);
  if (!open) return;
  if (open.teasers.length === 1) return stepTeaser(state, step);
  const ids = open.teasers.map(({ articleId }) => articleId);
  const target = groupTarget(open.page.zones, new Set(ids), step);
  if (target === null) state.session.getState().announce(noFurther(step, true));
  else await moveTeasers(state, ids, target);
}

const ONE: Record<TeasersAction, (state: AppState, open: OpenTeaser) => Promise<void>> = {
  pin: pinTeaser,
  unpin: unpinTeaser,
  takeOff: takeTeaserOff,
  release: (state, { system, teaser }) => releaseStory(state, system, teaser.articleId),
};

function doneWords(action: TeasersAction, count: number): string {
  const who = teasersWords(count);
  const isOne = count === 1;
  switch (action) {
    case 'pin':
      return `${who} pinned.`;
    case 'unpin':
      return `${who} unpinned. ${isOne ? 'It moves' : 'They move'} down as others come in above.`;
    case 'takeOff':
      return `${who} taken off this page.`;
    case 'release':
      return `${who} placed by the zone again.`;
  }
}

/** Does to all of the selection what a word says. Those it would not change stay as they are. */
export async function actOnTeasers(state: AppState, open: OpenTeasers, action: TeasersAction): Promise<void> {
  const [only, ...more] = open.teasers;
  if (only && more.length === 0) return ONE[action](state, { ...open, teaser: only });
  const articleIds = open.teasers.filter((teaser) => isMeant(teaser, action)).map(({ articleId }) => articleId);
  const next = action === 'takeOff' ? neighbourOfAll(teasersOf(open.page), new Set(articleIds)) : null;
  const said = doneWords(action, articleIds.length);
  const input = { system: open.system, articleIds, action };
  const guess = withActed(open.page, new Set(articleIds), action);
  const before = state.session.getState();
  const writing = showAndWrite(state, open, guess, () => writeOnPage(state, 'pages.actMany', input, said, articleIds));
  if (action !== 'takeOff') return void (await writing);
  before.setTeaser(next);
  // Those that stay are selected as they were.
  if ((await writing) === null) before.selectTeasers(before);
}

/** Whether an action would change a teaser. */
export function isMeant(teaser: Pick<EditorTeaser, 'placed'>, action: TeasersAction): boolean {
  switch (action) {
    case 'pin':
      return teaser.placed !== 'pinned';
    case 'unpin':
      return teaser.placed === 'pinned';
    case 'release':
      return teaser.placed !== 'filled';
    case 'takeOff':
      return true;
  }
}

/** The teaser that takes the selection when these go: the one below the last of them, else the one above. */
function neighbourOfAll(order: readonly EditorTeaser[], ids: ReadonlySet<string>): StoryId | null {
  const last = order.findLastIndex(({ articleId }) => ids.has(articleId));
  const left = (teaser: EditorTeaser) => !ids.has(teaser.articleId);
  return (order.slice(last + 1).find(left) ?? order.slice(0, last + 1).findLast(left))?.articleId ?? null;
}
