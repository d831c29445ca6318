import type { Placed, StoryId } from '../models.ts';

/** A page as a plan reads it, and what a plan may say. */

export interface PageSlot {
  storyId: StoryId;
  placed: Placed;
  /** Orders what is not pinned within its zone. */
  rank: string;
  pinNumber: number | null;
}

export interface PlanZone {
  id: string;
  name: string;
  limit: number;
  /** From the top down; a slot's number in its zone is its index plus 1. */
  slots: readonly PageSlot[];
}

/** A placement that does not show now: taken off the page, or kept until it can show. */
interface HiddenPlacement {
  storyId: StoryId;
  zoneId: string;
  isOff: boolean;
}

export interface PlanPage {
  zones: readonly PlanZone[];
  hidden: readonly HiddenPlacement[];
  /** The rank above all stories of the day and below all later ones. */
  topRank: string;
}

export type PlanAction = 'place' | 'move' | 'pin' | 'unpin' | 'takeOff' | 'release';

export interface PlanTarget {
  /** The number for the first of the stories: of the page, or with a zone within that zone. */
  position: number;
  zoneId?: string | undefined;
}

/** What becomes of one story's placement. `released` drops it, so that the zone's rule decides again. */
export type PlacementChange = { storyId: StoryId } & (
  | { placed: 'free'; zoneId: string; rank: string }
  | { placed: 'pinned'; zoneId: string; pinNumber: number }
  | { placed: 'off'; zoneId: string }
  | { placed: 'released' }
);

export type PlanRefusal =
  | { why: 'not-on-page'; storyId: StoryId }
  | { why: 'no-such-zone' }
  /** `open` of the zone's places are not held by a pin. */
  | { why: 'no-room'; zone: PlanZone; open: number; isHeldByPins: boolean }
  /** No number in that direction is open. */
  | { why: 'only-pins'; position: number }
  | { why: 'number-held'; position: number; by: StoryId };

/** A number within a zone, from 1. */
export interface Aim {
  zone: PlanZone;
  number: number;
}

export interface Spot extends Aim {
  slot: PageSlot;
}

/** Where a story is on the page, or null. */
export function spotOf(page: PlanPage, storyId: StoryId): Spot | null {
  for (const zone of page.zones) {
    for (const [index, slot] of zone.slots.entries()) {
      if (slot.storyId === storyId) return { zone, number: index + 1, slot };
    }
  }
  return null;
}

/**
 * The zone and the number within it that a target means; null where the page has no such zone. Past the end of the
 * page it is behind the last teaser where that zone has room, else in the last zone.
 */
export function aimAt({ zones }: PlanPage, { position, zoneId }: PlanTarget): Aim | null {
  if (zoneId !== undefined) {
    const zone = zones.find(({ id }) => id === zoneId);
    return zone ? { zone, number: Math.max(1, Math.min(position, zone.limit)) } : null;
  }
  let before = 0;
  for (const [index, zone] of zones.entries()) {
    // The top of a page whose first zone is empty is that zone.
    const isEmptyTop = index === 0 && position === 1;
    if (isEmptyTop || position <= before + zone.slots.length) return { zone, number: Math.max(1, position - before) };
    before += zone.slots.length;
  }
  const last = zones.findLast(({ slots }) => slots.length > 0);
  const zone = last && last.slots.length < last.limit ? last : zones.at(-1);
  return zone ? { zone, number: Math.min(zone.slots.length + 1, zone.limit) } : null;
}
