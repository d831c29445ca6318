import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const at = (day: string) => `${day}T09:00:00`;

async function newestDay(desk: TestDesk): Promise<string | undefined> {
  const { stories } = await desk.ask('stories.list', {
    query: {},
    limit: 500,
  });
  return stories
    .map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? '')
    .sort()
    .at(-1);
}

/** A desk on the same computer on another day. */
async function later(desk: TestDesk, day: string): Promise<TestDesk> {
  await desk.desk.close();
  return testDesk({ path: desk.path, now: at(day) });
}

async function work(desk: TestDesk): Promise<void> {
  await desk.ask('stories.create', { fields: { ...BLANK, headline: 'Harbour clinic opens' } });
}

const samples = (desk: TestDesk) =>
  readdirSync(dirname(desk.path))
    .filter((name) => /^sample.*\.patchdesk$/.test(name))
    .sort();

describe('the sample library', () => {
  test.each(['2026-11-22', '2026-12-02', '2027-03-01', '2028-02-29'])(
    'made on %s has news of the day before',
    async (day) => {
      const desk = testDesk({ now: at(day) });
      await desk.ask('library.openSample', {});
      const yesterday = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      expect(await newestDay(desk)).toBe(yesterday);
      expect((await desk.ask('library.check', {})).problems).toEqual([]);
    },
  );

  test('keeps what is dated up to April 2026, when systems ended and began', async () => {
    const days = async (now: string) => {
      const desk = testDesk({ now: at(now) });
      await desk.ask('library.openSample', {});
      const { stories } = await desk.ask('stories.list', { query: {}, limit: 500 });
      return stories.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? []).filter((one) => one <= '2026-04-30');
    };
    const then = await days('2026-11-21');
    expect(then.length).toBeGreaterThan(150);
    expect(await days('2027-06-01')).toEqual(then);
  });

  test('is not made earlier than its stories were written', async () => {
    const desk = testDesk({ now: at('2026-05-05') });
    await desk.ask('library.openSample', {});
    expect(await newestDay(desk)).toBe('2026-11-20');
  });

  test('that nobody has worked in is made again on a later day, and not on the same', async () => {
    const desk = testDesk({ now: at('2026-12-01') });
    await desk.ask('library.openSample', {});
    await desk.ask('library.openOwn', {});
    await desk.ask('library.openSample', {});
    expect(await newestDay(desk)).toBe('2026-11-30');
    const next = await later(desk, '2026-12-05');
    expect((await next.ask('library.openSample', {})).sample).toEqual({ isOld: false, isUsed: false });
    expect(await newestDay(next)).toBe('2026-12-04');
    expect(samples(next)).toEqual(['sample.patchdesk']);
  });

  test('that somebody has worked in stays, and says that it is old', async () => {
    const desk = testDesk({ now: at('2026-12-01') });
    await desk.ask('library.openSample', {});
    await work(desk);
    const next = await later(desk, '2026-12-05');
    expect((await next.ask('library.openSample', {})).sample).toEqual({ isOld: true, isUsed: true });
    expect(await newestDay(next)).toBe('2026-11-30');
  });

  test('with limits of its own counts as worked in', async () => {
    const desk = testDesk({ now: at('2026-12-01') });
    await desk.ask('library.openSample', {});
    await desk.ask('settings.set', { limits: { fewest: 3 } });
    expect((await desk.ask('library.info', {})).sample?.isUsed).toBe(true);
  });

  test('starts afresh where an editor asks, with the one before kept or replaced', async () => {
    const desk = testDesk({ now: at('2026-12-01') });
    await desk.ask('library.openSample', {});
    await work(desk);
    const next = await later(desk, '2026-12-05');
    await next.ask('library.openSample', {});
    const kept = await next.ask('library.openSample', { used: 'keep' });
    expect(kept.sample).toEqual({ isOld: false, isUsed: false });
    expect(samples(next)).toEqual(['sample until 2026-12-05.patchdesk', 'sample.patchdesk']);
    await work(next);
    await next.ask('library.openSample', { used: 'keep' });
    await work(next);
    await next.ask('library.openSample', { used: 'replace' });
    expect((await next.ask('library.info', {})).undo).toBeNull();
    expect(samples(next)).toEqual([
      'sample until 2026-12-05 2.patchdesk',
      'sample until 2026-12-05.patchdesk',
      'sample.patchdesk',
    ]);
    const before = await next.ask('library.open', {
      path: join(dirname(next.path), 'sample until 2026-12-05.patchdesk'),
    });
    expect(before.undo?.label).toContain('Harbour clinic');
  });

  test('that another program has open is not made again under it', async () => {
    const first = testDesk({ now: at('2026-12-01') });
    await first.ask('library.openSample', {});
    expect(existsSync(join(dirname(first.path), 'sample.patchdesk-wal'))).toBe(true);
    const second = testDesk({ path: first.path, now: at('2026-12-05') });
    expect((await second.ask('library.openSample', {})).sample).toEqual({ isOld: true, isUsed: false });
    await work(first);
    expect((await second.ask('library.info', {})).undo?.label).toContain('Harbour clinic');
  });
});
