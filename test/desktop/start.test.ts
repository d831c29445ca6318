import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { libraryArgument } from '../../electron/desktop/arguments.ts';
import { attempt, openLibraryOrAsk } from '../../electron/desktop/open-library.ts';
import { DeskError } from '../../shared/errors.ts';
import { FakeDesk } from '../helpers/fake-desk.ts';

test('the library named on the command line is found among others’ arguments', () => {
  const cwd = resolve('/home/editor');
  expect(libraryArgument(['electron', '.', '--library', 'a b.patchdesk'], cwd)).toBe(resolve(cwd, 'a b.patchdesk'));
  expect(libraryArgument(['app', '--no-sandbox', '--library=/x/y', '--z'], cwd)).toBe(resolve('/x/y'));
  expect(libraryArgument(['app', '--library'], cwd)).toBeUndefined();
  expect(libraryArgument(['app', '--library-of=7'], cwd)).toBeUndefined();
});

test('a library that cannot be opened is told, and another may be chosen until one opens', async () => {
  const desk = new FakeDesk();
  const told: string[] = [];
  const tried: string[] = [];
  const start = async (path: string) => {
    tried.push(path);
    if (path !== 'good') throw new DeskError('library-newer', `${path} is from a newer Patchdesk.`);
    return desk;
  };
  const choices = ['worse', 'good'];
  const opened = await openLibraryOrAsk(attempt(start('bad')), start, async (sentence) => {
    told.push(sentence);
    return choices.shift() ?? null;
  });
  expect(opened).toBe(desk);
  expect(tried).toEqual(['bad', 'worse', 'good']);
  expect(told).toEqual(['bad is from a newer Patchdesk.', 'worse is from a newer Patchdesk.']);
});

test('giving up opens nothing', async () => {
  const start = async () => Promise.reject(new DeskError('library-locked', 'In use.'));
  expect(await openLibraryOrAsk(attempt(start()), start, async () => null)).toBeNull();
});
