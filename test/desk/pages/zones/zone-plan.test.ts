import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planZones, type StandingPlacement } from '../../../../electron/desk/pages/zones/zone-plan.ts';
import type { PlacementId } from '../../../../shared/models.ts';
import type { ZoneSpec } from '../../../../shared/pages/fill-rules.ts';
import { DEFAULT_ZONE } from '../../../helpers/zones.ts';

const spec = (name: string, limit: number): ZoneSpec => ({ ...DEFAULT_ZONE, name, limit });
const old = (...zones: [string, number][]) => zones.map(([name, limit]) => ({ id: `old/${name}`, name, limit }));
const pin = (zone: string, pinNumber: number): StandingPlacement => ({
  id: `${zone}${pinNumber}` as PlacementId,
  zoneId: `old/${zone}`,
  pinNumber,
  number: pinNumber,
});
const free = (zone: string, number: number | null): StandingPlacement => ({ ...pin(zone, 0), pinNumber: null, number });

describe('other zones', () => {
  test('a new zone on top takes what stands at its numbers; pins below keep their number on the page', () => {
    const plan = planZones(
      old(['Stories', 20]),
      [spec('Lead', 1), spec('Stories', 19)],
      [pin('Stories', 1), pin('Stories', 3)],
    );
    expect(plan.goesOnFrom).toEqual([null, 'old/Stories']);
    expect(plan.moves).toEqual([
      { id: 'Stories1', zone: 0, pinNumber: 1 },
      { id: 'Stories3', zone: 1, pinNumber: 2 },
    ]);
  });

  test('zones that change places take their stories with them', () => {
    const plan = planZones(
      old(['Stories', 15], ['Columns', 4]),
      [spec('Columns', 4), spec('Stories', 15)],
      [pin('Stories', 2), free('Columns', 1)],
    );
    expect(plan.moves).toEqual([]);
  });

  test('what stood in a zone that goes stands where its number is now, and what waited waits on', () => {
    const plan = planZones(
      old(['Lead', 1], ['Stories', 10]),
      [spec('Everything', 20)],
      [pin('Lead', 1), pin('Stories', 4), free('Stories', null)],
    );
    expect(plan.goesOnFrom).toEqual([null]);
    expect(plan.moves).toEqual([
      { id: 'Lead1', zone: 0, pinNumber: 1 },
      { id: 'Stories4', zone: 0, pinNumber: 5 },
      { id: 'Stories0', zone: 0, pinNumber: null },
    ]);
  });

  test('a name in other capitals is the same zone', () => {
    expect(planZones(old(['Stories', 20]), [spec('STORIES', 10)], []).goesOnFrom).toEqual(['old/Stories']);
  });

  const zones = fc.uniqueArray(
    fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D'), limit: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      selector: ({ name }) => name,
    },
  );
  test('every placement ends in a zone that is there, and the same zones change nothing', () => {
    fc.assert(
      fc.property(
        zones,
        zones,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 12 }), fc.boolean())),
        (from, to, picks) => {
          const before = old(...from.map(({ name, limit }): [string, number] => [name, limit]));
          const placements = picks.map(
            ([pick, number, isPin], index): StandingPlacement => ({
              id: `p${index}` as PlacementId,
              zoneId: before[pick % before.length]?.id ?? '',
              pinNumber: isPin ? number : null,
              number: number > 9 ? null : number,
            }),
          );
          const specs = to.map(({ name, limit }) => spec(name, limit));
          const plan = planZones(before, specs, placements);
          const moved = new Map(plan.moves.map((move) => [move.id, move]));
          for (const { id, zoneId, pinNumber } of placements) {
            const move = moved.get(id);
            const zone = move ? move.zone : plan.goesOnFrom.indexOf(zoneId);
            expect(specs[zone]).toBeDefined();
            if (move) expect(move.pinNumber === null).toBe(pinNumber === null);
            if (move?.pinNumber) expect(move.pinNumber).toBeGreaterThan(0);
          }
          const same = planZones(
            before,
            from.map(({ name, limit }) => spec(name, limit)),
            placements,
          );
          expect(same.moves).toEqual([]);
        },
      ),
    );
  });
});
