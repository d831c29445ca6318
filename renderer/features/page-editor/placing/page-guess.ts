import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import { isRefusal, planOnPage } from '../../../../shared/pages/plan.ts';
import { slotsAfter } from '../../../../shared/pages/plan-outcome.ts';
import type { PageSlot, PlanAction, PlanPage, PlanTarget } from '../../../../shared/pages/plan-page.ts';
import { teasersOf } from '../open-page.ts';

/** What is known of a story that is about to be placed. */
export interface ComingStory {
  articleId: StoryId;
  headline: string;
}

/** The page as a plan reads it. The view has no ranks: the order of the page takes their place. */
export function planPageOf({ zones, waiting }: PageView): PlanPage {
  let position = 0;
  return {
    zones: zones.map(({ id, name, limit, teasers }) => ({
      id,
      name,
      limit,
      slots: teasers.map(({ articleId, placed, pinNumber }) => {
        position += 1;
        return { storyId: articleId, placed, pinNumber, rank: `${String(position).padStart(4, '0')}5` };
      }),
    })),
    hidden: waiting.map(({ articleId, zoneId, standing }) => ({
      storyId: articleId,
      zoneId,
      isOff: standing === 'off',
    })),
    topRank: '',
  };
}

/**
 * The page as it will very likely be after an action, to show at once while the desk decides; the page itself when
 * nothing changes. Null where there is no telling: the desk refuses it, or the rule decides. Stories that the page has
 * never shown, and what the rule brings in from elsewhere, come with the desk's answer.
 */
export function guessPage(
  page: PageView,
  ids: readonly StoryId[],
  action: PlanAction,
  target: PlanTarget | null = null,
  coming: readonly ComingStory[] = [],
): PageView | null {
  const before = planPageOf(page);
  const plan = planOnPage(before, ids, action, target);
  if (isRefusal(plan) || plan.some(({ placed }) => placed === 'released')) return null;
  if (plan.length === 0) return page;
  const rules = new Map(page.zones.map(({ id, rule }) => [id, JSON.stringify(rule)]));
  const after = slotsAfter(before, plan, (zoneId) => rules.get(zoneId) ?? '');
  const known = new Map(coming.map((story) => [story.articleId, comingTeaser(story, page)]));
  for (const teaser of teasersOf(page)) known.set(teaser.articleId, teaser);
  const shown = new Set(after.flat().map(({ storyId }) => storyId));
  const isSeen = (id: StoryId) => shown.has(id) && known.has(id);
  if (action !== 'takeOff' && !ids.every(isSeen)) return null;
  let position = 0;
  const zones = page.zones.map((zone, index) => ({
    ...zone,
    teasers: (after[index] ?? []).flatMap((slot) => {
      const teaser = known.get(slot.storyId);
      if (!teaser) return [];
      position += 1;
      return [inSlot(teaser, slot, position)];
    }),
  }));
  return { ...page, zones };
}

/** A teaser that keeps its number stays the same object, and is not drawn again. */
function inSlot(teaser: EditorTeaser, { placed, pinNumber }: PageSlot, position: number): EditorTeaser {
  const isSame = teaser.position === position && teaser.placed === placed && teaser.pinNumber === pinNumber;
  return isSame ? teaser : { ...teaser, position, placed, pinNumber };
}

function comingTeaser({ articleId, headline }: ComingStory, page: PageView): EditorTeaser {
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
