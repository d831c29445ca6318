import { describe, expect, it, onTestFinished } from 'vitest';
import { QueueList, viewOf } from '../../../renderer/features/queue/queue-list.ts';
import type { EntryId, StoryId } from '../../../shared/models.ts';
import { heldApi } from '../fake-api.ts';
import { idAt } from './samples.ts';

const row = (id: StoryId) => ({ id, headline: `Story ${id.slice(-2)}` });
const ids = [1, 2, 3, 4, 5].map(idAt);
const answer = (list: readonly StoryId[]) => ({ total: list.length, stories: list.map(row) });

async function opened(list: readonly StoryId[] = ids) {
  const held = heldApi();
  const queue = new QueueList(held.api);
  onTestFinished(queue.connect());
  await held.calls[0]?.answer(answer(list));
  const shown = () => {
    const view = queue.getView();
    return Array.from({ length: view.total ?? 0 }, (_, index) => view.rowAt(index)?.id ?? null);
  };
  /** The desk says that something changed, and answers what is asked then. */
  const change = async (next: readonly StoryId[]) => {
    held.emit({ name: 'library.changed', payload: { entryId: null } });
    await held.calls.at(-1)?.answer(answer(next));
  };
  return { held, queue, shown, change };
}
const [first, second, third, fourth, fifth] = ids as [StoryId, StoryId, StoryId, StoryId, StoryId];

describe('the queue’s list', () => {
  it('asks for what nobody has reviewed, newest first', async () => {
    const { held, shown } = await opened();
    expect(held.calls[0]).toMatchObject({
      method: 'stories.list',
      input: { query: { review: 'open', withdrawn: 'hide' }, sort: { by: 'out', descending: true } },
    });
    expect(shown()).toEqual(ids);
  });

  it('lets a settled story go at once, and leads to the one in its place', async () => {
    const { queue, shown, change } = await opened();
    expect(queue.settle(second)).toBe(second);
    expect(queue.successor(second)).toBe(third);
    queue.hide(second);
    expect(shown()).toEqual([first, third, fourth, fifth]);
    expect(queue.getView().indexOf(third)).toBe(1);
    // The desk's answer without it changes nothing on screen.
    queue.confirm(second);
    await change([first, third, fourth, fifth]);
    expect(shown()).toEqual([first, third, fourth, fifth]);
    // Back by an undo elsewhere: the hiding has ended.
    await change(ids);
    expect(shown()).toEqual(ids);
  });

  it.each(['still has', 'has already removed'])(
    'gives the ids of a range whose hidden story the desk %s',
    async (when) => {
      const many = Array.from({ length: 40 }, (_, index) => idAt(index + 1));
      const held = heldApi();
      const queue = new QueueList(held.api);
      onTestFinished(queue.connect());
      // Twenty rows are loaded; the range reaches beyond them.
      await held.calls[0]?.answer({ total: 40, stories: many.slice(0, 20).map(row) });
      queue.hide(idAt(2));
      queue.hide(idAt(5));
      const visible = many.filter((id) => id !== idAt(2) && id !== idAt(5));
      const ranged = queue.idsBetween(10, 30);
      const { input, answer: reply } = held.calls.at(-1) as (typeof held.calls)[number];
      const { offset, limit } = input as { offset: number; limit: number };
      const atDesk = when === 'still has' ? many : visible;
      await reply({ total: atDesk.length, stories: atDesk.slice(offset, offset + limit).map(row) });
      expect(await ranged).toEqual(visible.slice(10, 31));
    },
  );

  it('keeps a story away while an answer from before still holds it', async () => {
    const { queue, shown, change } = await opened();
    queue.hide(first);
    await change(ids);
    expect(shown()).toEqual([second, third, fourth, fifth]);
    queue.confirm(first);
    await change([second, third, fourth, fifth]);
    expect(queue.getView().total).toBe(4);
  });

  it('shows a story that came back before anybody asked', async () => {
    const { queue, shown, change } = await opened();
    queue.hide(first);
    queue.confirm(first);
    await change(ids);
    expect(shown()).toEqual(ids);
  });

  it('shows a story again where it stood when the desk refused', async () => {
    const { queue, shown } = await opened();
    queue.hide(third);
    queue.hide(second);
    expect(shown()).toEqual([first, fourth, fifth]);
    queue.show(third);
    expect(shown()).toEqual([first, third, fourth, fifth]);
    expect(queue.getView().indexOf(fourth)).toBe(2);
  });

  it('opens the last story when the one after it has gone', async () => {
    const { queue } = await opened();
    queue.settle(fifth);
    expect(queue.successor(fifth)).toBe(fourth);
    queue.hide(fifth);
    expect(queue.neighbour(fourth, 1)).toBeNull();
    expect(queue.neighbour(fourth, -1)).toBe(third);
  });

  it('follows the open story when others come in above it, and takes the next when it has gone', async () => {
    const { queue, change } = await opened();
    expect(queue.settle(null)).toBe(first);
    expect(queue.settle(third)).toBe(third);
    await change([idAt(9), ...ids]);
    expect(queue.settle(third)).toBe(third);
    expect(queue.getView().indexOf(third)).toBe(3);
    await change([idAt(9), first, second, fourth, fifth]);
    expect(queue.settle(third)).toBe(fourth);
    await change([]);
    expect(queue.settle(fourth)).toBeNull();
  });

  it('waits for a row it is aimed at, and lets go of no story whose row is not loaded', async () => {
    const { held, queue } = await opened();
    held.emit({ name: 'library.changed', payload: { entryId: null } });
    await held.calls.at(-1)?.answer({ total: 5000, stories: ids.map(row) });
    queue.aim(4000);
    expect(queue.settle(null)).toBeNull();
    queue.want(4000, 4005);
    const stories = Array.from({ length: 100 }, (_, index) => row(idAt(4000 + index)));
    await held.calls.at(-1)?.answer({ total: 5000, stories });
    expect(queue.settle(null)).toBe(idAt(4000));
  });

  it('leaves a story alone that was opened by name and is not in the list', async () => {
    const { queue } = await opened();
    queue.settle(first);
    expect(queue.settle(idAt(77))).toBe(idAt(77));
  });

  it('knows which story a step settled', async () => {
    const { queue, held } = await opened();
    const entry = idAt(50) as unknown as EntryId;
    queue.remember(entry, second);
    expect(queue.storyOfStep(entry)).toBe(second);
    expect(queue.storyOfStep(undefined)).toBeNull();
    held.emit({ name: 'library.opened', payload: { path: 'another' } });
    expect(queue.storyOfStep(entry)).toBeNull();
  });

  it('counts nothing before the first answer', () => {
    expect(viewOf(null, new Set()).total).toBeNull();
  });
});
