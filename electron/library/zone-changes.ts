import { rankBetween } from '../../shared/rank.ts';
import type { TemplateId, ZoneSpec } from '../../shared/zones.ts';
import { listPlacements } from './pages.ts';
import type { Hand } from './placements.ts';
import { planZones, type StandingPlacement } from './zone-plan.ts';
import { newZoneId, zoneColumns } from './zones.ts';

/**
 * Gives a page other zones, its own or those of a template. Every placement goes on standing or waiting in one
 * of them. Returns whether anything changed.
 */
export function changeZones(hand: Hand, zones: readonly ZoneSpec[], template: TemplateId | null): boolean {
  const { changes, page } = hand;
  const { code } = page.system;
  const plan = planZones(page.zones, zones, placementsOf(hand));
  const kept = new Set(plan.goesOnFrom.filter((id) => id !== null));
  const taken = new Set(page.zones.map(({ id }) => id));
  let hasChanged = changes.update('pages', [code], { template_id: template });
  let rank = '';
  const ids = zones.map((zone, index) => {
    rank = rankBetween(rank, null);
    const known = plan.goesOnFrom[index] ?? null;
    if (known !== null) {
      hasChanged = changes.update('zones', [known], { rank, ...zoneColumns(zone) }) || hasChanged;
      return known;
    }
    const id = newZoneId(code, zone.name, taken);
    taken.add(id);
    changes.insert('zones', { id, system_code: code, rank, ...zoneColumns(zone) });
    hasChanged = true;
    return id;
  });
  for (const { id, zone, pinNumber } of plan.moves) {
    changes.update('placements', [id], { zone_id: ids[zone] ?? null, pin_number: pinNumber });
  }
  for (const { id } of page.zones) {
    if (!kept.has(id)) hasChanged = changes.remove('zones', [id]) || hasChanged;
  }
  return hasChanged;
}

function placementsOf({ db, page }: Hand): StandingPlacement[] {
  const numbers = new Map(
    page.zones.flatMap(({ standing }) =>
      standing.map(({ item }, index): [string | undefined, number] => [item.placement?.id, index + 1]),
    ),
  );
  return listPlacements(db, page.system.code).map(({ id, zoneId, pinNumber }) => ({
    id,
    zoneId,
    pinNumber,
    number: numbers.get(id) ?? null,
  }));
}
