import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../electron/desk/desk.ts';
import { RESOURCES } from '../helpers/desk.ts';
import { capture, FRIMLEY, KENT, Place } from './patchdesk.ts';

interface Copy {
  path: string;
  bytes: number;
  sha256: string;
  stories: number;
}
interface Fault {
  error: { code: string; message: string; file?: string };
}

let place: Place;
beforeEach(async () => {
  place = new Place();
  place.write('frimley.txt', capture('Frimley ICS', FRIMLEY));
  place.write('kent.txt', capture('Kent and Medway ICS', KENT));
  await place.json(['import', 'frimley.txt', '--seen-on', '2024-06-01']);
});
afterEach(() => place.remove());

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const stories = async (library: string) =>
  (await place.json<{ total: number }>(['--library', library, 'find', ''])).total;
const files = () => readdirSync(place.folder).filter((name) => name !== 'data');

describe('backup', () => {
  it('writes one checked file, and says how large it is and what it holds', async () => {
    const copy = await place.json<Copy>(['backup', '--out', 'copy.patchdesk']);
    const path = place.path('copy.patchdesk');
    expect(copy).toMatchObject({ path, bytes: statSync(path).size, sha256: sha(path), stories: 3 });
    expect(files().filter((name) => name.startsWith('copy'))).toEqual(['copy.patchdesk']);
    expect(await stories(path)).toBe(3);
    expect(await place.json(['--library', path, 'check'])).toMatchObject({ ok: true, articles: 3 });
    const text = await place.run(['backup', '--out', 'second.patchdesk']);
    expect(text.out).toMatch(
      /^Backed up to .*second\.patchdesk: 3 stories, [\d.]+ kB, checked\.\nsha256 [0-9a-f]{64}\n$/,
    );
  });

  it('works while a window has the library open, and holds its last step', async () => {
    const desk = openDesk({
      libraryPath: place.library,
      preferencesPath: place.path('user-data', 'preferences.json'),
      resourcesPath: RESOURCES,
      door: 'desktop',
      author: 'A',
    });
    await desk.call('import.paths', { paths: [place.path('kent.txt')], seenOn: '2024-06-01' });
    const copy = await place.json<Copy>(['backup', '--out', 'copy.patchdesk'], 0, { isAlone: true });
    expect(copy.stories).toBe(4);
    await desk.close();
    expect(await stories(place.path('copy.patchdesk'))).toBe(4);
  });

  it('replaces nothing unless it is told to', async () => {
    place.write('copy.patchdesk', 'precious');
    const refused = await place.json<Fault>(['backup', '--out', 'copy.patchdesk'], 2);
    expect(refused.error).toMatchObject({
      code: 'backup-exists',
      message: `${place.path('copy.patchdesk')} already exists and was not changed. Name another file, or add --overwrite.`,
    });
    expect(readFileSync(place.path('copy.patchdesk'), 'utf8')).toBe('precious');
    await place.json(['backup', '--out', 'copy.patchdesk', '--overwrite']);
    expect(await stories(place.path('copy.patchdesk'))).toBe(3);
  });

  it('refuses the library itself, a folder and a place that is not there', async () => {
    mkdirSync(place.path('folder'));
    for (const [out, words] of [
      ['library.patchdesk', 'is the library itself'],
      ['folder', 'is a folder'],
      ['nowhere/copy.patchdesk', 'its folder does not exist'],
    ]) {
      const refused = await place.json<Fault>(['backup', '--overwrite', '--out', out ?? ''], 2);
      expect(refused.error.message).toContain(words);
    }
    expect(await stories(place.library)).toBe(3);
  });
});

describe('restore', () => {
  it('puts the backup in the place of the library, and keeps that beside', async () => {
    await place.json(['backup', '--out', 'copy.patchdesk']);
    await place.json(['import', 'kent.txt', '--seen-on', '2024-06-01']);
    expect(await stories(place.library)).toBe(4);
    const back = await place.json<Copy & { kept: string }>(['restore', 'copy.patchdesk']);
    expect(back).toMatchObject({ path: place.library, stories: 3, bytes: statSync(place.library).size });
    expect(back.kept).toMatch(/library\.before-restore-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.patchdesk$/);
    expect(await stories(place.library)).toBe(3);
    expect(await stories(back.kept)).toBe(4);
    const text = await place.run(['restore', 'copy.patchdesk']);
    expect(text.out).toMatch(/^Restored .*: 3 stories, [\d.]+ kB, checked\.\nThe earlier library is kept as .*\n$/);
  });

  it('makes a library where there was none', async () => {
    await place.json(['backup', '--out', 'copy.patchdesk']);
    const library = place.path('new', 'library.patchdesk');
    const back = await place.json<{ kept: string | null }>(['--library', library, 'restore', 'copy.patchdesk']);
    expect(back.kept).toBeNull();
    expect(await stories(library)).toBe(3);
  });

  it('is refused while a window has the library open', async () => {
    await place.json(['backup', '--out', 'copy.patchdesk']);
    const before = files();
    const desk = openDesk({
      libraryPath: place.library,
      preferencesPath: place.path('user-data', 'preferences.json'),
      resourcesPath: RESOURCES,
      door: 'desktop',
      author: 'A',
    });
    const refused = await place.json<Fault>(['restore', 'copy.patchdesk'], 3, { isAlone: true });
    expect(refused.error).toMatchObject({ code: 'library-locked' });
    expect(refused.error.message).toContain('Close it there, then restore.');
    expect((await desk.call('library.check', {})).ok).toBe(true);
    await desk.close();
    expect(files()).toEqual(before);
  });

  it('takes nothing that is no whole library of a version it knows', async () => {
    await place.json(['backup', '--out', 'copy.patchdesk']);
    mkdirSync(place.path('folder'));
    const before = sha(place.library);
    place.write('words.txt', 'This is no library, and long enough to be none for certain.'.repeat(200));
    new Database(place.path('other.db')).exec('CREATE TABLE t (x)').close();
    const newer = new Database(place.path('copy.patchdesk'));
    newer.pragma('user_version = 9990');
    newer.close();
    const cut = readFileSync(place.library);
    place.write('cut.patchdesk', cut.subarray(0, Math.floor(cut.length / 2)));
    for (const [file, words] of [
      ['words.txt', 'is not a Patchdesk library'],
      ['other.db', 'is not a Patchdesk library'],
      ['copy.patchdesk', 'made by a newer Patchdesk'],
      ['cut.patchdesk', 'is damaged'],
      ['library.patchdesk', 'is the library itself'],
      ['folder', 'not a file that can be restored'],
      ['missing.patchdesk', 'not a file that can be restored'],
    ]) {
      const refused = await place.json<Fault>(['restore', file ?? ''], 2);
      expect(refused.error.code).toBe('backup-unfit');
      expect(refused.error.message).toContain(words);
    }
    expect(sha(place.library)).toBe(before);
    expect(files().filter((name) => /restor/.test(name))).toEqual([]);
  });

  it('takes the place of a library that is damaged', async () => {
    await place.json(['backup', '--out', 'copy.patchdesk']);
    place.write('library.patchdesk', 'Something overwrote the file from its first byte on.'.repeat(100));
    const back = await place.json<{ kept: string }>(['restore', 'copy.patchdesk']);
    expect(readFileSync(back.kept, 'utf8')).toContain('Something overwrote');
    expect(await stories(place.library)).toBe(3);
    expect(existsSync(`${place.library}.restoring`)).toBe(false);
  });
});

describe('leads', () => {
  it('says how long an article led, by the history', async () => {
    const { articles } = await place.json<{ articles: { id: string; headline: string }[] }>(['find', 'ambulance']);
    const id = articles[0]?.id ?? '';
    const answer = await place.json<{ pages: { code: string; days: number }[] }>(['leads', '--id', id]);
    expect(answer).toMatchObject({ isWhole: true, pages: [{ code: 'QNQ', days: 1 }], signed: [] });
    const text = await place.run(['leads', '--id', id]);
    expect(text.out).toMatch(
      /^Frimley: 1 day\n {2}since \d{4}-\d\d-\d\d, filled by the rule\n\nNo page was signed off/,
    );
  });
});

describe('salvage', () => {
  it('saves what can be read of a library that cannot be opened, and names what is lost', async () => {
    const place = new Place();
    try {
      await place.json(['import', place.write('page.txt', capture('Frimley ICS', FRIMLEY))]);
      const db = new Database(place.library);
      const page = db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'entries'`).pluck().get() as number;
      const size = db.pragma('page_size', { simple: true }) as number;
      db.close();
      const bytes = readFileSync(place.library);
      bytes.fill(0, (page - 1) * size, page * size);
      writeFileSync(place.library, bytes);
      const refused = await place.json<Fault>(['find', ''], 3);
      expect(refused.error).toMatchObject({ code: 'library-damaged', message: expect.stringContaining('salvage') });
      const salvaged = await place.json<{ tables: { table: string; read: number; lost: number | null }[] }>([
        'salvage',
        '--out',
        'saved.patchdesk',
      ]);
      expect(salvaged.tables.find(({ table }) => table === 'articles')).toMatchObject({ read: 3, lost: 0 });
      expect(salvaged.tables.find(({ table }) => table === 'entries')).toMatchObject({ read: 0 });
      expect(await place.json(['--library', 'saved.patchdesk', 'check'])).toMatchObject({ ok: true, articles: 3 });
      expect((await place.json<Fault>(['salvage', '--out', 'saved.patchdesk'], 2)).error.code).toBe('backup-exists');
      expect((await place.json<Fault>(['--library', 'no.patchdesk', 'salvage', '--out', 'x'], 3)).error.code).toBe(
        'library-missing',
      );
    } finally {
      place.remove();
    }
  });
});
