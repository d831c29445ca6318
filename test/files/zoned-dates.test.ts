import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEnglishTime } from '../../electron/files/readers/zoned-dates.ts';
import { runs } from '../helpers/property-runs.ts';

test.each([
  ['2026-11-21', '2026-11-21'],
  ['2026-11-21T06:15:00Z', '2026-11-21T06:15'],
  ['2026-07-12T23:30:00Z', '2026-07-13T00:30'],
  ['2026-07-12T23:30:00.123+00:00', '2026-07-13T00:30'],
  ['2026-07-12T23:30', '2026-07-12T23:30'],
  ['2026-07-12 9:05', '2026-07-12T09:05'],
  ['2026-01-01T00:30:00+0100', '2025-12-31T23:30'],
  ['20261121T061500+0000', '2026-11-21T06:15'],
  ['20261121', '2026-11-21'],
  ['Sun, 12 Jul 2026 23:30:00 GMT', '2026-07-13T00:30'],
  ['Sat, 20 Nov 2026 06:15:00 GMT', '2026-11-20T06:15'],
  ['Sun, 12 Jul 2026 23:30:00 BST', '2026-07-12T23:30'],
  ['12 July 2026 23:30 +0000', '2026-07-13T00:30'],
  ['Fri, 20 Nov 26 18:00 EST', '2026-11-20T23:00'],
  ['  Sat,  21 Nov\n2026 06:15:00 GMT ', '2026-11-21T06:15'],
])('%j is %s in England', (text, expected) => {
  expect(toEnglishTime(text)).toBe(expected);
});

test.each([
  '',
  'yesterday',
  '31 Jun 2026 10:00 GMT',
  '2026-02-30',
  '2026-13-01T00:00Z',
  '2026-11-21T24:30Z',
  '2026-11-21T06:15:00+99:00',
  '12 Juvember 2026',
  '1764567600',
])('%j is no date', (text) => {
  expect(toEnglishTime(text)).toBeNull();
});

test('any moment comes back, whatever zone it was written in', () => {
  const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.integer({ min: -12, max: 14 }), (at, hours) => {
      const local = new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 19);
      const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
      expect(toEnglishTime(local + zone)).toBe(toEnglishTime(at.toISOString()));
    }),
    { numRuns: runs(300) },
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9TZ:+ -]{0,30}$/)), (text) => {
      const time = toEnglishTime(text);
      if (time !== null) expect(time).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/);
    }),
    { numRuns: runs(500) },
  );
});
