import type { ArticleId } from '../../shared/models.ts';
import { dayRank } from '../../shared/rank.ts';
import { planRank } from '../../shared/zone.ts';
import type { ResolvedZone } from './layout.ts';
import type { Hand } from './placements.ts';

/**
 * Makes room in a zone for one more placement: when editors hold all its places, the last free one goes to
 * the top of the zone below, and so on down. Out of the last zone it waits for room, listed as such. A fill
 * needs no pushing: it goes by itself.
 */
export function makeRoom(hand: Hand, zone: ResolvedZone, mover: ArticleId): void {
  const held = zone.standing.filter(({ item }) => item.placement !== null && item.articleId !== mover);
  const below = hand.page.zones[hand.page.zones.indexOf(zone) + 1];
  const last = held.findLast(({ placed }) => placed === 'free')?.item.placement;
  if (held.length < zone.limit || !below || !last) return;
  // Null where pins hold every place below: then it waits in its own zone.
  const spot = planRank(below.standing, null, 1, dayRank(hand.page.moment.day));
  if (!spot) return;
  makeRoom(hand, below, mover);
  hand.changes.update('placements', [last.id], { zone_id: below.id, rank: spot.rank });
}
