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
  const mover = page.find((teaser) => teaser.articleId === articleId);
  if (!mover) return [...page];
  const target = Math.max(1, Math.min(position, page.length));
  const slots = new Map<number, T>();
  page.forEach((teaser, index) => {
    if (teaser.placed === 'pinned' && teaser !== mover) slots.set(index + 1, teaser);
  });
  // Two teasers cannot share a number: where a pin holds the one asked for, the nearest open one below takes it.
  const landing = nearestOpen(slots, target, page.length);
  if (landing === null) return [...page];
  slots.set(landing, mover);
  const rest = page.filter((teaser) => teaser !== mover && !(teaser.placed === 'pinned'));
  return page.flatMap((_, index) => slots.get(index + 1) ?? rest.shift() ?? []);
}

function nearestOpen(taken: ReadonlyMap<number, unknown>, target: number, length: number): number | null {
  for (let number = target; number <= length; number += 1) if (!taken.has(number)) return number;
  for (let number = target - 1; number >= 1; number -= 1) if (!taken.has(number)) return number;
  return null;
}

/** A number typed by an editor for "move to number", or the sentence that says what is wrong with it. */
export function readNumber(text: string, last: number): { ok: true; position: number } | { ok: false; reason: string } {
  const trimmed = text.trim();
  if (!/^\d{1,4}$/.test(trimmed)) return { ok: false, reason: `Type a number from 1 to ${last}.` };
  const position = Number(trimmed);
  if (position < 1 || position > last) return { ok: false, reason: `This page has the numbers 1 to ${last}.` };
  return { ok: true, position };
}
