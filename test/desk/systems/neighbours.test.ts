import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mapOn } from '../../../electron/desk/systems/boundaries.ts';
import { neighboursIn } from '../../../electron/desk/systems/neighbours.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { RESOURCES, testDesk } from '../../helpers/desk.ts';

const DEVON = 'QJK';
const CORNWALL = 'QT6';
const DORSET = 'QVV';
const SOMERSET = 'QSL';
const KENT = 'QKS';
const LINCOLNSHIRE = 'QJM';
const HUMBER = 'QOQ';
const FRIMLEY = 'QNQ';
const THAMES_VALLEY = 'S0E4D';
const ESSEX = 'D7T5G';

const on = (day: string) => neighboursIn(mapOn(join(RESOURCES), day).topology);
const areNeighbours = (day: string, a: string, b: string) => on(day).get(a)?.includes(b) ?? false;

describe.each(['2026-03-31', '2026-04-01'])('areas of %s', (day) => {
  test('that touch are neighbours, both ways', () => {
    for (const [a, b] of [
      [DEVON, CORNWALL],
      [DEVON, DORSET],
      [DEVON, SOMERSET],
      [LINCOLNSHIRE, HUMBER],
    ] as const) {
      expect(areNeighbours(day, a, b)).toBe(true);
      expect(areNeighbours(day, b, a)).toBe(true);
    }
  });

  test('that lie apart, or across a river mouth, are none', () => {
    expect(areNeighbours(day, DEVON, KENT)).toBe(false);
    expect(areNeighbours(day, CORNWALL, SOMERSET)).toBe(false);
    expect(areNeighbours(day, ESSEX, KENT)).toBe(false);
  });

  test('every area has a neighbour, and none is its own', () => {
    for (const [code, next] of on(day)) {
      expect(next.length, code).toBeGreaterThan(0);
      expect(next, code).not.toContain(code);
      for (const other of next) expect(areNeighbours(day, other, code)).toBe(true);
    }
  });
});

test('the day decides which systems there are', () => {
  expect(on('2026-03-31').has(FRIMLEY)).toBe(true);
  expect(on('2026-04-01').has(FRIMLEY)).toBe(false);
  expect(areNeighbours('2026-04-01', THAMES_VALLEY, 'QRL')).toBe(true);
});

describe('systems.neighbours', () => {
  test('are those of the day, by name; a system that has ended has none', async () => {
    const desk = testDesk();
    const devon = await desk.ask('systems.neighbours', { system: DEVON as SystemCode });
    expect(devon).toEqual([CORNWALL, DORSET, SOMERSET]);
    expect(await desk.ask('systems.neighbours', { system: FRIMLEY as SystemCode })).toEqual([]);
    const before = { system: FRIMLEY as SystemCode, asOf: '2026-03-31' };
    expect(await desk.ask('systems.neighbours', before)).toContain('QRL');
    expect((await desk.refuse('systems.neighbours', { system: 'XXX' })).code).toBe('system-unknown');
  });
});
