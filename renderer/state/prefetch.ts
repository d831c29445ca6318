import type { AppState } from './app-state.tsx';

/** The board includes former systems, in a section of their own. */
export const WHOLE_BOARD = { scope: 'ever' } as const;

/**
 * Prefetches the first queries of a screen on navigation, so that the desk works while the screen renders. Returns
 * the function that ends it.
 */
export function askAhead({ session, queries }: Pick<AppState, 'session' | 'queries'>): () => void {
  return session.subscribe(({ place, pageSystem, pagesView }, before) => {
    const isSame = place === before.place && pageSystem === before.pageSystem && pagesView === before.pagesView;
    if (isSame || place !== 'pages') return;
    if (pageSystem !== null) queries.ahead('pages.get', { system: pageSystem });
    else if (pagesView === 'board') queries.ahead('board.get', WHOLE_BOARD);
  });
}
