import type { PageView, StoryId } from '../../../../shared/models.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { openPageOf } from './page-actions.ts';
import { positionOf, teasersOf } from './page-moves.ts';
import { writeOnPage } from './page-said.ts';
import { teasersWords } from './several-actions.ts';

/**
 * Puts teasers of the open page, or a story from beside it, into one of its zones: on top, or at a number of
 * that zone. By number alone no empty zone is reached, nor the end of one that has room.
 */
export async function putInZone(
  state: AppState,
  articleIds: readonly StoryId[],
  zone: Pick<PageView['zones'][number], 'id' | 'name'>,
  position = 1,
): Promise<void> {
  const open = openPageOf(state);
  const [first, ...more] = articleIds;
  if (!open || !first) return;
  const input = { system: open.system, position, zoneId: zone.id };
  const where = position === 1 ? `the top of ${zone.name}` : `${position} in ${zone.name}`;
  if (more.length > 0) {
    const said = `${teasersWords(articleIds.length)} moved to ${where}.`;
    await writeOnPage(state, 'pages.moveMany', { ...input, articleIds: [...articleIds] }, said, articleIds);
    return;
  }
  const isHere = positionOf(teasersOf(open.page), first) !== null;
  const story = { ...input, articleId: first };
  const written = isHere
    ? await writeOnPage(state, 'pages.move', story, `Moved to ${where}.`, articleIds)
    : await writeOnPage(state, 'pages.place', story, `Placed at ${where}.`, articleIds);
  if (written) state.session.getState().setTeaser(first);
}
