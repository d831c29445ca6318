import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../electron/files/readers/read-items.ts';
import { writeText } from '../../electron/files/writers/text.ts';
import { DeskError } from '../../shared/errors.ts';
import { readPage } from '../helpers/captures.ts';
import { layout, teaser } from './sample-layout.ts';

const fixture = readFileSync(new URL('../fixtures/captures/lincolnshire-ics.txt', import.meta.url), 'utf8');
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = readPage;
const stories = (capture: ReadPage) => capture.stories.map(({ line, ...story }) => story);
const expected = stories(read(fixture));

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return bytes;
}

const WINDOWS_1252: Readonly<Record<string, number>> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => WINDOWS_1252[character] ?? character.charCodeAt(0));
}

describe('the same page from other machines', () => {
  it.each([
    ['CRLF', utf8(fixture.replaceAll('\n', '\r\n'))],
    ['CR', utf8(fixture.replaceAll('\n', '\r'))],
    ['line ends converted twice', utf8(fixture.replaceAll('\n', '\r\r\n'))],
    ['line ends doubled', utf8(fixture.replaceAll('\n', '\n\n'))],
    ['blank lines doubled', utf8(fixture.replace(/\n(?=\n)/g, '\n\n'))],
    ['blank lines trebled', utf8(fixture.replace(/\n(?=\n)/g, '\n\n\n'))],
    ['a byte-order mark', utf8(`\ufeff${fixture}`)],
    ['UTF-16, little end first', utf16(`\ufeff${fixture}`, true)],
    ['UTF-16, big end first', utf16(`\ufeff${fixture}`, false)],
    ['Windows-1252', windows1252(fixture)],
    ['Windows-1252 with CRLF', windows1252(fixture.replaceAll('\n', '\r\n'))],
    ['a final line end', utf8(`${fixture}\n`)],
    ['blank lines before and after', utf8(`\n \n${fixture}\n\n\n`)],
  ])('reads it with %s', (_, bytes) => {
    expect(stories(readPage(bytes))).toEqual(expected);
  });

  it('reads parts with different line ends joined in one file', () => {
    const at = fixture.indexOf('\n\n\nWe') > 0 ? fixture.indexOf('\n\n\nWe') : Math.floor(fixture.length / 2);
    const [first, second] = [fixture.slice(0, at), fixture.slice(at)];
    expect(stories(read(first.replaceAll('\n', '\r\n') + second))).toEqual(expected);
    expect(stories(read(first + second.replaceAll('\n', '\r\r\n')))).toEqual(expected);
  });

  it('gives the same stories whatever the blanks, line ends and marks', () => {
    const blank = fc.constantFrom('', '', '', ' ', '\u00a0', '\t', '\u200b', '\u2003 ');
    const inside = fc.constantFrom(' ', ' ', '  ', '\u00a0', ' \u00a0', '\u2009', '\u200b ', '\u202f');
    const end = fc.constantFrom('\n', '\r\n');
    const lines = fixture.split('\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(blank, blank, inside, end), { minLength: lines.length, maxLength: lines.length }),
        fc.boolean(),
        (odd, hasMark) => {
          const text = lines
            .map((line, i) => {
              const [before, after, between, lineEnd] = odd[i] ?? ['', '', ' ', '\n'];
              return before + line.replaceAll(' ', between) + after + lineEnd;
            })
            .join('');
          expect(stories(read((hasMark ? '\ufeff' : '') + text))).toEqual(expected);
        },
      ),
    );
  });
});

/** A page of short stories, some without a label; dated ones only where the test can bear them. */
const anyPage = (isDated: boolean) =>
  fc.array(fc.record({ label: fc.boolean(), date: fc.boolean() }), { minLength: 4, maxLength: 12 }).map((shapes) =>
    shapes.map((shape, i) =>
      teaser({
        headline: `Headline ${i}`,
        standfirst: `Teaser ${i}`,
        image: shape.label ? { alt: `Label ${i}`, src: null } : null,
        dateLine: isDated && shape.date ? '21 November 2023' : null,
      }),
    ),
  );

/** Whether the bent text was taken; fails when it was taken for other stories. */
function isTakenRightly(text: string, bent: string): boolean {
  try {
    expect(stories(read(bent))).toEqual(stories(read(text)));
    return true;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    expect(error.fault).toMatchObject({ file: 'page.txt', line: expect.any(Number) });
    return false;
  }
}

describe('blank lines that were tampered with', () => {
  it.each(['double all', 'treble all', 'double ends'])('are put right when a program did it to all: %s', (what) => {
    fc.assert(
      fc.property(anyPage(true), (teasers) => {
        const text = writeText(layout(teasers));
        expect(isTakenRightly(text, bend(text, what, 0))).toBe(true);
      }),
    );
  });

  it('are put right when there are one or two more between all stories', () => {
    fc.assert(
      fc.property(anyPage(true), fc.integer({ min: 1, max: 2 }), (teasers, more) => {
        const text = writeText(layout(teasers));
        const bent = text.replace(/^Teaser .*$/gm, (line) => line + '\n'.repeat(more));
        expect(isTakenRightly(text, bent)).toBe(true);
      }),
    );
  });

  it.each([
    ['add', true],
    ['drop', true],
    ['at most one', false],
  ])('never lead to other stories, but may be refused: %s', (what, isDated) => {
    let refused = 0;
    fc.assert(
      fc.property(anyPage(isDated), fc.nat(200), (teasers, n) => {
        const text = writeText(layout(teasers));
        if (!isTakenRightly(text, bend(text, what, n))) refused += 1;
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(50);
  });
});

function bend(text: string, what: string, n: number): string {
  if (what === 'double all') return text.replace(/\n(?=\n)/g, '\n\n');
  if (what === 'treble all') return text.replace(/\n(?=\n)/g, '\n\n\n');
  if (what === 'double ends') return text.replaceAll('\n', '\n\n');
  if (what === 'at most one') return text.replace(/\n{2,}/g, '\n\n');
  const lines = text.split('\n');
  const blanks = lines.flatMap((each, i) => (each === '' ? [i] : []));
  const at = blanks[n % blanks.length] ?? 0;
  return (what === 'add' ? lines.toSpliced(at, 0, '') : lines.toSpliced(at, 1)).join('\n');
}
