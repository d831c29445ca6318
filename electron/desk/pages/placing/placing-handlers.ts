import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { PlanAction, PlanTarget } from '../../../../shared/pages/plan-page.ts';
import type { SeenTeasers } from '../../../../shared/pages/seen-teaser.ts';
import { type DeskContext, quoted } from '../../context.ts';
import type { Handlers } from '../../handlers.ts';
import { getStory } from '../../stories/story-rows.ts';
import { pageOf } from '../layout/page-reader.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { pinInGap } from './gaps.ts';
import { labelOf, seenOfOne as one, onPage, type PageWrittenReply } from './page-step.ts';
import { pasteStories } from './paste.ts';
import { checkTeasers, teasersNow } from './teaser-seen.ts';
import { listTakenOff, placedBefore, putStoryBack } from './tray.ts';
import { actOnPage } from './write-plan.ts';

type Methods =
  | 'pages.place'
  | 'pages.move'
  | 'pages.pin'
  | 'pages.unpin'
  | 'pages.takeOff'
  | 'pages.release'
  | 'pages.moveMany'
  | 'pages.actMany'
  | 'pages.paste'
  | 'pages.replaceGap'
  | 'pages.tray'
  | 'pages.putBack';

export const placingHandlers: Handlers<Methods> = {
  'pages.place': (context, { system, articleId, position, zoneId, seen }) => {
    const target = position === undefined && zoneId === undefined ? null : { position: position ?? 1, zoneId };
    return act(context, system, [articleId], 'place', { target, seen: one(articleId, seen) });
  },
  'pages.move': (context, { system, articleId, seen, ...target }) =>
    act(context, system, [articleId], 'move', { target, seen: one(articleId, seen) }),
  'pages.moveMany': (context, { system, articleIds, seen, ...target }) =>
    act(context, system, articleIds, 'move', { target, seen }),
  'pages.pin': (context, { system, articleId, seen }) =>
    act(context, system, [articleId], 'pin', { seen: one(articleId, seen) }),
  'pages.unpin': (context, { system, articleId, seen }) =>
    act(context, system, [articleId], 'unpin', { seen: one(articleId, seen) }),
  'pages.takeOff': (context, { system, articleId, seen }) =>
    act(context, system, [articleId], 'takeOff', { seen: one(articleId, seen) }),
  'pages.release': (context, { system, articleId, seen }) =>
    act(context, system, [articleId], 'release', { seen: one(articleId, seen) }),
  'pages.actMany': (context, { system, articleIds, action, seen }) =>
    act(context, system, articleIds, action, { seen }),

  'pages.paste': (context, { system, from, articleIds, cut, seen, seenThere, ...target }) => {
    const { db } = context.library;
    const origin = context.register.get(from).shortName;
    return onPage(
      context,
      system,
      articleIds,
      (edit) => {
        const there = pageOf(context, from, undefined);
        const was = teasersNow(db, there, seenThere);
        const pasted = pasteStories(edit, there, articleIds, target, cut);
        if (seenThere) checkTeasers(db, edit.actor, seenThere, there, was, pageOf(context, from, undefined));
        return pasted;
      },
      (_, after) => {
        const [teasers, where] = [labelOf(db, articleIds), whereOn(after, articleIds, target)];
        if (cut && from === system) return `Move ${teasers} to ${where}`;
        return cut ? `Move ${teasers} from ${origin} to ${where}` : `Paste ${teasers} from ${origin} at ${where}`;
      },
      seen,
    );
  },

  'pages.replaceGap': (context, { system, articleId, by, seen }) => {
    const { db } = context.library;
    let number = 0;
    return onPage(
      context,
      system,
      [articleId, by],
      (edit) => {
        number = pinInGap(edit, articleId, by);
        return [by];
      },
      () => `Pin ${labelOf(db, [by])} at ${number} in the place of ${labelOf(db, [articleId])}`,
      one(articleId, seen),
    );
  },

  'pages.tray': (context, { system }) => {
    const { db } = context.library;
    return listTakenOff(db, system).map((off) => {
      const { articleId, words } = off.placement;
      const pin = off.before?.['pin_number'];
      return {
        articleId,
        headline: words.headline ?? getStory(db, articleId).headline,
        by: off.by,
        at: off.atMs === null ? null : new Date(off.atMs).toISOString(),
        stood: placedBefore(off),
        pinNumber: typeof pin === 'number' ? pin : null,
      };
    });
  },

  'pages.putBack': (context, { system, articleId, seen }) =>
    onPage(
      context,
      system,
      [articleId],
      (edit) => {
        const isBack = putStoryBack(edit, articleId);
        const after = pageOf(context, system, undefined);
        const isDecided = after.waiting.some(({ placement }) => placement.articleId === articleId);
        if (!isDecided && !slotsOf(after).some(({ item }) => item.articleId === articleId)) {
          throw new DeskError(
            'placement-missing',
            `No zone fills in this story any more on the ${after.system.shortName} page. Put it on top instead.`,
          );
        }
        return isBack ? [articleId] : [];
      },
      () => `Put back ${quoted(getStory(context.library.db, articleId).headline)}`,
      one(articleId, seen),
    ),
};

const VERBS: Record<PlanAction, string> = {
  place: 'Place',
  move: 'Move',
  pin: 'Pin',
  unpin: 'Unpin',
  takeOff: 'Take off',
  release: 'Let the zone place',
};

/** One action on one or several stories of a page, as one step. Where it cannot be done for one, it is done for none. */
function act(
  context: DeskContext,
  system: SystemCode,
  ids: readonly StoryId[],
  action: PlanAction,
  { target = null, seen }: { target?: PlanTarget | null; seen?: SeenTeasers | undefined } = {},
): PageWrittenReply {
  const { db } = context.library;
  return onPage(
    context,
    system,
    ids,
    (edit) => actOnPage(edit, ids, action, target),
    (changed, after) =>
      action === 'move' && target
        ? `Move ${labelOf(db, ids)} to ${whereOn(after, ids, target)}`
        : // By what it changed: of three teasers one may have been pinned already.
          `${VERBS[action]} ${labelOf(db, changed)}`,
    seen,
  );
}

/** The number that the first of the stories has now: `3`, or in the zone that was asked for `1 in Lead`. */
function whereOn(page: ResolvedPage, ids: readonly StoryId[], { position, zoneId }: PlanTarget): string {
  const isOne = ({ item }: { item: { articleId: StoryId } }) => ids.includes(item.articleId);
  const zone = page.zones.find(({ id }) => id === zoneId);
  const inZone = zone?.slots.findIndex(isOne) ?? -1;
  if (zone && inZone >= 0) return `${inZone + 1} in ${zone.name}`;
  const onPage = slotsOf(page).findIndex(isOne);
  return String(onPage < 0 ? position : onPage + 1);
}
