import { describe, expect, test } from 'vitest';
import type { EditorName } from '../../electron/suggest/entries.ts';
import { makeReader } from '../../electron/suggest/reader.ts';
import { SystemCode } from '../../shared/models.ts';
import { makeRegister, RegisterFile } from '../../shared/systems/register.ts';
import { readGazetteer, readRegister, readSeries } from './resources.ts';

const gazetteer = readGazetteer();
const register = readRegister();

function offers(day: string, headline: string, names: readonly EditorName[] = [], inForce = register): string[] {
  const reader = makeReader({ gazetteer, register: inForce, day, names });
  return reader
    .read({ headline, standfirst: null, alt: null, body: null })
    .suggestions.map(({ code, level }) => `${code} ${level}`);
}

describe('the register moves, and names with it', () => {
  test.each([
    ['2026-03-31', 'Maidenhead loses a ward', ['QNQ named']],
    ['2026-04-01', 'Maidenhead loses a ward', ['S0E4D named']],
    ['2026-04-01', 'Colchester hospital loses a ward', ['D7T5G named']],
    ['2026-04-01', 'Ipswich hospital loses a ward', ['T6Y0W named']],
    ['2026-04-01', 'Harlow hospital loses a ward', ['D7T5G named']],
    ['2026-04-01', 'Watford hospital loses a ward', ['S1Y5D named']],
    ['2026-04-01', 'Aldershot loses a ward', ['QRL named']],
    ['2026-04-01', 'Mid and South Essex ICB remembered', ['D7T5G named']],
    ['2026-04-01', 'Essex overspends', ['D7T5G named']],
    ['2024-06-01', 'Surrey and Sussex to merge', ['QXU possible', 'QNQ possible', 'QNX named'].toSorted()],
    ['2021-01-01', 'Maidenhead loses a ward', []],
  ])('on %s: %s', (day, headline, expected) => {
    expect(offers(day, headline).toSorted()).toEqual(expected);
  });

  test('a system that was split waits for the editor', () => {
    const reader = makeReader({ gazetteer, register, day: '2026-11-22', names: [] });
    const { suggestions } = reader.read({ headline: 'Frimley ICB’s debts', standfirst: null, alt: null, body: null });
    expect(suggestions.map(({ code, level }) => `${code} ${level}`).toSorted()).toEqual([
      'QRL possible',
      'S0E4D possible',
      'S9B9J possible',
    ]);
    expect(suggestions[0]?.why).toContain('ended on 31 March 2026; ');
  });

  test('a county that was no system yet is the county', () => {
    expect(offers('2024-06-01', 'Essex overspends').toSorted()).toEqual([
      'QH8 possible',
      'QJG possible',
      'QM7 possible',
    ]);
  });

  test('a later register carries what lies in a merged system along, and knows the new one by its name', () => {
    const merged = makeRegister(
      RegisterFile.parse({
        version: '2027-04-01',
        systems: [
          ...register.everOn('2026-11-22').map((system) => ({
            ...system,
            names: [],
            ...(system.code === 'QSL' || system.code === 'QVV' ? { activeTo: '2027-03-31', successors: ['X1X'] } : {}),
          })),
          {
            ...register.get('QSL'),
            code: 'X1X',
            slug: 'somerset-and-dorset',
            shortName: 'Somerset and Dorset',
            boardName: 'NHS Somerset and Dorset Integrated Care Board',
            activeFrom: '2027-04-01',
            abbreviations: ['SANDD'],
            names: [],
          },
        ],
      }),
    );
    expect(offers('2027-04-01', 'Yeovil loses a ward', [], merged)).toEqual(['X1X named']);
    expect(offers('2027-04-01', 'SANDD loses a director', [], merged)).toEqual(['X1X named']);
    expect(offers('2026-11-22', 'Yeovil loses a ward', [], merged)).toEqual(['QSL named']);
  });
});

describe('names an editor adds', () => {
  const name = (kind: EditorName['kind'], text: string, systems: string[], matchCase = false): EditorName => ({
    id: text,
    kind,
    text,
    systems: systems.map((code) => SystemCode.parse(code)),
    matchCase,
  });

  test.each([
    [name('alias', 'Hope Street', ['QWO']), 'Hope Street clinic opens', ['QWO named']],
    [name('alias', 'Hope', ['QWO'], true), 'The hope of a clinic', []],
    [name('alias', 'Twin Peaks', ['QWO', 'QF7']), 'Twin Peaks deficit', ['QWO possible', 'QF7 possible']],
    [name('person', 'Ada Quill', ['QKS']), 'Ada Quill to chair board', ['QKS likely']],
    [name('series', 'Fen Notes', ['QUE', 'QMM']), 'Fen Notes: the week', ['QUE possible', 'QMM possible']],
    [name('series', 'Fen Notes', ['QUE', 'QMM']), 'The Fen Notes archive', []],
  ])('$kind $text', (added, headline, expected) => {
    expect(offers('2024-06-01', headline, [added])).toEqual(expected);
  });

  test('unrelated names change nothing', () => {
    const others = readSeries().concat(name('alias', 'Zebedee Wharf', ['QKS']), name('person', 'Qix Vole', ['QF7']));
    for (const headline of ['Hull trust opens ward', 'Queen Elizabeth Hospital', 'Reading the runes']) {
      expect(offers('2024-06-01', headline, others)).toEqual(offers('2024-06-01', headline));
    }
  });

  test('what an editor filed before a change is carried along', () => {
    expect(offers('2026-04-01', 'Hope Street clinic opens', [name('alias', 'Hope Street', ['QH8'])])).toEqual([
      'D7T5G named',
    ]);
  });
});
