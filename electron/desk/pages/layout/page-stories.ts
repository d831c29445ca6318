import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { DeskContext } from '../../context.ts';
import type { ReadDb } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { viewOf } from './page-reader.ts';
import { type ResolvedPage, slotsOf } from './resolve-page.ts';

/** The stories on a page from the lead down, from the view that is kept of it as long as nothing of it changes. */
export function storiesOn(context: DeskContext, code: SystemCode, asOf: string | undefined): readonly StoryId[] {
  return viewOf(context, { system: code, asOf }).zones.flatMap(({ teasers }) =>
    teasers.map(({ articleId }) => articleId),
  );
}

/** A headline as readers of the page know it. */
export function headlineOn(db: ReadDb, page: ResolvedPage, id: StoryId): string {
  const slot = slotsOf(page).find(({ item }) => item.articleId === id);
  return slot?.item.placement?.words.headline ?? getStory(db, id).headline;
}
