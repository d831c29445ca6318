export type PreviewWidth = 'desktop' | 'phone';

/**
 * The screens for the preview, in CSS pixels: layout width, and height seen without scrolling. A common phone is 390
 * by 844, minus about 180 for the browser's and the phone's bars. A plain laptop leaves a window of 1280 by 720.
 */
export const SCREENS = {
  phone: { name: 'Phone', width: 390, fold: 664 },
  desktop: { name: 'Desktop', width: 1280, fold: 720 },
} as const satisfies Record<PreviewWidth, { name: string; width: number; fold: number }>;

export const FOLD_WORDS = 'readers see this far without scrolling';

/**
 * Counts the teasers seen from the lead down: those whose headline ends above the fold, up to the first that does
 * not.
 */
export function countSeen(headlineEnds: readonly number[], fold: number): number {
  const first = headlineEnds.findIndex((end) => end > fold);
  return first < 0 ? headlineEnds.length : first;
}

/** Returns where each teaser's headline ends, in px from the top of the exported page. */
export function headlineEnds(page: Document): number[] {
  const top = page.documentElement.getBoundingClientRect().top;
  return [...page.querySelectorAll('main ol > li')].map((teaser) => {
    const headline = teaser.querySelector('h2, h3') ?? teaser;
    return headline.getBoundingClientRect().bottom - top;
  });
}
