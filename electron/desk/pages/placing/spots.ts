import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { ResolvedPage, ResolvedZone } from '../layout/resolve-page.ts';

/** A place on a page. */
export interface Spot {
  zone: ResolvedZone;
  /** Number within the zone, from 1. */
  number: number;
}

export function spotOf(page: ResolvedPage, articleId: StoryId): Spot | null {
  for (const zone of page.zones) {
    const index = zone.slots.findIndex(({ item }) => item.articleId === articleId);
    if (index >= 0) return { zone, number: index + 1 };
  }
  return null;
}

/**
 * The zone that holds a number of the page, and the number within it. With a zone the number counts within
 * that zone. Past the end: behind the last teaser where its zone has room, else in the last zone.
 */
export function targetSpot(page: ResolvedPage, position: number, zoneId?: string): Spot {
  if (zoneId !== undefined) {
    const zone = page.zones.find(({ id }) => id === zoneId);
    if (!zone) {
      throw new DeskError('zone-position', `${page.system.shortName} has no such zone now. Look at its zones again.`);
    }
    return { zone, number: Math.max(1, Math.min(position, zone.limit)) };
  }
  let before = 0;
  for (const zone of page.zones) {
    // The top of a page whose first zone is empty is that zone.
    const isEmptyTop = before === 0 && position === 1 && zone === page.zones[0];
    if (isEmptyTop || position <= before + zone.slots.length) return { zone, number: Math.max(1, position - before) };
    before += zone.slots.length;
  }
  const last = page.zones.findLast(({ slots }) => slots.length > 0);
  const zone = last && last.slots.length < last.limit ? last : page.zones.at(-1);
  if (!zone) throw new Error(`the page of ${page.system.code} has no zone`);
  return { zone, number: Math.min(zone.slots.length + 1, zone.limit) };
}

/** The place itself, or, where pins hold every place of its zone, the top of the next zone that has one to give. */
export function openSpot(page: ResolvedPage, spot: Spot, mover: StoryId): Spot {
  const isHeld = ({ slots, limit }: ResolvedZone) =>
    slots.filter(({ placed, item }) => placed === 'pinned' && item.articleId !== mover).length >= limit;
  if (!isHeld(spot.zone)) return spot;
  const zone = page.zones.slice(page.zones.indexOf(spot.zone) + 1).find((below) => !isHeld(below));
  if (zone) return { zone, number: 1 };
  throw new DeskError(
    'zone-position',
    `All places of ${spot.zone.name} are held by pinned stories, which keep their numbers. Unpin one first.`,
  );
}
