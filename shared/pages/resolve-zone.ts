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
  const shownPins = pins.slice(0, slots);
  const frees = [...free].sort((a, b) => compareText(a.rank, b.rank));
  const shownFree = frees.slice(0, slots - shownPins.length);
  const room = slots - shownPins.length - shownFree.length;
  const filled = [...fills].sort((a, b) => compareText(a.rank, b.rank)).slice(0, room);

  const flowing = [
    ...shownFree.map(({ item, rank }) => ({ item, rank, placed: 'free' as const, pinNumber: null })),
    ...filled.map(({ item, rank }) => ({ item, rank, placed: 'filled' as const, pinNumber: null })),
  ].sort((a, b) => compareText(a.rank, b.rank));

  const size = shownPins.length + flowing.length;
  const resolved: (ResolvedSlot<T> | undefined)[] = Array.from({ length: size });
  for (const pin of shownPins) {
    const slot = nearestEmpty(resolved, Math.min(pin.pinNumber, size) - 1);
    resolved[slot] = { item: pin.item, placed: 'pinned', rank: pin.rank, pinNumber: pin.pinNumber };
  }
  const flow = flowing.values();
  const list = resolved.map((slot) => slot ?? flow.next().value).filter((slot) => slot !== undefined);
  const overflow = [...pins.slice(shownPins.length), ...frees.slice(shownFree.length)].map(({ item }) => item);
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
