import { rankBetween } from './rank.ts';

/**
 * Several teasers brought to one place: they keep their order and stand next to each other, but for the
 * numbers that the pins of others hold. The same arithmetic paints a move at once and carries it out.
 */

export interface GroupPlan {
  /** The number each of the group takes, in its order. */
  numbers: number[];
  /** How many of those that give way stand before the group. */
  before: number;
}

/**
 * Where `count` teasers end up among `size` numbers when the first is to take `wanted`. A held number means the
 * next open one, in the direction the group comes from; near the end the group stands as low as all of it fits.
 * Null when there are fewer open numbers than teasers.
 */
export function planGroup({
  size,
  held,
  count,
  wanted,
  isUpward,
}: {
  size: number;
  /** Numbers that pins of others keep. */
  held: ReadonlySet<number>;
  count: number;
  wanted: number;
  isUpward: boolean;
}): GroupPlan | null {
  const open = openNumbers(size, held);
  if (count > open.length) return null;
  const at = isUpward ? open.findLastIndex((number) => number <= wanted) : open.findIndex((number) => number >= wanted);
  const first = at < 0 ? (isUpward ? 0 : open.length) : at;
  const before = Math.min(first, open.length - count);
  return { numbers: open.slice(before, before + count), before };
}

/** The numbers from 1 to `size` that no pin of another holds. */
export function openNumbers(size: number, held: ReadonlySet<number>): number[] {
  return Array.from({ length: size }, (_, index) => index + 1).filter((number) => !held.has(number));
}

/**
 * Ranks in order for `count` that come between two neighbours; no `low` means that the group is the first.
 * `topRank` bounds what stands on top, so that stories of later days still come in above it.
 */
export function ranksBetween(low: string | undefined, high: string | null, count: number, topRank: string): string[] {
  const ranks: string[] = [];
  let last = low ?? (high === null || topRank < high ? topRank : '');
  for (let n = 0; n < count; n += 1) {
    // Two equal ranks can only come from two libraries; just behind the first is right then.
    last = high !== null && last >= high ? `${last}5` : rankBetween(last, high);
    ranks.push(last);
  }
  return ranks;
}
