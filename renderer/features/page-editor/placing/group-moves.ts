import type { EditorTeaser, PageView } from '../../../../shared/models.ts';
import { openNumbers, planGroup } from '../../../../shared/pages/group.ts';
import { andList } from '../../../../shared/words/lists.ts';
import { type Step, teasersOf } from './page-moves.ts';

/**
 * Where several teasers go together: they keep their order and stand next to each other, but for the numbers
 * that pins of others hold. Numbers count from 1 down the whole page.
 */

type Zones = PageView['zones'];
type Zone = Zones[number];

/** A zone as the group would find it. */
interface Ground {
  /** Teasers of the page above this zone. */
  start: number;
  /** Numbers within the zone, once all of the group is in it. */
  size: number;
  held: Set<number>;
  /** Numbers within the zone where teasers of the group stand now. */
  mine: number[];
}

function groundsOf(zones: Zones, ids: ReadonlySet<string>): Ground[] {
  let start = 0;
  return zones.map((zone) => {
    const ground = groundOf(zone, ids, start);
    start += zone.teasers.length;
    return ground;
  });
}

function groundOf({ teasers, limit }: Zone, ids: ReadonlySet<string>, start: number): Ground {
  const held = new Set<number>();
  const mine: number[] = [];
  for (const [index, { articleId, placed }] of teasers.entries()) {
    if (ids.has(articleId)) mine.push(index + 1);
    else if (placed === 'pinned') held.add(index + 1);
  }
  return { start, size: Math.min(limit, teasers.length + ids.size - mine.length), held, mine };
}

/** The zone that holds a number of the page, as the desk finds it, and the number within it. */
export function aimAt(zones: Zones, position: number): { index: number; number: number } {
  let before = 0;
  for (const [index, { teasers }] of zones.entries()) {
    const isEmptyTop = index === 0 && position === 1;
    if (isEmptyTop || position <= before + teasers.length) return { index, number: Math.max(1, position - before) };
    before += teasers.length;
  }
  // Past the end: behind the last teaser where its zone has room, else in the last zone.
  const last = zones.findLastIndex(({ teasers }) => teasers.length > 0);
  const hasRoom = last >= 0 && (zones[last]?.teasers.length ?? 0) < (zones[last]?.limit ?? 0);
  const index = hasRoom ? last : zones.length - 1;
  return { index, number: Math.min((zones[index]?.teasers.length ?? 0) + 1, zones[index]?.limit ?? 1) };
}

/**
 * The numbers of the page that the group would take, the first of it at `position`. A zone without room for all of
 * them is passed over for the top of the next one that has it; null where there is none.
 */
export function landingOf(zones: Zones, ids: ReadonlySet<string>, position: number): number[] | null {
  const grounds = groundsOf(zones, ids);
  const aim = aimAt(zones, position);
  for (const [index, { start, size, held, mine }] of grounds.entries()) {
    if (index < aim.index) continue;
    const wanted = index === aim.index ? aim.number : 1;
    const isUpward = mine[0] !== undefined && wanted <= mine[0];
    const plan = planGroup({ size, held, count: ids.size, wanted, isUpward });
    if (plan) return plan.numbers.map((number) => start + number);
  }
  return null;
}

/** The page as it will very likely stand after a move of several, to show at once while the desk decides. */
export function withMoves(page: PageView, ids: ReadonlySet<string>, position: number): PageView {
  const order = teasersOf(page);
  const numbers = landingOf(page.zones, ids, position);
  if (!numbers) return page;
  const landing = new Map(order.filter(({ articleId }) => ids.has(articleId)).map((teaser, n) => [numbers[n], teaser]));
  const rest = order.filter(({ articleId, placed }) => !ids.has(articleId) && placed !== 'pinned');
  const starts = groundsOf(page.zones, ids).map(({ start }) => start);
  const next = order.flatMap((teaser, index): EditorTeaser[] => {
    const position = index + 1;
    const mover = landing.get(position);
    if (mover) return [moverAt(mover, position, position - (starts.findLast((start) => start < position) ?? 0))];
    const other = teaser.placed === 'pinned' && !ids.has(teaser.articleId) ? teaser : rest.shift();
    return other ? [other.position === position ? other : { ...other, position }] : [];
  });
  return { ...page, zones: page.zones.map((zone) => ({ ...zone, teasers: next.splice(0, zone.teasers.length) })) };
}

function moverAt(teaser: EditorTeaser, position: number, inZone: number): EditorTeaser {
  if (teaser.placed === 'pinned') return { ...teaser, position, pinNumber: inZone };
  return { ...teaser, position, placed: 'free' };
}

/**
 * The number that a step of all of them leads to: one number up or down for the first or last of them, or to an
 * end; those that stand apart come together. A zone too small for them is passed over. Null when there is
 * nowhere further to go.
 */
export function groupTarget(zones: Zones, ids: ReadonlySet<string>, step: Step): number | null {
  const isUp = step === 'up' || step === 'first';
  const grounds = groundsOf(zones, ids);
  const here = isUp
    ? grounds.findIndex(({ mine }) => mine.length > 0)
    : grounds.findLastIndex(({ mine }) => mine.length > 0);
  // From the zone they are in outwards for a single step, from the end of the page for all the way.
  const outwards = grounds.map((_, index) => index).filter((index) => (isUp ? index <= here : index >= here));
  const tried = step === 'up' || step === 'last' ? outwards.reverse() : outwards;
  for (const index of tried) {
    const ground = grounds[index];
    const number = ground ? stepWithin(ground, ids.size, step, index === here) : null;
    if (ground && number !== null) return ground.start + number;
  }
  return null;
}

/** The number within a zone for the first of the group, or null when it does not fit or would not change. */
function stepWithin({ size, held, mine }: Ground, count: number, step: Step, isHere: boolean): number | null {
  const open = openNumbers(size, held);
  const most = open.length - count;
  if (most < 0) return null;
  const others = open.filter((number) => !mine.includes(number));
  const aboveFirst = others.filter((number) => number < (mine[0] ?? 0)).length;
  const aboveLast = others.filter((number) => number < (mine.at(-1) ?? 0)).length;
  // A single step into another zone stops at its near end.
  const before = {
    first: 0,
    last: most,
    up: isHere ? Math.max(0, aboveFirst - 1) : most,
    down: isHere ? aboveLast + 1 : 0,
  }[step];
  const landing = Math.min(before, most);
  const isGathered = isHere && mine.length === count && aboveFirst === aboveLast;
  return isGathered && landing === aboveFirst ? null : (open[landing] ?? null);
}

/** The number for the first of the group when all are dropped before or after a teaser, be it one of them. */
export function groupDrop(
  zones: Zones,
  ids: ReadonlySet<string>,
  over: string,
  side: 'before' | 'after',
): number | null {
  const grounds = groundsOf(zones, ids);
  for (const [index, { teasers }] of zones.entries()) {
    const ground = grounds[index];
    const at = teasers.findIndex(({ articleId }) => articleId === over);
    if (at < 0 || !ground) continue;
    const above = teasers.slice(0, side === 'before' ? at : at + 1);
    const before = above.filter(({ articleId, placed }) => placed !== 'pinned' && !ids.has(articleId)).length;
    const open = openNumbers(ground.size, ground.held);
    return ground.start + (open[Math.max(0, Math.min(before, open.length - ids.size))] ?? 1);
  }
  return null;
}

/** `4`, `2 to 4`, `2, 4 and 5`. */
export function numbersWords(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (numbers.length > 2 && last - first === numbers.length - 1) return `${first} to ${last}`;
  return andList(numbers.map(String));
}
