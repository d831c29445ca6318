import { describe, expect, test } from 'vitest';
import { makeReader } from '../../electron/suggest/reader.ts';
import { readGazetteer, readRegister, readSeries } from './resources.ts';

const reader = makeReader({
  gazetteer: readGazetteer(),
  register: readRegister(),
  day: '2024-06-01',
  names: readSeries(),
});
const read = (headline: string, standfirst: string | null = null, alt: string | null = null) =>
  reader.read({ headline, standfirst, alt, body: null });

describe('a story about all systems', () => {
  test.each([
    ['Every ICS must publish a plan', 'Every ICS'],
    ['All 42 systems told to borrow less', '42 systems'],
    ['Six ICBs criticised over waits', 'Six ICBs'],
    ['Nine overspending ICSs sent advisers', 'Nine overspending ICSs'],
    ['NHSE tells trusts to stop hiring', 'trusts'],
    ['Two in three trusts are in the red', 'Two in three trusts'],
    ['One in 20 trusts has no chair', 'One in 20 trusts'],
    ['NHS England tells NHS trusts to stop hiring', 'trusts'],
    ['Revealed: Trusts told to stop hiring', 'Trusts'],
    ['All trusts in England told to stop hiring', 'All trusts'],
  ])('%s', (headline, phrase) => {
    const { national, suggestions } = read(headline);
    expect(national?.phrase).toBe(phrase);
    expect(national && headline.slice(national.start, national.end)).toBe(phrase);
    expect(suggestions).toEqual([]);
  });

  test.each([
    'Two systems plan to shrink',
    'Three ICBs face a bill',
    'Trust told to hire',
    'Six chiefs criticise a trust',
    'Payroll systems fail at a trust',
    'NHSE tells Kent trusts to pool rotas',
    'All trusts in London told to pool rotas',
    'Trusts across the North West told to pool rotas',
    'Deaths in two trusts',
    'A tale of two trusts',
    'Frimley ICB’s chair to leave',
    "An ICB's last board meeting",
  ])('not so: %s', (headline) => {
    expect(read(headline).national).toBeNull();
  });

  test('a single place beside it stays a suggestion', () => {
    const { national, suggestions } = read('Every ICB must save', 'Frimley has a head start.');
    expect(national).not.toBeNull();
    expect(suggestions.map(({ code }) => code)).toEqual(['QNQ']);
  });
});

describe('people', () => {
  test.each([
    ['Ada Quill', 'Ada Quill'],
    ['nicholas quill', 'nicholas quill'],
    ['Maggie quill ws', 'Maggie quill'],
    ['Portrait of Ada Quill 2023', 'Ada Quill'],
    ['Ada Quill, July 2019', 'Ada Quill'],
    ['Ada Quill 3x2', 'Ada Quill'],
    ['Ada Quill, to upload', 'Ada Quill'],
    ['Chief Executive Ada Quill', 'Ada Quill'],
  ])('in the label “%s”', (alt, name) => {
    const { people } = read('Chief to leave', null, alt);
    expect(people.map(({ phrase }) => phrase)).toEqual([name]);
    expect(people.map(({ start, end }) => alt.slice(start, end))).toEqual([name]);
  });

  test.each(['Nurse on a ward', 'Hospital ward', 'coins and money', 'Watford General Hospital', 'Stethoscope'])(
    'not in the label “%s”',
    (alt) => {
      expect(read('Chief to leave', null, alt).people).toEqual([]);
    },
  );

  test('in the headline and the standfirst', () => {
    const { people } = read('Interview: Ada Quill of Frimley ICB', 'Baroness Wren Quill will chair it.');
    expect(people.map(({ field, phrase }) => `${field} ${phrase}`)).toEqual([
      'headline Ada Quill',
      'standfirst Wren Quill',
    ]);
  });
});

describe('the title before a colon', () => {
  test.each([
    ['London Eye: the week', 'London Eye'],
    ['Fen Notes : the week', 'Fen Notes'],
    ['Revealed: the week', null],
    ['Exclusive: the week', null],
    ['the week: at last', null],
    ['No colon here', null],
  ])('%s', (headline, series) => {
    expect(read(headline).series?.phrase ?? null).toBe(series);
  });
});

test('a story that says nothing costs nothing and yields nothing', () => {
  expect(read('Chief to leave after ten years', 'The board thanked her.', 'Nurse on a ward')).toEqual({
    suggestions: [],
    national: null,
    people: [],
    series: null,
    marks: [],
  });
});
