import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_KEYS } from '../../../shared/keys.ts';
import { type TestDeskOptions, tempFolder, testDesk } from '../../helpers/desk.ts';

const KEYS = { singleLetter: false, codes: { 'queue.done': 'KeyD' } };

/** A computer: one preferences file, and room for libraries. */
function computer() {
  const folder = tempFolder();
  const preferences = join(folder, 'person', 'preferences.json');
  return {
    preferences,
    library: (name: string) => join(folder, name),
    open: (name: string, more: TestDeskOptions = {}) => testDesk({ path: join(folder, name), preferences, ...more }),
    write: (text: string) => {
      mkdirSync(join(folder, 'person'), { recursive: true });
      writeFileSync(preferences, text);
    },
    read: () => JSON.parse(readFileSync(preferences, 'utf8')) as Record<string, unknown>,
    files: () => readdirSync(join(folder, 'person')).filter((name) => name.startsWith('preferences')),
  };
}

/** Settings as libraries held them before they belonged to the person. */
function putIntoLibrary(path: string, settings: Record<string, unknown>): void {
  const db = new Database(path);
  const put = db.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
  for (const [key, value] of Object.entries(settings)) put.run(key, JSON.stringify(value));
  db.close();
}

function stderr(): string[] {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  onTestFinished(() => spy.mockRestore());
  return lines;
}

describe('preferences', () => {
  test('are the same in the sample library and back in the own one', async () => {
    const desk = computer().open('own.patchdesk');
    const mine = { theme: 'dark', panes: { queue: 300 }, keys: KEYS } as const;
    await desk.ask('settings.set', mine);
    await desk.ask('library.openSample', {});
    expect(await desk.ask('settings.get', {})).toMatchObject(mine);
    await desk.ask('settings.set', { theme: 'light' });
    await desk.ask('library.openOwn', {});
    expect(await desk.ask('settings.get', {})).toMatchObject({ ...mine, theme: 'light' });
  });

  test('are the same in another library, and for another door', async () => {
    const { open } = computer();
    const window = open('one.patchdesk', { door: 'desktop' });
    const cli = open('two.patchdesk', { door: 'cli' });
    await window.ask('settings.set', { author: 'Priya Nair', panes: { queue: 300 } });
    await cli.ask('settings.set', { panes: { details: 400 } });
    expect((await window.ask('settings.get', {})).panes).toEqual({ queue: 300, details: 400 });
    expect(await cli.ask('settings.get', {})).toMatchObject({ panes: { queue: 300, details: 400 } });
  });

  test('leave what belongs to a library in the library', async () => {
    const { open, read } = computer();
    const one = open('one.patchdesk');
    await one.ask('settings.set', { theme: 'dark', limits: { fewest: 3 } });
    expect((await open('two.patchdesk').ask('settings.get', {})).limits.fewest).toBe(10);
    expect((await one.ask('settings.get', {})).limits.fewest).toBe(3);
    expect(read()).toEqual({ theme: 'dark' });
  });

  test('make no file before anything is set', async () => {
    const { open, preferences } = computer();
    await open('own.patchdesk').ask('settings.get', {});
    expect(existsSync(preferences)).toBe(false);
  });

  test('keep what a newer version has put into the file', async () => {
    const { open, write, read } = computer();
    write('{ "density": "wide", "theme": "dark" }');
    await open('own.patchdesk').ask('settings.set', { panes: { queue: 300 } });
    expect(read()).toEqual({ density: 'wide', theme: 'dark', panes: { queue: 300 } });
  });

  test('say so when they cannot be saved', async () => {
    const { open, library } = computer();
    writeFileSync(library('file'), '');
    const desk = open('own.patchdesk', { preferences: join(library('file'), 'preferences.json') });
    expect((await desk.refuse('settings.set', { theme: 'dark' })).code).toBe('preferences-unwritable');
  });
});

describe('a damaged preferences file', () => {
  test('is kept beside its place, and the person hears of it', async () => {
    const lines = stderr();
    const { open, write, files, read } = computer();
    write('{ "theme": "dark"');
    const desk = open('own.patchdesk');
    const settings = await desk.ask('settings.get', {});
    expect(settings).toMatchObject({ theme: 'system', keys: DEFAULT_KEYS });
    expect(settings.warning).toMatch(/could not be read.*preferences\.damaged-2026-11-22T10-00-00\.json/);
    expect(lines).toEqual([`patchdesk: ${settings.warning}\n`]);
    expect(files().toSorted()).toEqual(['preferences.damaged-2026-11-22T10-00-00.json', 'preferences.json']);
    await desk.ask('settings.set', { theme: 'light' });
    expect(read()).toEqual({ theme: 'light' });
    const again = await desk.reopen();
    expect(await again.ask('settings.get', {})).toMatchObject({ theme: 'light', warning: null });
  });

  test('gives what can still be read of it', async () => {
    stderr();
    const { open, write, files } = computer();
    write(JSON.stringify({ theme: 'purple', author: 'Priya Nair', panes: { queue: 300 } }));
    const settings = await open('own.patchdesk').ask('settings.get', {});
    expect(settings).toMatchObject({ theme: 'system', panes: { queue: 300 } });
    expect(settings.warning).toContain('Unfit: theme.');
    expect(files()).toHaveLength(2);
  });
});

describe('a library from before', () => {
  const old = { author: 'A. Marlowe', theme: 'dark', panes: { queue: 280 }, keys: KEYS, limits: { fewest: 3 } };

  test('hands over the settings of its person once', async () => {
    const { open, library, read } = computer();
    await open('old.patchdesk').desk.close();
    putIntoLibrary(library('old.patchdesk'), {
      ...old,
      limits: { headline: 90, standfirst: 250, leadDays: 14, fewest: 3 },
    });
    const desk = open('old.patchdesk');
    expect(await desk.ask('settings.get', {})).toMatchObject({ theme: 'dark', panes: { queue: 280 }, keys: KEYS });
    expect(read()).toEqual({ author: 'A. Marlowe', theme: 'dark', panes: { queue: 280 }, keys: KEYS });
    expect((await desk.ask('settings.get', {})).limits).toMatchObject({ headline: 90, fewest: 3 });
    await desk.ask('settings.set', { theme: 'light' });
    expect(await (await desk.reopen()).ask('settings.get', {})).toMatchObject({ theme: 'light' });
  });

  test('hands over nothing to a person who has preferences, nor when it is opened later', async () => {
    const { open, library } = computer();
    await open('old.patchdesk').desk.close();
    putIntoLibrary(library('old.patchdesk'), old);
    const own = open('own.patchdesk');
    await own.ask('library.open', { path: library('old.patchdesk') });
    expect((await own.ask('settings.get', {})).theme).toBe('system');
    await own.ask('settings.set', { theme: 'light' });
    await own.desk.close();
    expect((await open('old.patchdesk').ask('settings.get', {})).theme).toBe('light');
  });

  test('leaves out what does not fit, and the sample', async () => {
    const { open, library, read, preferences } = computer();
    await open('old.patchdesk').desk.close();
    putIntoLibrary(library('old.patchdesk'), { isSample: true, ...old });
    await open('old.patchdesk').desk.close();
    expect(existsSync(preferences)).toBe(false);
    putIntoLibrary(library('old.patchdesk'), { isSample: false, theme: 'purple' });
    await open('old.patchdesk').desk.close();
    expect(read()).toEqual({ author: 'A. Marlowe', panes: { queue: 280 }, keys: KEYS });
  });
});

describe('who signs the history', () => {
  const author = async (desk: ReturnType<typeof testDesk>) => (await desk.ask('library.info', {})).author;

  test('is the author of the environment, else the person, else the login name', async () => {
    const { open } = computer();
    const desk = open('own.patchdesk', { author: null });
    expect(await author(desk)).toBe(userInfo().username);
    await desk.ask('settings.set', { author: 'Priya Nair' });
    expect(await author(desk)).toBe('Priya Nair');
    expect(await author(open('two.patchdesk', { author: null }))).toBe('Priya Nair');
    expect(await author(open('two.patchdesk', { author: 'Ada Wren' }))).toBe('Ada Wren');
    await desk.ask('settings.set', { author: null });
    expect(await author(desk)).toBe(userInfo().username);
  });
});
