import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Desk, openDesk } from '../../electron/desk/desk.ts';
import type { MethodOutput } from '../../shared/contract.ts';
import type { DeskFault } from '../../shared/errors.ts';
import { RESOURCES, tempFolder } from '../helpers/desk.ts';
import { BLANK } from '../helpers/story.ts';

interface Place {
  folder: string;
  path: string;
  dataFolder: string;
}

function newPlace(): Place {
  const folder = join(tempFolder(), 'work');
  const dataFolder = join(dirname(folder), 'data');
  mkdirSync(folder);
  mkdirSync(dataFolder);
  return { folder, path: join(folder, 'library.patchdesk'), dataFolder };
}

function openAt(path: string, { dataFolder }: Place, watchEveryMs?: number): Desk {
  const preferencesPath = join(dataFolder, 'preferences.json');
  const desk = openDesk(
    { libraryPath: path, preferencesPath, resourcesPath: RESOURCES, door: 'cli' },
    watchEveryMs ? { watchEveryMs } : {},
  );
  onTestFinished(() => desk.close().catch(() => undefined));
  return desk;
}

const create = (desk: Desk, headline: string) =>
  desk.call('stories.create', { fields: { ...BLANK, headline, embargoUntil: null } });

async function refusal(desk: Desk, headline: string): Promise<DeskFault> {
  const reply = await create(desk, headline);
  if (reply.ok) throw new Error(`${headline} was taken`);
  return reply.error;
}

async function headlinesOf(desk: Desk): Promise<string[]> {
  const reply = await desk.call('stories.list', { query: { text: '' } });
  if (!reply.ok) throw new Error(reply.error.message);
  return (reply.value as MethodOutput<'stories.list'>).stories.map(({ headline }) => headline).sort();
}

/** What a library holds when it is opened in its turn; it must be whole. */
async function heldBy(path: string, place: Place): Promise<string[]> {
  const desk = openAt(path, place);
  const check = await desk.call('library.check', {});
  expect(check).toMatchObject({ ok: true, value: { ok: true, problems: [] } });
  const headlines = await headlinesOf(desk);
  await desk.close();
  return headlines;
}

async function otherLibrary(place: Place, name: string, headline: string): Promise<string> {
  const path = join(dirname(place.folder), name);
  const desk = openAt(path, place);
  await create(desk, headline);
  await desk.close();
  return path;
}

const savedIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.includes('.saved-'))
    .map((name) => join(folder, name));

/** What happens to the file, what the sentence says of it, and what is at the old place afterwards. */
const CASES: readonly {
  name: string;
  says: string;
  act: (place: Place) => Promise<void> | void;
  left?: (place: Place) => { path: string; headlines: string[] };
  /** The library's folder is gone, so the copy goes into the data folder. */
  isFolderGone?: boolean;
}[] = [
  {
    name: 'moved away',
    says: 'was moved, renamed or deleted',
    act: ({ path, dataFolder }) => renameSync(path, join(dataFolder, 'elsewhere.patchdesk')),
  },
  { name: 'deleted', says: 'was moved, renamed or deleted', act: ({ path }) => rmSync(path) },
  {
    name: 'deleted with all its files',
    says: 'was moved, renamed or deleted',
    act: ({ path }) => {
      for (const part of ['', '-wal', '-shm']) rmSync(path + part);
    },
  },
  {
    name: 'in a folder that was renamed',
    says: 'was moved, renamed or deleted',
    act: ({ folder }) => renameSync(folder, `${folder} (old)`),
    left: ({ folder }) => ({ path: join(`${folder} (old)`, 'library.patchdesk'), headlines: ['before', 'during'] }),
    isFolderGone: true,
  },
  {
    name: 'replaced by another library',
    says: 'Another file took the place',
    act: async (place) => renameSync(await otherLibrary(place, 'other.patchdesk', 'theirs'), place.path),
    left: ({ path }) => ({ path, headlines: ['theirs'] }),
  },
  {
    name: 'replaced by an older copy of itself',
    says: 'Another file took the place',
    act: ({ path, folder }) => renameSync(join(folder, 'older'), path),
    left: ({ path }) => ({ path, headlines: ['before'] }),
  },
  {
    name: 'robbed of the file with its last steps',
    says: 'removed or replaced',
    act: ({ path }) => rmSync(`${path}-wal`),
    left: ({ path }) => ({ path, headlines: ['before', 'during'] }),
  },
  {
    name: 'robbed of the file that its readers share',
    says: 'removed or replaced',
    act: ({ path }) => rmSync(`${path}-shm`),
    left: ({ path }) => ({ path, headlines: ['before', 'during'] }),
  },
];

/** A library with a step from an earlier day, and one of this session; and a copy of the earlier day. */
async function begin(place: Place, watchEveryMs?: number): Promise<Desk> {
  const earlier = openAt(place.path, place);
  await create(earlier, 'before');
  await earlier.close();
  copyFileSync(place.path, join(place.folder, 'older'));
  const desk = openAt(place.path, place, watchEveryMs);
  await create(desk, 'during');
  return desk;
}

describe('a library whose file was', () => {
  test.each(CASES)('$name takes no step, and every earlier step is in the saved copy', async (one) => {
    const place = newPlace();
    const desk = await begin(place);
    await one.act(place);
    const refused = await refusal(desk, 'lost');
    const [saved, ...more] = savedIn(one.isFolderGone ? place.dataFolder : place.folder);
    expect(more).toEqual([]);
    expect(refused.code).toBe('library-displaced');
    expect(refused.message).toContain(one.says);
    expect(refused.message).toContain(place.path);
    expect(refused.message).toContain(`is saved in ${saved}. Open that copy to continue.`);
    // The second attempt gets the same sentence and makes no second copy.
    expect((await refusal(desk, 'lost too')).message).toBe(refused.message);
    expect(await desk.call('settings.set', { limits: { headline: 50 } })).toMatchObject({
      error: { code: 'library-displaced' },
    });
    expect(await desk.call('library.trouble', {})).toMatchObject({
      value: { trouble: { message: refused.message, savedAs: saved } },
    });
    await desk.close();
    expect(await heldBy(saved ?? '', place)).toEqual(['before', 'during']);
    if (one.left) {
      const { path, headlines } = one.left(place);
      expect(await heldBy(path, place)).toEqual(headlines);
    }
  });

  test('replaced is left to the last byte as it is, through reading, closing and opening', async () => {
    const place = newPlace();
    const desk = await begin(place);
    const other = await otherLibrary(place, 'other.patchdesk', 'theirs');
    const bytes = readFileSync(other);
    renameSync(other, place.path);
    await refusal(desk, 'lost');
    expect(await headlinesOf(desk)).toEqual(['before', 'during']);
    await desk.close();
    expect(readFileSync(place.path).equals(bytes)).toBe(true);
    expect(existsSync(`${place.path}-wal`)).toBe(false);
  });

  test('cut short where it is takes no step, and says that no whole copy could be saved', async () => {
    const place = newPlace();
    const desk = await begin(place);
    truncateSync(place.path, 4096);
    const refused = await refusal(desk, 'lost');
    expect(refused.code).toBe('library-displaced');
    expect(refused.message).toContain('Another program wrote into');
    expect(refused.message).toContain('no whole copy could be saved');
    expect(savedIn(place.folder)).toEqual([]);
    expect(readdirSync(place.folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('behind a link that now leads elsewhere is noticed', async () => {
    const place = newPlace();
    const real = await otherLibrary(place, 'real.patchdesk', 'before');
    symlinkSync(real, place.path);
    const desk = openAt(place.path, place);
    await create(desk, 'during');
    rmSync(place.path);
    symlinkSync(await otherLibrary(place, 'other.patchdesk', 'theirs'), place.path);
    const { code } = await refusal(desk, 'lost');
    expect(code).toBe('library-displaced');
    await desk.close();
    expect(await heldBy(savedIn(place.folder)[0] ?? '', place)).toEqual(['before', 'during']);
    expect(await heldBy(place.path, place)).toEqual(['theirs']);
    expect(lstatSync(place.path).isSymbolicLink()).toBe(true);
  });

  test('moved is saved by the watch, without a call', async () => {
    const place = newPlace();
    const desk = await begin(place, 5);
    const told: unknown[] = [];
    desk.subscribe((event) => told.push(event));
    renameSync(place.path, join(place.dataFolder, 'elsewhere'));
    await expect.poll(() => savedIn(place.folder)).toHaveLength(1);
    expect(told).toContainEqual({ name: 'library.changed', payload: { entryId: null } });
    await desk.close();
    expect(await heldBy(savedIn(place.folder)[0] ?? '', place)).toEqual(['before', 'during']);
  });

  test('moved after its last step is saved when the desk closes, and closing says so', async () => {
    const place = newPlace();
    const desk = await begin(place);
    rmSync(place.path);
    await expect(desk.close()).rejects.toThrow('Open that copy to continue.');
    expect(await heldBy(savedIn(place.folder)[0] ?? '', place)).toEqual(['before', 'during']);
  });

  test('moved before another library is opened is saved, and that library opens', async () => {
    const place = newPlace();
    const desk = await begin(place);
    const other = await otherLibrary(place, 'other.patchdesk', 'theirs');
    const told: unknown[] = [];
    desk.subscribe((event) => told.push(event));
    rmSync(place.path);
    const reply = await desk.call('library.open', { path: other });
    expect(reply).toMatchObject({ error: { code: 'library-displaced' } });
    expect(told).toEqual([{ name: 'library.opened', payload: { path: other } }]);
    expect(await headlinesOf(desk)).toEqual(['theirs']);
    expect(await heldBy(savedIn(place.folder)[0] ?? '', place)).toEqual(['before', 'during']);
  });

  test('moved can be left for its saved copy, and work goes on there', async () => {
    const place = newPlace();
    const desk = await begin(place);
    rmSync(place.path);
    await refusal(desk, 'lost');
    const opened = await desk.call('library.openSaved', {});
    expect(opened).toMatchObject({ ok: true, value: { stories: 2 } });
    expect(await create(desk, 'after')).toMatchObject({ ok: true });
    expect(await desk.call('library.openOwn', {})).toMatchObject({ ok: true, value: { stories: 3 } });
    expect(await desk.call('library.openSaved', {})).toMatchObject({ error: { code: 'library-missing' } });
    expect(existsSync(place.path)).toBe(false);
  });

  test('in place takes steps after another door wrote, and when it grows', async () => {
    const place = newPlace();
    const desk = await begin(place, 5);
    const other = openAt(place.path, place);
    for (let n = 0; n < 40; n += 1) {
      expect(await create(other, `other ${n} ${'long '.repeat(30)}`)).toMatchObject({ ok: true });
      expect(await create(desk, `own ${n}`)).toMatchObject({ ok: true });
    }
    await other.close();
    expect(await create(desk, 'last')).toMatchObject({ ok: true });
    writeFileSync(join(place.folder, 'unrelated.txt'), 'A file beside the library.');
    expect(await desk.call('library.trouble', {})).toMatchObject({ value: { trouble: null } });
  });
});
