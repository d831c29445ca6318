import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPage } from '../helpers/captures.ts';

const read = readPage;
/** Label, headline, date and teaser of each story: what the blank lines decide. */
const rows = (text: string) =>
  read(text).stories.map(({ label, headline, dateLine, standfirst }) => [label, headline, dateLine, standfirst]);

const fixture = readFileSync(new URL('../fixtures/captures/lincolnshire-ics.txt', import.meta.url));

describe('reading a capture', () => {
  const capture = read(fixture);

  it('finds the title and every story in order', () => {
    expect(capture.title).toBe('Lincolnshire ICS');
    expect(capture.titleLine).toBe(1);
    expect(capture.stories.map(({ label, headline }) => [label, headline])).toEqual([
      ['Ambulances outside A&E', 'Handover delays halve after ward swap at county hospital'],
      [null, 'Two boards to share one finance director from spring'],
      ['Ruth Appleyard 2024', 'The Fenland Letter: Who pays for the night bus?'],
      [null, '‘We were told in the car park’: staff on a closure'],
      ['Scanner', '2024'],
      ['Money', 'Board signs off £41m deficit plan'],
      ['Ruth Appleyard 2024', 'The Fenland Letter: Three chairs and a table'],
      [null, 'Board signs off £41m deficit plan'],
      [null, 'Village surgery keeps its dispensary after all'],
    ]);
  });

  it('puts odd blanks in the teasers right and keeps the rest as it is', () => {
    expect(capture.stories[0]?.standfirst).toBe(
      'Crews waited less than half as long in October as a year before, after two medical wards changed floors, board papers show.',
    );
    expect(capture.stories[3]?.standfirst).toBe(
      'Porters and cleaners describe how they heard that the laundry would go, and what they were offered instead.',
    );
    expect(capture.stories.at(-1)?.standfirst).toMatch(/‘misunderstanding’$/);
  });

  it('gives the line of each headline, and no date where none is printed', () => {
    expect(capture.stories.slice(0, 3).map(({ line }) => line)).toEqual([5, 11, 18]);
    expect(capture.stories.every(({ dateLine, publishedAt }) => dateLine === null && publishedAt === null)).toBe(true);
  });
});

describe('what stands around a headline', () => {
  it('reads a first story with and without a label', () => {
    expect(rows('T\n\nL\n\nH\n\n\nS')).toEqual([['L', 'H', null, 'S']]);
    expect(rows('T\n\n\nH\n\n\nS')).toEqual([[null, 'H', null, 'S']]);
  });

  it('reads stories without a teaser, in the middle and at the end', () => {
    expect(rows('T\n\nL\n\nH\n\n\n\n\nL2\n\nH2\n\n\n\n\n\nH3\n\n\nS3')).toEqual([
      ['L', 'H', null, null],
      ['L2', 'H2', null, null],
      [null, 'H3', null, 'S3'],
    ]);
    expect(rows('T\n\n\nH\n\n\nS\n\nL2\n\nH2')).toEqual([
      [null, 'H', null, 'S'],
      ['L2', 'H2', null, null],
    ]);
  });

  it('reads words that look like something else by where they stand', () => {
    expect(rows('T\n\n2024\n\nT\n\n\nL\n\n\n3/4\n\n\nT')).toEqual([
      ['2024', 'T', null, 'L'],
      [null, '3/4', null, 'T'],
    ]);
    const D = '21 November 2023';
    expect(rows(`T\n\nL\n\n${D}\n\n\nS\n\n\n${D}\n\n\nS\n\n${D}\n\nH\n\n\n${D}\n\nL\n\nH`)).toEqual([
      ['L', D, null, 'S'],
      [null, D, null, 'S'],
      [D, 'H', null, D],
      ['L', 'H', null, null],
    ]);
  });

  it('allows more blank lines between stories, before the title and at the end', () => {
    expect(rows('\n\n \nT\n\n\nL\n\nH\n\n\nS\n\n\n\n\nH2\n\n\nS2\n\n\nL3\n\nH3\n\n\nS3\n\n \n')).toEqual([
      ['L', 'H', null, 'S'],
      [null, 'H2', null, 'S2'],
      ['L3', 'H3', null, 'S3'],
    ]);
  });
});

describe('a date line', () => {
  const D = '21 November 2023';
  it.each([
    ['directly under the headline', `H\n${D}\n\n\nS`],
    ['in the place of a blank line', `H\n${D}\n\nS`],
    ['between the two blank lines', `H\n\n${D}\n\nS`],
    ['after one blank line', `H\n\n${D}\n\n\nS`],
    ['after both blank lines', `H\n\n\n${D}\n\nS`],
    ['with blank lines of its own', `H\n\n\n${D}\n\n\nS`],
    ['directly above the teaser', `H\n\n\n${D}\nS`],
  ])('is found %s', (_, story) => {
    const plain = 'H0\n\n\nS0';
    const labelled = [['L', 'H', D, 'S']];
    const bare = [[null, 'H', D, 'S']];
    const around = [[null, 'H0', null, 'S0']];
    expect(rows(`T\n\nL\n\n${story}`)).toEqual(labelled);
    expect(rows(`T\n\n\n${story}`)).toEqual(bare);
    expect(rows(`T\n\n\n${plain}\n\nL\n\n${story}\n\n\n${plain}`)).toEqual([...around, ...labelled, ...around]);
    expect(rows(`T\n\n\n${plain}\n\n\n${story}\n\nL\n\n${story}`)).toEqual([...around, ...bare, ...labelled]);
    expect(rows(`T${`\n\n\n${story}\n\nL\n\n${story}`.repeat(3)}`)).toEqual(
      [1, 2, 3].flatMap(() => [...bare, ...labelled]),
    );
    expect(rows(`T${`\n\n\n${story}`.repeat(4)}`)).toEqual([1, 2, 3, 4].flatMap(() => bare));
  });

  it('dates the story', () => {
    expect(read(`T\n\n\nH\nTuesday 21st November 2023, 10.15am\n\n\nS`).stories[0]).toMatchObject({
      label: null,
      headline: 'H',
      standfirst: 'S',
      dateLine: 'Tuesday 21st November 2023, 10.15am',
      publishedAt: '2023-11-21T10:15',
      line: 4,
    });
  });

  it('may stand under a headline without a teaser', () => {
    expect(rows(`T\n\n\nH\n${D}\n\n\n\n\nL\n\nH2\n${D}`)).toEqual([
      [null, 'H', D, null],
      ['L', 'H2', D, null],
    ]);
  });
});
