export type PreviewWidth = 'desktop' | 'phone';

/**
 * The screens a page is shown on, in CSS pixels: how wide the page is laid out, and how much of it is seen before
 * anybody scrolls. A common phone is 390 by 844, of which the browser's bars and the phone's own take about 180; a
 * plain laptop leaves a window of 1280 by 720 for the page.
 */
export const SCREENS = {
  phone: { name: 'Phone', width: 390, fold: 664 },
  desktop: { name: 'Desktop', width: 1280, fold: 720 },
} as const satisfies Record<PreviewWidth, { name: string; width: number; fold: number }>;

export const FOLD_WORDS = 'readers see this far without scrolling';

/** How many teasers from the lead down are seen: each whose headline ends above the fold, up to the first that does not. */
export function countSeen(headlineEnds: readonly number[], fold: number): number {
  const first = headlineEnds.findIndex((end) => end > fold);
  return first < 0 ? headlineEnds.length : first;
}

/** Where each teaser's headline ends in an exported page, from the page's own top. */
export function headlineEnds(page: Document): number[] {
  const top = page.documentElement.getBoundingClientRect().top;
  return [...page.querySelectorAll('main ol > li')].map((teaser) => {
    const headline = teaser.querySelector('h2, h3') ?? teaser;
    return headline.getBoundingClientRect().bottom - top;
  });
}
