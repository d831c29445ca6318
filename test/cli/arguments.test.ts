import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commaList, day, id, oneOf, wholeNumber } from '../../electron/cli/arguments.ts';

describe('day', () => {
  const parse = day('--as-of');

  it('takes days that exist', () => {
    for (const text of ['2024-06-01', '2024-02-29', '2026-12-31']) expect(parse(text)).toBe(text);
  });

  it('refuses what is no day and names the option', () => {
    for (const text of ['', 'today', '2024-6-1', '2023-02-29', '2024-02-31', '2024-13-01', '2024-00-10', '20240601']) {
      expect(() => parse(text)).toThrow(`--as-of needs a calendar date as YYYY-MM-DD; "${text}" is not one.`);
    }
  });

  it('agrees with the calendar on every day of it', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(parse(text)).toBe(text);
      }),
    );
  });
});

describe('wholeNumber', () => {
  const parse = wholeNumber('--limit', 1, 500);

  it('takes numbers within its bounds', () => {
    expect([parse('1'), parse('20'), parse('500')]).toEqual([1, 20, 500]);
  });

  it('refuses all else', () => {
    for (const text of ['', '0', '501', '-3', '2.5', '1e2', ' 7', 'many', '9999999999']) {
      expect(() => parse(text)).toThrow('--limit needs a whole number from 1 to 500');
    }
  });
});

describe('commaList', () => {
  it('splits at commas and forgets blanks', () => {
    expect(commaList('--systems', 'QNQ, frimley,,bob ')).toEqual(['QNQ', 'frimley', 'bob']);
  });

  it('refuses an empty list', () => {
    expect(() => commaList('--systems', ' , ')).toThrow('--systems is empty.');
  });
});

describe('oneOf', () => {
  it('finds a word in any case', () => {
    expect(oneOf('--strength', 'About', ['about', 'affects'])).toBe('about');
  });

  it('names what it could have been', () => {
    expect(() => oneOf('--strength', 'strong', ['about', 'affects', 'mentioned'])).toThrow(
      '--strength can be about, affects or mentioned; "strong" is none of them.',
    );
  });
});

describe('id', () => {
  it('takes an id in either case', () => {
    expect(id('--id', '0190A0B0-1111-7222-8333-444455556666')).toBe('0190a0b0-1111-7222-8333-444455556666');
  });

  it('refuses all else', () => {
    expect(() => id('--id', '42')).toThrow('--id needs an id as Patchdesk prints it; "42" is not one.');
  });
});
