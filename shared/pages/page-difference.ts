import type { Placed, StoryId } from '../models.ts';

/** A teaser on one side of a comparison. What is not known of it, as in an old receipt, is left out. */
export interface ComparedTeaser {
  articleId: StoryId;
  zone?: string | undefined;
  placed?: Placed | undefined;
}

export interface TeaserDifference<T> {
  change: 'added' | 'moved' | 'removed' | 'kept';
  /** With its number on the whole page, from 1; null where it was or is not on the page. */
  before: (T & { position: number }) | null;
  after: (T & { position: number }) | null;
}

/**
 * What happened to each teaser of a page, in the order of the new page, then what is gone in the order of the old.
 * As few teasers as possible have moved; a pin that keeps its number has not, whatever moved around it. Where several
 * choices are as small, what an editor placed has moved rather than what gave way to it.
 */
export function comparePages<T extends ComparedTeaser>(
  before: readonly T[],
  after: readonly T[],
): TeaserDifference<T>[] {
  const old = numbered(before);
  const now = numbered(after);
  const oldById = new Map(old.map((teaser) => [teaser.articleId, teaser]));
  const pairs = now.flatMap((to) => {
    const from = oldById.get(to.articleId);
    return from ? [{ from, to }] : [];
  });
  const isHeld = holdsNumber(old, now);
  const kept = keptInOrder(pairs.filter((pair) => !isHeld(pair)));
  const list = now.map((to): TeaserDifference<T> => {
    const from = oldById.get(to.articleId);
    if (!from) return { change: 'added', before: null, after: to };
    const isKept = (isHeld({ from, to }) || kept.has(to.articleId)) && !crossedZones(old, from, to);
    return { change: isKept ? 'kept' : 'moved', before: from, after: to };
  });
  const ids = new Set(now.map(({ articleId }) => articleId));
  const gone = old.filter(({ articleId }) => !ids.has(articleId));
  return [...list, ...gone.map((from): TeaserDifference<T> => ({ change: 'removed', before: from, after: null }))];
}

type Numbered<T> = T & { position: number };
interface Pair {
  from: Numbered<ComparedTeaser>;
  to: Numbered<ComparedTeaser>;
}

function numbered<T>(teasers: readonly T[]): Numbered<T>[] {
  return teasers.map((teaser, index) => ({ ...teaser, position: index + 1 }));
}

/** Whether a teaser is pinned now and has the number of its zone that it had before. */
function holdsNumber(old: readonly Numbered<ComparedTeaser>[], now: readonly Numbered<ComparedTeaser>[]) {
  const start = (teasers: readonly Numbered<ComparedTeaser>[], zone: string | undefined) =>
    teasers.findIndex((teaser) => teaser.zone === zone);
  return ({ from, to }: Pair): boolean =>
    to.placed === 'pinned' &&
    (from.zone === undefined || to.zone === undefined
      ? from.position === to.position
      : from.zone === to.zone && from.position - start(old, from.zone) === to.position - start(now, to.zone));
}

/**
 * A teaser that only gives way to one above it may come into the zone below, as another comes into its place. It has
 * moved where its number belonged to another zone before.
 */
function crossedZones(old: readonly ComparedTeaser[], from: ComparedTeaser, to: Numbered<ComparedTeaser>): boolean {
  if (from.zone === undefined || to.zone === undefined || from.zone === to.zone) return false;
  return (old[to.position - 1] ?? old.at(-1))?.zone !== to.zone;
}

/** The most of the teasers, in the new order, whose old numbers rise. Of several choices the one of most weight. */
function keptInOrder(pairs: readonly Pair[]): Set<StoryId> {
  /** The best run that ends with each pair: its weight, and the pair before. */
  const best: { weight: number; previous: number }[] = [];
  for (const [index, { from, to }] of pairs.entries()) {
    let previous = -1;
    for (let other = 0; other < index; other += 1) {
      const isBefore = (pairs[other]?.from.position ?? 0) < from.position;
      if (isBefore && weightAt(best, other) > weightAt(best, previous)) previous = other;
    }
    best.push({ weight: weightAt(best, previous) + weightOf({ from, to }), previous });
  }
  let at = best.reduce((most, { weight }, index) => (weight > weightAt(best, most) ? index : most), -1);
  const kept = new Set<StoryId>();
  for (; at >= 0; at = best[at]?.previous ?? -1) {
    const id = pairs[at]?.to.articleId;
    if (id !== undefined) kept.add(id);
  }
  return kept;
}

function weightAt(best: readonly { weight: number }[], index: number): number {
  return best[index]?.weight ?? 0;
}

/**
 * How much speaks for a teaser having kept its place, the length of the run above all: a move from a number to itself
 * says nothing; what an editor has just placed was moved, sooner than what was placed before or fills; and what goes
 * down gives way to what goes up.
 */
function weightOf({ from, to }: Pair): number {
  const isPlaced = to.placed === 'free' || to.placed === 'pinned';
  const wasPlaced = from.placed === 'free' || from.placed === 'pinned';
  const byEditor = isPlaced ? (wasPlaced ? 1 : 2) : 0;
  return 1e10 + (from.position === to.position ? 1e7 : 0) - byEditor * 1e3 + (to.position > from.position ? 1 : 0);
}
