import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../electron/files/readers/index.ts';
import type { ReadContext, ReadPage, ReadStory } from '../../electron/files/readers/read-items.ts';
import { DeskError, type DeskFault } from '../../shared/errors.ts';

const context: ReadContext = {
  file: 'file',
  seenOn: '2026-11-21',
  namesSystem: (text) => /^(?:lincolnshire|qjm)$/i.test(text.trim()),
  address: null,
};

const load = (file: string) => readFileSync(new URL(`../fixtures/${file}`, import.meta.url));

/** What the file says, without the fields that it does not. */
const said = (story: ReadStory) =>
  Object.fromEntries(
    Object.entries(story).filter(
      ([field, value]) =>
        field !== 'line' && value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );

async function read(file: string) {
  const bytes = load(file);
  const format = detectFormat(file, bytes);
  const parts = await format.read(bytes, { ...context, file });
  return {
    format: format.id,
    parts: parts.map(({ kind, stories }) => ({ kind, stories: stories.map(said) })),
    problems: parts.flatMap((part) =>
      part.problems.map(({ code, line }) => (line === null ? code : `${code} ${line}`)),
    ),
    parsed: parts,
  };
}

interface Expected {
  format: string;
  stories: Record<string, unknown>[];
  problems?: string[];
}

const LISTS: Record<string, Expected> = {
  'feeds/rss-wordpress.xml': {
    format: 'rss',
    stories: [
      {
        headline: 'A&E at Boston ‘full by noon’',
        standfirst: 'Ambulances waited £0 – no, four hours.',
        body: 'Ambulances waited four hours.\n\nThe trust said nothing.',
        byline: 'Jo Bloggs',
        label: 'Ambulance bay',
        imageAddress: 'https://news.example.org/a.jpg',
        url: 'https://news.example.org/lincolnshire/full-by-noon?from=feed&n=1',
        publishedAt: '2026-07-13T00:30',
        systems: ['Lincolnshire'],
      },
      {
        headline: 'Board drops plan for one joint team',
        standfirst: 'Trusts’ own bids come first.',
        byline: 'Kim Lee',
        kind: 'sponsored',
        label: 'Board room',
        imageAddress: 'https://news.example.org/b.jpg',
        url: 'https://news.example.org/lincolnshire/2',
        publishedAt: '2026-07-10T09:00',
      },
    ],
    problems: ['sponsored 24'],
  },
  'feeds/rss-broken-dates.xml': {
    format: 'rss',
    stories: [
      { headline: 'Dated in 2062', url: 'https://news.example.org/2062' },
      { headline: 'Dated with words' },
      { headline: 'Nowhere' },
      { headline: 'R&D, and a bare sign: 5 < 6' },
    ],
    problems: ['date-doubtful 2', 'value-unfit 3', 'date-doubtful 3', 'address-relative 4', 'headline-missing 5'],
  },
  'feeds/rss-windows-1252.xml': { format: 'rss', stories: [{ headline: 'Trust pays £3m for ‘safe’ wards' }] },
  'feeds/rss-entity-bomb.xml': { format: 'rss', stories: [{ headline: 'Bomb &c; and &d;' }] },
  'feeds/rss-1.0.rdf': {
    format: 'rss',
    stories: [
      {
        headline: 'Café shuts',
        standfirst: 'Tea is off.',
        byline: 'Kim Lee and Sam Poe',
        url: 'https://news.example.org/1',
        publishedAt: '2026-07-13T00:30',
        systems: ['Lincolnshire'],
      },
    ],
  },
  'feeds/atom.xml': {
    format: 'atom',
    stories: [
      {
        headline: 'A&amp;E as text',
        standfirst: 'One & two.',
        byline: 'Jo Bloggs',
        url: 'https://news.example.org/desk/lincs/1.html',
        publishedAt: '2026-07-13T00:30',
        systems: ['Lincolnshire', 'lincolnshire'],
      },
      {
        headline: 'A&E as HTML',
        body: 'First <line>.\n\nSecond.',
        label: 'Ward & bay',
        imageAddress: 'https://news.example.org/desk/p.jpg',
        url: 'https://news.example.org/id/2',
      },
    ],
  },
  'feeds/feed.json': {
    format: 'jsonfeed',
    stories: [
      {
        headline: 'A&amp;E is text here',
        standfirst: 'In <short>',
        body: 'One.\n\nTwo & three.',
        byline: 'Jo Bloggs',
        imageAddress: 'https://news.example.org/a.jpg',
        url: 'https://news.example.org/1',
        publishedAt: '2026-07-13T00:30',
        systems: ['Lincolnshire'],
      },
      { headline: 'Only text', body: 'One.\n\nTwo.', url: 'https://news.example.org/2' },
    ],
    problems: ['headline-missing'],
  },
  'tables/excel-semicolon.csv': {
    format: 'csv',
    stories: [
      {
        headline: 'Beds "shut" after audit',
        standfirst: 'Two lines in one cell; with a mark',
        label: 'Ambulance bay',
        publishedAt: '2026-11-21',
      },
      { headline: 'Board drops plan', imageAddress: 'https://news.example.org/a.jpg', publishedAt: '2026-11-20T06:00' },
    ],
    problems: ['left-out 1', 'headline-missing 4'],
  },
  'tables/sep-line.csv': {
    format: 'csv',
    stories: [
      { headline: 'One', systems: ['Lincolnshire', 'Atlantis'] },
      { headline: 'Two', systems: ['Lincolnshire', 'Atlantis'], national: true },
      { headline: 'Three', national: true },
    ],
    problems: ['value-unfit 5'],
  },
  'tables/excel-unicode.txt': {
    format: 'tsv',
    stories: [
      { headline: '“Quoted” headline', standfirst: 'Teaser', publishedAt: '2026-11-21T06:15' },
      { headline: '"Unsafe" wards shut', standfirst: 'Teaser two', publishedAt: '2026-11-21' },
    ],
  },
  'tables/month-first.csv': {
    format: 'csv',
    stories: [
      { headline: 'Beds shut', url: 'https://www.example.org/1', body: 'Words', publishedAt: '2026-11-21' },
      { headline: 'Board drops plan', publishedAt: '2026-11-02', embargoUntil: '2026-12-05T00:01' },
    ],
    problems: ['left-out 1', 'value-unfit 5', 'value-unfit 6'],
  },
  'tables/extra-cells.csv': {
    format: 'csv',
    stories: [{ headline: 'Right', standfirst: 'Words' }],
    problems: ['left-out 2'],
  },
  'tables/garbled.csv': {
    format: 'csv',
    stories: [{ headline: 'Trust’s ‘safe’ wards', standfirst: 'It paid £3m.' }],
    problems: ['encoding-repaired 2'],
  },
  'tables/one-column.csv': { format: 'csv', stories: [{ headline: 'One' }, { headline: 'Two' }] },
  'tables/bars.csv': {
    format: 'csv',
    stories: [{ headline: 'Beds shut', kind: 'sponsored', byline: 'Jo Bloggs' }],
    problems: ['sponsored 2'],
  },
  'tables/long-line.csv': {
    format: 'csv',
    stories: [{ headline: 'Short' }],
    problems: ['value-unfit 2', 'date-doubtful 3'],
  },
  'json/stories.json': {
    format: 'json',
    stories: [
      {
        headline: 'Beds shut after audit',
        standfirst: 'Twowards',
        label: 'Bay',
        systems: ['lincolnshire', 'QJM'],
        national: true,
        publishedAt: '2026-07-13T00:30',
        url: 'https://news.example.org/1',
      },
      { headline: 'Wrong types' },
    ],
    problems: [
      'value-unfit',
      'value-unfit',
      'value-unfit',
      'date-doubtful',
      'value-unfit',
      'headline-missing',
      'headline-missing',
    ],
  },
  'json/stories.jsonl': {
    format: 'jsonl',
    stories: [
      { headline: 'One', publishedAt: '2026-11-20' },
      { headline: 'Two', systems: ['QJM'], embargoUntil: '2026-12-01T00:01' },
    ],
    problems: ['headline-missing 4'],
  },
  'json/ninjs-1.json': {
    format: 'ninjs',
    stories: [
      {
        headline: 'Beds shut',
        standfirst: 'Two wards',
        body: 'One.\n\nA&E too.',
        byline: 'Jo Bloggs',
        label: 'Ambulance bay',
        imageAddress: 'https://agency.example.org/s.jpg',
        url: 'https://agency.example.org/1',
        publishedAt: '2026-07-13T00:30',
        systems: ['Lincolnshire', 'QJM'],
      },
    ],
  },
  'json/ninjs-3.json': {
    format: 'ninjs',
    stories: [
      {
        headline: 'Beds shut for good',
        standfirst: 'Two & three',
        body: 'One.',
        byline: 'Kim Lee',
        label: 'Bay',
        imageAddress: 'https://agency.example.org/m.jpg',
        publishedAt: '2026-11-19T10:00',
      },
    ],
    problems: ['left-out', 'left-out'],
  },
};

test.each(Object.entries(LISTS))('%s', async (file, { format, stories, problems = [] }) => {
  const { parsed: _, ...came } = await read(file);
  expect(came).toEqual({ format, parts: [{ kind: 'list', stories }], problems });
});

test('two words of a capture are no column names', () => {
  const capture = 'Lincolnshire ICS\n\nAmbulance, bay\n\nHeadline, Date\n\n\nTeaser; with, commas\n\n';
  expect(detectFormat('page.txt', new TextEncoder().encode(capture)).id).toBe('capture');
});

test('pages as exported come in as pages, each in its order', async () => {
  const { format, parsed, problems } = await read('json/page.json');
  expect(format).toBe('json');
  expect(parsed.map((part) => [part.kind, (part as ReadPage).title, part.stories.map(said)])).toEqual([
    [
      'page',
      'Lincolnshire',
      [
        { headline: 'First', label: 'Bay', publishedAt: '2026-11-19' },
        { headline: 'Second', national: true },
      ],
    ],
    ['page', 'Lincolnshire', []],
  ]);
  expect(problems).toEqual(['headline-missing']);
});

describe('refused', () => {
  const REFUSED: Record<string, [code: DeskFault['code'], line: number | undefined, says: RegExp]> = {
    'feeds/rss-cut-off.xml': ['file-format', 3, /ends in the middle/],
    'feeds/rss-wrong-close.xml': ['file-format', 2, /closed that is not open/],
    'feeds/rss-empty.xml': ['file-format', undefined, /no stories/],
    'feeds/atom-depth.xml': ['file-format', 2, /deep/],
    'feeds/sources.opml': ['file-format', undefined, /OPML/],
    'other/catalogue.xml': ['file-format', undefined, /XML, but no feed/],
    'other/mail.eml': ['file-format', undefined, /email/],
    'other/notes.md': ['file-format', undefined, /Markdown/],
    'tables/unclosed-quote.csv': ['file-format', 3, /never closed/],
    'tables/no-headline.csv': ['file-format', 1, /“Kicker”, “Teaser”, “Date”/],
    'tables/other.csv': ['file-format', 1, /“Colour”, “Size”/],
    'tables/only-header.csv': ['file-format', undefined, /no rows/],
    'json/broken.json': ['file-format', 4, /broken in this line/],
    'json/cut-off.json': ['file-format', 3, /broken in this line/],
    'json/other.json': ['file-format', undefined, /“name”, “theme”/],
    'json/broken.jsonl': ['file-format', 2, /broken JSON/],
  };

  test.each(Object.entries(REFUSED))('%s', async (file, [code, line, says]) => {
    const fault = await read(file).then(
      () => null,
      (error: unknown) => (error instanceof DeskError ? error.fault : error),
    );
    expect(fault).toMatchObject({ code, file });
    expect((fault as DeskFault).line).toBe(line);
    expect((fault as DeskFault).message).toMatch(says);
  });
});
