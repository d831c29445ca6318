import type { AppState } from './app-state.tsx';

/** The board shows former systems too, in a section of their own. */
export const WHOLE_BOARD = { scope: 'ever' } as const;

/**
 * Asks what a screen begins with as soon as somebody goes to it, so that the desk works while the screen is drawn.
 * Returns the function that ends it.
 */
export function askAhead({ session, queries }: Pick<AppState, 'session' | 'queries'>): () => void {
  return session.subscribe(({ place, pageSystem, pagesView }, before) => {
    const isSame = place === before.place && pageSystem === before.pageSystem && pagesView === before.pagesView;
    if (isSame || place !== 'pages') return;
    if (pageSystem !== null) queries.ahead('pages.get', { system: pageSystem });
    else if (pagesView === 'board') queries.ahead('board.get', WHOLE_BOARD);
  });
}
