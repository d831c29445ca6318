import { describe, expect, it } from 'vitest';
import { type ApiEvent, CallError, type Connection, createApi } from '../../renderer/api.ts';
import { createHttpTransport, takeToken } from '../../renderer/http-transport.ts';

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

describe('the browser door’s transport', () => {
  it('takes the key out of the address and keeps it for the tab', () => {
    const store = storage();
    const addresses: unknown[] = [];
    const history = { replaceState: (...args: unknown[]) => addresses.push(args[2]) } as unknown as History;
    const at = (hash: string) => ({ hash, pathname: '/', search: '' }) as Location;
    expect(takeToken(at('#token=s3cret'), history, store)).toBe('s3cret');
    expect(addresses).toEqual(['/']);
    expect(takeToken(at(''), history, store)).toBe('s3cret');
    expect(addresses).toHaveLength(1);
    expect(takeToken(at(''), history, storage())).toBeNull();
  });

  it('leaves the address of a screen alone, whatever somebody searches for', () => {
    const addresses: unknown[] = [];
    const history = { replaceState: (...args: unknown[]) => addresses.push(args[2]) } as unknown as History;
    const location = { hash: '#/stories?kind=News&token=other', pathname: '/', search: '' } as Location;
    expect(takeToken(location, history, storage())).toBeNull();
    expect(addresses).toEqual([]);
  });

  it('sends a call with the key, and hands over the reply', async () => {
    const sent: { url: string; init: RequestInit | undefined }[] = [];
    const fetcher = (async (url: string, init?: RequestInit) => {
      sent.push({ url, init });
      return json({ ok: true, value: ['News'] });
    }) as typeof fetch;
    const api = createApi(createHttpTransport('s3cret', fetcher));
    expect(await api.call('stories.kinds', {})).toEqual(['News']);
    expect(sent[0]?.url).toBe('/api/invoke');
    expect(sent[0]?.init?.headers).toMatchObject({ authorization: 'Bearer s3cret' });
    expect(JSON.parse(String(sent[0]?.init?.body))).toEqual({ method: 'stories.kinds', input: {} });
  });

  it.each([
    ['no key', null, async () => json({}), 'no-key'],
    ['a key that is not this run’s', 'old', async () => json({}, 401), 'no-key'],
    ['a desk that has gone', 's3cret', () => Promise.reject(new TypeError('failed')), 'connection-lost'],
    [
      'a refusal of the desk',
      's3cret',
      async () => json({ ok: false, error: { code: 'library-locked', message: 'Locked.' } }),
      'library-locked',
    ],
  ])('says what is wrong with %s', async (_what, token, answer, code) => {
    const api = createApi(createHttpTransport(token, answer as unknown as typeof fetch));
    const error = await api.call('stories.kinds', {}).then(
      () => null,
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ code });
  });

  it('hears events however the stream is cut, and comes back when it breaks', async () => {
    const encoder = new TextEncoder();
    const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
    const fetcher = (async () =>
      new Response(
        new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) }),
      )) as typeof fetch;
    const transport = createHttpTransport('s3cret', fetcher);
    const connections: Connection[] = [];
    const events: ApiEvent[] = [];
    transport.watch?.((connection) => connections.push(connection));
    transport.subscribe((event) => events.push(event));
    await expect.poll(() => streams.length).toBe(1);
    const line = '{"name":"library.changed","payload":{"entryId":null}}\n';
    streams[0]?.enqueue(encoder.encode(`\n${line.slice(0, 20)}`));
    streams[0]?.enqueue(encoder.encode(line.slice(20)));
    await expect.poll(() => events).toEqual([{ name: 'library.changed', payload: { entryId: null } }]);
    streams[0]?.close();
    await expect.poll(() => connections.at(-1)).toBe('lost');
    transport.reconnect?.();
    await expect.poll(() => connections.at(-1)).toBe('open');
    expect(streams).toHaveLength(2);
  });
});
