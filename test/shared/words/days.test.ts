import { describe, expect, test } from 'vitest';
import { momentOf, wallClock } from '../../../shared/words/days.ts';

describe('the clock', () => {
  test('is England’s, in winter and in summer, wherever the laptop is', () => {
    expect(wallClock(new Date('2026-01-15T09:00:00Z'))).toBe('2026-01-15T09:00');
    expect(wallClock(new Date('2026-07-15T23:30:00Z'))).toBe('2026-07-16T00:30');
  });
});

describe('a moment', () => {
  const now = '2026-11-22T10:00';

  test('of today is now', () => {
    const expected = { day: '2026-11-22', publishedUpTo: now, embargoedUpTo: now };
    expect(momentOf(now)).toEqual(expected);
    expect(momentOf(now, '2026-11-22')).toEqual(expected);
  });

  test('of another day has all that came out on it, and no embargo that ends during it', () => {
    const { publishedUpTo, embargoedUpTo } = momentOf(now, '2026-12-01');
    expect('2026-12-01T17:00' <= publishedUpTo).toBe(true);
    for (const over of ['2026-12-01', '2026-12-01T00:00']) expect(over <= embargoedUpTo).toBe(true);
    expect('2026-12-01T00:01' <= embargoedUpTo).toBe(false);
  });
});
