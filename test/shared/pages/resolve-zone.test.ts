import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveZone } from '../../../shared/pages/resolve-zone.ts';

const items = (ranks: string[], name: string) => ranks.map((rank, i) => ({ item: `${name}${i + 1}`, rank }));
const names = (slots: { item: string }[]) => slots.map(({ item }) => item);

describe('resolveZone', () => {
  test('pins keep their numbers; free placements and fills share one order', () => {
    const { slots, overflow } = resolveZone(
      5,
      [{ item: 'pin', rank: '1', pinNumber: 2 }],
      items(['35'], 'free'),
      items(['2', '3', '4', '5', '6'], 'fill'),
    );
    expect(names(slots)).toEqual(['fill1', 'pin', 'fill2', 'free1', 'fill3']);
    expect(overflow).toEqual([]);
  });

  test('what an editor placed goes before any fill', () => {
    const { slots } = resolveZone(2, [], items(['8', '9'], 'free'), items(['1', '2'], 'fill'));
    expect(names(slots)).toEqual(['free1', 'free2']);
  });

  test('the last free placements find no room and are told', () => {
    const { slots, overflow } = resolveZone(
      2,
      [{ item: 'pin', rank: '1', pinNumber: 1 }],
      items(['2', '3'], 'free'),
      [],
    );
    expect(names(slots)).toEqual(['pin', 'free1']);
    expect(overflow).toEqual(['free2']);
  });

  test('a pin beyond a short zone stands last, and two with one number follow each other', () => {
    const pins = [
      { item: 'a', rank: '1', pinNumber: 9 },
      { item: 'b', rank: '2', pinNumber: 9 },
    ];
    expect(names(resolveZone(20, pins, [], items(['1'], 'fill')).slots)).toEqual(['fill1', 'b', 'a']);
  });

  const ranked = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 12 });
  test('nothing is lost or doubled, and no zone is overfull', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), ranked, ranked, ranked, (size, pins, free, fills) => {
        const pinned = pins.map((n, i) => ({ item: `p${i}`, rank: String(n), pinNumber: (n % 12) + 1 }));
        const result = resolveZone(size, pinned, items(free.map(String), 'f'), items(fills.map(String), 'x'));
        expect(result.slots.length).toBeLessThanOrEqual(size);
        const placed = [...names(result.slots), ...result.overflow].filter((name) => !name.startsWith('x'));
        expect(placed.sort()).toEqual([...pinned.map(({ item }) => item), ...free.map((_, i) => `f${i + 1}`)].sort());
      }),
    );
  });

  test('a pin whose number exists and is its own stands there', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(numbers, (pins) => {
        const pinned = pins.map((number) => ({ item: `p${number}`, rank: String(number), pinNumber: number }));
        const fills = items(['1', '2', '3', '4', '5', '6', '7', '8'], 'x');
        const { slots } = resolveZone(8, pinned, [], fills);
        expect(slots).toHaveLength(8);
        for (const { item, pinNumber } of pinned) expect(slots[pinNumber - 1]?.item).toBe(item);
      }),
    );
  });
});
