import { describe, expect, it } from 'vitest';
import { faultSentence, usageSentence } from '../../electron/cli/fault.ts';
import { plain, table } from '../../electron/cli/text.ts';

describe('plain', () => {
  it('leaves ordinary words alone', () => {
    expect(plain('Trust’s “bold” plan – £3m, café')).toBe('Trust’s “bold” plan – £3m, café');
  });

  it('lets no control character through to the terminal', () => {
    expect(plain('a\u001b[31mred\u0007\u009b1mb\nc\td\u202ee')).toBe('a [31mred 1mb c d e');
  });
});

describe('table', () => {
  it('lines columns up and leaves no blanks at line ends', () => {
    expect(
      table([
        ['Code', 'Name'],
        ['QNQ', ''],
        ['QMJ', 'Brasenose–Kew'],
      ]),
    ).toBe('Code  Name\nQNQ\nQMJ   Brasenose–Kew');
  });

  it('is empty without rows', () => {
    expect(table([])).toBe('');
  });
});

describe('faultSentence', () => {
  it('says file and line where the message does not', () => {
    expect(faultSentence({ code: 'x', message: 'No title.', file: 'a.txt', line: 3 })).toBe('a.txt, line 3: No title.');
    expect(faultSentence({ code: 'x', message: 'Line 3 of a.txt has no title.', file: 'a.txt', line: 3 })).toBe(
      'Line 3 of a.txt has no title.',
    );
  });

  it('takes line 3 not for line 31', () => {
    expect(faultSentence({ code: 'x', message: 'See line 31.', line: 3 })).toBe('line 3: See line 31.');
  });
});

it('makes sentences of the argument parser’s messages', () => {
  expect(usageSentence("error: unknown option '--jso'\n(Did you mean --json?)")).toBe(
    "Unknown option '--jso'. Did you mean --json?",
  );
});
