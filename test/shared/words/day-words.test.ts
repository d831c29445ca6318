import { describe, expect, it } from 'vitest';
import { dayHeading, daysBetween, formatAge, longDay, shortDay } from '../../../shared/words/day-words.ts';

const today = '2026-11-19';

describe('days in words', () => {
  it('leaves the year out when it is this one', () => {
    expect(shortDay('2026-11-08', today)).toBe('8 Nov');
    expect(shortDay('2025-11-18T09:30', today)).toBe('18 Nov 2025');
  });

  it('writes a day in full', () => {
    expect(longDay('2024-02-29')).toBe('29 February 2024');
  });

  it('heads a list by day', () => {
    expect(dayHeading('2026-11-19', today)).toBe('Today');
    expect(dayHeading('2026-11-18T23:59', today)).toBe('Yesterday');
    expect(dayHeading('2026-11-16', today)).toBe('Monday 16 November 2026');
  });

  it('counts whole days, over the change of the clocks too', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('says how old a story is, or that it is undated', () => {
    expect(formatAge('2026-11-19T08:00', today)).toBe('today');
    expect(formatAge('2026-11-18', today)).toBe('1 day');
    expect(formatAge('2026-11-06', today)).toBe('13 days');
    expect(formatAge(null, today)).toBe('undated');
    expect(formatAge('2026-11-20', today)).toBe('out 20 Nov');
  });
});
