import { expect, test } from 'vitest';
import { formatFound, formatMoment } from '../../../renderer/features/stories/story-words.ts';

test('a search says what it came to', () => {
  expect([0, 1, 12408].map(formatFound)).toEqual(['No story matches.', '1 story found.', '12,408 stories found.']);
});

test('a moment names its time where one is known', () => {
  expect(formatMoment('2026-11-19')).toBe('19 November 2026');
  expect(formatMoment('2026-11-19T06:00')).toBe('19 November 2026, 06:00');
});
