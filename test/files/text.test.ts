import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateLine } from '../../electron/files/readers/dates.ts';
import { writeText } from '../../electron/files/writers/text.ts';
import type { Layout } from '../../shared/models.ts';
import { cleanLine, cleanLineOrNull } from '../../shared/words/plain-text.ts';
import { readPage } from '../helpers/captures.ts';
import { anyLayout, layout, teaser } from './sample-layout.ts';

const read = readPage;

describe('a page as text', () => {
  it('has the shape of a capture', () => {
    const text = writeText(
      layout([
        teaser({ image: { alt: 'Ferry', src: null }, dateLine: '3 May 2024' }),
        teaser({ headline: 'No teaser', standfirst: null }),
        teaser({ headline: 'Two\nlines', standfirst: 'Last\u00a0 words \n' }),
      ]),
    );
    expect(text.split('\n')).toEqual([
      'Lincolnshire ICS',
      '',
      'Ferry',
      '',
      'Ferry service to carry scan results',
      '3 May 2024',
      '',
      '',
      'The last post boat leaves at four, and nobody wants to wait for Monday.',
      '',
      '',
      'No teaser',
      '',
      '',
      '',
      '',
      '',
      'Two lines',
      '',
      '',
      'Last words',
    ]);
  });

  it('is the title alone when nothing stands on the page', () => {
    expect(writeText(layout([]))).toBe('Lincolnshire ICS');
  });

  it('leaves out a date line that is no date, and says when a headline shows nothing', () => {
    const text = writeText(layout([teaser({ headline: '\u200b', standfirst: 'S', dateLine: 'yesterday' })]));
    expect(text).toBe('Lincolnshire ICS\n\n\nNo headline\n\n\nS');
  });

  it('gives a capture back as it was, but for blanks inside its lines', () => {
    const bytes = readFileSync(new URL('../fixtures/captures/lincolnshire-ics.txt', import.meta.url));
    const capture = readPage(bytes);
    const teasers = capture.stories.map(({ label, headline, standfirst, dateLine }) =>
      teaser({ headline, standfirst, dateLine, image: label === null ? null : { alt: label, src: null } }),
    );
    const tidy = bytes.toString('utf8').split('\n').map(cleanLine).join('\n');
    expect(writeText(layout(teasers, { title: capture.title }))).toBe(tidy);
  });

  it('can be read back: the same stories for any page', () => {
    fc.assert(
      fc.property(anyLayout, (page) => {
        const text = writeText(page);
        expect(text).not.toMatch(/\s$/);
        const expected = storiesOf(page);
        if (expected.length === 0) {
          expect(text).toBe(page.title);
          return;
        }
        const stories = read(text).stories.map(({ label, headline, dateLine, standfirst }) => ({
          label,
          headline,
          dateLine,
          standfirst,
        }));
        expect(stories).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

function storiesOf(page: Layout) {
  return page.zones
    .flatMap((zone) => zone.teasers)
    .map(({ image, headline, dateLine, standfirst }) => {
      const date = cleanLineOrNull(dateLine);
      return {
        label: cleanLineOrNull(image?.alt ?? null),
        headline: cleanLine(headline),
        dateLine: date !== null && readDateLine(date) !== null ? date : null,
        standfirst: cleanLineOrNull(standfirst),
      };
    });
}
