import type { Layout } from '../../../shared/models.ts';
import { shownZones } from '../writers/html.ts';
import { hashTeaserWords, sha256 } from './receipt.ts';

/**
 * A hash of all that readers see of a page: it changes when an export would read differently. The reason for a teaser
 * and the day are left out, because readers do not see them.
 */
export function hashPageWords(layout: Layout): string {
  const zones = shownZones(layout);
  const seen = zones.map(({ name, prominence, teasers }) => [
    // A zone's name is its heading only where there are several zones.
    zones.length > 1 ? name : null,
    prominence,
    teasers.map((teaser) => [teaser.articleId, teaser.url, hashTeaserWords(teaser)]),
  ]);
  return sha256(JSON.stringify([layout.title, seen]));
}
