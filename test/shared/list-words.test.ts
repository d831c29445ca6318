import { expect, it } from 'vitest';
import { andList, orList } from '../../shared/list-words.ts';

it('joins words for a sentence', () => {
  const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']];
  expect(lists.map(andList)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(lists.map(orList)).toEqual(['', 'a', 'a or b', 'a, b or c']);
});
