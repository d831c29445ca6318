/** Around the grid of the open page, which names itself; one page is open at a time. */
export const TEASERS_ID = 'page-teasers';

/** Puts the keys back on a teaser, after what they were on has gone. */
export function focusTeaser(articleId: string): void {
  document.getElementById(TEASERS_ID)?.querySelector<HTMLElement>(`[data-key="${articleId}"]`)?.focus();
}
