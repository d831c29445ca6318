import { rankBetween } from './rank.ts';

/**
 * A rank directly after `low` and before `high`. Without `low` it is the first of its zone: `topRank` bounds it
 * there, so that stories of later days still come in above it.
 */
export function rankAfter(low: string | undefined, high: string | null, topRank: string): string {
  const floor = low ?? (high === null || topRank < high ? topRank : '');
  // Two equal ranks can only come from two libraries; just behind the first is right then.
  return high !== null && floor >= high ? `${floor}5` : rankBetween(floor, high);
}

/** Ranks in order for `count` stories between two neighbours. */
export function ranksBetween(low: string | undefined, high: string | null, count: number, topRank: string): string[] {
  const ranks: string[] = [];
  for (let n = 0; n < count; n += 1) ranks.push(rankAfter(ranks.at(-1) ?? low, high, topRank));
  return ranks;
}
