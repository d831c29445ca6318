import { describe, expect, it } from 'vitest';
import { readDateLine } from '../../electron/files/readers/dates.ts';

describe('date lines', () => {
  it.each([
    ['21 November 2023', '2023-11-21'],
    ['21 Nov 2023', '2023-11-21'],
    ['21 Nov. 2023', '2023-11-21'],
    ['3 Sept 2024', '2024-09-03'],
    ['21-Nov-2023', '2023-11-21'],
    ['21st November 2023', '2023-11-21'],
    ['21st of November, 2023', '2023-11-21'],
    ['Tuesday 21 November 2023', '2023-11-21'],
    ['Tue, 21 Nov 2023', '2023-11-21'],
    ['Tuesday, November 21, 2023', '2023-11-21'],
    ['Tuesday the 21st November 2023', '2023-11-21'],
    ['21/11/2023', '2023-11-21'],
    ['03/04/2024', '2024-04-03'],
    ['3/4/24', '2024-04-03'],
    ['21.11.2023', '2023-11-21'],
    ['21-11-2023', '2023-11-21'],
    ['2023-11-21', '2023-11-21'],
    ['2023-11-21T10:15', '2023-11-21T10:15'],
    ['2023-11-21 10:15:30', '2023-11-21T10:15'],
    ['21 November 2023 10:15', '2023-11-21T10:15'],
    ['21 November 2023, 10.15', '2023-11-21T10:15'],
    ['21 November 2023 at 9:05 pm', '2023-11-21T21:05'],
    ['21 November 2023 – 12.30am', '2023-11-21T00:30'],
    ['21 November 2023 | 12pm', '2023-11-21T12:00'],
    ['21 June 2023 10:15 BST', '2023-06-21T10:15'],
    ['Published: 21 November 2023', '2023-11-21'],
    ['PUBLISHED ON 21 NOVEMBER 2023', '2023-11-21'],
    ['First published 21/11/2023', '2023-11-21'],
    ['Posted : 2023-11-21', '2023-11-21'],
    ['29 February 2024', '2024-02-29'],
    ['Monday 21 November 2023', '2023-11-21'],
    ['Sun, 12 Jul 2026 23:30:00 GMT', '2026-07-13T00:30'],
    ['2026-01-05T08:00:00+02:00', '2026-01-05T06:00'],
    ['Updated: 21 November 2023', null],
  ])('reads %j as %j', (line, publishedAt) => {
    expect(readDateLine(line)).toEqual({ publishedAt });
  });

  it.each([
    '2024',
    'November 2023',
    '31 June 2023',
    '29 February 2023',
    '32/01/2023',
    '11/21/2023',
    '0 May 2023',
    '21 November 2023 25:10',
    '21 November 2023 10:75',
    '21 November 2023 13pm',
    '21 November 2023 10',
    '21 November 1066',
    '21 Novembre 2023',
    '21 November 2023: what happened next',
    'The 21 November 2023 meeting',
    'Six ICBs',
    '2023-13-01',
    '2023-1-1',
    '',
  ])('does not take %j for a date', (line) => {
    expect(readDateLine(line)).toBeNull();
  });

  it.each([
    ['Today', '2026-01-05'],
    ['Yesterday', '2026-01-04'],
    ['Yesterday at 9.15pm', '2026-01-04T21:15'],
    ['Just now', '2026-01-05'],
    ['3 hours ago', '2026-01-05'],
    ['2 days ago', '2026-01-03'],
    ['A week ago', '2025-12-29'],
    ['21 November', '2025-11-21'],
    ['Mon 5 January', '2026-01-05'],
    ['January 6', '2026-01-06'],
    ['January 7', '2025-01-07'],
  ])('reads %j on a page seen on 5 January 2026 as %j', (line, publishedAt) => {
    expect(readDateLine(line, '2026-01-05')).toEqual({ publishedAt });
    expect(readDateLine(line)).toBeNull();
  });
});
