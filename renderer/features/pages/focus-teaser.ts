/** Around the grid of the open page, which names itself; one page is open at a time. */
export const TEASERS_ID = 'page-teasers';

/** Puts the keys back on a teaser, after what they were on has gone. */
export function focusTeaser(articleId: string): void {
  document.getElementById(TEASERS_ID)?.querySelector<HTMLElement>(`[data-key="${articleId}"]`)?.focus();
}

/** One line of the list of what waits. */
export const waitingId = (articleId: string) => `waiting-${articleId}`;

/** Puts the keys on what can be done about a placement that does not show. */
export function focusWaiting(articleId: string): void {
  document.getElementById(waitingId(articleId))?.querySelector('button')?.focus();
}

/** The field above the candidates, once it is drawn. */
export const CANDIDATE_SEARCH_ID = 'candidate-search';

export function focusCandidates(): void {
  document.getElementById(CANDIDATE_SEARCH_ID)?.querySelector('input')?.focus();
}
