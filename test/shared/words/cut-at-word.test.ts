import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtWord } from '../../../shared/words/cut-at-word.ts';
import { runs } from '../../helpers/property-runs.ts';

test.each([
  ['Ward opens', 'Ward opens'],
  ['Ward opens at weekends', 'Ward opens at…'],
  ['Ward opens, then closes', 'Ward opens…'],
  ['Extraordinarilylong', 'Extraordinarily…'],
])('%s becomes %s', (text, cut) => {
  expect(cutAtWord(text, 16)).toBe(cut);
});

test('never has more letters than allowed, and never splits a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 60 }), (text, most) => {
      const cut = cutAtWord(text, most);
      expect([...cut].length).toBeLessThanOrEqual(most);
      expect(text.startsWith(cut === text ? cut : cut.slice(0, -1))).toBe(true);
    }),
    { numRuns: runs(200) },
  );
});
