import type { MethodInput } from '../../../shared/contract.ts';
import type { StoryId, Strength, SystemCode } from '../../../shared/models.ts';
import { defaultStrength } from '../../../shared/tagging/default-strength.ts';
import type { Offer } from '../../../shared/tagging/suggestions.ts';
import { andList } from '../../../shared/words/lists.ts';
import type { AppState } from '../../state/app-state.tsx';
import { systemName } from '../../state/queries.ts';
import { setSelected } from '../../state/selection.ts';
import { notifyError, stepThroughHistory, type WriteMethod, write } from '../../state/writes.ts';
import { QUEUE_QUERY } from './queue-list.ts';
import {
  MOST_NUMBERED,
  nextStrength,
  type QueueStory,
  withFiled,
  withNational,
  withoutTag,
  withState,
} from './queue-offers.ts';

/**
 * Actions on the open story. Shortcuts, buttons and the palette all use these. The screen shows a decision before the
 * desk has saved it.
 */

/** Returns the open story, once it is loaded. */
export function openStoryOf(state: AppState): QueueStory | null {
  const { place, queueView, queueStory } = state.session.getState();
  if (place !== 'queue' || queueView !== 'stories' || queueStory === null) return null;
  return state.queries.read('queue.get', { id: queueStory }).data ?? null;
}

/** Runs one step on the open story: shown at once, saved by the desk, then corrected by the desk's answer. */
async function decide<M extends WriteMethod>(
  state: AppState,
  guess: QueueStory,
  method: M,
  input: MethodInput<M>,
  said: string,
): Promise<void> {
  const asked = { id: guess.id };
  state.queries.put('queue.get', asked, guess);
  const written = await write(state, method, input, said);
  if (written?.entry) state.queue.remember(written.entry.id, guess.id);
  else state.queries.retry('queue.get', asked);
}

const author = (state: AppState) => state.queries.read('library.info', {}).data?.author ?? '';

export async function acceptOffer(state: AppState, code: SystemCode, strength?: Strength): Promise<void> {
  const open = openStoryOf(state);
  const offer = open?.offers.find((one) => one.code === code);
  if (!open || !offer) return;
  const name = systemName(state, code);
  state.session.getState().setLastFiled(open.id, code);
  if (offer.state === 'accepted' && strength === undefined) {
    state.session.getState().announce(`Already filed to ${name}.`);
    return;
  }
  const wanted = strength ?? defaultStrength(offer, open.offers);
  const input = { id: open.id, codes: [code], strength: wanted };
  const guess = withFiled(open, code, wanted, author(state));
  await decide(state, guess, 'queue.accept', input, `Filed to ${name}, ${wanted}.`);
}

export async function rejectOffer(state: AppState, code: SystemCode): Promise<void> {
  const open = openStoryOf(state);
  if (!open) return;
  const name = systemName(state, code);
  if (open.offers.find((one) => one.code === code)?.state === 'rejected') {
    state.session.getState().announce(`${name} is rejected already.`);
    return;
  }
  const input = { id: open.id, codes: [code] };
  await decide(state, withoutTag(open, code, 'rejected'), 'queue.reject', input, `Rejected: ${name}.`);
}

/** Removes a rejection; null is the national mark. */
export async function offerAgain(state: AppState, code: SystemCode | null): Promise<void> {
  const open = openStoryOf(state);
  if (!open) return;
  const rejected = open.rejected.filter((one) => one.code !== code);
  const guess = code === null ? withNational(open, 'pending') : withState(open, code, 'pending');
  const input = code === null ? { id: open.id, national: true } : { id: open.id, codes: [code] };
  const what = code === null ? 'The national mark' : systemName(state, code);
  await decide(state, { ...guess, rejected }, 'queue.unreject', input, `${what} is offered again.`);
}

/** Removes a tag without rejecting the system, which is offered as before. */
export async function takeBackTag(state: AppState, code: SystemCode): Promise<void> {
  const open = openStoryOf(state);
  if (!open) return;
  const input = { selection: { kind: 'ids' as const, ids: [open.id] }, systems: [code] };
  await decide(state, withoutTag(open, code, 'pending'), 'tags.remove', input, `Removed: ${systemName(state, code)}.`);
}

export async function setStrength(state: AppState, code: SystemCode, strength: Strength): Promise<void> {
  const open = openStoryOf(state);
  if (!open) return;
  state.session.getState().setLastFiled(open.id, code);
  if (open.story.tags.find((tag) => tag.code === code)?.strength === strength) return;
  const input = { selection: { kind: 'ids' as const, ids: [open.id] }, systems: [code], strength };
  const guess = withFiled(open, code, strength, author(state));
  await decide(state, guess, 'tags.add', input, `${systemName(state, code)}: ${strength}.`);
}

/** Returns the system whose strength the key changes: the one filed last, else the last tag of the story. */
export function strengthTarget(state: AppState): SystemCode | null {
  const open = openStoryOf(state);
  if (!open) return null;
  const { lastFiled } = state.session.getState();
  const { tags } = open.story;
  const last = lastFiled?.id === open.id && tags.find((tag) => tag.code === lastFiled.code);
  return (last || tags.at(-1))?.code ?? null;
}

export async function stepStrength(state: AppState): Promise<void> {
  const code = strengthTarget(state);
  const tag = openStoryOf(state)?.story.tags.find((one) => one.code === code);
  if (tag) await setStrength(state, tag.code, nextStrength(tag.strength));
}

/** Sets the national mark, offered or not. */
export async function makeNational(state: AppState): Promise<void> {
  const open = openStoryOf(state);
  if (!open) return;
  if (open.story.national) {
    state.session.getState().announce('Already national.');
    return;
  }
  const guess = {
    ...withNational(open, 'accepted'),
    rejected: open.rejected.filter((one) => one.code !== null),
  };
  await decide(state, guess, 'queue.accept', { id: open.id, national: true }, 'National.');
}

export async function rejectNational(state: AppState): Promise<void> {
  const open = openStoryOf(state);
  if (!open) return;
  const input = { id: open.id, national: true };
  await decide(state, withNational(open, 'rejected'), 'queue.reject', input, 'Not national.');
}

export async function takeBackNational(state: AppState): Promise<void> {
  const open = openStoryOf(state);
  if (!open) return;
  const input = { selection: { kind: 'ids' as const, ids: [open.id] }, national: true };
  await decide(state, withNational(open, 'pending'), 'tags.remove', input, 'No longer national.');
}

/** Opens a story. Queries for the rows next to it wait until it is on screen. */
export function openInQueue(state: AppState, id: StoryId | null): void {
  state.rowOffers.hold();
  state.session.getState().openQueueStory(id);
}

export function stepThroughQueue(state: AppState, step: 1 | -1): void {
  const { queueStory, announce } = state.session.getState();
  const next = state.queue.neighbour(queueStory, step);
  if (next === null) {
    announce(step === 1 ? 'This is the last story.' : 'This is the first story.');
    return;
  }
  openInQueue(state, next);
  announce(formatQueuePosition(state, next));
}

/** Announced when a story opens: `3 of 37: Beds move to the coast`. */
function formatQueuePosition(state: AppState, id: StoryId): string {
  const view = state.queue.getView();
  const index = view.indexOf(id);
  const row = index === null ? null : view.rowAt(index);
  return row && index !== null ? `${index + 1} of ${view.total}: ${row.headline}` : '';
}

/** Takes a story out of the list and the selection; when it was open, opens and returns the next one. */
function leaveQueue(state: AppState, id: StoryId): StoryId | null {
  const { queueStory, queueSelection, setQueueSelection } = state.session.getState();
  const next = state.queue.successor(id);
  state.queue.hide(id);
  if (queueStory === id) openInQueue(state, next);
  if (queueSelection.kind === 'ids' && queueSelection.ids.has(id)) {
    setQueueSelection(setSelected(queueSelection, [id], false));
  }
  return next;
}

/** Marks the open story as reviewed and opens the next one. */
export async function finishStory(state: AppState): Promise<void> {
  const id = state.session.getState().queueStory;
  if (id === null) return;
  await finish(state, id, 'Done.', async () => {
    const { entry } = await state.api.call('queue.done', { selection: { kind: 'ids', ids: [id] } });
    if (entry) state.queue.remember(entry.id, id);
    state.queue.confirm(id);
  });
}

/** The offers of the open story that one key accepts together: sure ones, and only those on screen. */
export function sureOffersOf(state: AppState): SystemCode[] {
  const open = openStoryOf(state);
  if (!open) return [];
  const { isQueueExpanded } = state.session.getState();
  return state.queue.numbers
    .of(open)
    .filter(({ number, offer }) => isSure(offer) && (isQueueExpanded || number <= MOST_NUMBERED))
    .map(({ offer }) => offer.code);
}

/** Accepts all sure offers, marks the story as reviewed, and opens the next one: one step in the history. */
export async function acceptAllOffers(state: AppState): Promise<void> {
  const id = state.session.getState().queueStory;
  const codes = sureOffersOf(state);
  if (id === null || codes.length === 0) return;
  const names = andList(codes.map((code) => systemName(state, code)));
  await finish(state, id, `Filed to ${names}.`, async () => {
    const accept = codes.map((code) => ({ id, code }));
    const { entry } = await state.api.call('tags.change', { selection: null, accept, reviewed: true });
    if (entry) state.queue.remember(entry.id, id);
    if (await isWaiting(state, id)) {
      // A story whose offer is gone has to be looked at again.
      state.queue.show(id);
      state.session.getState().notify('An offer is no longer made, so the story stays in the queue.', {
        action: { label: 'Open it', run: () => openInQueue(state, id) },
      });
    } else state.queue.confirm(id);
  });
}

/** Whether the desk still has the story in the queue. */
async function isWaiting(state: AppState, id: StoryId): Promise<boolean> {
  const { total } = await state.api.call('stories.list', { query: { ...QUEUE_QUERY, ids: [id] }, limit: 0 });
  return total > 0;
}

/** Removes the story and opens the next one in the same frame. The desk is called after that. */
async function finish(state: AppState, id: StoryId, said: string, call: () => Promise<void>): Promise<void> {
  const { announce } = state.session.getState();
  const next = leaveQueue(state, id);
  const words = next === null ? '' : formatQueuePosition(state, next);
  announce(`${said} ${state.queue.getView().total === 0 ? 'The queue is empty.' : words}`.trim());
  try {
    await call();
  } catch (error) {
    state.queue.show(id);
    notifyError(state, error, {
      outcome: 'The story is back in the queue.',
      action: { label: 'Open it', run: () => openInQueue(state, id) },
    });
  }
}

/** Opens what the list says is open now: the same story, or the one in the place of a story that has left. */
export function settleQueue(state: AppState): void {
  const { queueStory } = state.session.getState();
  const settled = state.queue.settle(queueStory);
  if (settled !== queueStory) openInQueue(state, settled);
}

/**
 * After undo and redo, opens the story that they changed, so that the editor sees the result. A story that has left the
 * queue with the step is not opened: no key leads from it back to the list.
 */
export async function stepThroughQueueHistory(state: AppState, direction: 'undo' | 'redo'): Promise<void> {
  if (!(await stepThroughHistory(state, direction))) return;
  try {
    const info = await state.api.call('library.info', {});
    const story = state.queue.storyOfStep((direction === 'undo' ? info.redo : info.undo)?.id);
    if (story === null) return;
    if (!(await isWaiting(state, story))) {
      leaveQueue(state, story);
      state.queue.confirm(story);
      return;
    }
    state.queue.show(story);
    openInQueue(state, story);
  } catch (error) {
    notifyError(state, error);
  }
}

/** True for offers that may be accepted together: still open, and named or likely. */
export const isSure = (offer: Offer): boolean => offer.state === 'pending' && offer.level !== 'possible';
