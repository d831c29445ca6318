import type { EditorTeaser, PageView } from '../../../../shared/models.ts';

/**
 * Where a teaser goes: the arithmetic behind drag, keys and menu, with no React and no desk in it.
 * Numbers count from 1 down the whole page, across its zones.
 */

/** What moving needs to know of a teaser. */
export interface Standing {
  readonly articleId: string;
  readonly placed: 'pinned' | 'free' | 'filled';
}

export type Step = 'up' | 'down' | 'first' | 'last';

/** The number a teaser stands at, or null when it is not on the page. */
export function positionOf(page: readonly Standing[], articleId: string): number | null {
  const index = page.findIndex((teaser) => teaser.articleId === articleId);
  return index < 0 ? null : index + 1;
}

/**
 * The number that a step up or down leads to. Pins of other teasers keep their numbers, so a step
 * passes over them. Null when there is nowhere further to go.
 */
export function stepTarget(page: readonly Standing[], articleId: string, step: Step): number | null {
  const from = positionOf(page, articleId);
  if (from === null) return null;
  const open = page.flatMap((teaser, index) =>
    teaser.placed !== 'pinned' || teaser.articleId === articleId ? [index + 1] : [],
  );
  const above = open.filter((number) => number < from);
  const below = open.filter((number) => number > from);
  const target = { up: above.at(-1), down: below[0], first: above[0], last: below.at(-1) }[step];
  return target ?? null;
}

/**
 * The number at which a teaser ends up when it is dropped before or after another one. A teaser
 * that comes from above leaves its own number free, so everything under it moves up by one first.
 */
export function dropTarget(
  page: readonly Standing[],
  dragged: string,
  over: string,
  side: 'before' | 'after',
): number | null {
  const overAt = positionOf(page, over);
  if (overAt === null) return null;
  const gap = side === 'before' ? overAt : overAt + 1;
  const from = positionOf(page, dragged);
  return from !== null && from < gap ? gap - 1 : gap;
}

/**
 * The page as it will very likely stand after a move, to show at once while the desk decides: the
 * moved teaser at its number, pins of others at theirs, the rest in their old order around them.
 */
export function moved<T extends Standing>(page: readonly T[], articleId: string, position: number): T[] {
  const from = positionOf(page, articleId);
  const mover = from === null ? undefined : page[from - 1];
  if (from === null || !mover) return [...page];
  const landing = openNumberNear(page, from, Math.max(1, Math.min(position, page.length)));
  const rest = page.filter((teaser) => teaser !== mover && teaser.placed !== 'pinned');
  return page.flatMap((teaser, index) => {
    if (index + 1 === landing) return mover;
    return teaser !== mover && teaser.placed === 'pinned' ? teaser : (rest.shift() ?? []);
  });
}

/** Two teasers cannot share a number: where another's pin holds the one asked for, the next open one that way takes it. */
function openNumberNear(page: readonly Standing[], from: number, wanted: number): number {
  const step = wanted > from ? 1 : -1;
  for (let number = wanted; number >= 1 && number <= page.length; number += step) {
    if (number === from || page[number - 1]?.placed !== 'pinned') return number;
  }
  return from;
}

/** All teasers from the lead down, whatever zone they stand in. */
export function teasersOf(page: Pick<PageView, 'zones'>): EditorTeaser[] {
  return page.zones.flatMap((zone) => zone.teasers);
}

/** The whole page as it will very likely stand after a move: numbers counted anew, and a moved fill an editor's own. */
export function withMove(page: PageView, articleId: string, position: number): PageView {
  const order = moved(teasersOf(page), articleId, position).map((teaser, index) => {
    // What keeps its number stays the same object, and is not drawn again.
    const there = teaser.position === index + 1 ? teaser : { ...teaser, position: index + 1 };
    if (teaser.articleId !== articleId) return there;
    if (teaser.placed === 'filled') return { ...there, placed: 'free' as const };
    return teaser.placed === 'pinned' ? { ...there, pinNumber: index + 1 } : there;
  });
  return { ...page, zones: page.zones.map((zone) => ({ ...zone, teasers: order.splice(0, zone.teasers.length) })) };
}

/** The teaser that takes the selection when this one goes: the one below it, else the one above. */
export function neighbourOf(page: readonly Standing[], articleId: string): string | null {
  const index = page.findIndex((teaser) => teaser.articleId === articleId);
  return index < 0 ? null : ((page[index + 1] ?? page[index - 1])?.articleId ?? null);
}
