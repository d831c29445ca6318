import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { capture, FRIMLEY, KENT, Place } from './patchdesk.ts';

const PAGE = capture('Frimley ICS', FRIMLEY);

interface Refused {
  error: { code: string; message: string; file?: string; line?: number };
}
interface Report {
  files: { file: string; system: string | null; error: { code: string; message: string } | null }[];
}

describe('input refused', () => {
  const place = new Place();
  afterAll(() => place.remove());
  const total = async () => (await place.json<{ total: number }>(['find', ''])).total;

  it('a bad file is refused with name and reason, and the good ones land', async () => {
    place.write('good.txt', capture('Frimley ICS', FRIMLEY));
    place.write('empty.txt', '');
    place.write('binary.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0, 255]));
    place.write('nowhere.txt', capture('Atlantis ICS', KENT));
    place.write('bare.txt', 'Frimley ICS\n');
    const files = ['good.txt', 'empty.txt', 'binary.txt', 'nowhere.txt', 'bare.txt', 'missing.txt'];
    const report = await place.json<Report>(['import', ...files], 2);
    const codes = report.files.map(({ file, error }) => [basename(file), error?.code ?? null]);
    expect(Object.fromEntries(codes)).toEqual({
      'good.txt': null,
      'empty.txt': 'file-empty',
      'binary.txt': 'file-binary',
      'nowhere.txt': 'capture-unknown-system',
      'bare.txt': 'capture-no-stories',
      'missing.txt': 'file-unreadable',
    });
    expect(await total()).toBe(3);

    const text = await place.run(['import', ...files], { isAlone: true });
    expect(text.code).toBe(2);
    const lines = text.err.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    for (const name of files.slice(1)) expect(lines.filter((line) => line.includes(name))).toHaveLength(1);
    expect(lines.find((line) => line.includes('nowhere.txt'))).toContain('line 1');
  });

  it('nothing of a lone bad file is written', async () => {
    const before = await total();
    await place.json(['import', 'nowhere.txt'], 2);
    expect(await total()).toBe(before);
    expect((await place.json<{ total: number }>(['history'])).total).toBe(1);
  });

  it('a folder without a readable file is refused', async () => {
    mkdirSync(place.path('hollow'));
    const done = await place.run(['import', 'hollow']);
    expect(done.code).toBe(2);
    expect(done.err).toContain('hollow');
  });

  it('an unknown system is named', async () => {
    for (const args of [
      ['page', 'atlantis'],
      ['tag', '--system', 'atlantis', '--query', ''],
      ['export', '--systems', 'frimley,atlantis', '--out', 'never'],
    ]) {
      const { error } = await place.json<Refused>(args, 2);
      expect(error.code).toBe('system-unknown');
      expect(error.message).toContain('atlantis');
    }
    expect(existsSync(place.path('never'))).toBe(false);
  });

  it('an unknown story, entry or day is refused', async () => {
    const id = '0190a0b0-1111-7222-8333-444455556666';
    const tag = await place.json<Refused>(['tag', '--national', '--id', id], 2);
    expect(tag.error.code).toBe('story-missing');
    const page = await place.json<Refused>(['page', 'frimley', '--at', id], 2);
    expect(page.error.code).toBe('entry-missing');
    const systems = await place.json<Refused>(['systems', '--as-of', '2024-06-31'], 2);
    expect(systems.error.code).toBe('bad-arguments');
  });

  it('there may be nothing to redo or undo', async () => {
    expect((await place.json<Refused>(['redo'], 2)).error.code).toBe('nothing-to-redo');
    await place.json(['undo']);
    expect((await place.json<Refused>(['undo'], 2)).error.code).toBe('nothing-to-undo');
    await place.json(['redo']);
  });

  it('a folder of somebody else’s files is not exported into', async () => {
    mkdirSync(place.path('theirs', 'frimley'), { recursive: true });
    writeFileSync(place.path('theirs', 'frimley', 'letter.txt'), 'Dear all');
    const args = ['export', '--systems', 'frimley', '--as-of', '2024-06-01', '--out', 'theirs'];
    const { error } = await place.json<Refused>(args, 2);
    expect(error.code).toBe('export-foreign-folder');
  });

  it('a file where the export folder should be is refused', async () => {
    place.write('taken', 'a file');
    const { error } = await place.json<Refused>(['export', '--out', 'taken', '--as-of', '2024-06-01'], 2);
    expect(error.code).toBe('export-unwritable');
  });
});

describe('a library that cannot be used ends with 3', () => {
  const place = new Place();
  afterAll(() => place.remove());
  const code = async (library: string, isAlone = false) =>
    (await place.json<Refused>(['--library', library, 'systems'], 3, { isAlone })).error.code;
  const make = (library: string) => place.json(['--library', library, 'import', place.write('page.txt', PAGE)]);

  it('because it is no library', async () => {
    place.write('notes.txt', 'These are notes and no library, however long they go on.\n'.repeat(40));
    expect(await code('notes.txt')).toBe('library-not-a-library');
    const text = await place.run(['--library', 'notes.txt', 'systems'], { isAlone: true });
    expect(text).toMatchObject({ code: 3, out: '' });
    expect(text.err).toMatch(/notes\.txt/);
  });

  it('because it is a folder', async () => {
    mkdirSync(place.path('folder'));
    expect(await code('folder')).toMatch(/^library-/);
  });

  it('because its folder cannot be made', async () => {
    place.write('file', '');
    const args = ['--library', 'file/library.patchdesk', 'import', place.write('page.txt', PAGE)];
    expect((await place.json<Refused>(args, 3)).error.code).toBe('library-missing-folder');
  });

  it('because it may not be written', async () => {
    await make('fixed.patchdesk');
    chmodSync(place.path('fixed.patchdesk'), 0o444);
    expect(await code('fixed.patchdesk')).toBe('library-read-only');
  });

  it('because a newer Patchdesk made it', async () => {
    await make('newer.patchdesk');
    const db = new Database(place.path('newer.patchdesk'));
    db.pragma('user_version = 999999');
    db.close();
    expect(await code('newer.patchdesk')).toBe('library-newer');
  });

  it('because another program holds it', async () => {
    await make('held.patchdesk');
    const db = new Database(place.path('held.patchdesk'));
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    try {
      expect(await code('held.patchdesk', true)).toBe('library-locked');
    } finally {
      db.close();
    }
  });
});

describe('the process', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('ends quietly when the reader of its output leaves', async () => {
    place.write('page.txt', capture('Frimley ICS', FRIMLEY));
    await place.json(['import', 'page.txt']);
    const child = place.start(['find', '', '--json']);
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const code = await new Promise((done) => child.once('close', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('prints a long answer whole into a pipe', async () => {
    const stories = Array.from({ length: 1500 }, (_, index) => ({
      headline: `Ward ${index} reopens after repairs`,
      teaser: `The repairs to ward ${index} took ${index + 3} days longer than the trust had planned for.`,
    }));
    place.write('long.txt', capture('Kent and Medway ICS', stories));
    await place.json(['import', 'long.txt']);
    const done = await place.run(['find', 'reopens', '--limit', '100000', '--json'], { isAlone: true });
    expect(done.code).toBe(0);
    const found = JSON.parse(done.out) as { total: number; articles: unknown[] };
    expect(found.total).toBe(1500);
    expect(found.articles).toHaveLength(1500);
  });
});
