import { expect, test } from 'vitest';
import { counted } from '../../../shared/words/counted.ts';

test('a count comes with the singular for one and the plural for all others', () => {
  expect(counted(1, 'story', 'stories')).toBe('1 story');
  expect(counted(0, 'story', 'stories')).toBe('0 stories');
  expect(counted(2, 'page follows', 'pages follow')).toBe('2 pages follow');
});

test('large counts are grouped as in British print', () => {
  expect(counted(1204, 'story', 'stories')).toBe('1,204 stories');
});
