/** Id of the element around the open page's grid. One page is open at a time. */
export const TEASERS_ID = 'page-teasers';

/** Focuses a teaser, after the focused element has gone. */
export function focusTeaser(articleId: string): void {
  document.getElementById(TEASERS_ID)?.querySelector<HTMLElement>(`[data-key="${articleId}"]`)?.focus();
}

/** True when a node is inside the list of teasers. */
export function isInTeasers(node: Node | null): boolean {
  return node !== null && (document.getElementById(TEASERS_ID)?.contains(node) ?? false);
}

/** Focuses a teaser that is still on its way to the page. 30 frames, half a second, is enough. */
export function focusTeaserWhenDrawn(articleId: string, frames = 30): void {
  focusTeaser(articleId);
  const isThere = document.activeElement?.getAttribute('data-key') === articleId;
  if (!isThere && frames > 0) requestAnimationFrame(() => focusTeaserWhenDrawn(articleId, frames - 1));
}

/** Id of a line in the list of waiting stories. */
export const waitingId = (articleId: string) => `waiting-${articleId}`;

/** Focuses the actions of a placement that does not show. */
export function focusWaiting(articleId: string): void {
  document.getElementById(waitingId(articleId))?.querySelector('button')?.focus();
}

/** Id of the search field above the candidates. */
export const CANDIDATE_SEARCH_ID = 'candidate-search';

export function focusCandidates(): void {
  document.getElementById(CANDIDATE_SEARCH_ID)?.querySelector('input')?.focus();
}
