import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { PlanRefusal } from '../../../../shared/pages/plan-page.ts';
import type { ReadDb } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { headlineOn } from '../layout/page-stories.ts';
import type { ResolvedPage } from '../layout/resolve-page.ts';

type OfPage = { db: ReadDb; page: ResolvedPage };

/** Why a plan was refused, in the sentence an editor reads. */
export function refusalError(of: OfPage, ids: readonly StoryId[], refusal: PlanRefusal): DeskError {
  const { shortName } = of.page.system;
  switch (refusal.why) {
    case 'not-on-page':
      return notOnPageError(of, refusal.storyId, ids.length);
    case 'no-such-zone':
      return new DeskError('zone-position', `${shortName} has no such zone now. Look at its zones again.`);
    case 'no-room':
      return noRoomError(shortName, new Set(ids).size, refusal);
    case 'only-pins':
      return new DeskError(
        'zone-position',
        `Pinned teasers hold number ${refusal.position} and all numbers beyond it. Unpin one, or choose another number.`,
      );
    case 'number-held':
      return new DeskError(
        'zone-position',
        `Number ${refusal.position} on ${shortName} is held by the pinned “${headlineOn(of.db, of.page, refusal.by)}”. Unpin that one, or choose another number.`,
      );
  }
}

export function notOnPageError({ db, page }: OfPage, id: StoryId, count = 1): DeskError {
  const advice = count === 1 ? '. Place it first.' : ', so nothing was changed. Choose again.';
  return new DeskError(
    'placement-missing',
    `“${getStory(db, id).headline}” is not on the ${page.system.shortName} page now${advice}`,
  );
}

function noRoomError(
  shortName: string,
  count: number,
  { zone, open, isHeldByPins }: Extract<PlanRefusal, { why: 'no-room' }>,
): DeskError {
  const where = `${zone.name} on ${shortName}`;
  if (open === 0) {
    return new DeskError(
      'zone-position',
      `Every place of ${where} is held by a pinned teaser, which keeps its number. Unpin one first.`,
    );
  }
  const room = `${where} has room for ${open === 1 ? '1 teaser' : `${open} teasers`}${isHeldByPins ? ' around its pins' : ''}`;
  return new DeskError('zone-position', `${room}, and these are ${count}. Choose fewer of them, or another place.`);
}

export function checkPlaceable(db: ReadDb, id: StoryId): void {
  const { withdrawnAt, headline } = getStory(db, id);
  if (withdrawnAt === null) return;
  throw new DeskError('story-not-out', `“${headline}” is withdrawn. Bring it back before you place it.`);
}
