import type { OverrideField, StoryId } from '../../../shared/models.ts';
import { dayRank } from '../../../shared/pages/rank.ts';
import { rankAfter } from '../../../shared/pages/slot-ranks.ts';
import type { SignedPage, SignedTeaser } from '../../../shared/pages/versions.ts';
import type { Moment } from '../../../shared/words/days.ts';
import type { Actor, Changes } from '../core/changes.ts';
import type { ReadDb, Row } from '../core/sql.ts';
import { findImageBySrc } from '../images/image-files.ts';
import { naturalRank } from '../pages/layout/fills.ts';
import {
  NO_IMAGE,
  overridesOf,
  ownImage,
  sourceNotes,
  sourceOf,
  sourceWordsColumn,
  srcOf,
  unwrittenWords,
} from '../pages/layout/overrides.ts';
import { findPlacement, listPlacements, type Placement } from '../pages/layout/page-rows.ts';
import { type ResolvedPage, slotsOf, whyNotOut } from '../pages/layout/resolve-page.ts';
import { OFF_ROW, writePlacement } from '../pages/placing/write-plan.ts';
import { getStory, hasStory, type Story } from '../stories/story-rows.ts';

export interface Restored {
  /** Stories of the version that cannot come back. */
  missing: { articleId: StoryId; headline: string; why: string }[];
  /** Stories that were on the page and were taken off it. */
  takenOff: StoryId[];
}

interface Work {
  db: ReadDb;
  changes: Changes;
  actor: Actor;
  /** The page after the changes so far. */
  resolve: () => ResolvedPage;
}

interface Wanted {
  zoneId: string;
  /** The version had a story in every place of the zone. */
  wasFull: boolean;
  teasers: { teaser: SignedTeaser; story: Story }[];
}

/** Rounds of taking off what comes up instead; a page that needs more keeps the rest, and the preview shows it. */
const MOST_TAKEN_OFF = 200;

/**
 * Makes a page show what a version showed. What the rule would put in the same place anyway is left to the
 * rule, so that a restored page goes on keeping itself; if that does not give the version's order, every
 * story of it is placed. A place of a full zone whose story cannot come back is left to the zone; what
 * would show in places that the version left empty is taken off.
 */
export function restoreVersion(work: Work, version: SignedPage): Restored {
  const page = work.resolve();
  const { wanted, missing } = wantedOf(work.db, page, version);
  const ids = new Set(wanted.flatMap(({ teasers }) => teasers.map(({ story }) => story.id)));
  const wasOnPage = new Set(slotsOf(page).map(({ item }) => item.articleId));
  const takenOff = clearPlaced(work, page, ids).filter((id) => wasOnPage.has(id));
  place(work, wanted, true);
  takenOff.push(...clearFilled(work, wanted));
  if (!showsAll(work.resolve(), wanted)) {
    place(work, wanted, false);
    takenOff.push(...clearFilled(work, wanted));
  }
  return { missing, takenOff };
}

const WHY_MISSING = {
  withdrawn: 'it is withdrawn',
  embargoed: 'it is under embargo',
  'not-out-yet': 'it is dated later than today',
  gone: 'it is no longer in the library',
} as const;

function wantedOf(
  db: ReadDb,
  page: ResolvedPage,
  version: SignedPage,
): { wanted: Wanted[]; missing: Restored['missing'] } {
  const missing: Restored['missing'] = [];
  const wanted = page.zones.map((zone): Wanted => ({ zoneId: zone.id, wasFull: false, teasers: [] }));
  for (const { zone, limit, teasers } of divided(page, version)) {
    const target = wanted[zone];
    if (!target) continue;
    target.wasFull ||= teasers.length >= limit;
    for (const teaser of teasers) {
      const story = hasStory(db, teaser.articleId) ? getStory(db, teaser.articleId) : null;
      const why = story === null ? 'gone' : whyNotOut(story, page.moment);
      if (story === null || why !== null) {
        missing.push({ articleId: teaser.articleId, headline: teaser.headline, why: WHY_MISSING[why ?? 'gone'] });
      } else target.teasers.push({ teaser, story });
    }
  }
  return { wanted, missing };
}

/**
 * The version's teasers by the zones of now, `zone` counting from the top. A page that has other zones now is
 * filled from the top by the numbers that readers saw, and what has no number there follows at the end.
 */
function divided(page: ResolvedPage, version: SignedPage): { zone: number; limit: number; teasers: SignedTeaser[] }[] {
  const names = (zones: readonly { name: string }[]) => zones.map(({ name }) => name).join('\n');
  if (names(page.zones) === names(version.zones)) {
    return version.zones.map(({ limit, teasers }, zone) => ({ zone, limit, teasers }));
  }
  const all = version.zones.flatMap(({ teasers }) => teasers);
  const last = page.zones.length - 1;
  let before = 0;
  return page.zones.map(({ limit }, zone) => {
    const start = before;
    before += limit;
    const teasers = all.slice(start, zone === last ? all.length : before);
    const seated = teasers.map((teaser, index) =>
      teaser.placed === 'pinned' ? { ...teaser, pinNumber: index + 1 } : teaser,
    );
    return { zone, limit, teasers: seated };
  });
}

/** Takes off what an editor placed since; what waits for its days or its embargo is a decision about later. */
function clearPlaced(work: Work, page: ResolvedPage, wanted: ReadonlySet<StoryId>): StoryId[] {
  const later = new Set(page.waiting.filter(({ why }) => why !== 'no-room').map(({ placement }) => placement.id));
  const cleared: StoryId[] = [];
  const system = page.system.code;
  for (const placement of listPlacements(work.db, system)) {
    const { id, articleId, zoneId } = placement;
    if (wanted.has(articleId) || later.has(id)) continue;
    writePlacement(work, { system, storyId: articleId, zoneId }, placement, OFF_ROW);
    cleared.push(articleId);
  }
  return cleared;
}

/** Takes off what the rule brings into places that the version left empty. */
function clearFilled(work: Work, wanted: readonly Wanted[]): StoryId[] {
  const cleared: StoryId[] = [];
  while (cleared.length < MOST_TAKEN_OFF) {
    const page = work.resolve();
    const extra = wanted.flatMap(({ zoneId, wasFull, teasers }) => {
      if (wasFull) return [];
      const keep = new Set(teasers.map(({ story }) => story.id));
      const zone = page.zones.find(({ id }) => id === zoneId);
      return (zone?.slots ?? [])
        .filter(({ item }) => item.placement === null && !keep.has(item.articleId))
        .map(({ item }) => ({ zoneId, articleId: item.articleId }));
    });
    if (extra.length === 0) break;
    for (const { zoneId, articleId } of extra) {
      writePlacement(work, { system: page.system.code, storyId: articleId, zoneId }, null, OFF_ROW);
      cleared.push(articleId);
    }
  }
  return cleared;
}

/** Whether each zone has the version's stories in the version's order, whatever is between them. */
function showsAll(page: ResolvedPage, wanted: readonly Wanted[]): boolean {
  return wanted.every(({ zoneId, teasers }) => {
    const ids = teasers.map(({ story }) => story.id);
    const keep = new Set(ids);
    const slots = page.zones.find(({ id }) => id === zoneId)?.slots ?? [];
    const order = slots.map(({ item }) => item.articleId).filter((id) => keep.has(id));
    return order.length === ids.length && order.every((id, index) => id === ids[index]);
  });
}

/** With `keepFills`, a fill of the version whose words are the source's still is left to the zone. */
function place(work: Work, wanted: readonly Wanted[], keepFills: boolean): void {
  const page = work.resolve();
  const { system, moment } = page;
  // A zone's rule may put some fills behind others whatever their day: the page itself knows best.
  const fillRanks = new Map(
    slotsOf(page).flatMap(({ item, placed, rank }) => (placed === 'filled' ? [[item.articleId, rank] as const] : [])),
  );
  for (const zone of wanted) {
    const plans = zone.teasers.map(({ teaser, story }) => {
      const over = overridesIn(work.db, teaser, story);
      const isFill = keepFills && teaser.placed === 'filled' && overridesOf(over).length === 0;
      const known = findPlacement(work.db, system.code, story.id);
      const natural = isFill ? (fillRanks.get(story.id) ?? naturalRank(work.db, system.code, story)) : null;
      return { teaser, story, over, known, natural };
    });
    const flowing = plans.filter(({ teaser }) => teaser.placed !== 'pinned');
    const ranks = ranksFor(
      flowing.map(({ natural, known, teaser }) => ({
        fixed: natural,
        wish: teaser.placed === 'free' && known?.zoneId === zone.zoneId ? known.rank : null,
      })),
      moment.day,
    );
    const rankOf = new Map(flowing.map(({ story }, index) => [story.id, ranks[index] ?? '5']));
    for (const { teaser, story, over, known, natural } of plans) {
      if (natural !== null) {
        if (known) work.changes.remove('placements', [known.id]);
        continue;
      }
      const isPinned = teaser.placed === 'pinned';
      writePlacement(work, { system: system.code, storyId: story.id, zoneId: zone.zoneId }, known, {
        standing: isPinned ? 'pinned' : 'free',
        pin_number: isPinned ? (teaser.pinNumber ?? 1) : null,
        rank: isPinned ? null : (rankOf.get(story.id) ?? '5'),
        ...daysOf(teaser, moment),
        ...over.words,
        image: over.image,
        source_words: sourceWordsColumn(sourceNotes(story, over)),
      });
    }
  }
}

/** The version's words and image where the source says otherwise now. */
function overridesIn(db: ReadDb, teaser: SignedTeaser, story: Story): Pick<Placement, 'words' | 'image'> {
  const image = imageIn(db, teaser, story);
  const shown = { ...teaser, alt: teaser.image?.alt ?? null };
  const over = (field: OverrideField) => {
    const words = shown[field] ?? '';
    return words === unwrittenWords(story, image, field) ? null : words;
  };
  const words = {
    headline: over('headline'),
    standfirst: over('standfirst'),
    kicker: over('kicker'),
    alt: over('alt'),
  };
  return { words, image };
}

/** An address on the web is the source's alone to give: where the source has another one now, that one stays. */
function imageIn(db: ReadDb, { image, overrides }: SignedTeaser, story: Story): string | null {
  const src = image?.src ?? null;
  const isTakenOff = overrides.includes('image') && src === null;
  if (!isTakenOff && src === srcOf(db, sourceOf(story, 'image'))) return null;
  return ownImage(story, src === null ? NO_IMAGE : (findImageBySrc(db, src)?.sha256 ?? null));
}

/** Days that have passed would hide what is to show again. */
function daysOf({ from, until }: SignedTeaser, { day }: Moment): Row {
  return {
    from_day: from !== null && from <= day ? from : null,
    until_day: until !== null && until >= day ? until : null,
  };
}

/**
 * Ranks that bring stories into this order around those that are `fixed`. A rank that fits is kept. With
 * nothing older below them they stand with the stories of the day, so that those of later days come in above.
 */
function ranksFor(flow: readonly { fixed: string | null; wish: string | null }[], day: string): string[] {
  const top = dayRank(day);
  const bottom = String(Number(top) + 1).padStart(top.length, '0');
  let low: string | undefined;
  return flow.map(({ fixed, wish }, index) => {
    const next = flow.slice(index + 1).find((one) => one.fixed !== null)?.fixed ?? null;
    const ceiling = next ?? ((low ?? top) < bottom ? bottom : null);
    if (fixed !== null) low = fixed;
    else if (wish !== null && wish > (low ?? '') && (next === null || wish < next)) low = wish;
    // Where the fills are in another order by now, the caller sees it and places them all.
    else low = rankAfter(low, ceiling, top);
    return low;
  });
}
