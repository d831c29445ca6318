import type { MethodInput } from '../../../../shared/contract.ts';
import type { EditorTeaser, OverrideField, PageView, StoryId, SystemCode } from '../../../../shared/models.ts';
import { adopted } from '../../../../shared/pages/page-checks.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { say } from '../../../state/writes.ts';
import { withActed, withPlaced } from './page-guesses.ts';
import { neighbourOf, positionOf, type Step, stepTarget, teasersOf, withMove } from './page-moves.ts';
import { withMoved, writeOnPage } from './page-said.ts';

/**
 * What an editor does to the open page. Keys, menus, buttons and drags all end here, so that each
 * does the same thing and says the same words.
 */

export interface OpenPage {
  system: SystemCode;
  page: PageView;
}

export interface OpenTeaser extends OpenPage {
  teaser: EditorTeaser;
}

/** The page on screen, once its answer has come. */
export function openPageOf(state: AppState): OpenPage | null {
  const { place, pageSystem } = state.session.getState();
  if (place !== 'pages' || pageSystem === null) return null;
  const page = state.queries.read('pages.get', { system: pageSystem }).data;
  return page ? { system: pageSystem, page } : null;
}

/** The current teaser of the selection. */
export function openTeaserOf(state: AppState): OpenTeaser | null {
  const open = openPageOf(state);
  const id = state.session.getState().teaser;
  const teaser = open && teasersOf(open.page).find((candidate) => candidate.articleId === id);
  return open && teaser ? { ...open, teaser } : null;
}

/** Moves a teaser, shown at once. */
export async function moveTeaser(state: AppState, articleId: StoryId, position: number): Promise<void> {
  const open = openPageOf(state);
  if (!open) return;
  const before = teasersOf(open.page);
  const guess = withMove(open.page, articleId, position);
  const reached = positionOf(teasersOf(guess), articleId);
  state.session.getState().setTeaser(articleId);
  if (reached === null) return;
  if (reached === positionOf(before, articleId)) {
    state.session.getState().announce(`Stays at ${reached} of ${before.length}.`);
    return;
  }
  const input = { system: open.system, articleId, position };
  const said = `Moved to ${reached} of ${before.length}.`;
  await showAndWrite(state, open, guess, () => writeOnPage(state, 'pages.move', input, said, [articleId]));
}

/**
 * Shows a guess at once, and has the desk do it; when it refuses or knows better, its own answer replaces the guess.
 * The desk is asked first, so that it works while the window draws.
 */
export async function showAndWrite<T extends { entry: unknown }>(
  state: AppState,
  { system }: Pick<OpenPage, 'system'>,
  guess: PageView | null,
  write: () => Promise<T | null>,
): Promise<T | null> {
  const writing = write();
  if (guess) state.queries.put('pages.get', { system }, guess);
  const written = await writing;
  if (guess && !written?.entry) state.queries.retry('pages.get', { system });
  return written;
}

export function noFurther(step: Step, isSeveral = false): string {
  const how = step === 'up' || step === 'first' ? 'high' : 'low';
  return isSeveral ? `They are as ${how} as they can go.` : `It is as ${how} as it can go.`;
}

export async function stepTeaser(state: AppState, step: Step): Promise<void> {
  const open = openTeaserOf(state);
  if (!open) return;
  const target = stepTarget(teasersOf(open.page), open.teaser.articleId, step);
  if (target === null) state.session.getState().announce(noFurther(step));
  else await moveTeaser(state, open.teaser.articleId, target);
}

/** Puts a story on the page; without a number, on top. */
export async function placeStory(
  state: AppState,
  story: { articleId: StoryId; headline: string },
  position?: number,
): Promise<void> {
  const open = openPageOf(state);
  if (!open) return;
  const input: MethodInput<'pages.place'> = {
    system: open.system,
    articleId: story.articleId,
    ...(position === undefined ? {} : { position }),
  };
  const where = position === undefined ? 'on top' : `at ${position}`;
  const said = `Placed ${where}: ${story.headline}`;
  const guess = withPlaced(open.page, story, position);
  const writing = showAndWrite(state, open, guess, () =>
    writeOnPage(state, 'pages.place', input, said, [story.articleId]),
  );
  // Once: by the time the desk has answered, the keys may be on something else.
  if (guess) state.session.getState().setTeaser(story.articleId);
  if ((await writing) && !guess) state.session.getState().setTeaser(story.articleId);
}

/** Selects a story that stands on the open page, and places one that does not. */
export function showOrPlace(state: AppState, story: { id: StoryId; headline: string; position: number | null }): void {
  // The page is newer than the list in which the story stands: that is asked again after a step.
  const page = openPageOf(state)?.page;
  const isOnPage = page ? positionOf(teasersOf(page), story.id) !== null : story.position !== null;
  if (isOnPage) state.session.getState().setTeaser(story.id);
  else void placeStory(state, { articleId: story.id, headline: story.headline });
}

export async function pinTeaser(state: AppState, open: OpenTeaser): Promise<void> {
  const { articleId, position } = open.teaser;
  const guess = withActed(open.page, new Set([articleId]), 'pin');
  const input = { system: open.system, articleId };
  await showAndWrite(state, open, guess, () =>
    writeOnPage(state, 'pages.pin', input, `Pinned at ${position}.`, [articleId]),
  );
}

export async function unpinTeaser(state: AppState, open: OpenTeaser): Promise<void> {
  const { articleId } = open.teaser;
  const guess = withActed(open.page, new Set([articleId]), 'unpin');
  const said = 'Unpinned. It moves down as others come in above.';
  const input = { system: open.system, articleId };
  await showAndWrite(state, open, guess, () => writeOnPage(state, 'pages.unpin', input, said, [articleId]));
}

/** The selection goes to the teaser below, so that several can be taken off in a row; back to it if it stays. */
export async function takeTeaserOff(state: AppState, open: OpenTeaser): Promise<void> {
  const { articleId, headline } = open.teaser;
  const next = neighbourOf(teasersOf(open.page), articleId) as StoryId | null;
  const guess = withActed(open.page, new Set([articleId]), 'takeOff');
  const input = { system: open.system, articleId };
  const said = `Taken off this page: ${headline}`;
  const writing = showAndWrite(state, open, guess, () => writeOnPage(state, 'pages.takeOff', input, said, [articleId]));
  state.session.getState().setTeaser(next);
  if ((await writing) === null) state.session.getState().setTeaser(articleId);
}

export async function releaseStory(state: AppState, system: SystemCode, articleId: StoryId): Promise<void> {
  const said = 'The zone decides its place again.';
  await writeOnPage(state, 'pages.release', { system, articleId }, said, [articleId]);
}

/** Brings back what was taken off, as it stood; the keys follow it. */
export async function putStoryBack(
  state: AppState,
  system: SystemCode,
  story: { articleId: StoryId; headline: string },
): Promise<void> {
  const input = { system, articleId: story.articleId };
  const said = `Put back: ${story.headline}`;
  const written = await writeOnPage(state, 'pages.putBack', input, said, [story.articleId]);
  if (written) state.session.getState().setTeaser(story.articleId);
}

export async function rewordTeaser(
  state: AppState,
  system: SystemCode,
  articleId: StoryId,
  words: Partial<Record<OverrideField, string | null>>,
): Promise<boolean> {
  return (await writeOnPage(state, 'pages.reword', { system, articleId, words })) !== null;
}

/** An image for this page. Rejects with the desk's own sentence, which stands where the file was chosen. */
export async function setTeaserImage(
  state: AppState,
  system: SystemCode,
  articleId: StoryId,
  image: MethodInput<'pages.reword'>['image'],
): Promise<void> {
  const { entry, moved = [] } = await state.api.call('pages.reword', { system, articleId, image });
  say(
    state,
    entry ? withMoved(entry.label, moved, [articleId]) : { text: 'This image is already shown.', isShown: false },
  );
}

/** Hands back to the source whatever it says otherwise now than when it was overridden here. */
export async function adoptSource(state: AppState, system: SystemCode, teaser: EditorTeaser): Promise<void> {
  const { articleId, drift } = teaser;
  await writeOnPage(state, 'pages.reword', { system, articleId, ...adopted(drift.map(({ field }) => field)) });
}

export async function scheduleTeaser(
  state: AppState,
  system: SystemCode,
  articleId: StoryId,
  days: { from: string | null; until: string | null },
): Promise<boolean> {
  const input = { system, articleId, ...days };
  return (await writeOnPage(state, 'pages.schedule', input, undefined, [articleId])) !== null;
}
