import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import { type GroupPlan, planGroup, ranksBetween } from '../../../../shared/pages/group.ts';
import { dayRank } from '../../../../shared/pages/rank.ts';
import { type ResolvedSlot, resolveZone } from '../../../../shared/pages/resolve-zone.ts';
import type { TeasersAction } from '../../../../shared/pages/several-teasers.ts';
import type { Row } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { findPlacement, type Placement } from '../layout/page-rows.ts';
import { type ResolvedPage, type ResolvedZone, type Standing, slotsOf } from '../layout/resolve-page.ts';
import { type Hand, pinStory, releaseStory, takeStoryOff, writePlacement } from './placements.ts';
import { type Spot, spotOf, targetSpot } from './spots.ts';
import { makeRoomFor } from './zone-room.ts';

/** What an editor's hand did to several teasers. */
export interface Handled {
  /** Teasers that changed. */
  changed: StoryId[];
  /** The number of the whole page at which the first of them stands now. */
  position: number;
}

/** Brings several teasers to one place, in the order they stand in. All of them must be on the page. */
export function moveStories(hand: Hand, articleIds: readonly StoryId[], position: number, zoneId?: string): Handled {
  checkStanding(hand, articleIds);
  const chosen = new Set(articleIds);
  const ids = slotsOf(hand.page).flatMap(({ item }) => (chosen.has(item.articleId) ? [item.articleId] : []));
  return settleGroup(hand, ids, targetSpot(hand.page, position, zoneId), null);
}

/** What else is to be written on the placement of one of a group. */
export type Extra = (articleId: StoryId, known: Placement | null) => Row;

/**
 * Puts stories next to each other from a number of a zone on, pins of others left at theirs. Those that stand
 * there already, with nothing else to write, stay as they are. A zone without room for all of them is passed over
 * for the top of the next one that has it.
 */
export function settleGroup(hand: Hand, ids: readonly StoryId[], target: Spot, extra: Extra | null): Handled {
  const { page } = hand;
  const spots = ids.map((id) => spotOf(page, id));
  const { zone, plan, others } = landingOf(page, ids, spots, target);
  const position = startOf(page, zone) + (plan.numbers[0] ?? 1);
  const stays = spots.every((spot, index) => spot?.zone === zone && spot.number === plan.numbers[index]);
  if (stays && extra === null) return { changed: [], position };

  makeRoomFor(hand, zone, ids);
  const isPinned = (spot: Spot | null) => spot?.zone.standing[spot.number - 1]?.placed === 'pinned';
  const flow = others.filter(({ placed }) => placed !== 'pinned');
  const ranks = ranksBetween(
    flow[plan.before - 1]?.rank,
    flow[plan.before]?.rank ?? null,
    spots.filter((spot) => !isPinned(spot)).length,
    dayRank(page.moment.day),
  ).values();
  const changed = ids.filter((id, index) => {
    const known = findPlacement(hand.db, page.system.code, id);
    const place: Row = isPinned(spots[index] ?? null)
      ? { pin_number: plan.numbers[index] ?? null }
      : { standing: 'free', rank: ranks.next().value ?? null, pin_number: null };
    return writePlacement(hand, id, zone.id, known, { ...place, ...extra?.(id, known) });
  });
  return { changed, position };
}

interface Landing {
  zone: ResolvedZone;
  plan: GroupPlan;
  /** What stands in the zone and is not of the group. */
  others: ResolvedSlot<Standing>[];
}

function landingOf(
  page: ResolvedPage,
  ids: readonly StoryId[],
  spots: readonly (Spot | null)[],
  target: Spot,
): Landing {
  const chosen = new Set(ids);
  for (const zone of page.zones.slice(page.zones.indexOf(target.zone))) {
    const others = zone.standing.filter(({ item }) => !chosen.has(item.articleId));
    const incoming = spots.filter((spot) => spot?.zone !== zone).length;
    // Stories from elsewhere make the zone longer, as far as the zone goes.
    const size = Math.min(zone.limit, zone.standing.length + incoming);
    const first = spots.find((spot) => spot?.zone === zone)?.number ?? null;
    const wanted = zone === target.zone ? target.number : 1;
    const isUpward = first !== null && wanted <= first;
    const plan = planGroup({ size, held: heldNumbers(others, size), count: ids.length, wanted, isUpward });
    if (plan) return { zone, plan, others };
  }
  throw noRoom(page, target.zone, chosen);
}

/** Where the pins of others stand once the zone has this many teasers. */
function heldNumbers(others: readonly ResolvedSlot<Standing>[], size: number): Set<number> {
  const pins = others.flatMap(({ pinNumber, rank }) => (pinNumber === null ? [] : [{ item: rank, rank, pinNumber }]));
  const rest = Array.from({ length: Math.max(0, size - pins.length) }, () => ({ item: '', rank: '' }));
  const { slots } = resolveZone(size, pins, [], rest);
  return new Set(slots.flatMap(({ placed }, index) => (placed === 'pinned' ? [index + 1] : [])));
}

function startOf(page: ResolvedPage, zone: ResolvedZone): number {
  return page.zones.slice(0, page.zones.indexOf(zone)).reduce((sum, { standing }) => sum + standing.length, 0);
}

function noRoom(page: ResolvedPage, { name, limit, standing }: ResolvedZone, chosen: ReadonlySet<string>): DeskError {
  const where = `${name} on ${page.system.shortName}`;
  const held = standing.filter(({ item, placed }) => placed === 'pinned' && !chosen.has(item.articleId)).length;
  const open = limit - held;
  if (open === 0) {
    return new DeskError(
      'zone-position',
      `Every place of ${where} is held by a pinned teaser, which keeps its number. Unpin one first.`,
    );
  }
  const room = `${where} has room for ${open === 1 ? '1 teaser' : `${open} teasers`}${held > 0 ? ' around its pins' : ''}`;
  return new DeskError(
    'zone-position',
    `${room}, and these are ${chosen.size}. Choose fewer of them, or another place.`,
  );
}

/** One of the actions that several teasers can take together. Those it would not change stay as they are. */
export function actOnStories(hand: Hand, articleIds: readonly StoryId[], action: TeasersAction): StoryId[] {
  const ids = [...new Set(articleIds)];
  switch (action) {
    case 'pin':
      checkStanding(hand, ids);
      return ids.filter((id) => pinStory(hand, id));
    case 'unpin':
      checkStanding(hand, ids);
      return unpinStories(hand, ids);
    case 'takeOff':
      // What waits can be taken off as well as what stands.
      checkStanding(hand, ids, { orPlaced: true });
      return ids.filter((id) => takeStoryOff(hand, id));
    case 'release':
      checkStanding(hand, ids, { orPlaced: true });
      return ids.filter((id) => releaseStory(hand, id));
  }
}

/** Free placements from now on, where they stand: neighbours are ranked one after the other. */
function unpinStories(hand: Hand, ids: readonly StoryId[]): StoryId[] {
  const chosen = new Set(ids);
  const unpinned: StoryId[] = [];
  for (const zone of hand.page.zones) {
    let run: StoryId[] = [];
    let low: string | undefined;
    const settle = (high: string | null) => {
      const ranks = ranksBetween(low, high, run.length, dayRank(hand.page.moment.day));
      for (const [index, id] of run.entries()) {
        const known = findPlacement(hand.db, hand.page.system.code, id);
        const place = { standing: 'free', pin_number: null, rank: ranks[index] ?? null };
        if (writePlacement(hand, id, zone.id, known, place)) unpinned.push(id);
      }
      run = [];
    };
    for (const { item, placed, rank } of zone.standing) {
      if (placed !== 'pinned') {
        settle(rank);
        low = rank;
      } else if (chosen.has(item.articleId)) run.push(item.articleId);
    }
    settle(null);
  }
  return unpinned;
}

/** Throws for the first story that is not on the page, by its name. */
export function checkStanding(
  hand: Hand,
  ids: readonly StoryId[],
  { orPlaced = false }: { orPlaced?: boolean } = {},
): void {
  for (const id of ids) {
    if (spotOf(hand.page, id) || (orPlaced && findPlacement(hand.db, hand.page.system.code, id))) continue;
    const { headline } = getStory(hand.db, id);
    throw new DeskError(
      'placement-missing',
      `“${headline}” is not on the ${hand.page.system.shortName} page now, so nothing was changed. Choose again.`,
    );
  }
}
