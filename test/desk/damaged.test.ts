import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Desk, openDesk } from '../../electron/desk/desk.ts';
import type { MethodOutput } from '../../shared/contract.ts';
import { RESOURCES, tempFolder } from '../helpers/desk.ts';
import { BLANK } from '../helpers/story.ts';

const KILLED = join(import.meta.dirname, 'killed-desk.ts');

function newLibrary(): string {
  const folder = join(tempFolder(), 'work');
  mkdirSync(folder);
  return join(folder, 'library.patchdesk');
}

const preferencesOf = (path: string) => join(dirname(dirname(path)), 'preferences.json');

function openAt(path: string, watchEveryMs?: number): Desk {
  const desk = openDesk(
    { libraryPath: path, preferencesPath: preferencesOf(path), resourcesPath: RESOURCES, door: 'cli', author: 'Ada' },
    watchEveryMs ? { watchEveryMs } : {},
  );
  onTestFinished(() => desk.close().catch(() => undefined));
  return desk;
}

const create = (desk: Desk, headline: string) =>
  desk.call('stories.create', { fields: { ...BLANK, headline, embargoUntil: null } });

async function make(path: string, headlines: readonly string[]): Promise<void> {
  const desk = openAt(path);
  for (const headline of headlines) expect(await create(desk, headline)).toMatchObject({ ok: true });
  await desk.close();
}

async function headlinesOf(desk: Desk): Promise<string[]> {
  const reply = await desk.call('stories.list', { query: { text: '' } });
  if (!reply.ok) throw new Error(reply.error.message);
  return (reply.value as MethodOutput<'stories.list'>).stories.map(({ headline }) => headline).sort();
}

const trouble = async (desk: Desk) => {
  const reply = await desk.call('library.trouble', {});
  if (!reply.ok) throw new Error(reply.error.message);
  return (reply.value as MethodOutput<'library.trouble'>).trouble;
};

/** A process that creates a story and is killed before it closes the library. */
function killAfter(path: string, headline: string): void {
  const done = spawnSync(process.execPath, [KILLED, path, preferencesOf(path), headline], { encoding: 'utf8' });
  expect(done.signal, done.stderr).toBe('SIGKILL');
}

/** Fills the first page of a table or index with zeros, as a disk does that lost it. */
function zeroPage(path: string, name: string): void {
  const db = new Database(path);
  const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number;
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0, (page - 1) * size, page * size);
  writeFileSync(path, bytes);
}

describe('a library is checked before its first write', () => {
  test.each(['rejections', 'captures', 'filed'])('and takes none when a page of %s is zeroed', async (name) => {
    const path = newLibrary();
    await make(path, ['first', 'second']);
    const db = new Database(path);
    const names = db.prepare('SELECT name FROM sqlite_schema WHERE rootpage > 0').pluck().all() as string[];
    db.close();
    zeroPage(path, names.includes(name) ? name : 'tags');
    const bytes = readFileSync(path);
    const desk = openAt(path);
    const refused = await create(desk, 'lost');
    expect(refused).toMatchObject({
      error: { code: 'library-damaged', message: expect.stringContaining('is damaged') },
    });
    expect(refused).toMatchObject({ error: { message: expect.stringContaining('patchdesk restore') } });
    expect(await create(desk, 'lost')).toEqual(refused);
    expect(await desk.call('settings.set', { limits: { headline: 50 } })).toMatchObject({
      error: { code: 'library-damaged' },
    });
    expect(await desk.call('library.backup', {})).toMatchObject({ error: { code: 'library-damaged' } });
    if (name !== 'entries') {
      expect(await headlinesOf(desk)).toEqual(['first', 'second']);
      expect(await trouble(desk)).toMatchObject({ kind: 'damaged', savedAs: null });
    }
    await desk.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('and goes on when it is sound: after a killed process, a copy, or a change elsewhere', async () => {
    const path = newLibrary();
    await make(path, ['first']);
    killAfter(path, 'second');
    const desk = openAt(path);
    expect(await headlinesOf(desk)).toEqual(['first', 'second']);
    expect(await create(desk, 'third')).toMatchObject({ ok: true });
    expect(await trouble(desk)).toBeNull();
    await desk.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    const copy = join(dirname(path), 'copy.patchdesk');
    copyFileSync(path, copy);
    await make(copy, ['fourth']);
  });

  test('in the background where a window is open, and tells it', async () => {
    const path = newLibrary();
    await make(path, ['first']);
    zeroPage(path, 'tags');
    const desk = openAt(path, 5);
    const told: unknown[] = [];
    desk.subscribe((event) => told.push(event));
    await expect.poll(() => told.length).toBeGreaterThan(0);
    expect(await trouble(desk)).toMatchObject({ kind: 'damaged' });
  });

  test('but only looked at by commands that read: their closing changes no byte', async () => {
    const path = newLibrary();
    await make(path, ['first']);
    killAfter(path, 'second');
    const before = [path, `${path}-wal`].map((file) => readFileSync(file));
    const desk = openAt(path);
    expect(await headlinesOf(desk)).toEqual(['first', 'second']);
    await desk.close();
    expect([path, `${path}-wal`].map((file) => readFileSync(file))).toEqual(before);
  });
});

describe('an older main file with a newer log', () => {
  async function mixed(replace: (older: string, path: string) => void): Promise<string> {
    const path = newLibrary();
    await make(path, ['first']);
    const older = join(dirname(path), 'older');
    copyFileSync(path, older);
    await make(path, ['second', 'third']);
    killAfter(path, 'fourth');
    expect(existsSync(`${path}-wal`)).toBe(true);
    replace(older, path);
    return path;
  }

  test.each([
    ['moved into its place', (older: string, path: string) => renameSync(older, path)],
    [
      'moved in with times of its own',
      (older: string, path: string) => {
        rmSync(path);
        copyFileSync(older, path);
      },
    ],
  ])('%s takes no writes', async (_name, replace) => {
    const path = await mixed(replace);
    const desk = openAt(path);
    const refused = await create(desk, 'lost');
    expect(refused).toMatchObject({
      error: { code: 'library-damaged', message: expect.stringContaining('exchanged') },
    });
    const bytes = readFileSync(path);
    await desk.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(true);
    // Without the log, the older library is whole.
    for (const part of ['-wal', '-shm']) rmSync(path + part, { force: true });
    await make(path, ['after']);
    expect(await headlinesOf(openAt(path))).toEqual(['after', 'first']);
  });
});
