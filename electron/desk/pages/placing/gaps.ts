import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import { getStory } from '../../stories/story-rows.ts';
import { findPlacement } from '../layout/page-rows.ts';
import { checkPlaceable, type Hand, runningDays, writePlacement } from './placements.ts';
import { spotOf } from './spots.ts';
import { makeRoom } from './zone-room.ts';

/**
 * Pins another story at the number that a pinned one keeps without showing, and drops that one's placement.
 * Returns the number within its zone.
 */
export function replaceGap(hand: Hand, articleId: StoryId, by: StoryId): number {
  const { db, page } = hand;
  const { shortName, code } = page.system;
  const gap = findPlacement(db, code, articleId);
  const isWaiting = page.waiting.some(({ placement }) => placement.articleId === articleId);
  if (!gap || gap.pinNumber === null || !isWaiting || by === articleId) {
    throw new DeskError(
      'placement-missing',
      `“${getStory(db, articleId).headline}” leaves no gap on the ${shortName} page. Look at the page again.`,
    );
  }
  checkPlaceable(hand, by);
  const zone = page.zones.find(({ id }) => id === gap.zoneId);
  const holder = zone?.standing.find(({ pinNumber, item }) => pinNumber === gap.pinNumber && item.articleId !== by);
  if (holder) {
    const held = holder.item.placement?.words.headline ?? getStory(db, holder.item.articleId).headline;
    throw new DeskError(
      'zone-position',
      `Number ${gap.pinNumber} on ${shortName} is held by the pinned “${held}” by now. Let the zone fill it instead.`,
    );
  }
  const spot = spotOf(page, by);
  const isPinned = spot?.zone.standing[spot.number - 1]?.placed === 'pinned';
  const known = findPlacement(db, code, by);
  if (zone) makeRoom(hand, zone, by);
  hand.changes.remove('placements', [gap.id]);
  writePlacement(hand, by, gap.zoneId, known, {
    standing: 'pinned',
    pin_number: gap.pinNumber,
    rank: null,
    ...(isPinned ? {} : runningDays(hand, known)),
  });
  return gap.pinNumber;
}
