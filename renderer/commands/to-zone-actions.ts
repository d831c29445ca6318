import type { ArticleId, PageView } from '../../shared/models.ts';
import type { AppState } from '../state/app-state.tsx';
import { positionOf, teasersOf } from '../state/page-moves.ts';
import { write } from '../state/writes.ts';
import { openPageOf } from './page-actions.ts';

/** Puts a story on top of a zone of the open page, whether it stands on the page already or comes from beside it. */
export async function putInZone(
  state: AppState,
  [articleId]: readonly ArticleId[],
  zone: Pick<PageView['zones'][number], 'id' | 'name'>,
): Promise<void> {
  const open = openPageOf(state);
  if (!open || !articleId) return;
  const input = { system: open.system, articleId, position: 1, zoneId: zone.id };
  const isHere = positionOf(teasersOf(open.page), articleId) !== null;
  const written = isHere
    ? await write(state, 'pages.move', input, `Moved to the top of ${zone.name}.`)
    : await write(state, 'pages.place', input, `Placed on top of ${zone.name}.`);
  if (written) state.session.getState().setTeaser(articleId);
}
