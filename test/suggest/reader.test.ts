import { describe, expect, test } from 'vitest';
import { makeReader, type StoryText } from '../../electron/suggest/reader.ts';
import { readGazetteer, readRegister, readSeries } from './resources.ts';

const gazetteer = readGazetteer();
const register = readRegister();
const reader = makeReader({ gazetteer, register, day: '2024-06-01', names: readSeries() });

function story(headline: string, rest: Partial<StoryText> = {}): StoryText {
  return { headline, standfirst: null, alt: null, body: null, ...rest };
}

/** `QU9 named` and so on, in order. */
function offers(headline: string, rest: Partial<StoryText> = {}): string[] {
  return reader.read(story(headline, rest)).suggestions.map(({ code, level }) => `${code} ${level}`);
}

describe('names that mean one system', () => {
  test.each([
    ['Kent and Medway ICB names a chair', 'QKS'],
    ['Kent & Medway names a chair', 'QKS'],
    ['north west London plans fewer wards', 'QRV'],
    ['North-West London plans fewer wards', 'QRV'],
    ['Cuts ahead for Leicester, Leicestershire, and Rutland', 'QK1'],
    ['BNSSG asks for help', 'QUY'],
    ['BOB’s chief to leave', 'QU9'],
    ['Blackpool Teaching Hospitals hires a chair', 'QE1'],
    ['Walsall Healthcare in talks', 'QUA'],
    ['Derby Hospitals Foundation Trust opens a ward', 'QJ2'],
    ['Pennine Acute Hospitals Trust remembered', 'QOP'],
    ['Brighton and Sussex University Hospitals NHS Trust fined', 'QNX'],
    ['Hull trust opens theatre', 'QOQ'],
    ['Bradford’s teaching hospital opens theatre', 'QWO'],
    ['ST. HELENS HOSPITAL REOPENS', 'QYG'],
    ['Saint Helens hospital reopens', 'QYG'],
    ['Stoke–on–Trent surgery closes', 'QNC'],
    ['Newcastle-under-Lyme surgery closes', 'QNC'],
    ['Ely’s Princess of Nowhere Hospital keeps its unit', 'QUE'],
    ['Broomfield’s stroke team praised', 'QH8'],
    ['Props hold up the roof at James Paget', 'QMM'],
  ])('%s', (headline, code) => {
    expect(offers(headline)).toEqual([`${code} named`]);
  });

  test.each([
    ['watford general hospital', 'QM7'],
    ['colchester', 'QJG'],
    ['lancashire: morecambe bay', 'QE1'],
    ['great_western_hospital 3x2', 'QOX'],
  ])('the label “%s” needs no capitals', (alt, code) => {
    expect(offers('Chair to leave', { alt })).toEqual([`${code} named`]);
  });

  test('a body is read too, and comes last', () => {
    const { suggestions } = reader.read(
      story('Chair to leave', { body: 'The board of Airedale FT met.', alt: 'Southmead' }),
    );
    expect(suggestions.map(({ reason }) => [reason.field, reason.phrase])).toEqual([
      ['alt', 'Southmead'],
      ['body', 'Airedale FT'],
    ]);
  });
});

describe('names that are other things as well', () => {
  test.each([
    'Reading the runes on next year’s money',
    'Deal or no deal for consultants',
    'Sale of estate raises millions',
    'Bath mats recalled from wards',
    'The runners of Sandy Street',
    'In March, board papers will say more',
    'March board papers say more',
    'Dr Reading takes the chair',
    'Alan Bath and Sarah Wells join the board',
    'Andrew Lincoln on leading through winter',
    'Tom Carlisle takes over',
    'Lord Stevens of Birmingham speaks',
    'Study by the University of Kent doubts the claim',
    'Leeds Beckett University opens a school',
    'A study from Boston, Massachusetts, doubts the claim',
    'Newcastle, Australia, shows how',
    'Cambridge Analytica and patient data',
    'What we heard at the Harrogate conference',
    'Westminster insiders expect a reshuffle',
    'Chelsea Manning speaks',
    'New York visit for chiefs',
    'Trusts in the Midlands and the South West told to borrow less',
    'Provider in the north west apologises',
    'Manchester United pay for scanner',
    'Southport inquiry hears from doctors',
    'From Cornwall to Cumbria, beds are short',
    'Wellington boots for ward staff',
    'Nhsreading or readings or Bathe or Leedsx',
  ])('%s', (headline) => {
    expect(offers(headline)).toEqual([]);
  });

  test.each([
    ['Reading hospital told to borrow less', 'QU9 named'],
    ['A hospital in Reading told to borrow less', 'QU9 named'],
    ['Bath’s Royal United misses target', 'QOX named'],
    ['Sale GP practice closes', 'QOP named'],
    ['Cambridge teaching trust picks chair', 'QUE named'],
    ['Manchester City Council attacks plan', 'QOP possible'],
    ['South Yorkshire Police called to ward', 'QF7 possible'],
  ])('%s', (headline, offer) => {
    expect(offers(headline)).toEqual([offer]);
  });

  test('a surname once is a surname throughout', () => {
    expect(offers('Carlisle to succeed Poole', { standfirst: 'Sue Carlisle takes over from Mr Poole.' })).toEqual([]);
  });
});

describe('names that several systems share', () => {
  test('are offered side by side, with the sentence they share', () => {
    const { suggestions } = reader.read(story('Queen Elizabeth Hospital to be rebuilt'));
    expect(suggestions.map(({ code }) => code).toSorted()).toEqual(['QHL', 'QHM', 'QKK', 'QMM']);
    expect(new Set(suggestions.map(({ level }) => level))).toEqual(new Set(['possible']));
    expect(new Set(suggestions.map(({ rivalry }) => rivalry))).toEqual(
      new Set(['“Queen Elizabeth Hospital” fits four systems; nothing else in the text decides.']),
    );
  });

  test.each([
    ['Queen Elizabeth Hospital, Gateshead, to be rebuilt', null, 'QHM named'],
    ['Queen Elizabeth Hospital to be rebuilt', 'The trust in King’s Lynn is glad.', 'QMM named'],
    ['A hospital in Ashford, Kent, to be rebuilt', null, 'QKS named'],
    ['Essex system overspends', 'Colchester is worst.', 'QJG named'],
  ])('%s is settled by what else is said', (headline, standfirst, offer) => {
    expect(offers(headline, { standfirst })).toEqual([offer]);
  });

  test('a trust that spans systems is offered for each, home first, unless the text decides', () => {
    expect(offers('West Midlands Ambulance Service hires')).toEqual(
      ['QUA', 'QGH', 'QHL', 'QNC', 'QOC', 'QWU'].map((code) => `${code} possible`),
    );
    expect(offers('NSFT opens ward', { standfirst: 'It is the first in Ipswich.' })).toEqual(['QJG named']);
  });

  test('a picture of one of its buildings does not decide for a trust', () => {
    expect(offers('NSFT told to improve', { alt: 'Hellesdon Hospital' })).toEqual(['QMM named', 'QJG possible']);
  });

  test('a regional column names its region, whatever its standing standfirst says', () => {
    expect(
      offers('North by North West: An open question', { standfirst: 'From Carlisle southwards, weekly.' }),
    ).toEqual(expect.arrayContaining(['QE1 possible', 'QOP possible', 'QYG possible']));
    expect(offers('A ride on the London Eye')).toEqual([]);
  });

  test('a round-up names many and is about none', () => {
    const levels = reader
      .read(
        story('Airedale FT, Barts Health, UCLH, Derby trust, Hull trust, Southmead and Truro hospital share a prize'),
      )
      .suggestions.map(({ level }) => level);
    expect(levels.length).toBeGreaterThan(5);
    expect(new Set(levels)).toEqual(new Set(['possible']));
  });
});

describe('reasons', () => {
  test.each([
    [
      'Chair to leave',
      'Broomfield Hospital',
      'Broomfield Hospital, in the image label, is a site of Mid and South Essex FT.',
    ],
    ['Maidenhead loses a ward', null, 'Maidenhead, in the headline, lies in Frimley.'],
    ['Kent and Medway overspends', null, 'Kent and Medway, in the headline, is this system.'],
    ['Barts Health overspends', null, '“Barts Health”, in the headline, is a trust in North East London.'],
  ])('%s', (headline, alt, why) => {
    expect(reader.read(story(headline, { alt })).suggestions[0]?.why).toBe(why);
  });

  test('a possessive s is no part of the phrase', () => {
    expect(reader.read(story('Hull’s chief leaves')).suggestions[0]?.reason).toMatchObject({
      phrase: 'Hull',
      start: 0,
      end: 4,
    });
  });

  test('what the words mean by themselves goes before what others had to settle', () => {
    const [first] = reader.read(story('Essex system overspends', { standfirst: 'Colchester is worst.' })).suggestions;
    expect(first?.reason.phrase).toBe('Colchester');
  });
});
