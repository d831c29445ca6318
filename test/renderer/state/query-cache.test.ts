import { describe, expect, it } from 'vitest';
import { QueryCache } from '../../../renderer/state/query-cache.ts';
import type { SystemCode } from '../../../shared/models.ts';
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
    expect(now()).toEqual({ data: ['News'], error: null, loading: false });
    await calls[1]?.answer(['News', 'Column']);
    expect(now().data).toEqual(['News', 'Column']);
  });

  it('forgets after a change what a form would begin with, once nobody looks at it', async () => {
    const { calls, emit, cache } = watched();
    const end = cache.watch('templates.list', {}, () => undefined);
    await calls[1]?.answer([]);
    end();
    expect(cache.read('templates.list', {}).data).toEqual([]);
    emit(CHANGED);
    expect(cache.read('templates.list', {}).data).toBeUndefined();
  });

  it('says nothing while it asks again, nor when the answer is the same', async () => {
    const { calls, cache, emit } = watched();
    let heard = 0;
    cache.watch('stories.kinds', {}, () => {
      heard += 1;
    });
    await calls[0]?.answer(['News']);
    emit(CHANGED);
    await calls[1]?.answer(['News']);
    expect(heard).toBe(1);
    emit(CHANGED);
    await calls[2]?.answer(['News', 'Column']);
    expect(heard).toBe(2);
  });

  it('asks for what stands in the middle of the screen first, and for what takes long last', () => {
    const { calls, cache, emit } = watched();
    cache.watch('pages.candidates', { system: 'QJK' as SystemCode }, () => undefined);
    cache.watch('pages.get', { system: 'QJK' as SystemCode }, () => undefined);
    emit(CHANGED);
    expect(calls.slice(3).map(({ method }) => method)).toEqual(['pages.get', 'stories.kinds', 'pages.candidates']);
  });

  it('puts off what is not the middle of the screen, and asks nothing that nobody looks at by then', () => {
    const { api, calls } = heldApi();
    const works: (() => void)[] = [];
    const cache = new QueryCache(api, (work) => void works.push(work));
    const asked = () => calls.map(({ method }) => method);
    const end = cache.watch('stories.kinds', {}, () => undefined);
    cache.watch('settings.get', {}, () => undefined);
    cache.watch('shelf.list', {}, () => undefined);
    cache.watch('pages.get', { system: 'QJK' as SystemCode }, () => undefined);
    expect(asked()).toEqual(['pages.get']);
    end();
    expect(works).toHaveLength(1);
    for (const work of works) work();
    expect(asked()).toEqual(['pages.get', 'shelf.list', 'settings.get']);
  });

  it('has what is likely to be looked at next, until it changes', async () => {
    const { calls, cache, emit } = watched();
    const page = { system: 'QJK' as SystemCode };
    cache.prefetch('pages.get', page);
    cache.prefetch('pages.get', page);
    expect(calls.filter(({ method }) => method === 'pages.get')).toHaveLength(1);
    await calls[1]?.answer({ title: 'Devon' });
    cache.watch('pages.get', page, () => undefined)();
    expect(cache.read('pages.get', page).data).toEqual({ title: 'Devon' });
    expect(calls.filter(({ method }) => method === 'pages.get')).toHaveLength(1);
    emit(CHANGED);
    cache.watch('pages.get', page, () => undefined);
    expect(calls.filter(({ method }) => method === 'pages.get')).toHaveLength(2);
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
