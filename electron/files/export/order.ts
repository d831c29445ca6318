/**
 * Which of `order` (distinct numbers) keep their place: a longest increasing subsequence. All others have moved. So one
 * story put on top of twenty moves none of them.
 */
export function longestIncreasingRun(order: readonly number[]): Set<number> {
  /** ends[n]: index in `order` of the smallest number that ends a run of n + 1. */
  const ends: number[] = [];
  const before: Array<number | undefined> = [];
  for (const [i, value] of order.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? undefined : ends[low - 1]);
    ends[low] = i;
  }
  const run = new Set<number>();
  for (let i = ends.at(-1); i !== undefined; i = before[i]) run.add(order[i] ?? 0);
  return run;
}
