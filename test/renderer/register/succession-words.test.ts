import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt } from '../../../renderer/features/register/mark-pieces.ts';
import { homesToBegin, isSameMove, stateOfView } from '../../../renderer/features/register/register-slice.ts';
import {
  decidedCount,
  formatCarryOver,
  formatDecided,
  formatEndedSystems,
  formatStoryDay,
} from '../../../renderer/features/register/succession-words.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import type { FormerSystem, Move, MoveMark } from '../../../shared/systems/succession.ts';

const code = (text: string) => text as SystemCode;
const FORMER: FormerSystem = {
  code: code('QJG'),
  homes: [code('D7T5G'), code('T6Y0W')],
  stories: 1500,
  carried: 0,
  settled: 0,
  decided: [
    { ground: 'place', stories: 1200 },
    { ground: 'beside', stories: 3 },
  ],
  undecided: 297,
};
const MOVE = { publishedAt: null, firstSeenOn: '2025-11-20' } as Move;

describe('the words', () => {
  it('say how many and why', () => {
    expect(decidedCount(FORMER)).toBe(1203);
    expect(formatDecided(FORMER)).toBe('a place in one part 1,200, goes with another system 3');
    expect(formatEndedSystems(1, '2026-04-01')).toBe('1 system was taken over on 1 April 2026');
    expect(formatEndedSystems(12, '2026-04-01')).toBe('12 systems were taken over on 1 April 2026');
  });

  it('say why there are more rows than stories', () => {
    const day = { day: '2026-04-01', systems: [FORMER] };
    const step = 'The old tags stay. This is one step, and you can undo it.';
    expect(formatCarryOver({ ...day, toCarry: 1203 })).toBe(
      `1,203 stories get a tag to the systems of 1 April 2026, as below. ${step}`,
    );
    expect(formatCarryOver({ ...day, toCarry: 1 })).toBe(
      `1 story gets a tag to the systems of 1 April 2026, as below; a story filed to several ended systems is listed once for each. ${step}`,
    );
  });

  it('say when a story came out, or that nobody knows', () => {
    expect(formatStoryDay(MOVE, '2026-11-22')).toBe('undated, first seen 20 Nov 2025');
    expect(formatStoryDay({ ...MOVE, publishedAt: '2026-03-18T09:30' }, '2026-11-22')).toBe('18 Mar');
  });
});

describe('the choice', () => {
  it('begins with what the step would do and what is filed', () => {
    const homes = (['target', 'filed', 'rejected', 'open'] as const).map((standing) => ({
      code: code(standing.toUpperCase().slice(0, 6)),
      standing,
      why: null,
    }));
    expect(homesToBegin({ homes })).toEqual(['TARGET', 'FILED']);
  });

  it('knows a story by itself and the system it came from', () => {
    const one = { id: 'a' as StoryId, from: code('QJG') };
    expect(isSameMove(one, { ...one })).toBe(true);
    expect(isSameMove(one, { ...one, from: code('QH8') })).toBe(false);
    expect(isSameMove(one, null)).toBe(false);
    expect(isSameMove(null, null)).toBe(true);
    expect([stateOfView('undecided'), stateOfView('file')]).toEqual(['undecided', null]);
  });
});

describe('marked words', () => {
  const mark = (text: string, start: number, end: number): MoveMark => ({
    field: 'headline',
    start,
    end,
    phrase: text.slice(start, end),
    codes: [code('D7T5G')],
  });

  it('stand where they are in the text', () => {
    const text = 'Colchester and Ipswich';
    expect(
      cutAt(text, [mark(text, 15, 22), mark(text, 0, 10)]).map(({ words, mark: found }) => [words, found !== null]),
    ).toEqual([
      ['Colchester', true],
      [' and ', false],
      ['Ipswich', true],
    ]);
  });

  it('are left unmarked where the text was edited meanwhile', () => {
    expect(cutAt('Clacton and Ipswich', [mark('Colchester and Ipswich', 0, 10)])).toEqual([
      { at: 0, words: 'Clacton and Ipswich', mark: null },
    ]);
  });

  it('never change the text, whatever overlaps', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), spans, (text, pairs) => {
        const marks = pairs
          .map(([a, b]) => mark(text, Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)))
          .filter(({ start, end }) => start < end);
        expect(
          cutAt(text, marks)
            .map(({ words }) => words)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
