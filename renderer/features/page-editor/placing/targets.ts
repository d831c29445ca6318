import type { StoryId } from '../../../../shared/models.ts';
import { openNumbers } from '../../../../shared/pages/plan-landing.ts';
import { aimAt, type PlanPage, type PlanTarget, type PlanZone } from '../../../../shared/pages/plan-page.ts';

/** Where a key or a drop sends teasers, be it one or several. */

export type Step = 'up' | 'down' | 'first' | 'last';

/**
 * The target of one step of all teasers: one number up or down for the first or last of them, or to an end; those
 * that are apart come together. Pins of others and a zone too small for all of them are passed over. Null when there
 * is nowhere further to go.
 */
export function stepTarget(page: PlanPage, ids: readonly StoryId[], step: Step): PlanTarget | null {
  const isUp = step === 'up' || step === 'first';
  const isMine = ({ slots }: PlanZone) => slots.some(({ storyId }) => ids.includes(storyId));
  const { zones } = page;
  const here = isUp ? zones.findIndex(isMine) : zones.findLastIndex(isMine);
  // From the zone they are in outwards for a single step, from the end of the page for all the way. An empty zone
  // is no step away, but for the top of the page.
  const outwards = zones.filter(
    ({ slots }, index) => (isUp ? index <= here : index >= here) && (index === 0 || slots.length > 0),
  );
  for (const zone of step === 'up' || step === 'last' ? outwards.reverse() : outwards) {
    const number = numberAfterStep(zone, ids, step, zone === zones[here]);
    if (number !== null) return targetAt(page, zone, number);
  }
  return null;
}

/** The number within a zone for the first of the teasers, or null when they do not fit or would not move. */
function numberAfterStep(zone: PlanZone, ids: readonly StoryId[], step: Step, isHere: boolean): number | null {
  const open = openNumbers(zone, ids);
  const most = open.length - ids.length;
  if (most < 0) return null;
  const mine = zone.slots.flatMap(({ storyId }, index) => (ids.includes(storyId) ? [index + 1] : []));
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
  const isTogether = isHere && mine.length === ids.length && aboveFirst === aboveLast;
  return isTogether && landing === aboveFirst ? null : (open[landing] ?? null);
}

/** The target of teasers that are dropped before or after another teaser, be it one of them. */
export function dropTarget(
  page: PlanPage,
  ids: readonly StoryId[],
  over: string,
  side: 'before' | 'after',
): PlanTarget | null {
  for (const zone of page.zones) {
    const at = zone.slots.findIndex(({ storyId }) => storyId === over);
    if (at < 0) continue;
    const above = zone.slots.slice(0, side === 'before' ? at : at + 1);
    const before = above.filter(({ storyId, placed }) => placed !== 'pinned' && !ids.includes(storyId)).length;
    const open = openNumbers(zone, ids);
    return targetAt(page, zone, open[Math.max(0, Math.min(before, open.length - ids.length))] ?? 1);
  }
  return null;
}

/** A number of the page; with the zone where by that number alone another one would be meant. */
export function targetAt(page: PlanPage, zone: PlanZone, number: number): PlanTarget {
  const start = page.zones.slice(0, page.zones.indexOf(zone)).reduce((sum, { slots }) => sum + slots.length, 0);
  const aim = aimAt(page, { position: start + number });
  return aim?.zone === zone && aim.number === number
    ? { position: start + number }
    : { position: number, zoneId: zone.id };
}
