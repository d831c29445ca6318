import { describe, expect, test } from 'vitest';
import { openDesk } from '../../electron/desk.ts';
import { RESOURCES, tempFolder } from '../helpers/desk.ts';

const BLANK = {
  standfirst: null,
  kicker: null,
  alt: null,
  imageAddress: null,
  byline: null,
  kind: null,
  url: null,
  publishedAt: null,
  body: null,
};

/** A window's desk on a clock of its own, and the command line's desk on the same library. */
function twoDesks() {
  const options = { libraryPath: `${tempFolder()}/library.patchdesk`, resourcesPath: RESOURCES };
  let now = '2026-11-22T10:00:00';
  const window = openDesk({ ...options, door: 'desktop' }, { clock: () => new Date(now), watchEveryMs: 5 });
  const cli = openDesk({ ...options, door: 'cli' });
  const told: unknown[] = [];
  window.subscribe((event) => told.push(event));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 60));
  const setClock = (time: string) => {
    now = time;
  };
  return { window, cli, told, settle, setClock };
}

describe('a window’s desk', () => {
  test('notices what another door wrote, and is quiet otherwise', async () => {
    const { window, cli, told, settle } = twoDesks();
    await settle();
    expect(told).toEqual([]);
    const reply = await cli.call('stories.create', {
      fields: { ...BLANK, headline: 'From elsewhere', embargoUntil: null },
    });
    expect(reply.ok).toBe(true);
    await settle();
    expect(told).toEqual([{ name: 'library.changed', payload: { entryId: null } }]);
    await Promise.all([window.close(), cli.close()]);
  });

  test('notices the minute in which an embargo ends, and midnight', async () => {
    const { window, cli, told, settle, setClock } = twoDesks();
    await window.call('stories.create', { fields: { ...BLANK, headline: 'Held', embargoUntil: '2026-11-22T10:05' } });
    await settle();
    told.length = 0;
    setClock('2026-11-22T10:04:00');
    await settle();
    expect(told).toEqual([]);
    setClock('2026-11-22T10:05:00');
    await settle();
    expect(told).toHaveLength(1);
    setClock('2026-11-23T00:00:00');
    await settle();
    expect(told).toHaveLength(2);
    await Promise.all([window.close(), cli.close()]);
  });
});
