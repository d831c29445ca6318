import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openDesk } from '../../electron/desk/desk.ts';
import { RESOURCES, tempFolder } from '../helpers/desk.ts';
import { BLANK } from '../helpers/story.ts';

/** A window's desk on a clock of its own, and the command line's desk on the same library. */
function twoDesks() {
  const folder = tempFolder();
  const options = {
    libraryPath: `${folder}/library.patchdesk`,
    preferencesPath: `${folder}/preferences.json`,
    resourcesPath: RESOURCES,
  };
  let now = '2026-11-22T10:00:00';
  const window = openDesk({ ...options, door: 'desktop' }, { clock: () => new Date(`${now}Z`), watchEveryMs: 5 });
  const cli = openDesk({ ...options, door: 'cli' });
  const told: unknown[] = [];
  window.subscribe((event) => told.push(event));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 60));
  const setClock = (time: string) => {
    now = time;
  };
  return { window, cli, told, settle, setClock };
}

/** Overwrites the first page of an index. */
function damage(path: string, index: string): void {
  const db = new Database(path);
  const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(index) as number;
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, (page - 1) * size, page * size);
  writeFileSync(path, bytes);
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

  test('notices the minute in which a story comes out', async () => {
    const { window, cli, told, settle, setClock } = twoDesks();
    await window.call('stories.create', {
      fields: { ...BLANK, headline: 'At five past', publishedAt: '2026-11-22T10:05', embargoUntil: null },
    });
    await settle();
    told.length = 0;
    setClock('2026-11-22T10:05:00');
    await settle();
    expect(told).toHaveLength(1);
    await Promise.all([window.close(), cli.close()]);
  });

  test('goes on answering when its library is damaged, and says so', async () => {
    const libraryPath = `${tempFolder()}/library.patchdesk`;
    const options = {
      libraryPath,
      preferencesPath: `${libraryPath}.preferences.json`,
      resourcesPath: RESOURCES,
      door: 'desktop' as const,
    };
    await openDesk(options).close();
    damage(libraryPath, 'articles_by_out');
    let now = '2026-11-22T10:00:00';
    const lines: string[] = [];
    const window = openDesk(options, {
      clock: () => new Date(`${now}Z`),
      log: (line) => lines.push(line),
      watchEveryMs: 5,
    });
    now = '2026-11-22T10:01:00';
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(lines.join()).toContain('malformed');
    const reply = await window.call('stories.list', { query: {} });
    expect(reply).toMatchObject({ ok: false, error: { code: 'library-damaged', file: libraryPath } });
    await window.close();
  });
});
