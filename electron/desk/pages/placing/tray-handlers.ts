import { DeskError } from '../../../../shared/errors.ts';
import type { Handlers } from '../../dispatch.ts';
import { getStory } from '../../stories/story-rows.ts';
import { pageOf } from '../layout/page-reader.ts';
import { onPage } from './page-handlers.ts';
import { spotOf } from './spots.ts';
import { listTakenOff, putStoryBack, stoodOf } from './tray.ts';

export const trayHandlers: Handlers<'pages.tray' | 'pages.putBack'> = {
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
        stood: stoodOf(off),
        pinNumber: typeof pin === 'number' ? pin : null,
      };
    });
  },

  'pages.putBack': (context, input) =>
    onPage(context, input, 'Put back', (hand) => {
      const isBack = putStoryBack(hand, input.articleId);
      const page = pageOf(context, input.system, undefined);
      const isDecided = page.waiting.some(({ placement }) => placement.articleId === input.articleId);
      if (!isDecided && spotOf(page, input.articleId) === null) {
        throw new DeskError(
          'placement-missing',
          `No zone fills in this story any more on the ${page.system.shortName} page. Put it on top instead.`,
        );
      }
      return isBack;
    }),
};
