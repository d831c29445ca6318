import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CaptureOrder,
  captureSteps,
  dayRank,
  fillRank,
  isDirectlyAfter,
  rankBetween,
} from '../../../shared/pages/rank.ts';

const rank = fc
  .tuple(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 12 }), fc.constantFrom(...'123456789'))
  .map(([start, end]) => start + end);

describe('rankBetween', () => {
  test('lies between its neighbours and never ends in 0', () => {
    fc.assert(
      fc.property(rank, rank, (a, b) => {
        fc.pre(a !== b);
        const [low, high] = a < b ? [a, b] : [b, a];
        const middle = rankBetween(low, high);
        expect(low < middle && middle < high).toBe(true);
        expect(middle).not.toMatch(/0$/);
      }),
    );
  });

  test('goes on for ever at either end', () => {
    let first = rankBetween('', null);
    let last = first;
    for (let i = 0; i < 200; i += 1) {
      const before = rankBetween('', first);
      const after = rankBetween(last, null);
      expect(before < first && last < after).toBe(true);
      first = before;
      last = after;
    }
  });

  test('lets no fill come between a rank and the one before it, nor between a day’s top and what it is put upon', () => {
    const fill = fc
      .tuple(fc.constantFrom('2026-11-20', '2026-11-22T09:00', '2026-11-22'), fc.integer({ min: 1, max: 3 }), fc.nat(2))
      .map(([outAt, seq, held]) =>
        fillRank(
          { outAt, isDated: true, seq, sighting: held === 0 ? null : { captureAge: held - 1, rank: seq } },
          { day: '2026-11-21', steps: [{ day: '2026-11-19', rank: 2 }] },
        ),
      );
    fc.assert(
      fc.property(
        fc.uniqueArray(fill, { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 1, max: 6 }),
        (fills, count) => {
          const sorted = fills.toSorted();
          const [low = '', high = null] = sorted;
          let last = low;
          for (let n = 0; n < count; n += 1) {
            const next = rankBetween(last, high);
            expect(isDirectlyAfter(next, last) && next > last).toBe(true);
            last = next;
          }
          for (const rank of sorted) expect(rank <= low || rank > last).toBe(true);
          const top = rankBetween(low.slice(0, 8), low);
          for (const rank of sorted) expect(rank < top).toBe(false);
        },
      ),
    );
    const day = dayRank('2026-11-22');
    const later = fillRank({ outAt: '2026-11-22T18:00', isDated: true, seq: 2, sighting: null });
    const earlier = fillRank({ outAt: '2026-11-22T09:00', isDated: true, seq: 1, sighting: null });
    expect(later < rankBetween(day, earlier)).toBe(true);
  });

  test('refuses neighbours in the wrong order', () => {
    expect(() => rankBetween('5', '5')).toThrow(RangeError);
    expect(() => rankBetween('6', '5')).toThrow(RangeError);
  });
});

describe('fillRank without a capture of the page', () => {
  const at = (outAt: string, sighting: { captureAge: number; rank: number } | null = null, seq = 1) =>
    fillRank({ outAt, isDated: outAt.length > 0, sighting, seq });

  test('newer days come first, whatever the captures say', () => {
    expect(at('2026-11-22') < at('2026-11-21', { captureAge: 0, rank: 1 })).toBe(true);
    expect(at('2026-01-01') < at('2025-12-31T23:59')).toBe(true);
  });

  test('within a day: by time, then the newest capture in its order, then older captures', () => {
    const day = '2026-11-22';
    const order = [
      at(`${day}T16:00`),
      at(`${day}T09:00`),
      at(day),
      at(day, { captureAge: 0, rank: 1 }),
      at(day, { captureAge: 0, rank: 2 }),
      at(day, { captureAge: 1, rank: 1 }),
    ];
    expect([...order].sort()).toEqual(order);
  });

  test('a time of day does not lift a story above its place in the capture', () => {
    const first = at('2026-11-22T08:00', { captureAge: 0, rank: 1 });
    expect(first < at('2026-11-22T18:00', { captureAge: 0, rank: 2 })).toBe(true);
  });

  test('of two stories that nothing else parts, the later one comes first', () => {
    expect(at('2026-11-22', null, 9) < at('2026-11-22', null, 8)).toBe(true);
  });

  test('dayRank stands above its day and below the next', () => {
    expect(dayRank('2026-11-22') < at('2026-11-22T23:59')).toBe(true);
    expect(at('2026-11-23') < dayRank('2026-11-22')).toBe(true);
  });
});

describe('fillRank beside the newest capture of the page', () => {
  const capture = (days: readonly (string | null)[]): CaptureOrder => ({
    day: '2026-11-22',
    steps: captureSteps(days.flatMap((day, i) => (day === null ? [] : [{ day, rank: i + 1 }]))),
  });
  /** The place of a story that the capture does not hold: how many of the captured ones are above it. */
  const above = (
    days: readonly (string | null)[],
    outAt: string,
    sighting: { captureAge: number; rank: number } | null = null,
    isDated = true,
  ) => {
    const order = capture(days);
    const rank = fillRank({ outAt, isDated, sighting, seq: 1 }, order);
    return days.filter((day, i) => {
      const held = {
        outAt: day ?? '2026-11-01',
        isDated: day !== null,
        sighting: { captureAge: 0, rank: i + 1 },
        seq: 2,
      };
      return fillRank(held, order) < rank;
    }).length;
  };
  const falling = ['2026-11-20', '2026-11-18', '2026-11-16'];

  test('its stories keep its order, whatever their dates', () => {
    const days = fc.array(fc.constantFrom(null, '2026-11-09', '2026-11-20T09:00', '2026-11-25'), { minLength: 2 });
    fc.assert(
      fc.property(days, (list) => {
        const order = capture(list.map((day) => day?.slice(0, 10) ?? null));
        const ranks = list.map((day, i) =>
          fillRank(
            { outAt: day ?? '2026-11-01', isDated: day !== null, sighting: { captureAge: 0, rank: i + 1 }, seq: 9 - i },
            order,
          ),
        );
        expect([...ranks].sort()).toEqual(ranks);
      }),
    );
  });

  test('what is of its day or later stands above, what is older among its stories or below', () => {
    expect(above(falling, '2026-11-23')).toBe(0);
    expect(above(falling, '2026-11-22')).toBe(0);
    expect(above(falling, '2026-11-21')).toBe(0);
    expect(above(falling, '2026-11-19')).toBe(1);
    expect(above(falling, '2026-11-18T09:00')).toBe(1);
    expect(above(falling, '2026-11-17')).toBe(2);
    expect(above(falling, '2026-11-15')).toBe(3);
  });

  test('an old story that its editors keep on top lifts nothing; undated ones decide nothing', () => {
    expect(above(['2026-01-01', '2026-11-20', '2026-11-18'], '2026-11-19')).toBe(2);
    expect(above([null, '2026-11-18', null], '2026-11-19')).toBe(1);
    expect(above([null, '2026-11-18', null], '2026-11-17')).toBe(3);
    expect(above([null, null], '2026-11-21')).toBe(2);
  });

  test('what another capture of that day had stands below, unless an editor dated it', () => {
    const older = { captureAge: 1, rank: 1 };
    expect(above(falling, '2026-11-22', older, false)).toBe(3);
    expect(above(falling, '2026-11-22', older)).toBe(0);
  });
});
