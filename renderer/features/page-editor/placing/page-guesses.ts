import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import { resolveZone } from '../../../../shared/pages/resolve-zone.ts';
import type { TeaserAction } from '../../../../shared/pages/teaser-batch.ts';
import { aimAt } from './group-moves.ts';
import { positionOf, teasersOf } from './page-moves.ts';

/**
 * The page as it will very likely stand after a step, to show at once while the desk decides: what the rule will
 * bring in, and what a full zone hands on to the next, is the desk's to say a moment later.
 */

type Zone = PageView['zones'][number];

/** What is known of a story that is about to be placed. */
export interface Placing {
  articleId: StoryId;
  headline: string;
}

/** With a story at a number of the page, or on top; null where there is no telling. */
export function withPlaced(page: PageView, story: Placing, position = 1): PageView | null {
  const order = teasersOf(page);
  if (positionOf(order, story.articleId) !== null) return null;
  const at = aimAt(page.zones, position);
  const zone = page.zones[at.index];
  if (!zone) return null;
  const above = zone.teasers.slice(0, at.number - 1).filter(({ placed }) => placed !== 'pinned').length;
  const flow = zone.teasers.filter(({ placed }) => placed !== 'pinned');
  const teasers = settled(zone, flow.toSpliced(above, 0, placedTeaser(story, page)));
  if (positionOf(teasers, story.articleId) === null) return null;
  return numbered(page, (one) => (one === zone ? teasers : one.teasers));
}

/** With something done to several of its teasers; null where the rule has the say. */
export function withActed(page: PageView, ids: ReadonlySet<string>, action: TeaserAction): PageView | null {
  switch (action) {
    case 'takeOff':
      return numbered(page, (zone) => {
        const left = zone.teasers.filter(({ articleId }) => !ids.has(articleId));
        if (left.length === zone.teasers.length) return zone.teasers;
        return settled(
          { ...zone, teasers: left },
          left.filter(({ placed }) => placed !== 'pinned'),
        );
      });
    case 'pin':
      return numbered(page, (zone) =>
        zone.teasers.map((teaser, index) =>
          ids.has(teaser.articleId) && teaser.placed !== 'pinned'
            ? { ...teaser, placed: 'pinned', pinNumber: index + 1 }
            : teaser,
        ),
      );
    case 'unpin':
      return numbered(page, (zone) =>
        zone.teasers.map((teaser) =>
          ids.has(teaser.articleId) && teaser.placed === 'pinned'
            ? { ...teaser, placed: 'free', pinNumber: null }
            : teaser,
        ),
      );
    case 'release':
      return null;
  }
}

/** A zone's pins at their numbers, and around them the rest in this order: of too many, fills go first. */
function settled(zone: Zone, flow: readonly EditorTeaser[]): EditorTeaser[] {
  const ranked = flow.map((item, index) => ({ item, rank: String(index).padStart(4, '0') }));
  const pins = zone.teasers.flatMap((item) =>
    item.placed === 'pinned' && item.pinNumber !== null ? [{ item, rank: '', pinNumber: item.pinNumber }] : [],
  );
  const isFill = ({ item }: { item: EditorTeaser }) => item.placed === 'filled';
  const free = ranked.filter((one) => !isFill(one));
  return resolveZone(zone.limit, pins, free, ranked.filter(isFill)).slots.map(({ item }) => item);
}

/** Numbers counted anew down the page; a teaser that keeps its own stays the same object, and is not drawn again. */
function numbered(page: PageView, teasersIn: (zone: Zone) => EditorTeaser[]): PageView {
  let position = 0;
  const zones = page.zones.map((zone) => {
    const teasers = teasersIn(zone).map((teaser) => {
      position += 1;
      return teaser.position === position ? teaser : { ...teaser, position };
    });
    return { ...zone, teasers };
  });
  return { ...page, zones };
}

function placedTeaser({ articleId, headline }: Placing, page: PageView): EditorTeaser {
  return {
    articleId,
    headline,
    placed: 'free',
    why: 'Placed',
    scope: 'system',
    nearby: null,
    standfirst: null,
    kicker: null,
    image: null,
    byline: null,
    kind: null,
    url: null,
    publishedAt: null,
    overrides: [],
    dateLine: null,
    placementId: null,
    position: 0,
    pinNumber: null,
    from: null,
    until: null,
    source: { headline, standfirst: null, kicker: null, alt: null, image: null },
    drift: [],
    firstSeenOn: page.asOf,
  };
}
