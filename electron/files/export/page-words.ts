import type { Layout } from '../../../shared/models.ts';
import { shownZones } from '../writers/html.ts';
import { sha256, wordsOf } from './receipt.ts';

/**
 * What readers see of a page, in one short text: two of them differ when an export now would read otherwise. Why a
 * teaser stands there, and on which day, is not for readers.
 */
export function pageWords(layout: Layout): string {
  const zones = shownZones(layout);
  const seen = zones.map(({ name, prominence, teasers }) => [
    // A zone's name heads it only where there are several.
    zones.length > 1 ? name : null,
    prominence,
    teasers.map((teaser) => [teaser.articleId, teaser.url, wordsOf(teaser)]),
  ]);
  return sha256(JSON.stringify([layout.title, seen]));
}
