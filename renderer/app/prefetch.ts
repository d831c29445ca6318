import { WHOLE_BOARD } from '../features/board/board-model.ts';
import type { AppState } from '../state/app-state.tsx';

/**
 * Asks what a screen begins with as soon as somebody goes to it, so that the desk works while the screen is drawn.
 * Returns the function that ends it.
 */
export function startPrefetch({ session, queries }: Pick<AppState, 'session' | 'queries'>): () => void {
  return session.subscribe(({ place, pageSystem, pagesView }, before) => {
    const isSame = place === before.place && pageSystem === before.pageSystem && pagesView === before.pagesView;
    if (isSame || place !== 'pages') return;
    if (pageSystem !== null) queries.prefetch('pages.get', { system: pageSystem });
    else if (pagesView === 'board') queries.prefetch('board.get', WHOLE_BOARD);
  });
}
