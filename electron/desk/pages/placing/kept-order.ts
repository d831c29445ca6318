import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { isDirectlyAfter, rankBetween } from '../../../../shared/pages/rank.ts';
import { type DeskContext, momentAsOf } from '../../context.ts';
import type { Changes } from '../../core/changes.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';
import { listPlacements } from '../layout/page-rows.ts';
import { type ResolvedPage, resolvePage } from '../layout/resolve-page.ts';

/** A story of a page that no pin holds: a fill, or a free placement, whether or not that shows now. */
interface FlowItem {
  articleId: StoryId;
  rank: string;
  zoneId: string;
  /** Null for a fill. */
  placementId: string | null;
}

/**
 * Runs what brings stories in. A capture changes the ranks of fills, so each free placement is then given the rank
 * directly after the story that it was below; without that it would drift among them.
 */
export function keepOrder<T>(context: DeskContext, changes: Changes, bringIn: () => T): T {
  const { db } = context.library;
  const flows = () => new Map(listPlacedOn(db).map((code) => [code, flowOf(db, pageNow(context, code))]));
  const before = flows();
  const value = bringIn();
  for (const [code, flow] of before) {
    for (const { id, rank } of planRanks(flow, flowOf(db, pageNow(context, code)))) {
      changes.update('placements', [id], { rank });
    }
  }
  return value;
}

function pageNow(context: DeskContext, code: SystemCode): ResolvedPage {
  return resolvePage(context.library.db, context.register, code, momentAsOf(context, undefined));
}

function listPlacedOn(db: ReadDb): SystemCode[] {
  return prepare<{ code: SystemCode }>(
    db,
    `SELECT DISTINCT system_code AS code FROM placements WHERE standing = 'free' ORDER BY 1`,
  )
    .all()
    .map(({ code }) => code);
}

function flowOf(db: ReadDb, { system, zones }: ResolvedPage): FlowItem[] {
  const fills = zones.flatMap(({ id, slots }) =>
    slots.flatMap(({ item, placed, rank }): FlowItem[] =>
      placed === 'filled' ? [{ articleId: item.articleId, rank, zoneId: id, placementId: null }] : [],
    ),
  );
  const placements = listPlacements(db, system.code).flatMap(({ id, articleId, zoneId, standing, rank }): FlowItem[] =>
    standing === 'free' && rank !== null ? [{ articleId, rank, zoneId, placementId: id }] : [],
  );
  return [...fills, ...placements].sort((a, b) => (a.rank < b.rank ? -1 : 1));
}

/**
 * The ranks that keep free placements where they were after the fills have changed: directly below the
 * nearest story above them that is still on the page. One that had no story above it goes directly above the first of
 * those that were below it, so that new stories come in above. Both flows are in order of rank.
 */
function planRanks(before: readonly FlowItem[], after: readonly FlowItem[]): { id: string; rank: string }[] {
  const ranks = new Map(
    after.flatMap(({ articleId, rank, placementId }) => (placementId === null ? [[articleId, rank] as const] : [])),
  );
  /** The same for each zone: its stories so far, to find the next one. */
  const zones = Map.groupBy(
    after.filter(({ placementId }) => placementId === null),
    ({ zoneId }) => zoneId,
  );
  const changed: { id: string; rank: string }[] = [];
  for (const [index, item] of before.entries()) {
    if (item.placementId === null) continue;
    const zone = (zones.get(item.zoneId) ?? []).map(({ rank }) => rank);
    const rank = rankAmong(item, aboveOf(before, index), before.slice(index + 1), ranks, zone);
    if (rank !== item.rank) changed.push({ id: item.placementId, rank });
    ranks.set(item.articleId, rank);
    zones.set(item.zoneId, [...(zones.get(item.zoneId) ?? []), { ...item, rank }]);
  }
  return changed;
}

/** The items above one, the nearest first: those of its own zone, then the others by rank. */
function aboveOf(before: readonly FlowItem[], index: number): FlowItem[] {
  const above = before.slice(0, index).reverse();
  const isNear = ({ zoneId }: FlowItem) => zoneId === before[index]?.zoneId;
  return [...above.filter(isNear), ...above.filter((item) => !isNear(item))];
}

function rankAmong(
  item: FlowItem,
  above: readonly FlowItem[],
  below: readonly FlowItem[],
  ranks: ReadonlyMap<StoryId, string>,
  zone: readonly string[],
): string {
  const isBetween = (low: string, high: string) => zone.some((rank) => low < rank && rank < high);
  const next = (low: string) => zone.filter((rank) => rank > low).sort()[0] ?? null;
  for (const { articleId, rank: was } of above) {
    const low = ranks.get(articleId);
    if (low === undefined) continue;
    const isStill = low < item.rank && !isBetween(low, item.rank);
    return isStill && (low === was || isDirectlyAfter(item.rank, low)) ? item.rank : rankBetween(low, next(low));
  }
  const [first] = below
    .flatMap(({ articleId, placementId }) => (placementId === null ? (ranks.get(articleId) ?? []) : []))
    .sort();
  if (first === undefined || (item.rank < first && !isBetween(item.rank, first))) return item.rank;
  // Others may have been put directly above it already.
  const low = [first.slice(0, -1), ...zone.filter((rank) => rank < first)].sort().at(-1);
  return rankBetween(low ?? '', first);
}
