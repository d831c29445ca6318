import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApi } from '../../../renderer/api.ts';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import {
  acceptAllOffers,
  acceptOffer,
  finishStory,
  openInQueue,
  openStoryOf,
  settleQueue,
  stepThroughQueue,
  stepThroughQueueHistory,
} from '../../../renderer/features/queue/queue-actions.ts';
import type { StoryId } from '../../../shared/models.ts';
import { testDesk } from '../../helpers/desk.ts';
import { runs } from '../../helpers/property-runs.ts';
import { BLANK } from '../../helpers/story.ts';

const KEYS = ['next', 'previous', 'done', 'accept', 'accept all', 'undo', 'redo'] as const;
type Key = (typeof KEYS)[number];

/** The queue of a window over a real desk with so many stories waiting, as its screen keeps it. */
async function queueWindow(count: number, desk = testDesk()) {
  await desk.ask('queue.reopen', { selection: { kind: 'query', query: { review: 'done' }, except: [] } });
  for (let { total } = await desk.ask('stories.list', { query: {} }); total < count; total += 1) {
    await desk.ask('stories.create', { fields: { ...BLANK, headline: `Maidstone ward ${total}` } });
  }
  const state = createAppState(
    createApi({
      invoke: (method, input) => desk.desk.call(method, input),
      subscribe: (listener) => desk.desk.subscribe(listener),
    }),
  );
  state.session.getState().showQueue('stories');
  state.queue.subscribe(() => settleQueue(state));
  state.session.subscribe(() => settleQueue(state));
  const ends = [state.queries.connect(), state.queue.connect()];
  const open = () => state.session.getState().queueStory;
  const listed = () => {
    const view = state.queue.getView();
    return Array.from({ length: view.total ?? 0 }, (_, index) => view.rowAt(index)?.id ?? null);
  };
  /** Waits until the list shows what the desk has, and the open story is loaded. */
  const settle = async () => {
    const { stories } = await desk.ask('stories.list', { query: { review: 'open' } });
    const wanted = stories.map(({ id }) => id);
    await expect.poll(listed, { interval: 1 }).toEqual(wanted);
    const id = open();
    if (id === null) return;
    const end = state.queries.watch('queue.get', { id }, () => undefined);
    await expect.poll(() => state.queries.read('queue.get', { id }).data?.id, { interval: 1 }).toBe(id);
    end();
  };
  const press: Record<Key, () => unknown> = {
    next: () => stepThroughQueue(state, 1),
    previous: () => stepThroughQueue(state, -1),
    done: () => finishStory(state),
    accept: () => {
      const code = openStoryOf(state)?.offers[0]?.code;
      return code && acceptOffer(state, code);
    },
    'accept all': () => acceptAllOffers(state),
    undo: () => stepThroughQueueHistory(state, 'undo'),
    redo: () => stepThroughQueueHistory(state, 'redo'),
  };
  await settle();
  return {
    desk,
    state,
    open,
    listed,
    close: () => {
      for (const end of ends) end();
    },
    press: async (key: Key) => {
      await press[key]();
      await settle();
    },
  };
}

/** The open story is in the list, and J and K go from it to its neighbours. */
function expectAgreement({ state, open, listed }: Awaited<ReturnType<typeof queueWindow>>): void {
  const ids = listed();
  const id = open();
  if (ids.length === 0) {
    expect(id).toBeNull();
    return;
  }
  const index = ids.indexOf(id);
  expect(index).toBeGreaterThanOrEqual(0);
  expect(state.queue.neighbour(id, 1)).toBe(ids[index + 1] ?? null);
  expect(state.queue.neighbour(id, -1)).toBe(ids[index - 1] ?? null);
}

describe('the queue after undo and redo', () => {
  it('does not leave a story open that a redo has taken out of the list', async () => {
    const queue = await queueWindow(4);
    for (const key of ['done', 'done', 'undo', 'undo', 'redo'] as const) await queue.press(key);
    expect(queue.listed()).toHaveLength(3);
    expectAgreement(queue);
    const before = queue.open();
    await queue.press('next');
    expect(queue.open()).not.toBe(before);
  });

  it('accepts all sure offers, reviews and opens the next story as one step', async () => {
    const queue = await queueWindow(2);
    const [first, second] = queue.listed();
    await queue.press('accept all');
    expect(queue.listed()).toEqual([second]);
    expect(queue.open()).toBe(second);
    const detail = await queue.desk.ask('stories.get', { id: first as StoryId });
    expect(detail).toMatchObject({ reviewed: true, tags: [{ origin: 'suggestion', strength: 'about' }] });
    await queue.press('undo');
    expect(queue.listed()).toEqual([first, second]);
    expect((await queue.desk.ask('stories.get', { id: first as StoryId })).tags).toEqual([]);
    expectAgreement(queue);
  });

  it('leads into the list from a story that is not in it', async () => {
    const queue = await queueWindow(2);
    const [first] = queue.listed();
    await queue.press('done');
    openInQueue(queue.state, first as StoryId);
    expect(queue.open()).toBe(first);
    await queue.press('next');
    expectAgreement(queue);
  });

  it('agrees with its list after any keys', async () => {
    const desk = testDesk();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...KEYS), { maxLength: 12 }), async (keys) => {
        const queue = await queueWindow(3, desk);
        for (const key of keys) {
          await queue.press(key);
          expectAgreement(queue);
        }
        queue.close();
      }),
      { numRuns: runs(2000) },
    );
  }, 600_000);
});
