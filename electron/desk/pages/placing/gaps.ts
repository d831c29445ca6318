import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import { makeRoom } from '../../../../shared/pages/plan-landing.ts';
import { findPlacement } from '../layout/page-rows.ts';
import { headlineOn } from '../layout/page-stories.ts';
import { checkPlaceable } from './plan-refusals.ts';
import { type PageEdit, toPlanPage, writePlan } from './write-plan.ts';

/**
 * Pins another story at the number that a pinned one keeps without showing, and drops that one's placement.
 * Returns the number within its zone, which may be beyond the last teaser that shows.
 */
export function pinInGap(edit: PageEdit, hiddenId: StoryId, by: StoryId): number {
  const { db, page } = edit;
  const { shortName, code } = page.system;
  const pinNumber = findPlacement(db, code, hiddenId)?.pinNumber ?? null;
  const gap = page.waiting.find(({ placement }) => placement.articleId === hiddenId);
  if (!gap || pinNumber === null || by === hiddenId) {
    throw new DeskError(
      'placement-missing',
      `“${headlineOn(db, page, hiddenId)}” leaves no gap on the ${shortName} page. Look at the page again.`,
    );
  }
  checkPlaceable(db, by);
  const plan = toPlanPage(page);
  const zone = plan.zones.find(({ id }) => id === gap.placement.zoneId);
  const holder = zone?.slots.find((slot) => slot.pinNumber === pinNumber && slot.storyId !== by);
  if (holder) {
    throw new DeskError(
      'zone-position',
      `Number ${pinNumber} on ${shortName} is held by the pinned “${headlineOn(db, page, holder.storyId)}” by now. Let the zone fill it instead.`,
    );
  }
  const zoneId = gap.placement.zoneId;
  writePlan(
    edit,
    [
      ...(zone ? makeRoom(plan, zone, [by]) : []),
      { storyId: hiddenId, placed: 'released' },
      { storyId: by, zoneId, placed: 'pinned', pinNumber },
    ],
    [by],
  );
  return pinNumber;
}
