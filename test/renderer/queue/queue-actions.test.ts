import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import {
  acceptOffer,
  finishStory,
  makeNational,
  openStoryOf,
  rejectOffer,
  stepStrength,
  stepThroughQueueHistory,
} from '../../../renderer/features/queue/queue-actions.ts';
import { heldApi } from '../fake-api.ts';
import { idAt, offer, queueStory } from './samples.ts';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
const entry = (index: number) => ({ entry: { id: idAt(index), label: 'A step' }, changed: 1 });

/** A refusal that is a bug goes to the console as well. */
function quietConsole(): void {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => logged.mockRestore());
}

/** The queue with three stories, the first of them open. */
async function opened(offers = [offer('QAA'), offer('QBB', { level: 'possible' })]) {
  const held = heldApi();
  const state = createAppState(held.api);
  const called = (method: string) => held.calls.filter((call) => call.method === method);
  state.session.getState().showQueue('stories');
  state.queue.connect();
  const stories = [1, 2, 3].map((index) => ({ id: idAt(index), headline: `Story ${index}` }));
  await called('stories.list')[0]?.answer({ total: 3, stories });
  state.session.getState().openQueueStory(state.queue.settle(null));
  state.queries.watch('queue.get', { id: idAt(1) }, () => undefined);
  await called('queue.get')[0]?.answer(queueStory(offers));
  return { held, state, called };
}

describe('deciding on the open story', () => {
  it('shows an accepted offer before the desk has answered, and keeps its step in mind', async () => {
    const { state, called } = await opened();
    const done = acceptOffer(state, offer('QAA').code);
    expect(openStoryOf(state)?.offers[0]?.state).toBe('accepted');
    expect(openStoryOf(state)?.story.tags).toMatchObject([{ code: 'QAA', strength: 'about' }]);
    const [call] = called('queue.accept');
    expect(call?.input).toEqual({ id: idAt(1), codes: ['QAA'], strength: 'about' });
    await call?.answer(entry(60));
    await done;
    expect(state.session.getState().announcement.text).toBe('Filed to QAA, about.');
    expect(state.queue.storyOfStep(idAt(60) as never)).toBe(idAt(1));
  });

  it('asks the desk once more when it refuses, and says why', async () => {
    quietConsole();
    const { state, called } = await opened();
    const done = rejectOffer(state, offer('QBB').code);
    expect(openStoryOf(state)?.offers[1]?.state).toBe('rejected');
    await called('queue.reject')[0]?.refuse('The library is read-only.');
    await done;
    expect(state.session.getState().notices.at(-1)?.text).toBe('The library is read-only.');
    await called('queue.get')
      .at(-1)
      ?.answer(queueStory([offer('QAA'), offer('QBB')]));
    expect(openStoryOf(state)?.offers[1]?.state).toBe('pending');
  });

  it('does not file twice, and steps through the strengths of what was filed last', async () => {
    const { state, called } = await opened();
    const first = acceptOffer(state, offer('QAA').code);
    await called('queue.accept')[0]?.answer(entry(60));
    await first;
    await acceptOffer(state, offer('QAA').code);
    expect(called('queue.accept')).toHaveLength(1);
    const second = stepStrength(state);
    expect(called('tags.add')[0]?.input).toMatchObject({ systems: ['QAA'], strength: 'affects' });
    await called('tags.add')[0]?.answer(entry(61));
    await second;
    expect(openStoryOf(state)?.story.tags).toMatchObject([{ strength: 'affects' }]);
  });

  it('marks a story national that was offered no such thing', async () => {
    const { state, called } = await opened([]);
    const done = makeNational(state);
    expect(openStoryOf(state)?.story.national).toBe(true);
    expect(called('queue.accept')[0]?.input).toEqual({ id: idAt(1), national: true });
    await called('queue.accept')[0]?.answer(entry(60));
    await done;
  });
});

describe('done and next', () => {
  it('opens the next story before the desk hears of it', async () => {
    const { state, called } = await opened();
    const done = finishStory(state);
    expect(state.session.getState().queueStory).toBe(idAt(2));
    expect(state.queue.getView().total).toBe(2);
    expect(state.session.getState().announcement.text).toBe('Done. 1 of 2: Story 2');
    expect(called('queue.done')[0]?.input).toEqual({ selection: { kind: 'ids', ids: [idAt(1)] } });
    await called('queue.done')[0]?.answer(entry(60));
    await done;
  });

  it('says so when nothing is left', async () => {
    const { state, called } = await opened();
    for (const left of [2, 1, 0]) {
      const done = finishStory(state);
      expect(state.queue.getView().total).toBe(left);
      await called('queue.done')
        .at(-1)
        ?.answer(entry(60 + left));
      await done;
    }
    expect(state.session.getState().announcement.text).toBe('Done. The queue is empty.');
  });

  it('brings the story back when the desk refuses', async () => {
    quietConsole();
    const { state, called } = await opened();
    const done = finishStory(state);
    await called('queue.done')[0]?.refuse('The disk is full.');
    await done;
    expect(state.queue.getView().indexOf(idAt(1))).toBe(0);
    // Whoever has gone on reading is not pulled away.
    expect(state.session.getState().queueStory).toBe(idAt(2));
    const back = state.session.getState().notices.at(-1);
    expect(back).toMatchObject({ tone: 'bad', text: 'The disk is full. The story is back in the queue.' });
    expect(state.session.getState().announcement.text).toBe(back?.text);
    back?.action?.run();
    expect(state.session.getState().queueStory).toBe(idAt(1));
  });

  it('leads back to the story with an undo', async () => {
    const { state, called } = await opened();
    const done = finishStory(state);
    await called('queue.done')[0]?.answer(entry(60));
    await done;
    const undone = stepThroughQueueHistory(state, 'undo');
    await called('history.undo')[0]?.answer(entry(61));
    await settle();
    await called('library.info')
      .at(-1)
      ?.answer({ undo: null, redo: { id: idAt(60), label: 'A step' } });
    await settle();
    await called('stories.list').at(-1)?.answer({ total: 1, notice: null, stories: [] });
    await undone;
    expect(state.session.getState().queueStory).toBe(idAt(1));
    expect(state.queue.getView().indexOf(idAt(1))).toBe(0);
  });
});
