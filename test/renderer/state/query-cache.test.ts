import { describe, expect, it } from 'vitest';
import { QueryCache } from '../../../renderer/state/query-cache.ts';
import { heldApi } from '../fake-api.ts';

const CHANGED = { name: 'library.changed', payload: { entryId: null } } as const;
const OPENED = { name: 'library.opened', payload: { path: '/tmp/other.patchdesk' } } as const;

function watched() {
  const held = heldApi();
  const cache = new QueryCache(held.api);
  cache.connect();
  const end = cache.watch('stories.kinds', {}, () => undefined);
  return { ...held, cache, end, now: () => cache.read('stories.kinds', {}) };
}

describe('the cache of the desk’s answers', () => {
  it('asks once for all who ask the same', async () => {
    const { calls, cache, now } = watched();
    cache.watch('stories.kinds', {}, () => undefined);
    expect(calls).toHaveLength(1);
    expect(now()).toMatchObject({ data: undefined, loading: true });
    await calls[0]?.answer(['News']);
    expect(now()).toEqual({ data: ['News'], error: null, loading: false });
  });

  it('keeps showing what it knew while it asks again after a change', async () => {
    const { calls, emit, now } = watched();
    await calls[0]?.answer(['News']);
    emit(CHANGED);
    expect(calls).toHaveLength(2);
    expect(now()).toEqual({ data: ['News'], error: null, loading: true });
    await calls[1]?.answer(['News', 'Column']);
    expect(now().data).toEqual(['News', 'Column']);
  });

  it('drops a reply that a newer question has overtaken', async () => {
    const { calls, emit, now } = watched();
    emit(CHANGED);
    await calls[1]?.answer(['new']);
    await calls[0]?.answer(['old']);
    expect(now()).toEqual({ data: ['new'], error: null, loading: false });
  });

  it('shows nothing of the last library when another is opened', async () => {
    const { calls, emit, now } = watched();
    await calls[0]?.answer(['News']);
    emit(OPENED);
    expect(now().data).toBeUndefined();
    await calls[1]?.answer(['Column']);
    expect(now().data).toEqual(['Column']);
  });

  it('keeps the old answer beside an error, and asks again on request', async () => {
    const { calls, cache, emit, now } = watched();
    await calls[0]?.answer(['News']);
    emit(CHANGED);
    await calls[1]?.refuse('It did not work.');
    expect(now().data).toEqual(['News']);
    expect(now().error?.message).toBe('It did not work.');
    cache.retry('stories.kinds', {});
    await calls[2]?.answer(['Column']);
    expect(now()).toEqual({ data: ['Column'], error: null, loading: false });
  });

  it('asks nothing on behalf of those who have gone, until somebody looks again', async () => {
    const { calls, cache, emit, end } = watched();
    await calls[0]?.answer(['News']);
    end();
    emit(CHANGED);
    expect(calls).toHaveLength(1);
    cache.watch('stories.kinds', {}, () => undefined);
    expect(calls).toHaveLength(2);
  });

  it('does not ask for the register again because a story changed', async () => {
    const { calls, cache, emit } = watched();
    cache.watch('systems.list', { scope: 'ever' }, () => undefined);
    await calls[1]?.answer([]);
    emit(CHANGED);
    expect(calls.filter((call) => call.method === 'systems.list')).toHaveLength(1);
  });

  it('asks for the systems again once the library stands under another register', async () => {
    const { calls, cache, emit } = watched();
    const asked = (method: string) => calls.filter((call) => call.method === method);
    cache.watch('systems.list', { scope: 'ever' }, () => undefined);
    cache.watch('library.info', {}, () => undefined);
    await calls[1]?.answer([]);
    await calls[2]?.answer({ register: { version: '2026-04-01' } });
    expect(asked('systems.list')).toHaveLength(1);
    for (const [version, times] of [
      ['2026-04-01', 1],
      ['2027-04-01', 2],
      ['2026-04-01', 3],
    ] as const) {
      emit(CHANGED);
      await asked('library.info').at(-1)?.answer({ register: { version } });
      await asked('systems.list').at(-1)?.answer([]);
      expect(asked('systems.list')).toHaveLength(times);
    }
  });
});
