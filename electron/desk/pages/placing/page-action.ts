import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { PageAction } from '../../../../shared/pages/many-pages.ts';
import { getStory } from '../../stories/story-rows.ts';
import { findPlacement } from '../layout/page-rows.ts';
import {
  checkPlaceable,
  moveStory,
  type PageEdit,
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
export function actOnPage(
  edit: PageEdit,
  articleId: StoryId,
  action: PageAction,
  position: number | undefined,
): boolean {
  switch (action) {
    case 'place':
      return placeStory(edit, articleId, position);
    case 'pin':
      return position === undefined ? pinStory(edit, articleId) : pinStoryAt(edit, articleId, position);
    case 'takeOff':
      return takeStoryOff(edit, articleId);
    case 'release':
      return releaseStory(edit, articleId);
  }
}

/** Pins a story at a number, whether or not it is on the page. A number that another pin holds is refused. */
export function pinStoryAt(edit: PageEdit, articleId: StoryId, position: number): boolean {
  checkPlaceable(edit, articleId);
  const spot = spotOf(edit.page, articleId);
  if (spot?.zone.slots[spot.number - 1]?.placed === 'pinned') return moveStory(edit, articleId, position);
  const { zone, number: wanted } = targetSpot(edit.page, position);
  // A story from elsewhere makes the zone longer by one, as far as the zone goes.
  const last = Math.min(zone.limit, zone.slots.length + (spot?.zone === zone ? 0 : 1));
  const number = Math.min(wanted, last);
  const holder = zone.slots[number - 1];
  if (holder?.placed === 'pinned') {
    const held = holder.item.placement?.words.headline ?? getStory(edit.db, holder.item.articleId).headline;
    throw new DeskError(
      'zone-position',
      `Number ${position} on ${edit.page.system.shortName} is held by the pinned “${held}”. Unpin that one, or choose another number.`,
    );
  }
  const known = findPlacement(edit.db, edit.page.system.code, articleId);
  makeRoom(edit, zone, articleId);
  return writePlacement(edit, articleId, zone.id, known, {
    standing: 'pinned',
    pin_number: number,
    rank: null,
    ...runningDays(edit, known),
  });
}
