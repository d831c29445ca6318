import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLineOrNull, cleanParagraphs } from '../../../shared/words/plain-text.ts';
import { nastyLine } from '../../files/sample-layout.ts';

describe('cleaning a line', () => {
  it.each([
    ['plain words, “quoted” – for £1', 'plain words, “quoted” – for £1'],
    ['a\u00a0b\u2009c\u202fd', 'a b c d'],
    ['a \u00a0  b', 'a b'],
    ['\u00a0 a ', 'a'],
    ['wo\u200brd wo\u00adrd \ufeff', 'word word'],
    ['a\u200b \u200bb', 'a b'],
    ['line\r\nbreak\u2028and\vtab\t.', 'line break and tab .'],
    ['\u202eturned\u202c', 'turned'],
    ['be\u0007ll', 'bell'],
    ['👩\u200d⚕️ and a stray\u200d joiner', '👩\u200d⚕️ and a stray joiner'],
    ['half \ud83d', 'half \ufffd'],
    ['Llŷr a gŵyl yng Nghŵm Rhymni', 'Llŷr a gŵyl yng Nghŵm Rhymni'],
    ['w\u0302 and e\u0301', 'ŵ and é'],
    ['O’Brien’s “ward”', 'O’Brien’s “ward”'],
    ['مستشفى ve בית חולים', 'مستشفى ve בית חולים'],
    ['🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️'],
    ['', ''],
    ['\u200b\u00a0', ''],
  ])('makes %j into %j', (line, clean) => {
    expect(cleanLine(line)).toBe(clean);
  });

  it('changes nothing the second time, and leaves no double or outer blank', () => {
    fc.assert(
      fc.property(fc.oneof(nastyLine, fc.string({ unit: 'binary' })), (line) => {
        const clean = cleanLine(line);
        expect(cleanLine(clean)).toBe(clean);
        expect(clean).not.toMatch(/^\s|\s$|\s\s|[\n\r\u00a0\u200b]/);
      }),
    );
  });

  it('takes a line that shows nothing for none', () => {
    expect(cleanLineOrNull(' \u200b')).toBeNull();
    expect(cleanLineOrNull(null)).toBeNull();
    expect(cleanLineOrNull(' x')).toBe('x');
  });
});

describe('cleaning paragraphs', () => {
  it('keeps line ends and tabs, and cleans each line', () => {
    expect(cleanParagraphs(' One\u200b  line\r\n\r\nA\u00a0table:\t1\t2 \u202e\u2028Last\n ')).toBe(
      'One line\n\nA table:\t1\t2\nLast',
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanParagraphs(text);
        expect(cleanParagraphs(clean)).toBe(clean);
      }),
    );
  });
});
