import type { StoryId } from '../models.ts';
import { type Landing, landingOf, makeRoom } from './plan-landing.ts';
import {
  type Aim,
  aimAt,
  type PlacementChange,
  type PlanAction,
  type PlanPage,
  type PlanRefusal,
  type PlanTarget,
  type Spot,
  spotOf,
} from './plan-page.ts';
import { ranksBetween } from './slot-ranks.ts';

/**
 * Plans what an action on one or several stories does to a page, and changes nothing itself. The desk writes the
 * plan as placements; the window draws its outcome until the desk has answered.
 */

const TOP: PlanTarget = { position: 1 };

/**
 * Several stories keep their order and come to be next to each other, but for the numbers that pins of others hold.
 * Without a target, `place` keeps a story where it is, else puts it on top, and `pin` keeps its number. A refusal
 * means that nothing may change, be it about one story of several.
 */
export function planOnPage(
  page: PlanPage,
  storyIds: readonly StoryId[],
  action: PlanAction,
  target: PlanTarget | null = null,
): PlacementChange[] | PlanRefusal {
  const ids = [...new Set(storyIds)];
  const missing = ids.find((id) => !canAct(page, id, action, target));
  if (missing !== undefined) return { why: 'not-on-page', storyId: missing };
  switch (action) {
    case 'place':
      return place(page, ids, target);
    case 'move':
      return settle(page, inPageOrder(page, ids), target ?? TOP, { isMove: true });
    case 'pin':
      return target === null ? pinInPlace(page, ids) : pinAt(page, ids, target);
    case 'unpin':
      return unpin(page, ids);
    case 'takeOff':
      return takeOff(page, ids);
    case 'release':
      return ids.filter((id) => isDecided(page, id)).map((storyId) => ({ storyId, placed: 'released' }));
  }
}

export function isRefusal(plan: PlacementChange[] | PlanRefusal): plan is PlanRefusal {
  return !Array.isArray(plan);
}

function canAct(page: PlanPage, id: StoryId, action: PlanAction, target: PlanTarget | null): boolean {
  if (action === 'place' || action === 'release' || (action === 'pin' && target !== null)) return true;
  return spotOf(page, id) !== null || (action === 'takeOff' && isDecided(page, id));
}

/** Whether an editor has decided about the story on this page. */
function isDecided(page: PlanPage, id: StoryId): boolean {
  const spot = spotOf(page, id);
  return spot ? spot.slot.placed !== 'filled' : page.hidden.some(({ storyId }) => storyId === id);
}

function inPageOrder(page: PlanPage, ids: readonly StoryId[]): StoryId[] {
  return page.zones.flatMap(({ slots }) => slots.flatMap(({ storyId }) => (ids.includes(storyId) ? [storyId] : [])));
}

function place(page: PlanPage, ids: readonly StoryId[], target: PlanTarget | null): PlacementChange[] | PlanRefusal {
  if (target !== null) return settle(page, ids, target);
  const [id] = ids;
  const spot = id === undefined ? null : spotOf(page, id);
  if (spot === null) return settle(page, ids, TOP);
  return spot.slot.placed === 'filled' ? settle(page, ids, { position: spot.number, zoneId: spot.zone.id }) : [];
}

function settle(
  page: PlanPage,
  ids: readonly StoryId[],
  target: PlanTarget,
  { isMove = false }: { isMove?: boolean } = {},
): PlacementChange[] | PlanRefusal {
  const aim = aimAt(page, target);
  if (aim === null) return { why: 'no-such-zone' };
  const spots = ids.map((id) => spotOf(page, id));
  const [only] = spots;
  if (ids.length === 1 && only?.slot.placed === 'pinned') return movePin(page, only, aim);
  const landing = landingOf(page, ids, aim);
  if ('why' in landing) return landing;

  const { zone, numbers } = landing;
  const stays = spots.every(
    (spot, index) => spot?.zone === zone && spot.number === numbers[index] && (isMove || spot.slot.placed !== 'filled'),
  );
  return stays ? [] : [...makeRoom(page, zone, ids), ...settled(page, ids, landing)];
}

/** Pins stay pins and take their new numbers; everything else becomes free, ranked between its new neighbours. */
function settled(page: PlanPage, ids: readonly StoryId[], { zone, numbers, low, high }: Landing): PlacementChange[] {
  const isPin = (id: StoryId) => spotOf(page, id)?.slot.placed === 'pinned';
  const ranks = ranksBetween(low, high, ids.filter((id) => !isPin(id)).length, page.topRank).values();
  return ids.map((storyId, index) =>
    isPin(storyId)
      ? { storyId, zoneId: zone.id, placed: 'pinned', pinNumber: numbers[index] ?? 1 }
      : { storyId, zoneId: zone.id, placed: 'free', rank: ranks.next().value ?? '5' },
  );
}

/** A pin that moves alone swaps numbers with the pin that holds its target: two pins cannot share a number. */
function movePin(page: PlanPage, from: Spot, aim: Aim): PlacementChange[] {
  const { zone } = aim;
  const isSameZone = zone === from.zone;
  const number = Math.min(aim.number, zone.slots.length + (isSameZone ? 0 : 1), zone.limit);
  if (isSameZone && number === from.number) return [];
  const { storyId, pinNumber } = from.slot;
  const moved: PlacementChange = { storyId, zoneId: zone.id, placed: 'pinned', pinNumber: number };
  const holder = zone.slots[number - 1];
  if (holder?.placed !== 'pinned') return [...(isSameZone ? [] : makeRoom(page, zone, [storyId])), moved];
  const freed = pinNumber ?? from.number;
  return [{ storyId: holder.storyId, zoneId: from.zone.id, placed: 'pinned', pinNumber: freed }, moved];
}

function pinInPlace(page: PlanPage, ids: readonly StoryId[]): PlacementChange[] {
  return ids.flatMap((storyId): PlacementChange[] => {
    const spot = spotOf(page, storyId);
    if (!spot || spot.slot.placed === 'pinned') return [];
    return [{ storyId, zoneId: spot.zone.id, placed: 'pinned', pinNumber: spot.number }];
  });
}

/** Pins one story at a number, whether or not it is on the page. A pin moves there as any pin moves. */
function pinAt(page: PlanPage, ids: readonly StoryId[], target: PlanTarget): PlacementChange[] | PlanRefusal {
  const [storyId] = ids;
  if (storyId === undefined) return [];
  const aim = aimAt(page, target);
  if (aim === null) return { why: 'no-such-zone' };
  const spot = spotOf(page, storyId);
  if (spot?.slot.placed === 'pinned') return movePin(page, spot, aim);
  const { zone } = aim;
  // A story from elsewhere makes the zone longer by one, as far as its limit.
  const number = Math.min(aim.number, zone.limit, zone.slots.length + (spot?.zone === zone ? 0 : 1));
  const holder = zone.slots[number - 1];
  if (holder?.placed === 'pinned') return { why: 'number-held', position: target.position, by: holder.storyId };
  return [...makeRoom(page, zone, [storyId]), { storyId, zoneId: zone.id, placed: 'pinned', pinNumber: number }];
}

/** Pins become free placements where they are. Neighbours are ranked one after the other, so that no two ranks are equal. */
function unpin(page: PlanPage, ids: readonly StoryId[]): PlacementChange[] {
  return page.zones.flatMap(({ id: zoneId, slots }) => {
    const changes: PlacementChange[] = [];
    let run: StoryId[] = [];
    let low: string | undefined;
    const endRun = (high: string | null) => {
      const ranks = ranksBetween(low, high, run.length, page.topRank);
      for (const [index, storyId] of run.entries()) {
        changes.push({ storyId, zoneId, placed: 'free', rank: ranks[index] ?? '5' });
      }
      run = [];
    };
    for (const { storyId, placed, rank } of slots) {
      if (placed !== 'pinned') {
        endRun(rank);
        low = rank;
      } else if (ids.includes(storyId)) run.push(storyId);
    }
    endRun(null);
    return changes;
  });
}

function takeOff(page: PlanPage, ids: readonly StoryId[]): PlacementChange[] {
  return ids.flatMap((storyId): PlacementChange[] => {
    const hidden = page.hidden.find((one) => one.storyId === storyId);
    const zoneId = hidden?.zoneId ?? spotOf(page, storyId)?.zone.id;
    return zoneId === undefined || hidden?.isOff ? [] : [{ storyId, zoneId, placed: 'off' }];
  });
}
