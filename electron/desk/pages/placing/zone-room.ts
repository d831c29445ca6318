import type { StoryId } from '../../../../shared/models.ts';
import { openNumbers, ranksBetween } from '../../../../shared/pages/group.ts';
import { dayRank } from '../../../../shared/pages/rank.ts';
import type { ResolvedZone } from '../layout/resolve-page.ts';
import type { PageEdit } from './placements.ts';

/**
 * Makes room in a zone for one more placement: when editors hold all its places, the last free one goes to
 * the top of the zone below, and so on down. Out of the last zone it waits for room, listed as such. A fill
 * needs no pushing: it goes by itself.
 */
export function makeRoom(edit: PageEdit, zone: ResolvedZone, mover: StoryId): void {
  makeRoomFor(edit, zone, [mover]);
}

/**
 * The same for several that come together: as many of the last free ones go down, in their order. The movers leave
 * room wherever they stand now.
 */
export function makeRoomFor(
  edit: PageEdit,
  zone: ResolvedZone,
  movers: readonly StoryId[],
  incoming = movers.length,
): void {
  const held = zone.slots.filter(({ item }) => item.placement !== null && !movers.includes(item.articleId));
  const tooMany = held.length + incoming - zone.limit;
  const below = edit.page.zones[edit.page.zones.indexOf(zone) + 1];
  if (tooMany <= 0 || !below) return;
  // Where pins hold the places below, what finds none there waits in its own zone.
  const pins = new Set(below.slots.flatMap(({ placed }, index) => (placed === 'pinned' ? [index + 1] : [])));
  const room = openNumbers(below.limit, pins).length;
  const pushed = held
    .filter(({ placed }) => placed === 'free')
    .slice(-Math.min(tooMany, room))
    .flatMap(({ item }) => item.placement ?? []);
  if (room === 0 || pushed.length === 0) return;
  const first = below.slots.find(({ placed, item }) => placed !== 'pinned' && !movers.includes(item.articleId));
  const ranks = ranksBetween(undefined, first?.rank ?? null, pushed.length, dayRank(edit.page.moment.day));
  makeRoomFor(edit, below, movers, pushed.length);
  for (const [index, { id }] of pushed.entries()) {
    edit.changes.update('placements', [id], { zone_id: below.id, rank: ranks[index] ?? null });
  }
}
