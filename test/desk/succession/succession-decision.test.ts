import { expect, test } from 'vitest';
import type { FiledText } from '../../../electron/desk/succession/ended-tags.ts';
import { type Divided, decideByBody, decideByText } from '../../../electron/desk/succession/succession-decision.ts';
import type { Reader, StoryText, TextMark } from '../../../electron/suggest/reader.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { type Evidence, type Level, type ReasonKind, TEXT_FIELDS } from '../../../shared/tagging/reasons.ts';

const code = (text: string) => text as SystemCode;
const OLD = code('OLD');
const NORTH = code('NEWN');
const SOUTH = code('NEWS');
const DIVIDED: Divided = { from: OLD, homes: [NORTH, SOUTH], open: [NORTH, SOUTH] };

interface Entry {
  phrase: string;
  kind: ReasonKind;
  level: Level;
  codes: string[];
}

/** Finds fixed phrases: enough of a reader to say what a decision makes of its marks. */
function reader(entries: readonly Entry[]): Reader {
  return {
    read(text: StoryText) {
      const found = entries.flatMap(({ phrase, kind, level, codes }) =>
        TEXT_FIELDS.flatMap((field) => {
          const word = phrase.replace(/^hospital in /, '');
          const at = text[field]?.indexOf(phrase) ?? -1;
          const start = at + phrase.length - word.length;
          const mark: TextMark = { field, start, end: at + phrase.length, phrase: word, level, codes: codes.map(code) };
          return at < 0 ? [] : [{ mark, kind }];
        }),
      );
      return {
        suggestions: found.flatMap(({ mark: { level, codes, ...span }, kind }) =>
          codes.map((one) => ({
            code: one,
            level,
            why: '',
            rivalry: null,
            reason: { kind, entity: span.phrase, ...span },
          })),
        ),
        national: null,
        people: [],
        series: null,
        marks: found.map(({ mark }) => mark),
      };
    },
  };
}

const entry = (phrase: string, codes: string[], kind: ReasonKind = 'place', level: Level = 'named'): Entry => ({
  phrase,
  kind,
  level,
  codes,
});

const BEFORE = [
  entry('Northwick', ['OLD']),
  entry('Southwick', ['OLD']),
  entry('Farwick', ['OTHER']),
  entry('Oldshire', ['OLD'], 'name'),
  entry('Both Trust', ['OLD'], 'trust'),
  entry('Wick', ['OLD', 'OTHER'], 'place', 'possible'),
  entry('Column', ['OLD'], 'series', 'possible'),
  entry('Sale', ['OLD']),
];
const NOW = [
  entry('Northwick', ['NEWN']),
  entry('Southwick', ['NEWS']),
  // In a home today, but never in the part that it took over.
  entry('Farwick', ['NEWN']),
  entry('Oldshire', ['NEWN', 'NEWS'], 'name', 'possible'),
  entry('Both Trust', ['NEWN', 'NEWS'], 'trust', 'possible'),
  entry('Wick', ['NEWN', 'OTHER'], 'place', 'possible'),
  entry('Column', ['NEWN'], 'series', 'possible'),
  // Also a word: today it needs words that say what it is.
  entry('hospital in Sale', ['NEWN']),
];
const READERS = { eve: reader(BEFORE), now: reader(NOW) };

function story(headline: string, more: Partial<FiledText> = {}): FiledText {
  return { id: 'a' as StoryId, headline, standfirst: null, alt: null, evidence: null, ...more };
}

function evidence(phrase: string, more: Partial<Evidence> = {}): Evidence {
  return {
    kind: 'place',
    entity: phrase,
    phrase,
    field: 'headline',
    start: 0,
    end: phrase.length,
    level: 'named',
    ...more,
  };
}

const homesOf = (text: FiledText, divided = DIVIDED) => decideByText(text, divided, READERS).map(({ home }) => home);

test.each([
  ['one place in one part', 'Northwick ward opens', [NORTH]],
  ['a place in each part', 'Northwick and Southwick share a scanner', [NORTH, SOUTH]],
  ['nothing that is known', 'Ward opens', []],
  ['a place of a home that did not come from the former system', 'Farwick ward opens', []],
  ['the former system by its name', 'Oldshire looks ahead', []],
  ['a trust in both parts', 'Both Trust appoints a chair', []],
  ['a trust in both parts, and a place in one', 'Both Trust opens a ward in Southwick', [SOUTH]],
  ['a name that fits several systems, one of them a part', 'Wick ward opens', [NORTH]],
  ['a name that fits several systems beside a plain one', 'Southwick sends patients to Wick', [SOUTH]],
  ['a column', 'Column: a look ahead', []],
  ['a word that was a place beside another of its system', 'Sale and Southwick teams part', [NORTH, SOUTH]],
])('%s', (_, headline, homes) => {
  expect(homesOf(story(headline))).toEqual(homes);
});

test('the words the tag rests on decide, however unsure they were, and what is plain comes with them', () => {
  const wick = evidence('Wick', { level: 'possible', start: 27, end: 31 });
  expect(homesOf(story('Southwick sends patients to Wick', { evidence: { ...wick, start: 28, end: 32 } }))).toEqual([
    NORTH,
    SOUTH,
  ]);
  const [first] = decideByText(story('Northwick ward opens', { evidence: evidence('Northwick') }), DIVIDED, READERS);
  expect(first).toMatchObject({ home: NORTH, ground: 'place', evidence: { entity: 'Northwick', level: 'named' } });
});

test('of a story re-worded since, the name that its tag rests on is read', () => {
  const site = evidence('nwick hospital', { kind: 'site', entity: 'Northwick', field: 'alt' });
  expect(decideByText(story('Ward opens', { evidence: site }), DIVIDED, READERS)).toEqual([
    { home: NORTH, ground: 'place', evidence: site },
  ]);
});

test('a home that an editor has ruled out is never meant, and its words say nothing for another', () => {
  const open: Divided = { ...DIVIDED, open: [SOUTH] };
  expect(homesOf(story('Northwick ward opens'), open)).toEqual([]);
  expect(homesOf(story('Both Trust appoints a chair'), open)).toEqual([]);
  expect(homesOf(story('Northwick and Southwick share a scanner'), open)).toEqual([SOUTH]);
});

test('the headline goes before the rest', () => {
  const text = story('A ward for Northwick', { standfirst: 'The first in Northwick.', alt: 'Northwick' });
  expect(decideByText(text, DIVIDED, READERS)).toMatchObject([{ evidence: { field: 'headline', start: 11 } }]);
});

test('a body decides by itself', () => {
  expect(decideByBody('The ward in Southwick opens.', DIVIDED, READERS)).toMatchObject([
    { home: SOUTH, evidence: { field: 'body', start: 12 } },
  ]);
});
