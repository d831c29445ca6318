/** Around the grid of the open page, which names itself; one page is open at a time. */
export const TEASERS_ID = 'page-teasers';

/** Puts the keys back on a teaser, after what they were on has gone. */
export function focusTeaser(articleId: string): void {
  document.getElementById(TEASERS_ID)?.querySelector<HTMLElement>(`[data-key="${articleId}"]`)?.focus();
}

/** Whether something lies in the list of teasers. */
export function isInTeasers(node: Node | null): boolean {
  return node !== null && (document.getElementById(TEASERS_ID)?.contains(node) ?? false);
}

/** The same for one that is on its way to the page; half a second is plenty for that. */
export function focusTeaserWhenDrawn(articleId: string, frames = 30): void {
  focusTeaser(articleId);
  const isThere = document.activeElement?.getAttribute('data-key') === articleId;
  if (!isThere && frames > 0) requestAnimationFrame(() => focusTeaserWhenDrawn(articleId, frames - 1));
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
