import { expect, test } from 'vitest';
import { idiomsIn, listIdioms } from './plain-words.ts';

test('each kind of idiom is found, with its line and the word to use', () => {
  const text = [
    'Save the page.',
    'The teaser that the keys are on.',
    'It stands on the page.',
    'Counted anew.',
    'A twin was kept off.',
    'What stood in an editor’s hand',
    'Mend what the check found',
    'Let go of what was cut',
    'The window is told of it.',
    'The page reads otherwise now.',
  ].join('\n');
  const found = idiomsIn('renderer/a.ts', text);
  expect(found.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 6, 7, 8, 9, 10]);
  expect(found[0]).toMatchObject({ file: 'renderer/a.ts', found: 'the keys are' });
});

test('plain words pass: the keys of a table, what a word stands for, a job done by hand', () => {
  const text = 'The keys of a table.\nThe code stands for a system.\nAn editor placed it by hand.\nFixed again.';
  expect(idiomsIn('shared/a.ts', text)).toEqual([]);
});

test('in tests only comments are read', () => {
  const text = "const headline = 'Hospital stands firm';\n// The row stands first.\n";
  expect(idiomsIn('test/a.test.ts', text).map(({ line }) => line)).toEqual([2]);
});

test('the project is free of it', () => {
  expect(listIdioms()).toEqual([]);
});
