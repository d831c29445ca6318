import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { PageAction } from '../../../../shared/pages/many-pages.ts';
import { getStory } from '../../stories/story-rows.ts';
import { findPlacement } from '../layout/page-rows.ts';
import {
  checkPlaceable,
  type Hand,
  moveStory,
  pinStory,
  placeStory,
  releaseStory,
  runningDays,
  takeStoryOff,
  writePlacement,
} from './placements.ts';
import { spotOf, targetSpot } from './spots.ts';
import { makeRoom } from './zone-room.ts';

/** One of the actions that several pages can take together, on one of them. Returns whether anything changed. */
export function actOnPage(hand: Hand, articleId: StoryId, action: PageAction, position: number | undefined): boolean {
  switch (action) {
    case 'place':
      return placeStory(hand, articleId, position);
    case 'pin':
      return position === undefined ? pinStory(hand, articleId) : pinStoryAt(hand, articleId, position);
    case 'takeOff':
      return takeStoryOff(hand, articleId);
    case 'release':
      return releaseStory(hand, articleId);
  }
}

/** Pins a story at a number, whether or not it is on the page. A number that another pin holds is refused. */
export function pinStoryAt(hand: Hand, articleId: StoryId, position: number): boolean {
  checkPlaceable(hand, articleId);
  const spot = spotOf(hand.page, articleId);
  if (spot?.zone.standing[spot.number - 1]?.placed === 'pinned') return moveStory(hand, articleId, position);
  const { zone, number: wanted } = targetSpot(hand.page, position);
  // A story from elsewhere makes the zone longer by one, as far as the zone goes.
  const last = Math.min(zone.limit, zone.standing.length + (spot?.zone === zone ? 0 : 1));
  const number = Math.min(wanted, last);
  const holder = zone.standing[number - 1];
  if (holder?.placed === 'pinned') {
    const held = holder.item.placement?.words.headline ?? getStory(hand.db, holder.item.articleId).headline;
    throw new DeskError(
      'zone-position',
      `Number ${position} on ${hand.page.system.shortName} is held by the pinned “${held}”. Unpin that one, or choose another number.`,
    );
  }
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  makeRoom(hand, zone, articleId);
  return writePlacement(hand, articleId, zone.id, known, {
    standing: 'pinned',
    pin_number: number,
    rank: null,
    ...runningDays(hand, known),
  });
}
