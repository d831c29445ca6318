import type { MethodInput } from '../../../../shared/contract.ts';
import type { EditorTeaser, OverrideField, StoryId, SystemCode } from '../../../../shared/models.ts';
import { adopted } from '../../../../shared/pages/page-checks.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { say } from '../../../state/writes.ts';
import { formatStep, writeOnPage } from '../placing/page-messages.ts';

/** What an editor sets on one teaser of a page: its words, its image and the days it runs. */

export async function rewordTeaser(
  state: AppState,
  system: SystemCode,
  articleId: StoryId,
  words: Partial<Record<OverrideField, string | null>>,
): Promise<boolean> {
  return (await writeOnPage(state, 'pages.reword', { system, articleId, words })) !== null;
}

/** An image for this page. Rejects with the desk's own sentence, which shows where the file was chosen. */
export async function setTeaserImage(
  state: AppState,
  system: SystemCode,
  articleId: StoryId,
  image: MethodInput<'pages.reword'>['image'],
): Promise<void> {
  const { entry, moved = [] } = await state.api.call('pages.reword', { system, articleId, image });
  say(
    state,
    entry ? formatStep(entry.label, moved, [articleId]) : { text: 'This image is already shown.', isShown: false },
  );
}

/** Gives back to the source all that it words differently now than when it was overridden here. */
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
  return (await writeOnPage(state, 'pages.schedule', input, { own: [articleId] })) !== null;
}
