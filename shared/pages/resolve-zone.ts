import { rankBetween } from './rank.ts';

/** One story in a zone before it is resolved. `rank` orders what is not pinned. */
export interface ZoneItem<T> {
  item: T;
  rank: string;
}

export interface PinnedItem<T> extends ZoneItem<T> {
  pinNumber: number;
}

export interface ResolvedSlot<T> {
  item: T;
  placed: 'pinned' | 'free' | 'filled';
  rank: string;
  pinNumber: number | null;
}

/**
 * Resolves a zone: pins take their numbers, then free placements, then fills in the places left, the
 * last two in one order by rank. What an editor placed goes before any fill; what finds no room is
 * returned as `overflow`, last first to go.
 */
export function resolveZone<T>(
  slots: number,
  pinned: readonly PinnedItem<T>[],
  free: readonly ZoneItem<T>[],
  fills: readonly ZoneItem<T>[],
): { slots: ResolvedSlot<T>[]; overflow: T[] } {
  const pins = [...pinned].sort((a, b) => a.pinNumber - b.pinNumber || compareText(a.rank, b.rank));
  const standing = pins.slice(0, slots);
  const frees = [...free].sort((a, b) => compareText(a.rank, b.rank));
  const standingFree = frees.slice(0, slots - standing.length);
  const room = slots - standing.length - standingFree.length;
  const filled = [...fills].sort((a, b) => compareText(a.rank, b.rank)).slice(0, room);

  const flowing = [
    ...standingFree.map(({ item, rank }) => ({ item, rank, placed: 'free' as const, pinNumber: null })),
    ...filled.map(({ item, rank }) => ({ item, rank, placed: 'filled' as const, pinNumber: null })),
  ].sort((a, b) => compareText(a.rank, b.rank));

  const size = standing.length + flowing.length;
  const resolved: (ResolvedSlot<T> | undefined)[] = Array.from({ length: size });
  for (const pin of standing) {
    const slot = nearestEmpty(resolved, Math.min(pin.pinNumber, size) - 1);
    resolved[slot] = { item: pin.item, placed: 'pinned', rank: pin.rank, pinNumber: pin.pinNumber };
  }
  const flow = flowing.values();
  const list = resolved.map((slot) => slot ?? flow.next().value).filter((slot) => slot !== undefined);
  const overflow = [...pins.slice(standing.length), ...frees.slice(standingFree.length)].map(({ item }) => item);
  return { slots: list, overflow };
}

/** The wanted slot, else the next one down, else the next one up. */
function nearestEmpty(slots: readonly unknown[], wanted: number): number {
  for (let slot = wanted; slot < slots.length; slot += 1) if (slots[slot] === undefined) return slot;
  for (let slot = wanted; slot >= 0; slot -= 1) if (slots[slot] === undefined) return slot;
  throw new Error('more pins than slots');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface StandingSlot {
  placed: 'pinned' | 'free' | 'filled';
  rank: string;
}

/**
 * The rank that brings a free placement or a fill to a number (1-based) among the slots as they stand;
 * `from` is its present number, or null for a story that is not on the page. Pins keep their numbers,
 * so a target that a pin holds means the nearest other number beyond it. Null when there is none.
 * `topRank` bounds what is put on top, so that stories of later days still come in above it.
 */
export function planRank(
  slots: readonly StandingSlot[],
  from: number | null,
  to: number,
  topRank: string,
): { rank: string; position: number } | null {
  const position = freeNumberNear(slots, from, to);
  if (position === null) return null;
  const others = slots.filter((slot, index) => slot.placed !== 'pinned' && index + 1 !== from);
  const above = countFreeNumbersBefore(slots, position);
  const low = others[above - 1]?.rank;
  const high = others[above]?.rank ?? null;
  if (low === undefined) {
    const floor = high === null || topRank < high ? topRank : '';
    return { rank: rankBetween(floor, high), position };
  }
  // Two equal ranks can only come from two libraries; just behind the first is right then.
  return { rank: high !== null && low >= high ? `${low}5` : rankBetween(low, high), position };
}

function freeNumberNear(slots: readonly StandingSlot[], from: number | null, to: number): number | null {
  const last = from === null ? slots.length + 1 : slots.length;
  const wanted = Math.max(1, Math.min(to, last));
  const isFree = (number: number) => number > slots.length || slots[number - 1]?.placed !== 'pinned';
  const step = from === null || wanted > from ? 1 : -1;
  for (let number = wanted; number >= 1 && number <= last; number += step) if (isFree(number)) return number;
  return null;
}

function countFreeNumbersBefore(slots: readonly StandingSlot[], position: number): number {
  return slots.slice(0, position - 1).filter((slot) => slot.placed !== 'pinned').length;
}
