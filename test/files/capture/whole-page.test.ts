import { describe, expect, it } from 'vitest';
import { readPage, readPages } from '../../helpers/captures.ts';

const SYSTEMS = ['Devon', 'Devon ICS', 'Dorset', 'Dorset ICS', 'Kent and Medway', 'Kent and Medway ICS'];
const namesSystem = (text: string) => SYSTEMS.includes(text);
const read = (text: string) => readPage(text, { namesSystem });

/** Four stories, as the site gives them: two with an image label. */
const STORIES = [
  'Harbour wall\n\nSurgeons sail to the island ward\n\n\nA boat will carry two teams across the bay every Tuesday.',
  '\nClinic swaps vans for bicycles\n\n\nNurses in three villages have given up their parking spaces.',
  'Town clock\n\nNight pharmacy opens above the bakery\n\n\nIt will be open until six, when the ovens are lit.',
  '\nBoard counts its own spoons\n\n\nAn audit of the canteen found more forks than beds.',
];
const PAGE = ['Devon ICS', ...STORIES].join('\n\n');
const HEADLINES = [
  'Surgeons sail to the island ward',
  'Clinic swaps vans for bicycles',
  'Night pharmacy opens above the bakery',
  'Board counts its own spoons',
];
const plain = read(PAGE).stories.map(({ line, ...story }) => story);

describe('what is around the stories of a page', () => {
  it.each([
    ['an address above the title', `https://news.example/devon\n\n${PAGE}`, 1],
    ['a menu that names every system', `Home\nNews\n${SYSTEMS.join('\n')}\nSign in\n\n${PAGE}`, 1],
    ['a cookie banner', `We use cookies\n\nSome of them are needed.\nAccept all\nReject all\n\n${PAGE}`, 1],
    ['a button for more', `${PAGE}\n\nLoad more`, 29],
    ['a pager', `${PAGE}\n\n\n1 2 3 … 14 Next page Last page`, 30],
    ['a foot in step with the stories', `${PAGE}\n\n\nAbout us\n\n\nContact the newsdesk\n\n\nPrivacy policy`, 30],
    [
      'a foot of its own',
      `${PAGE}\n\nMost read\nOne thing\nAnother\n\nAbout us\nTerms and conditions\n\n© 2026 News`,
      29,
    ],
  ])('is left out and listed: %s', (_, text, line) => {
    const page = read(text);
    expect(page.title).toBe('Devon ICS');
    expect(page.stories.map(({ line, ...story }) => story)).toEqual(plain);
    expect(page.problems[0]).toMatchObject({ code: 'left-out', line });
  });

  it('is said with the line that names no system and the line that does', () => {
    const [problem] = read(`https://news.example/devon\n\n${PAGE}`).problems;
    expect(problem?.message).toBe(
      'Line 1 names no system; the page’s title is in line 3. Left out: “https://news.example/devon”.',
    );
  });

  it('is no reason to lose a last story without a teaser', () => {
    expect(read(`${PAGE}\n\nBus stop\n\nFerry delayed`).stories.at(-1)).toMatchObject({ headline: 'Ferry delayed' });
  });

  it.each(['2024', 'Jobs, and who gets them', 'Contact tracing returns', 'Next of kin'])(
    'is not a headline such as %j',
    (headline) => {
      expect(read(`${PAGE}\n\n\n${headline}`).stories.at(-1)?.headline).toBe(headline);
    },
  );
});

describe('what a site puts between the parts of a story', () => {
  const withDetails = (details: string) =>
    PAGE.split('\n')
      .map((line) => (HEADLINES.includes(line) ? `${line}\n${details}` : line))
      .join('\n');

  it.each([
    ['a date, a byline and a count', '21 November 2026\nBy Ada Brook\n3 comments'],
    ['the byline first', 'By Ada Brook\n21 November 2026'],
    ['all in one line', 'By Ada Brook | 21 November 2026 | 3 comments'],
    ['a date without its year', 'By Ada Brook\n21 November'],
    ['a wrong weekday', 'Monday 21 November 2026\nBy Ada Brook'],
  ])('gives date and byline: %s', (_, details) => {
    const { stories, problems } = read(withDetails(details));
    expect(stories).toMatchObject(
      HEADLINES.map((headline) => ({ headline, byline: 'Ada Brook', publishedAt: '2026-11-21' })),
    );
    expect(stories.map(({ standfirst }) => standfirst)).toEqual(plain.map(({ standfirst }) => standfirst));
    expect(problems).toEqual([]);
  });

  it('is left out where it is a button', () => {
    const text = PAGE.replaceAll(/(Tuesday\.|spaces\.|lit\.)/g, '$1\n\nRead more »');
    expect(read(text).stories.map(({ line, ...story }) => story)).toEqual(plain);
  });

  it('is left out where every teaser ends in it', () => {
    const { stories, problems } = read(PAGE.replaceAll(/(Tuesday|spaces|lit|beds)\./g, '$1. Full story'));
    expect(stories.map(({ line, ...story }) => story)).toEqual(plain);
    expect(problems).toMatchObject([
      { code: 'cleaned', message: 'Every teaser ends in “Full story”, which was left out.' },
    ]);
  });

  it('stays where it is part of the sentences', () => {
    const text = ['Devon ICS', ...[1, 2, 3].map((n) => `\nStory ${n}\n\n\nThe ${n} wards are in the county`)].join(
      '\n\n',
    );
    expect(read(text).stories.map(({ standfirst }) => standfirst)).toEqual(
      [1, 2, 3].map((n) => `The ${n} wards are in the county`),
    );
  });

  it.each(['Sponsored content', 'ADVERTISEMENT FEATURE', 'Paid for by Example Ltd', 'Partner content'])(
    'marks a paid item: %s',
    (label) => {
      const { stories, problems } = read(
        `${PAGE}\n\n${label}\n\nFive ways to fold a gown\n\n\nOur folder does it for you.`,
      );
      expect(stories.at(-1)).toMatchObject({ headline: 'Five ways to fold a gown', kind: 'sponsored', label: null });
      expect(problems).toMatchObject([{ code: 'sponsored' }]);
    },
  );
});

describe('dates', () => {
  const dated = (date: string) => PAGE.replace(`${HEADLINES[0]}\n`, `${HEADLINES[0]}\n${date}\n`);

  it('after the day on which the page was seen are not believed', () => {
    const { stories, problems } = readPage(dated('21 November 2062'), { namesSystem, seenOn: '2026-11-21' });
    expect(stories[0]).toMatchObject({ publishedAt: null, dateLine: '21 November 2062' });
    expect(problems).toMatchObject([{ code: 'date-doubtful', line: 5, message: expect.stringContaining('2062') }]);
  });

  it('are the day in England', () => {
    const { stories } = readPage(dated('Sun, 12 Jul 2026 23:30:00 GMT'), { namesSystem });
    expect(stories[0]?.publishedAt).toBe('2026-07-13T00:30');
  });
});

describe('several pages in one text', () => {
  it('are as many parts, whichever has a label first', () => {
    const other = ['Dorset ICS', STORIES[1], STORIES[0]].join('\n\n');
    for (const [first, second] of [
      [PAGE, other],
      [other, PAGE],
    ]) {
      const pages = readPages(`${first}\n\n${second}`, { namesSystem });
      expect(pages.map(({ title, stories }) => [title, stories.length]).sort()).toEqual([
        ['Devon ICS', 4],
        ['Dorset ICS', 2],
      ]);
    }
  });

  it('are one where the name of a system is an image label', () => {
    const text = PAGE.replace('Town clock', 'Dorset');
    expect(read(text).stories[2]).toMatchObject({ label: 'Dorset', headline: HEADLINES[2] });
  });
});

describe('text that was garbled before it was saved', () => {
  const quoted = PAGE.replace('A boat', 'A ‘boat’ – at £12 –');
  const encode = (label: string) => {
    const decoder = new TextDecoder(label);
    const byte = new Map(Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), i]));
    return Uint8Array.from(quoted, (character) => byte.get(character) ?? 0x3f);
  };

  it.each(['macintosh', 'windows-1252'])('is read by evidence: %s', (label) => {
    expect(readPage(encode(label), { namesSystem }).stories[0]?.standfirst).toBe(
      'A ‘boat’ – at £12 – will carry two teams across the bay every Tuesday.',
    );
  });

  it.each(['macintosh', 'windows-1252'])('is put right where UTF-8 was read as %s', (label) => {
    const garbled = new TextDecoder(label).decode(new TextEncoder().encode(quoted));
    const { stories, problems } = read(garbled);
    expect(stories[0]?.standfirst).toBe('A ‘boat’ – at £12 – will carry two teams across the bay every Tuesday.');
    expect(problems).toMatchObject([{ code: 'encoding-repaired', line: 8 }]);
  });

  it('is read without a mark in UTF-16', () => {
    const bytes = Buffer.from(quoted, 'utf16le');
    expect(readPage(bytes, { namesSystem }).stories).toHaveLength(4);
    expect(readPage(bytes.swap16(), { namesSystem }).stories).toHaveLength(4);
  });
});
