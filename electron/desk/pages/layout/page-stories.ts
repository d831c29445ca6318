import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { DeskContext } from '../../context.ts';
import { viewOf } from './page-reader.ts';

/** The stories on a page from the lead down, from the view that is kept of it as long as nothing of it changes. */
export function standingOn(context: DeskContext, code: SystemCode, asOf: string | undefined): readonly StoryId[] {
  return viewOf(context, { system: code, asOf }).zones.flatMap(({ teasers }) =>
    teasers.map(({ articleId }) => articleId),
  );
}
