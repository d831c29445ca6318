import { expect, it } from 'vitest';
import { andList, firstFew, orList } from '../../../shared/words/lists.ts';

it('joins words for a sentence', () => {
  const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']];
  expect(lists.map(andList)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(lists.map(orList)).toEqual(['', 'a', 'a or b', 'a, b or c']);
});

it('shows where each name ends when names have joints of their own', () => {
  const bristol = 'Bristol, North Somerset and South Gloucestershire';
  expect(andList([bristol])).toBe(bristol);
  expect(andList([bristol, 'Devon'])).toBe(`${bristol}; and Devon`);
  expect(andList(['Devon', 'Dorset', 'Kent and Medway'])).toBe('Devon; Dorset; and Kent and Medway');
  expect(andList(['“cause and effect”', '“ward, closed”'])).toBe('“cause and effect” and “ward, closed”');
});

it('counts what is not named, and names a last one', () => {
  expect(firstFew(['a', 'b', 'c'], 2)).toEqual(['a', 'b', 'c']);
  expect(firstFew(['a', 'b', 'c', 'd'], 2)).toEqual(['a', 'b', '2 more']);
});
