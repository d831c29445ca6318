import { describe, expect, test } from 'vitest';
import {
  adviceOn,
  formatRecord,
  homesOf,
  isSameName,
  levelOfName,
  NEW_NAME,
  sectionsOf,
} from '../../../renderer/features/names/names-model.ts';
import { formatFiledNow, formatFoundIn } from '../../../renderer/features/names/trial-words.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { EditedName, NameRecord, NameTrial } from '../../../shared/tagging/names.ts';

const DEVON = 'QJK' as SystemCode;
const FRIMLEY = 'QNQ' as SystemCode;
const SURREY = 'S01' as SystemCode;
const SHORT_NAMES: Record<string, string> = { QJK: 'Devon', QNQ: 'Frimley', S01: 'Surrey and Sussex' };
const nameOf = (code: string) => SHORT_NAMES[code] ?? code;

const name = (text: string, more: Partial<EditedName> = {}): EditedName => ({
  ...NEW_NAME,
  id: text,
  text,
  systems: [DEVON],
  systemsToday: [DEVON],
  addedBy: 'A. Tester',
  addedAt: '2026-11-22T10:00:00.000Z',
  ...more,
});

const record = (accepted: number, rejected: number, more: Partial<NameRecord> = {}): NameRecord => ({
  kind: 'alias',
  entity: 'Lantern Clinic',
  phrases: ['Lantern Clinic'],
  accepted,
  rejected,
  reread: { right: 0, wrong: 0 },
  nameId: 'one',
  ...more,
});

describe('the list of names', () => {
  test('is grouped by kind and found by text, note and systems of then and now', () => {
    const names = [
      name('Lantern Clinic'),
      name('Wren Alderley', { kind: 'person', systems: [FRIMLEY], systemsToday: [SURREY] }),
      name('The Tide Table', { kind: 'series', note: 'fortnightly' }),
    ];
    const found = (typed: string) => sectionsOf(names, typed, nameOf).flatMap((section) => section.names);
    expect(sectionsOf(names, '', nameOf).map(({ kind }) => kind)).toEqual(['alias', 'person', 'series']);
    expect(found(' frimley')).toEqual([names[1]]);
    expect(found('sussex')).toEqual([names[1]]);
    expect(found('QNQ')).toEqual([names[1]]);
    expect(found('Fortnight')).toEqual([names[2]]);
    expect(found('nothing like it')).toEqual([]);
  });

  test('says how surely a name is offered', () => {
    expect(levelOfName('alias', 1)).toBe('named');
    expect(levelOfName('person', 1)).toBe('likely');
    expect(levelOfName('series', 1)).toBe('likely');
    for (const kind of ['alias', 'person', 'series'] as const) expect(levelOfName(kind, 2)).toBe('possible');
  });

  test('follows former systems to where they are today', () => {
    const byCode = new Map([
      [DEVON, { activeTo: null, successors: [] }],
      [FRIMLEY, { activeTo: '2026-03-31', successors: [SURREY, DEVON] }],
      [SURREY, { activeTo: null, successors: [] }],
    ]);
    expect(homesOf([DEVON], byCode)).toEqual([DEVON]);
    expect(homesOf([FRIMLEY, DEVON], byCode)).toEqual([SURREY, DEVON]);
    expect(homesOf(['QXX' as SystemCode], byCode)).toEqual(['QXX']);
  });

  test('knows a name that was only touched from one that was changed', () => {
    const before = { ...NEW_NAME, text: 'Lantern', systems: [DEVON, FRIMLEY] };
    expect(isSameName(before, { ...before, text: 'Lantern ', systems: [FRIMLEY, DEVON], note: '' })).toBe(true);
    expect(isSameName(before, { ...before, matchCase: true })).toBe(false);
  });
});

describe('the record of a name', () => {
  test('is in words', () => {
    expect(formatRecord(undefined)).toBe('never used');
    expect(formatRecord(record(1200, 0))).toBe('1,200 judged, none wrong');
    expect(formatRecord(record(9, 2, { reread: { right: 3, wrong: 1 } }))).toBe('3 of 12 wrong');
  });

  test('that is often wrong says what to do', () => {
    expect(adviceOn(record(9, 2))).toBeNull();
    expect(adviceOn(record(2, 4))).toContain('change it');
    expect(adviceOn(record(2, 4, { nameId: null, kind: 'site' }))).toContain('carefully');
    expect(adviceOn(record(2, 4, { nameId: null, kind: 'similar' }))).toContain('similarity');
  });
});

describe('a trial', () => {
  const trial = (more: Partial<NameTrial>): NameTrial => ({
    problem: null,
    warning: null,
    library: 100_000,
    contains: 214,
    candidates: 220,
    read: 220,
    states: { gains: 0, offered: 0, tagged: 0, rejected: 0, silent: 0 },
    filed: [],
    national: 0,
    unfiled: 0,
    stories: [],
    ...more,
  });

  test('says how many stories hold the name', () => {
    expect(formatFoundIn(trial({}))).toBe('Found in 214 of 100,000 stories.');
    expect(formatFoundIn(trial({ contains: 0 }))).toBe('Found in none of 100,000 stories.');
    expect(formatFoundIn(trial({ contains: 0, library: 1 }))).toBe('Found in none of 1 story.');
    expect(formatFoundIn(trial({ library: 0, contains: 0 }))).toMatch(/no stories yet/);
    expect(formatFoundIn(trial({ contains: 9000, read: 10_000, candidates: 34_120 }))).toBe(
      'Found in 9,000 stories of the 10,000 newest stories read; 24,120 more may contain it.',
    );
  });

  test('says how they are filed', () => {
    const filed = [
      { code: DEVON, count: 1500 },
      { code: FRIMLEY, count: 2 },
      { code: SURREY, count: 1 },
    ];
    expect(formatFiledNow(trial({ filed, national: 3, unfiled: 40 }), nameOf)).toBe(
      'Devon 1,500, Frimley 2, Surrey and Sussex 1, national 3, not filed 40',
    );
    expect(formatFiledNow(trial({ filed }), nameOf, 1)).toBe('Devon 1,500, 2 other systems');
    expect(formatFiledNow(trial({ filed }), nameOf, 2)).toBe('Devon 1,500, Frimley 2, 1 other system');
  });
});
