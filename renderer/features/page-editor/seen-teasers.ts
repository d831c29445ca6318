import type { PageView, StoryId, SystemCode } from '../../../shared/models.ts';
import type { SeenTeaser, SeenTeasers } from '../../../shared/pages/seen-teaser.ts';
import type { AppState } from '../../state/app-state.tsx';
import { teasersOf } from './open-page.ts';

/** Stories as a page on screen shows them, so that a step overwrites nothing that this window has not seen. */
export function seenTeasers(page: PageView, ids: readonly StoryId[]): SeenTeasers {
  return Object.fromEntries(ids.map((id) => [id, seenTeaser(page, id)]));
}

function seenTeaser(page: PageView, id: StoryId): SeenTeaser {
  const teasers = teasersOf(page);
  const index = teasers.findIndex(({ articleId }) => articleId === id);
  const teaser = teasers[index];
  if (teaser) {
    const { placed, pinNumber, rank, headline, standfirst, kicker, from, until } = teaser;
    return {
      ...{ placed, pinNumber, headline, standfirst, kicker, from, until },
      zoneId: page.zones.find((zone) => zone.teasers.includes(teaser))?.id ?? null,
      rank: rank ?? null,
      above: teasers[index - 1]?.articleId ?? null,
      alt: teaser.image?.alt ?? null,
      image: teaser.image?.src ?? null,
    };
  }
  const waiting = page.waiting.find(({ articleId }) => articleId === id);
  return { placed: waiting?.standing ?? null };
}

/** The same of one story on a page that is in the cache; nothing is known of a page that was never shown. */
export function seenOn(state: AppState, system: SystemCode, id: StoryId): SeenTeaser | undefined {
  const page = state.queries.read('pages.get', { system }).data;
  return page && seenTeaser(page, id);
}
