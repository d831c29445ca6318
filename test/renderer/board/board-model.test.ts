import { describe, expect, it } from 'vitest';
import {
  filterLines,
  formatBoardCounts,
  formatLastExport,
  formatUnsigned,
  regionsOf,
  sortFormer,
  sortLines,
  toLines,
} from '../../../renderer/features/board/board-model.ts';
import { System, type SystemCode } from '../../../shared/models.ts';
import { BoardRow } from '../../../shared/pages/board.ts';
import { boardRow } from '../../helpers/board-row.ts';

const ROWS = [
  boardRow({ code: 'QT1', shortName: 'Nottingham and Nottinghamshire', region: 'Midlands' }),
  boardRow({ code: 'QJM', shortName: 'Lincolnshire', region: 'Midlands', leadAge: 20 }),
  boardRow({ code: 'QSL', shortName: 'Somerset', region: 'South West', leadAge: null }),
  boardRow({ code: 'QVV', shortName: 'Dorset', region: 'South West', lead: null, teasers: 0 }),
  boardRow({
    code: 'QHG',
    shortName: 'Bedfordshire, Luton and Milton Keynes',
    region: 'East of England',
    activeTo: '2026-03-31',
  }),
  boardRow({ code: 'QNQ', shortName: 'Frimley', region: 'South East', activeTo: '2026-03-31' }),
  boardRow({ code: 'QOX', shortName: 'Old Patch', region: 'South West', activeTo: '2024-03-31' }),
];
const KNOWN = { leadDays: 7, pending: null, checks: null };
const LINES = toLines(ROWS, KNOWN);
const codes = (lines: readonly { code: string }[]) => lines.map(({ code }) => code);
const active = LINES.filter((line) => line.active);
const ALL = { typed: '', region: null, isNeedOnly: false };

describe('the board', () => {
  it('helps itself to rows as the desk sends them', () => {
    for (const row of ROWS) expect(BoardRow.parse(row)).toEqual(row);
  });

  it('begins with the page that needs attention most', () => {
    expect(codes(sortLines(active, { by: 'need', descending: true }))).toEqual(['QVV', 'QJM', 'QSL', 'QT1']);
    expect(codes(sortLines(active, { by: 'name', descending: false }))).toEqual(['QVV', 'QJM', 'QT1', 'QSL']);
  });

  it('puts no lead and an undated one at the old end, and equals by name', () => {
    expect(codes(sortLines(active, { by: 'age', descending: true }))).toEqual(['QVV', 'QSL', 'QJM', 'QT1']);
    expect(codes(sortLines(active, { by: 'age', descending: false }))).toEqual(['QT1', 'QJM', 'QSL', 'QVV']);
    expect(codes(sortLines(active, { by: 'pins', descending: true }))).toEqual(['QVV', 'QJM', 'QT1', 'QSL']);
  });

  it('keeps closed pages apart, the last to end first', () => {
    expect(codes(sortFormer(LINES.filter((line) => !line.active)))).toEqual(['QHG', 'QNQ', 'QOX']);
  });

  it('finds by the beginnings of words, by region, by code and by abbreviation', () => {
    const blmk = System.parse({
      code: 'QHG',
      slug: 'blmk',
      shortName: 'Bedfordshire, Luton and Milton Keynes',
      boardName: 'NHS Bedfordshire, Luton and Milton Keynes Integrated Care Board',
      region: 'East of England',
      activeFrom: '2022-07-01',
      activeTo: '2026-03-31',
      successors: [],
      abbreviations: ['BLMK'],
    });
    const systems = new Map([[blmk.code, blmk]]);
    const found = (typed: string) => codes(filterLines(LINES, { ...ALL, typed }, systems));
    expect(found('notts')).toEqual([]);
    expect(found('nott')).toEqual(['QT1']);
    expect(found('mil key')).toEqual(['QHG']);
    expect(found('midl')).toEqual(['QT1', 'QJM']);
    expect(found('qnq')).toEqual(['QNQ']);
    expect(found('blmk')).toEqual(['QHG']);
    expect(found('  ')).toHaveLength(LINES.length);
  });

  it('shows one region, or only the pages that need attention', () => {
    const none = new Map<SystemCode, System>();
    expect(codes(filterLines(LINES, { ...ALL, region: 'Midlands' }, none))).toEqual(['QT1', 'QJM']);
    expect(codes(filterLines(LINES, { ...ALL, isNeedOnly: true }, none))).toEqual(['QJM', 'QSL', 'QVV']);
    expect(regionsOf(LINES)).toEqual(['Midlands', 'South West']);
  });

  it('says how many pages there are and how many need attention', () => {
    expect(formatBoardCounts(LINES, LINES)).toBe('4 systems, 3 need attention');
    expect(formatBoardCounts(LINES.slice(0, 2), LINES)).toBe('2 of 4 systems');
    const kept = toLines([boardRow({ code: 'QT1', shortName: 'Nottingham', region: 'Midlands' })], KNOWN);
    expect(formatBoardCounts(kept, kept)).toBe('1 system, no page needs attention');
  });

  it('knows nothing of the queue until it is counted', () => {
    expect(LINES[0]?.pending).toBeNull();
    const [first, second] = toLines(ROWS, {
      ...KNOWN,
      pending: [{ code: 'QT1' as SystemCode, waiting: 3, offered: 1 }],
    });
    expect(first).toMatchObject({ pending: { waiting: 3, offered: 1 }, need: { reasons: ['3 stories wait'] } });
    expect(second?.pending).toMatchObject({ waiting: 0, offered: 0 });
  });

  it('sorts by what is not signed off and by the last export, the longest ago first', () => {
    const state = (code: string, unsigned: number | null, at: string | null) => ({
      code: code as SystemCode,
      errors: 0,
      warnings: 0,
      silenced: 0,
      signed: null,
      unsigned,
      exported: at === null ? null : { at: `${at}T09:00:00.000Z`, day: at, isChanged: false },
    });
    const checks = [
      state('QT1', 0, '2026-11-20'),
      state('QJM', null, null),
      state('QSL', 3, '2026-11-22'),
      state('QVV', 1, '2026-11-21'),
    ];
    const lines = toLines(ROWS, { ...KNOWN, checks });
    expect(codes(sortLines(lines, { by: 'unsigned', descending: true })).slice(0, 4)).toEqual([
      'QSL',
      'QVV',
      'QJM',
      'QT1',
    ]);
    expect(codes(sortLines(lines, { by: 'exported', descending: true })).slice(0, 4)).toEqual([
      'QJM',
      'QT1',
      'QVV',
      'QSL',
    ]);
    expect(checks.map(formatUnsigned)).toEqual(['signed off', 'never', '3 changes', '1 change']);
    expect(checks.map((each) => formatLastExport(each, '2026-11-22'))).toEqual(['20 Nov', 'never', 'today', '21 Nov']);
  });
});
