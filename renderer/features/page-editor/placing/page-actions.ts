import type { EditorTeaser, PageView, StoryId, SystemCode } from '../../../../shared/models.ts';
import type { PlanTarget } from '../../../../shared/pages/plan-page.ts';
import type { TeaserAction } from '../../../../shared/pages/teaser-batch.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { type OpenTeasers, openPageOf, openTeasersOf, positionOf, teasersOf } from '../open-page.ts';
import { type ComingStory, guessPage, planPageOf } from './page-guess.ts';
import { formatAction, formatNumbers, formatTeasers, writeOnPage } from './page-messages.ts';
import { type Step, stepTarget } from './targets.ts';

/**
 * What an editor does to teasers of the open page, be it one or several. Shortcuts, menus, buttons and drags all end
 * here, so that each does the same thing and announces the same words.
 */

/** Moves teasers together. One that moves alone is selected; several stay selected as they are. */
export async function moveTeasers(state: AppState, articleIds: readonly StoryId[], target: PlanTarget): Promise<void> {
  const open = openPageOf(state);
  const [first, ...more] = articleIds;
  if (!open || !first) return;
  const { system, page } = open;
  const isOne = more.length === 0;
  if (isOne) state.session.getState().setTeaser(first);
  const guess = guessPage(page, articleIds, 'move', target);
  const numbers = guess ? numbersOn(guess, articleIds) : [target.position];
  const of = teasersOf(page).length;
  if (guess === page) {
    state.session.getState().announce(`${isOne ? 'Stays' : 'They stay'} at ${formatNumbers(numbers)} of ${of}.`);
    return;
  }
  const where = formatZoneTarget(page, target) ?? `${formatNumbers(numbers)} of ${of}`;
  const message = `${isOne ? 'Moved' : `${formatTeasers(articleIds.length)} moved`} to ${where}.`;
  const input = { system, articleIds: [...articleIds], ...target };
  await writeOnPage(state, 'pages.moveMany', input, { message, own: articleIds, guess });
}

/** The numbers of teasers, from the top down. */
export function numbersOn(page: PageView, articleIds: readonly StoryId[]): number[] {
  return teasersOf(page).flatMap(({ articleId }, index) => (articleIds.includes(articleId) ? [index + 1] : []));
}

/** `the top of Picks`, `2 in Picks`; null for a number of the page. */
function formatZoneTarget({ zones }: PageView, { position, zoneId }: PlanTarget): string | null {
  const zone = zones.find(({ id }) => id === zoneId);
  if (!zone) return null;
  return position === 1 ? `the top of ${zone.name}` : `${position} in ${zone.name}`;
}

export async function stepTeasers(state: AppState, step: Step): Promise<void> {
  const open = openTeasersOf(state);
  if (!open) return;
  const ids = open.teasers.map(({ articleId }) => articleId);
  const target = stepTarget(planPageOf(open.page), ids, step);
  if (target) return moveTeasers(state, ids, target);
  const how = step === 'up' || step === 'first' ? 'high' : 'low';
  const words = ids.length > 1 ? `They are as ${how} as they can go.` : `It is as ${how} as it can go.`;
  state.session.getState().announce(words);
}

/** Puts a story on the page; without a target, on top. */
export async function placeStory(state: AppState, story: ComingStory, target: PlanTarget | null = null): Promise<void> {
  const open = openPageOf(state);
  if (!open) return;
  const { system, page } = open;
  const { articleId, headline } = story;
  const zone = target && formatZoneTarget(page, target);
  const message = zone ? `Placed at ${zone}.` : `Placed ${target ? `at ${target.position}` : 'on top'}: ${headline}`;
  const guess = guessPage(page, [articleId], 'place', target ?? { position: 1 }, [story]);
  const select = () => state.session.getState().setTeaser(articleId);
  const writing = writeOnPage(
    state,
    'pages.place',
    { system, articleId, ...target },
    { message, own: [articleId], guess },
  );
  // Once: by the time the desk has answered, something else may be selected.
  if (guess) select();
  if ((await writing) && !guess) select();
}

/** Sends teasers of the page, or a story from beside it, to the top of a zone. An empty one is reached no other way. */
export async function putInZone(state: AppState, articleIds: readonly StoryId[], zoneId: string): Promise<void> {
  const open = openPageOf(state);
  const [first] = articleIds;
  if (!open || !first) return;
  const target = { position: 1, zoneId };
  if (positionOf(teasersOf(open.page), first) !== null) return moveTeasers(state, articleIds, target);
  const waiting = open.page.waiting.find(({ articleId }) => articleId === first);
  await placeStory(state, { articleId: first, headline: waiting?.headline ?? '' }, target);
}

/** Selects a story that is on the open page, and places one that is not. */
export function showOrPlace(state: AppState, story: { id: StoryId; headline: string; position: number | null }): void {
  // The page is newer than the list that shows the story: the list asks again after a step.
  const page = openPageOf(state)?.page;
  const isOnPage = page ? positionOf(teasersOf(page), story.id) !== null : story.position !== null;
  if (isOnPage) state.session.getState().setTeaser(story.id);
  else void placeStory(state, { articleId: story.id, headline: story.headline });
}

/** Does one thing to all of the selection. Those it would not change stay as they are. */
export async function actOnTeasers(state: AppState, open: OpenTeasers, action: TeaserAction): Promise<void> {
  const { system, page, teasers } = open;
  const isOne = teasers.length === 1;
  const acted = isOne ? teasers : teasers.filter((teaser) => canAct(teaser, action));
  const articleIds = acted.map(({ articleId }) => articleId);
  const before = state.session.getState();
  const guess = guessPage(page, articleIds, action);
  const message = formatAction(action, acted, isOne);
  const input = { system, articleIds, action };
  const writing = writeOnPage(state, 'pages.actMany', input, { message, own: articleIds, guess });
  // The selection goes on to the next teaser, so that several can be taken off in a row; back if they stay.
  if (action === 'takeOff') before.setTeaser(neighbourOf(teasersOf(page), articleIds));
  if ((await writing) === null && action === 'takeOff') before.selectTeasers(before);
}

/** Whether an action would change a teaser. */
export function canAct({ placed }: Pick<EditorTeaser, 'placed'>, action: TeaserAction): boolean {
  return { pin: placed !== 'pinned', unpin: placed === 'pinned', release: placed !== 'filled', takeOff: true }[action];
}

/** The teaser that is selected when these go: the one below the last of them, else the one above. */
function neighbourOf(order: readonly EditorTeaser[], ids: readonly StoryId[]): StoryId | null {
  const last = order.findLastIndex(({ articleId }) => ids.includes(articleId));
  const isLeft = ({ articleId }: EditorTeaser) => !ids.includes(articleId);
  return (order.slice(last + 1).find(isLeft) ?? order.slice(0, last + 1).findLast(isLeft))?.articleId ?? null;
}

/** Drops the decision about a story, which need not show on the page. */
export async function releaseStory(state: AppState, system: SystemCode, articleId: StoryId): Promise<void> {
  const message = 'The zone decides its place again.';
  await writeOnPage(state, 'pages.release', { system, articleId }, { message, own: [articleId] });
}

/** Puts back what was taken off, as it was, and selects it. */
export async function putStoryBack(state: AppState, system: SystemCode, story: ComingStory): Promise<void> {
  const { articleId, headline } = story;
  const message = `Put back: ${headline}`;
  const written = await writeOnPage(state, 'pages.putBack', { system, articleId }, { message, own: [articleId] });
  if (written) state.session.getState().setTeaser(articleId);
}
