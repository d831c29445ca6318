import type { PageWritten } from '../../../../shared/contract.ts';
import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { SeenTeaser, SeenTeasers } from '../../../../shared/pages/seen-teaser.ts';
import type { MovedTeaser } from '../../../../shared/pages/teaser-batch.ts';
import { type DeskContext, quoted, step, type WrittenReply } from '../../context.ts';
import type { ReadDb } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { pageOf } from '../layout/page-reader.ts';
import { headlineOn } from '../layout/page-stories.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { checkTeasers, teasersNow } from './teaser-seen.ts';
import type { PageEdit } from './write-plan.ts';

/** What a step on one page replies. */
export type PageWrittenReply = WrittenReply & Pick<PageWritten, 'moved'>;

/**
 * One step on the page of today, whatever day is being looked at elsewhere. `act` returns the stories that it
 * changed; `label` names them and gets the page as it is then. What the editor has not seen of the stories in `seen` is
 * not overwritten.
 */
export function onPage(
  context: DeskContext,
  system: SystemCode,
  storyIds: readonly StoryId[],
  act: (edit: PageEdit) => StoryId[],
  label: (changed: readonly StoryId[], after: ResolvedPage) => string,
  seen: SeenTeasers = {},
): PageWrittenReply {
  const { db } = context.library;
  const { shortName } = context.register.get(system);
  for (const id of storyIds) getStory(db, id);
  const { entry, value } = step(
    context,
    ({ changed, after }: { changed: StoryId[]; after: ResolvedPage; moved: MovedTeaser[] }) =>
      `${label(changed, after)} on ${shortName}`,
    (changes, actor) => {
      // The page is read inside the transaction: another door may have changed it a moment ago.
      const page = pageOf(context, system, undefined);
      const was = teasersNow(db, page, seen);
      const actSeen = (run: () => StoryId[]) => {
        try {
          return run();
        } catch (error) {
          if (error instanceof DeskError) checkTeasers(db, actor, seen, page, was, null);
          throw error;
        }
      };
      const changed = actSeen(() => act({ db, changes, actor, page }));
      const after = changed.length === 0 ? page : pageOf(context, system, undefined);
      checkTeasers(db, actor, seen, page, was, after);
      return { changed, after, moved: movedBetween(db, page, after) };
    },
  );
  return { entry, changed: value.changed.length, ...(entry && { moved: value.moved }) };
}

/** What was seen of the one story that a step is about. */
export function seenOfOne(id: StoryId, seen: SeenTeaser | undefined): SeenTeasers {
  return seen ? { [id]: seen } : {};
}

/** `“A ward opens”`, `3 teasers`. */
export function labelOf(db: ReadDb, ids: readonly StoryId[]): string {
  const [only, ...more] = new Set(ids);
  return only && more.length === 0 ? quoted(getStory(db, only).headline) : `${new Set(ids).size} teasers`;
}

/** The teasers that a step pushed off a page, then those it brought there, each from the lead down. */
function movedBetween(db: ReadDb, before: ResolvedPage, after: ResolvedPage): MovedTeaser[] {
  const [was, is] = [numbersOf(before), numbersOf(after)];
  const waits = new Set(
    after.waiting.flatMap(({ placement, why }) => (why === 'taken-off' ? [] : [placement.articleId])),
  );
  const left = [...was].filter(([id]) => !is.has(id));
  const came = [...is].filter(([id]) => !was.has(id));
  return [
    ...left.map(([articleId, from]) => {
      return { articleId, headline: headlineOn(db, before, articleId), from, to: null, waits: waits.has(articleId) };
    }),
    ...came.map(([articleId, to]) => {
      return { articleId, headline: headlineOn(db, after, articleId), from: null, to, waits: false };
    }),
  ];
}

function numbersOf(page: ResolvedPage): Map<StoryId, number> {
  return new Map(slotsOf(page).map(({ item }, index) => [item.articleId, index + 1]));
}
