import type { StoryId } from '../models.ts';
import type { Aim, PageSlot, PlacementChange, PlanPage, PlanRefusal, PlanZone } from './plan-page.ts';
import { resolveZone } from './resolve-zone.ts';
import { ranksBetween } from './slot-ranks.ts';

export interface Landing {
  zone: PlanZone;
  /** The number each of the stories takes in the zone. */
  numbers: number[];
  /** Ranks of the neighbours that are not pinned; no `low` means that the stories come first. */
  low: string | undefined;
  high: string | null;
}

/**
 * Where stories end up when the first of them is to take the number aimed at. A held number means the next open one
 * in the direction they come from; near the end they are as low as all of them fit. A zone without room for all of
 * them is passed over for the top of the next one that has it.
 */
export function landingOf(page: PlanPage, ids: readonly StoryId[], aim: Aim): Landing | PlanRefusal {
  const isMover = ({ storyId }: PageSlot) => ids.includes(storyId);
  for (const zone of page.zones.slice(page.zones.indexOf(aim.zone))) {
    const open = openNumbers(zone, ids);
    if (open.length < ids.length) continue;
    const wanted = zone === aim.zone ? aim.number : 1;
    const from = zone.slots.findIndex(isMover) + 1;
    const isUpward = from > 0 && wanted <= from;
    const at = isUpward
      ? open.findLastIndex((number) => number <= wanted)
      : open.findIndex((number) => number >= wanted);
    if (at < 0 && from > 0 && ids.length === 1) return { why: 'only-pins', position: startOf(page, zone) + wanted };
    const first = at < 0 ? (isUpward ? 0 : open.length) : at;
    const before = Math.min(first, open.length - ids.length);
    const others = zone.slots.filter((slot) => !isMover(slot));
    const flow = others.filter(({ placed }) => placed !== 'pinned');
    const low = withoutLast(flow, others.length + ids.length - zone.limit)[before - 1];
    // What gives way may come directly after `low`: a rank beyond it would let the movers give way instead.
    const high = flow[low ? flow.indexOf(low) + 1 : 0];
    const numbers = open.slice(before, before + ids.length);
    return { zone, numbers, low: low?.rank, high: high?.rank ?? null };
  }
  const held = aim.zone.slots.filter((slot) => slot.placed === 'pinned' && !isMover(slot)).length;
  return { why: 'no-room', zone: aim.zone, open: aim.zone.limit - held, isHeldByPins: held > 0 };
}

/** Without as many as give way to others: the last fills first, then the last free placements. */
function withoutLast(flow: readonly PageSlot[], count: number): PageSlot[] {
  const goFirst = [...flow].reverse().sort((a, b) => Number(b.placed === 'filled') - Number(a.placed === 'filled'));
  const gone = goFirst.slice(0, Math.max(0, count));
  return flow.filter((slot) => !gone.includes(slot));
}

/** The numbers of a zone that no pin of another story holds once the stories are all in it. */
export function openNumbers({ slots, limit }: Pick<PlanZone, 'slots' | 'limit'>, ids: readonly StoryId[]): number[] {
  const others = slots.filter(({ storyId }) => !ids.includes(storyId));
  const incoming = ids.length - (slots.length - others.length);
  // Stories from elsewhere make the zone longer, as far as its limit.
  const size = Math.min(limit, slots.length + incoming);
  const pins = others.flatMap(({ pinNumber, rank }) => (pinNumber === null ? [] : [{ item: null, rank, pinNumber }]));
  const rest = Array.from({ length: Math.max(0, size - pins.length) }, () => ({ item: null, rank: '' }));
  const after = resolveZone(size, pins, [], rest).slots;
  return after.flatMap(({ placed }, index) => (placed === 'pinned' ? [] : [index + 1]));
}

function startOf(page: PlanPage, zone: PlanZone): number {
  return page.zones.slice(0, page.zones.indexOf(zone)).reduce((sum, { slots }) => sum + slots.length, 0);
}

/**
 * Makes room in a zone for `incoming` placements: as many of its last free ones as are too many go to the top of the
 * zone below, and so on down. What finds no room in the last zone waits there. A fill needs no pushing: it goes by
 * itself.
 */
export function makeRoom(
  page: PlanPage,
  zone: PlanZone,
  movers: readonly StoryId[],
  incoming = movers.length,
): PlacementChange[] {
  const others = (of: PlanZone) => of.slots.filter(({ storyId }) => !movers.includes(storyId));
  const placed = others(zone).filter((slot) => slot.placed !== 'filled');
  const tooMany = placed.length + incoming - zone.limit;
  const below = page.zones[page.zones.indexOf(zone) + 1];
  if (tooMany <= 0 || !below) return [];
  // Where pins hold the places below, what finds none there waits in its own zone.
  const room = below.limit - others(below).filter((slot) => slot.placed === 'pinned').length;
  const pushed = room <= 0 ? [] : placed.filter((slot) => slot.placed === 'free').slice(-Math.min(tooMany, room));
  if (pushed.length === 0) return [];
  const first = others(below).find((slot) => slot.placed !== 'pinned');
  const ranks = ranksBetween(undefined, first?.rank ?? null, pushed.length, page.topRank);
  return [
    ...makeRoom(page, below, movers, pushed.length),
    ...pushed.map(
      ({ storyId }, index): PlacementChange => ({
        storyId,
        zoneId: below.id,
        placed: 'free',
        rank: ranks[index] ?? '5',
      }),
    ),
  ];
}
