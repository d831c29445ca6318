import type { MethodInput } from '../../../../shared/contract.ts';
import type { EditorTeaser, OverrideField, StoryId, SystemCode } from '../../../../shared/models.ts';
import { adopted } from '../../../../shared/pages/page-checks.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { callSeen, type Merge, withSeen } from '../../../state/seen-writes.ts';
import { say } from '../../../state/writes.ts';
import { formatStep, writeOnPage } from '../placing/page-messages.ts';
import { seenOn } from '../seen-teasers.ts';

/** What an editor sets on one teaser of a page: its words, its image and the days it runs. */

interface Days {
  from: string | null;
  until: string | null;
}

type Reword = MethodInput<'pages.reword'>;

const REWORD_MERGE: Merge<Reword> = {
  canType: (field) => field !== 'image',
  format: (field, value) => (field === 'image' ? (value === null ? 'No image' : 'An image') : String(value ?? '')),
  take: (input, { image, ...words }, theirs) => {
    // Empty text shows nothing; null would give the field back to the source.
    const chosen = Object.fromEntries(Object.entries(words).map(([field, value]) => [field, value ?? '']));
    const { image: wanted, ...rest } = withSeen(input, theirs);
    const isTheirImage = image !== undefined && image === theirs['image'];
    const next = { ...rest, words: { ...input.words, ...chosen } };
    return wanted === undefined || isTheirImage ? next : { ...next, image: wanted };
  },
};

const DAYS_MERGE: Merge<MethodInput<'pages.schedule'>> = {
  take: (input, choices, theirs) => ({ ...withSeen(input, theirs), ...choices }),
};

export async function rewordTeaser(
  state: AppState,
  system: SystemCode,
  articleId: StoryId,
  words: Partial<Record<OverrideField, string | null>>,
  seen: Partial<Record<OverrideField, string | null>>,
): Promise<boolean> {
  const input = { system, articleId, words, seen };
  return (await writeOnPage(state, 'pages.reword', input, { merge: REWORD_MERGE })) !== null;
}

/** An image for this page. Rejects with the desk's own sentence, which shows where the file was chosen. */
export async function setTeaserImage(
  state: AppState,
  system: SystemCode,
  articleId: StoryId,
  image: MethodInput<'pages.reword'>['image'],
): Promise<void> {
  const seen = seenOn(state, system, articleId);
  const input = { system, articleId, image, ...(seen && { seen }) };
  const written = await callSeen(state, 'pages.reword', input, REWORD_MERGE);
  if (written === 'cancelled' || written === 'theirs') return;
  const { entry, moved = [] } = written;
  if (entry) say(state, formatStep(entry.label, moved, [articleId]), entry.id);
  else state.session.getState().announce('This image is already shown.');
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
  days: Days,
  /** The days when the editor began to change them; those on screen unless said. */
  seen?: Days,
): Promise<boolean> {
  const input = { system, articleId, ...days, ...(seen && { seen }) };
  return (await writeOnPage(state, 'pages.schedule', input, { own: [articleId], merge: DAYS_MERGE })) !== null;
}
