import type { StoryId } from '../models.ts';
import type { PageSlot, PlacementChange, PlanPage } from './plan-page.ts';
import { type ResolvedSlot, resolveZone } from './resolve-zone.ts';

/**
 * The slots of each zone as they will very likely be after a plan. Fills give way and come up: zones of one rule
 * share their fills, from the top down, so ranks must be in the order of the page. A story that no zone shows yet, and
 * one that is released, is for the desk to bring in.
 */
export function slotsAfter(
  { zones }: PlanPage,
  changes: readonly PlacementChange[],
  ruleOf: (zoneId: string) => string = () => '',
): PageSlot[][] {
  const changed = new Set(changes.map(({ storyId }) => storyId));
  const kept = zones.map(({ slots }) => slots.filter(({ storyId }) => !changed.has(storyId)));
  const fills = Map.groupBy(
    zones.flatMap(({ id }, index) =>
      (kept[index] ?? []).flatMap(({ storyId, placed, rank }) =>
        placed === 'filled' ? [{ item: storyId, rank, rule: ruleOf(id) }] : [],
      ),
    ),
    ({ rule }) => rule,
  );
  return zones.map(({ id, limit }, index) => {
    const placed = [...(kept[index] ?? []), ...changes.flatMap((change) => slotIn(id, change))];
    const items = placed.map((slot) => ({ ...slot, item: slot.storyId }));
    const rule = ruleOf(id);
    const { slots } = resolveZone(
      limit,
      items.flatMap((slot) => (slot.pinNumber === null ? [] : [{ ...slot, pinNumber: slot.pinNumber }])),
      items.filter((slot) => slot.placed === 'free'),
      fills.get(rule) ?? [],
    );
    const taken = new Set(slots.map(({ item }) => item));
    fills.set(rule, fills.get(rule)?.filter(({ item }) => !taken.has(item)) ?? []);
    return slots.map(toSlot);
  });
}

function slotIn(zoneId: string, change: PlacementChange): PageSlot[] {
  if (change.placed === 'off' || change.placed === 'released' || change.zoneId !== zoneId) return [];
  const { storyId, placed } = change;
  return placed === 'pinned'
    ? [{ storyId, placed, rank: '', pinNumber: change.pinNumber }]
    : [{ storyId, placed, rank: change.rank, pinNumber: null }];
}

function toSlot({ item: storyId, placed, rank, pinNumber }: ResolvedSlot<StoryId>): PageSlot {
  return { storyId, placed, rank, pinNumber };
}
