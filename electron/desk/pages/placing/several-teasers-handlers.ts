import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { MovedTeaser, TeasersAction } from '../../../../shared/pages/several-teasers.ts';
import { type DeskContext, quoted, step } from '../../context.ts';
import type { ReadDb } from '../../core/sql.ts';
import type { Handlers } from '../../dispatch.ts';
import { getStory } from '../../stories/story-rows.ts';
import { pageOf } from '../layout/page-reader.ts';
import { replaceGap } from './gaps.ts';
import { actOnStories, type Handled, moveStories } from './group.ts';
import { movedBetween } from './moved-teasers.ts';
import type { PageWrittenReply } from './page-handlers.ts';
import { pasteStories } from './paste.ts';
import type { Hand } from './placements.ts';

type Methods = 'pages.moveMany' | 'pages.actMany' | 'pages.paste' | 'pages.replaceGap';

export const severalTeasersHandlers: Handlers<Methods> = {
  'pages.moveMany': (context, { system, articleIds, position, zoneId }) =>
    handle(
      context,
      system,
      (hand) => moveStories(hand, articleIds, position, zoneId),
      ({ position: at }, db) => `Move ${teasersIn(db, articleIds)} to ${at}`,
    ),

  'pages.actMany': (context, { system, articleIds, action }) =>
    handle(
      context,
      system,
      (hand) => ({ changed: actOnStories(hand, articleIds, action), position: 0 }),
      // By what it changed: of three teasers one may have been pinned already.
      ({ changed }, db) => `${VERBS[action]} ${teasersIn(db, changed)}`,
    ),

  'pages.paste': (context, { system, from, articleIds, ...where }) => {
    const { cut } = where;
    const origin = context.register.get(from).shortName;
    const isMove = cut && from === system;
    return handle(
      context,
      system,
      (hand) => pasteStories(hand, pageOf(context, from, undefined), articleIds, where),
      ({ position: at }, db) => {
        const teasers = teasersIn(db, articleIds);
        if (isMove) return `Move ${teasers} to ${at}`;
        return cut ? `Move ${teasers} from ${origin} to ${at}` : `Paste ${teasers} from ${origin} at ${at}`;
      },
    );
  },

  'pages.replaceGap': (context, { system, articleId, by }) =>
    handle(
      context,
      system,
      (hand) => ({ changed: [by], position: replaceGap(hand, articleId, by) }),
      ({ position: at }, db) => {
        const [gone, come] = [articleId, by].map((id) => quoted(getStory(db, id).headline));
        return `Pin ${come} at ${at} in the place of ${gone}`;
      },
    ),
};

const VERBS: Record<TeasersAction, string> = {
  pin: 'Pin',
  unpin: 'Unpin',
  takeOff: 'Take off',
  release: 'Let the zone place',
};

/** `“A ward opens”`, `3 teasers`. */
function teasersIn(db: ReadDb, ids: readonly StoryId[]): string {
  const [only] = ids;
  return only && new Set(ids).size === 1 ? quoted(getStory(db, only).headline) : `${new Set(ids).size} teasers`;
}

/** One step on the page of today. Where it cannot be done for one teaser, it is done for none. */
function handle(
  context: DeskContext,
  system: SystemCode,
  act: (hand: Hand) => Handled,
  label: (handled: Handled, db: ReadDb) => string,
): PageWrittenReply {
  const { db } = context.library;
  const { shortName } = context.register.get(system);
  const { entry, value } = step(
    context,
    ({ handled }: { handled: Handled; moved: MovedTeaser[] }) => `${label(handled, db)} on ${shortName}`,
    (changes, actor) => {
      const page = pageOf(context, system, undefined);
      const handled = act({ db, changes, actor, page });
      const isChanged = handled.changed.length > 0;
      return { handled, moved: isChanged ? movedBetween(context, page, pageOf(context, system, undefined)) : [] };
    },
  );
  return { entry, changed: value.handled.changed.length, ...(entry && { moved: value.moved }) };
}
