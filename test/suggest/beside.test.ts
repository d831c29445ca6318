import { describe, expect, test } from 'vitest';
import { makeReader, type StoryText } from '../../electron/suggest/reader.ts';
import { readGazetteer, readRegister, readSeries } from './resources.ts';

const reader = makeReader({
  gazetteer: readGazetteer(),
  register: readRegister(),
  day: '2024-06-01',
  names: readSeries(),
});

function read(headline: string, rest: Partial<StoryText> = {}) {
  return reader.read({ headline, standfirst: null, alt: null, body: null, ...rest });
}

const offers = (headline: string, standfirst: string | null = null) =>
  read(headline, { standfirst }).suggestions.map(({ code, level }) => `${code} ${level}`);

describe('an abbreviation of the field after a name is no surname', () => {
  test.each([
    ['Airedale RAAC survey', 'QWO named'],
    ['Mid Cheshire EPR put off', 'QYG named'],
    ['Weston A&E to open later', 'QUY named'],
    ['Bolton A and E full', 'QOP named'],
    ['Bolton’s PFI sold', 'QOP named'],
    ['James Paget RAAC survey', 'QMM named'],
  ])('%s', (headline, offer) => {
    expect(offers(headline)).toEqual([offer]);
  });
});

describe('a doubtful name with a word that makes it a body’s', () => {
  test.each([
    ['UHS trust borrows', 'QRL named'],
    ['LPT trust borrows', 'QK1 named'],
    ['King’s trust borrows', 'QKK named'],
    ['SEL ICB borrows', 'QKK named'],
    ['GM integrated care board borrows', 'QOP named'],
    ['RUH chief moves', 'QOX named'],
    ['Rugby urgent care moves', 'QWU named'],
    ['Glenfield heart unit moves', 'QK1 named'],
    ['University Hospital, Coventry, borrows', 'QWU named'],
    ['Barrow births counted again', 'QE1 named'],
  ])('%s', (headline, offer) => {
    expect(offers(headline)).toEqual([offer]);
  });

  test('the word is part of the phrase', () => {
    expect(read('Board of UHS trust borrows').marks.map(({ phrase }) => phrase)).toEqual(['UHS trust']);
  });

  test.each(['UHS', 'GM patients', 'Barrow', 'Northern trust borrows', 'Victoria'])(
    'nothing without: %s',
    (headline) => {
      expect(offers(headline)).toEqual([]);
    },
  );
});

describe('hospitals by what people call them', () => {
  test.each([
    ['LGI theatres flooded', ['QWO named']],
    ['Jimmy’s ward flooded', ['QWO named']],
    ['Jimmy’s speech at the awards', []],
    ['RD&E rewired', ['QJK named']],
    ['L&D rewired', ['QHG named']],
    ['QE ward flooded', ['QHL possible', 'QHM possible', 'QMM possible', 'QKK possible']],
    ['QE ends; markets fall', []],
    ['Tavistock’s gender service moves', ['QMJ named']],
  ])('%s', (headline, expected) => {
    expect(offers(headline)).toEqual(expected);
  });

  test('of several, the one the text has a place for', () => {
    expect(offers('QE ward flooded', 'Woolwich patients were moved.')).toEqual(['QKK named']);
    expect(offers('BRI ward flooded', 'Patients in Bradford were moved.')).toEqual(['QWO named']);
  });
});

test('an abbreviation alone in a label is offered, though capitals show nothing there', () => {
  expect(read('Chief moves on', { alt: 'UHB 3x2' }).suggestions.map(({ level }) => level)).toEqual(['possible']);
  expect(read('Chief moves on', { alt: 'NEWS 3x2' }).suggestions).toEqual([]);
});

describe('an adjective or a small town', () => {
  test.each([
    ['Cornish patients wait longest', ['QT6 named']],
    ['Tax on the Cornish pasty', []],
    ['Swaffham surgery sold', ['QMM named']],
    ['Rye surgery sold', ['QNX named']],
    ['Rye bread and bran', []],
    ['Battle over beds', []],
    ['A sandwich for every nurse', []],
    ['Settle the pay claim, nurses say', []],
  ])('%s', (headline, expected) => {
    expect(offers(headline)).toEqual(expected);
  });
});

describe('an ambulance service is told by its region', () => {
  test.each([
    ['North East ambulance crews wait', ['QHM named']],
    ['North West ambulance service borrows', ['QOP possible', 'QE1 possible', 'QYG possible']],
    ['Ambulance service borrows', []],
  ])('%s', (headline, expected) => {
    expect(offers(headline)).toEqual(expected);
  });
});

describe('two doubtful names joined by “and” speak for each other', () => {
  test.each([
    ['Guy’s and King’s talk again', ['QKK named']],
    ['Reading and Bath, and other gerunds', []],
  ])('%s', (headline, expected) => {
    expect(offers(headline)).toEqual(expected);
  });
});

describe('a place that is only beside the story', () => {
  test.each([
    'A Leeds-based software supplier fails',
    'The insurer, based in Leeds, is sold',
    'Chiefs at the party conference in Brighton',
    'Annual Confed conference, Liverpool: the mood',
    'Poole and another v Health Secretary',
    'ICC Birmingham to hold the awards',
    'Like coals to Newcastle: a lesson in supply',
    'University Hospitals chief leaves',
    'University Hospital borrows',
    'A cousin of Princess Alexandra’s, once removed',
    'Norfolk Island counts its doctors',
    'Plymouth Argyle lends a physio',
    'More old boys of Eton and Harrow on boards',
  ])('%s', (headline) => {
    expect(offers(headline)).toEqual([]);
  });

  test.each([
    ['A Leeds-based trust borrows', 'QWO named'],
    ['Conference season over: Liverpool wards fill', 'QYG named'],
    ['MP for Wigan writes to trust', 'QOP possible'],
  ])('but: %s', (headline, offer) => {
    expect(offers(headline)).toEqual([offer]);
  });
});

describe('a university, a club or a likeness is not the place', () => {
  test.each([
    'Leeds University’s tool counts beds',
    'Leeds University care tool counts beds',
    'Sheffield Medical School grows',
    'Sunderland AFC’s players visit a ward',
    'Manchester academics count beds',
    'A Manchester-style deal for counties',
    'The Liverpool care pathway, looked at again',
  ])('%s', (headline) => {
    expect(offers(headline)).toEqual([]);
  });

  test.each([
    ['Leeds University Hospitals counts beds', ['QWO named']],
    ['Leicester University Hospital’s beds', ['QK1 named']],
    ['MP says the Kent seat lacks beds', ['QKS possible']],
    ['Hartlepool by-election and beds', ['QHM possible']],
    ['Regulator shuts its Leeds office', ['QWO possible']],
    ['North of the Watford Gap', []],
    ['Derby students’ union and Royal Derby agree', ['QJ2 named']],
  ])('but: %s', (headline, expected) => {
    expect(offers(headline)).toEqual(expected);
  });
});

describe('no person', () => {
  test.each([
    'North East ambulances queue',
    'They met England’s London director',
    'Asked by Keele University’s panel',
    'Oldham Athletic lends a physio',
  ])('%s', (headline) => {
    expect(read(headline).people).toEqual([]);
  });
});

describe('a place and a body called after it', () => {
  test.each([
    ['A new line for east London mothers', ['QMF named']],
    ['Clinic for West London', ['QRV named']],
    // With its noun it is the body, which works in two systems.
    ['East London trust seeks a chair', ['QMF possible', 'QHG possible']],
    // Two places of one name remain two.
    ['Hospital in Ashford to open a theatre', ['QKS possible', 'QXU possible']],
  ])('%s', (headline, expected) => {
    expect(offers(headline)).toEqual(expected);
  });
});

test('a long body that says many names again and again is read to its end', () => {
  const body = 'Patients from Maidstone, Ashford and Queen Elizabeth Hospital wait. '.repeat(300);
  const { suggestions, marks } = read('A round of the wards', { body: `${body} In Truro nobody does.` });
  expect(suggestions.slice(0, 2).map(({ code, level }) => `${code} ${level}`)).toEqual(['QKS named', 'QT6 named']);
  expect(marks.length).toBeGreaterThan(600);
});
