import type { PlacementId } from '../../../../shared/models.ts';
import type { ZoneSpec } from '../../../../shared/pages/fill-rules.ts';

export interface StandingPlacement {
  id: PlacementId;
  zoneId: string;
  pinNumber: number | null;
  /** Its number in the zone now; null where it does not show. */
  number: number | null;
}

export interface ZonePlan {
  /** For each zone wanted the old one that it goes on from; null for a new one. */
  goesOnFrom: (string | null)[];
  /** Placements that change their zone or number; `zone` counts among those wanted, from 0. */
  moves: { id: PlacementId; zone: number; pinNumber: number | null }[];
}

/**
 * What becomes of a page's placements when it gets other zones: none is lost. A zone of the same name goes on.
 * An editor thinks of numbers on the page, so a placement keeps its number there wherever a new zone, or what
 * is left of its own, holds that number; else it stays in its own zone, and from a zone that goes it moves to
 * the one that has its number now.
 */
export function planZones(
  old: readonly { id: string; name: string; limit: number }[],
  wanted: readonly ZoneSpec[],
  placements: readonly StandingPlacement[],
): ZonePlan {
  const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const goesOnFrom = wanted.map(({ name }) => old.find((zone) => sameName(zone.name, name))?.id ?? null);
  const before = offsetsOf(old);
  const after = offsetsOf(wanted);
  const moves = placements.flatMap((placement): ZonePlan['moves'] => {
    const from = old.findIndex(({ id }) => id === placement.zoneId);
    const own = goesOnFrom.indexOf(placement.zoneId);
    const within = placement.pinNumber ?? placement.number;
    const onPage = within === null ? null : (before[from] ?? 0) + Math.min(within, old[from]?.limit ?? within);
    const holder = onPage === null ? Math.max(own, 0) : zoneAt(wanted, after, onPage);
    const stays = own >= 0 && holder !== own && goesOnFrom[holder] !== null;
    const zone = stays ? own : holder;
    const pinNumber =
      placement.pinNumber === null || stays || onPage === null
        ? placement.pinNumber
        : // What was beyond a zone's limit stays beyond it.
          Math.max(1, onPage - (after[zone] ?? 0)) + Math.max(0, placement.pinNumber - (old[from]?.limit ?? 0));
    return zone === own && pinNumber === placement.pinNumber ? [] : [{ id: placement.id, zone, pinNumber }];
  });
  return { goesOnFrom, moves };
}

/** How many numbers of the page lie above each zone. */
function offsetsOf(zones: readonly { limit: number }[]): number[] {
  let sum = 0;
  return zones.map(({ limit }) => {
    sum += limit;
    return sum - limit;
  });
}

/** The zone that holds a number of the page; past the end, the last. */
function zoneAt(zones: readonly { limit: number }[], offsets: readonly number[], onPage: number): number {
  const index = zones.findIndex(({ limit }, zone) => onPage <= (offsets[zone] ?? 0) + limit);
  return index < 0 ? zones.length - 1 : index;
}
