import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listReadableFiles, readInput } from '../../electron/files/folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchdesk-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const listed = (...paths: string[]) =>
  listReadableFiles(paths).map(({ path, error }) => [path.slice(folder.length + 1), error?.fault.code ?? null]);

describe('what an import is given', () => {
  it('takes a folder for the files directly in it, by name, without hidden ones', () => {
    for (const name of ['b.txt', 'a.txt', '.hidden', 'Thumbs.db']) writeFileSync(at(name), 'x');
    mkdirSync(at('inner'));
    writeFileSync(at('inner/c.txt'), 'x');
    expect(listed(folder)).toEqual([
      ['a.txt', null],
      ['b.txt', null],
    ]);
    expect(listed(at('b.txt'), folder)).toEqual([
      ['b.txt', null],
      ['a.txt', null],
    ]);
  });

  it('refuses a folder with no file in it, and still lists the others', () => {
    mkdirSync(at('empty'));
    mkdirSync(at('empty/inner'));
    writeFileSync(at('empty/.hidden'), 'x');
    writeFileSync(at('a.txt'), 'x');
    expect(listed(at('empty'), at('a.txt'), at('missing.txt'), at('a.txt/inside'))).toEqual([
      ['empty', 'folder-empty'],
      ['a.txt', null],
      ['missing.txt', 'file-unreadable'],
      ['a.txt/inside', 'file-unreadable'],
    ]);
  });

  it('names the file that cannot be read', () => {
    symlinkSync(at('nowhere'), at('broken.txt'));
    expect(listed(folder)).toEqual([['broken.txt', null]]);
    for (const path of [at('broken.txt'), at('missing.txt'), folder, '\0']) {
      expect(() => readInput(path)).toThrowError(
        expect.objectContaining({ fault: expect.objectContaining({ code: 'file-unreadable', file: path }) }),
      );
    }
  });

  it('reads a file up to 64 MB and refuses what is larger', () => {
    writeFileSync(at('page.txt'), 'words');
    expect(new TextDecoder().decode(readInput(at('page.txt')))).toBe('words');
    truncateSync(at('page.txt'), 64 * 1024 * 1024 + 1);
    expect(() => readInput(at('page.txt'))).toThrowError(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'too-large', file: at('page.txt') }) }),
    );
  });
});
