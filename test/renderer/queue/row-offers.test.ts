import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RowOffers } from '../../../renderer/features/queue/row-offers.ts';
import type { StoryId } from '../../../shared/models.ts';
import { heldApi } from '../fake-api.ts';
import { idAt } from './samples.ts';

const answer = (ids: readonly StoryId[]) => ids.map((id) => ({ id, offers: [], national: null }));

describe('what rows offer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function made() {
    const held = heldApi();
    const errors: unknown[] = [];
    const offers = new RowOffers(held.api, (error) => errors.push(error));
    const end = offers.connect();
    const give = async (index: number, ids: readonly StoryId[]) => {
      void held.calls[index]?.answer(answer(ids));
      await vi.advanceTimersByTimeAsync(1);
    };
    return { held, offers, errors, end, give };
  }

  it('is asked for once the keys rest, and only where it is not known', async () => {
    const { held, offers, give } = made();
    offers.want([idAt(1)], [idAt(1)]);
    await vi.advanceTimersByTimeAsync(100);
    offers.hold();
    await vi.advanceTimersByTimeAsync(100);
    expect(held.calls).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(held.calls.map(({ input }) => input)).toEqual([{ ids: [idAt(1)] }]);
    await give(0, [idAt(1)]);
    offers.want([idAt(1), idAt(2)], [idAt(1), idAt(2)]);
    await vi.advanceTimersByTimeAsync(200);
    expect(held.calls[1]?.input).toEqual({ ids: [idAt(2)] });
    expect(offers.onScreen()).toEqual([idAt(1), idAt(2)]);
  });

  it('stays while it is asked again, after every change', async () => {
    const { held, offers, give } = made();
    offers.want([idAt(1)], [idAt(1)]);
    await vi.advanceTimersByTimeAsync(200);
    await give(0, [idAt(1)]);
    held.emit({ name: 'library.changed', payload: { entryId: null } });
    expect(offers.getKnown().has(idAt(1))).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(held.calls).toHaveLength(2);
  });

  it('forgets another library’s, and an answer that comes too late from it', async () => {
    const { held, offers, give } = made();
    offers.want([idAt(1)], [idAt(1)]);
    await vi.advanceTimersByTimeAsync(200);
    held.emit({ name: 'library.opened', payload: { path: 'another' } });
    await give(0, [idAt(1)]);
    expect(offers.getKnown().size).toBe(0);
  });

  it('tells of a failure and asks again when something moves', async () => {
    const { held, offers, errors } = made();
    offers.want([idAt(1)], [idAt(1)]);
    await vi.advanceTimersByTimeAsync(200);
    void held.calls[0]?.refuse('Not now.');
    await vi.advanceTimersByTimeAsync(1);
    expect(errors).toHaveLength(1);
    offers.hold();
    await vi.advanceTimersByTimeAsync(200);
    expect(held.calls).toHaveLength(2);
  });
});
