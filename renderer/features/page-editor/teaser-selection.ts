import type { StoryId } from '../../../shared/models.ts';

/**
 * The selection of teasers as pure functions, without React or desk. `teaser` is the current one, for commands on a
 * single teaser.
 */
export interface TeaserSelection {
  readonly teaser: StoryId | null;
  readonly teasers: readonly StoryId[];
  /** The teaser where a Shift selection begins. */
  readonly teaserAnchor: StoryId | null;
}

export function selectOne(teaser: StoryId | null): TeaserSelection {
  return { teaser, teasers: teaser === null ? [] : [teaser], teaserAnchor: teaser };
}

/**
 * Applies a selection that a list reports after a click, a key or "all". The newly added teaser becomes the current
 * one.
 */
export function selectThese(
  now: TeaserSelection,
  chosen: ReadonlySet<string>,
  order: readonly StoryId[],
): TeaserSelection {
  const teasers = order.filter((id) => chosen.has(id));
  const [only, ...more] = teasers.filter((id) => !now.teasers.includes(id));
  // Several new teasers at once mean "all", so the current one stays.
  const came = more.length === 0 ? only : undefined;
  const teaser =
    came ?? (now.teaser && chosen.has(now.teaser) ? now.teaser : (nearest(order, now.teaser, teasers) ?? null));
  return { teaser, teasers, teaserAnchor: teasers.length < 2 || came ? teaser : now.teaserAnchor };
}

/** Selects everything from the anchor to a teaser, and nothing else. */
export function extendTo(now: TeaserSelection, order: readonly StoryId[], teaser: StoryId): TeaserSelection {
  const anchor = [now.teaserAnchor, now.teaser].find((id) => id !== null && order.includes(id)) ?? teaser;
  const [from, to] = [order.indexOf(anchor), order.indexOf(teaser)].sort((a, b) => a - b) as [number, number];
  return { teaser, teasers: order.slice(from, to + 1), teaserAnchor: anchor };
}

/** Returns the teaser that a key leads to; at an end, the end itself. */
export function reachedBy(key: string, order: readonly StoryId[], from: StoryId | null): StoryId | null {
  const at = from === null ? -1 : order.indexOf(from);
  const index = {
    ArrowUp: Math.max(0, at - 1),
    ArrowDown: Math.min(order.length - 1, at + 1),
    Home: 0,
    End: order.length - 1,
  }[key];
  return index === undefined ? null : (order[index] ?? null);
}

/**
 * The selection after the page has changed: reduced to teasers still there. When all are gone, the teaser in their
 * place is selected. A teaser that was not on the page yet may be on its way and is kept.
 */
export function toNextSelection(
  now: TeaserSelection,
  before: readonly StoryId[],
  after: readonly StoryId[],
): TeaserSelection {
  const gone = new Set(before.filter((id) => !after.includes(id)));
  if (!now.teasers.some((id) => gone.has(id))) return now;
  const teasers = now.teasers.filter((id) => !gone.has(id));
  if (teasers.length === 0) {
    const last = before.findLastIndex((id) => now.teasers.includes(id));
    const isLeft = (id: StoryId) => after.includes(id);
    return selectOne(before.slice(last).find(isLeft) ?? before.slice(0, last).findLast(isLeft) ?? null);
  }
  const stays = (id: StoryId | null) => (id !== null && teasers.includes(id) ? id : null);
  const teaser = stays(now.teaser) ?? nearest(before, now.teaser, teasers) ?? null;
  return { teaser, teasers, teaserAnchor: stays(now.teaserAnchor) ?? teaser };
}

/** Returns the teaser nearest to another, among some. */
function nearest(order: readonly StoryId[], to: StoryId | null, among: readonly StoryId[]): StoryId | undefined {
  const at = to === null ? 0 : order.indexOf(to);
  return [...among].sort((a, b) => Math.abs(order.indexOf(a) - at) - Math.abs(order.indexOf(b) - at))[0];
}
