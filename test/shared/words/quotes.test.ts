import { expect, test } from 'vitest';
import { inQuotes } from '../../../shared/words/quotes.ts';

test('a name that quotes keeps its quotes inside the outer ones', () => {
  expect(inQuotes('Pin “Ward opens” on Devon')).toBe('“Pin ‘Ward opens’ on Devon”');
});
