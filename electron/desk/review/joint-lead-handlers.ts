import type { PageView, StoryId, SystemCode } from '../../../shared/models.ts';
import { type DeskContext, quoted, step } from '../context.ts';
import { writeSeen } from '../core/seen.ts';
import type { Handlers } from '../handlers.ts';
import { findJointLead, markJointLead, unmarkJointLead } from '../pages/layout/joint-lead-rows.ts';
import { listSystemsOfStory } from '../pages/layout/page-rows.ts';
import { storiesOn } from '../pages/layout/page-stories.ts';
import { listZones } from '../pages/layout/zone-rows.ts';
import { getStory } from '../stories/story-rows.ts';
import { neighboursOn } from '../systems/neighbours.ts';

export const jointLeadHandlers: Handlers<'joint.mark' | 'joint.unmark'> = {
  'joint.mark': (context, { articleId, note, seen }) => {
    const { db } = context.library;
    const { headline } = getStory(db, articleId);
    const result = step(context, `Mark ${quoted(headline)} as a joint lead`, (changes, actor) =>
      writeSeen(
        db,
        actor,
        {
          subject: `joint lead ${articleId}`,
          what: `the joint lead ${quoted(headline)}`,
          seen,
          read: () => ({ note: findJointLead(db, articleId)?.note ?? null }),
          rowsOf: () => [{ table: 'joint_leads', id: articleId }],
        },
        () => markJointLead(db, changes, actor, articleId, note),
      ),
    );
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },

  'joint.unmark': (context, { articleId }) => {
    const { headline } = getStory(context.library.db, articleId);
    const result = step(context, `End ${quoted(headline)} as a joint lead`, (changes) =>
      unmarkJointLead(changes, articleId),
    );
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },
};

/** The systems next door whose pages have the same lead; null where there are none or editors mean it so. */
export function sharedLeadOf(
  context: DeskContext,
  page: PageView,
  asOf: string | undefined,
): { names: string[] } | null {
  const [lead] = page.zones.flatMap(({ teasers }) => teasers);
  if (!lead || page.jointLead) return null;
  const names = neighboursOn(context, page.system.code, page.asOf)
    .filter(mayShow(context, lead.articleId))
    .filter((code) => storiesOn(context, code, asOf)[0] === lead.articleId)
    .map((code) => context.register.get(code).shortName);
  return names.length === 0 ? null : { names };
}

/** Leaves out the pages that a story cannot stand on, so that these need not be made to learn what leads them. */
function mayShow(context: DeskContext, articleId: StoryId): (code: SystemCode) => boolean {
  const { db } = context.library;
  if (getStory(db, articleId).national) return () => true;
  const filedOrPlaced = new Set(listSystemsOfStory(db, articleId));
  return (code) => filedOrPlaced.has(code) || listZones(db, code).some(({ rule }) => rule.borrow !== null);
}
