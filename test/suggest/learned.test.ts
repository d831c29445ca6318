import { describe, expect, test } from 'vitest';
import { findContentWords, offersOfClue, offersOfSimilar, weigh } from '../../electron/suggest/learned.ts';
import { mergeSuggestions } from '../../electron/suggest/merge.ts';
import type { SystemCode } from '../../shared/models.ts';
import type { Suggestion } from '../../shared/tagging/suggestions.ts';

const KENT = 'QKS' as SystemCode;
const DEVON = 'QJK' as SystemCode;
const NAMES: Record<string, string> = { QKS: 'Kent and Medway', QJK: 'Devon' };
const nameOf = (code: SystemCode) => NAMES[code] ?? code;
const filed = (...systems: SystemCode[]) => ({ headline: 'Earlier', systems, rejected: [] });

describe('what earlier filings say', () => {
  test('two of them for one system make it likely, one alone only possible', () => {
    expect(weigh([filed(KENT), filed(KENT)])).toEqual([{ code: KENT, level: 'likely', times: 2 }]);
    expect(weigh([filed(KENT)])).toEqual([{ code: KENT, level: 'possible', times: 1 }]);
  });

  test('filings spread over two systems make each possible', () => {
    expect(weigh([filed(KENT), filed(DEVON), filed(KENT), filed(DEVON)]).map(({ level }) => level)).toEqual([
      'possible',
      'possible',
    ]);
  });

  test('someone filed everywhere says nothing about anywhere', () => {
    const codes = ['QJK', 'QKS', 'QWO', 'QOP', 'QYG'] as SystemCode[];
    expect(weigh([filed(...codes), filed(...codes)])).toEqual([]);
  });

  test('a rejection weighs as much as a filing', () => {
    const rejected = { headline: 'Earlier', systems: [DEVON], rejected: [KENT] };
    expect(weigh([filed(KENT), rejected]).map(({ code }) => code)).toEqual([DEVON]);
    expect(weigh([filed(KENT), filed(KENT), filed(KENT), rejected])).toMatchObject([
      { code: KENT, level: 'likely' },
      { code: DEVON, level: 'possible' },
    ]);
  });

  test('nothing earlier, nothing said', () => {
    expect(weigh([])).toEqual([]);
  });
});

test('a person is explained by how often and where', () => {
  const clue = { phrase: 'Orla Fennick', field: 'alt', start: 0, end: 12 } as const;
  const [offer] = offersOfClue('person', clue, Array(5).fill(filed(KENT)), nameOf);
  expect(offer).toMatchObject({
    level: 'likely',
    why: 'Orla Fennick, in the image label, was filed to Kent and Medway five times.',
    reason: { kind: 'person', entity: 'Orla Fennick', field: 'alt', start: 0, end: 12 },
  });
});

test('similar stories are explained by the words they share', () => {
  const words = findContentWords({ headline: 'Hydrotherapy pool closes', standfirst: 'The lido café objects' });
  const similar = [
    { ...filed(KENT), headline: 'Pool to reopen', shared: ['Hydrotherapy', 'lido', 'pool'] },
    { ...filed(KENT), shared: ['Hydrotherapy', 'lido', 'pool'] },
  ];
  const [offer] = offersOfSimilar(similar, (word) => words.find(({ phrase }) => phrase === word) ?? null, nameOf);
  expect(offer?.why).toBe(
    'Two stories with the words “Hydrotherapy”, “lido” and “pool” were filed to Kent and Medway: “Pool to reopen”.',
  );
  expect(offer?.reason).toMatchObject({ kind: 'similar', phrase: 'Hydrotherapy', field: 'headline', start: 0 });
});

test('of two offers for one system the surer stays, and the surest comes first', () => {
  const offer = (code: SystemCode, level: Suggestion['level'], why: string): Suggestion => ({
    code,
    level,
    why,
    rivalry: null,
    reason: { kind: 'place', entity: why, phrase: '', field: 'headline', start: 0, end: 0 },
  });
  const merged = mergeSuggestions(
    [offer(KENT, 'possible', 'a word')],
    [offer(KENT, 'likely', 'a person'), offer(DEVON, 'named', 'a town')],
  );
  expect(merged.map(({ code, why }) => [code, why])).toEqual([
    [DEVON, 'a town'],
    [KENT, 'a person'],
  ]);
});
