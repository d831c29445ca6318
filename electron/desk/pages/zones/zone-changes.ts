import type { TemplateId, ZoneSpec } from '../../../../shared/pages/fill-rules.ts';
import { isRefusal, planOnPage } from '../../../../shared/pages/plan.ts';
import { spotOf } from '../../../../shared/pages/plan-page.ts';
import { rankBetween, withoutClass } from '../../../../shared/pages/rank.ts';
import { listPlacements } from '../layout/page-rows.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { newZoneId, zoneColumns } from '../layout/zone-rows.ts';
import { type PageEdit, toPlanPage } from '../placing/write-plan.ts';
import { planZones, type StandingPlacement } from './zone-plan.ts';

/**
 * Gives a page other zones, its own or those of a template. Every placement goes on standing or waiting in one
 * of them. Returns whether anything changed.
 */
export function changeZones(
  edit: PageEdit,
  zones: readonly ZoneSpec[],
  template: TemplateId | null,
  resolve: () => ResolvedPage,
): boolean {
  const { changes, page } = edit;
  const { code } = page.system;
  const plan = planZones(page.zones, zones, placementsOf(edit));
  const kept = new Set(plan.goesOnFrom.filter((id) => id !== null));
  const taken = new Set(page.zones.map(({ id }) => id));
  let hasChanged = changes.update('pages', [code], { template_id: template });
  let rank = '';
  const ids = zones.map((zone, index) => {
    rank = rankBetween(rank, null);
    const known = plan.goesOnFrom[index] ?? null;
    if (known !== null) {
      hasChanged = changes.update('zones', [known], { rank, ...zoneColumns(zone) }) || hasChanged;
      return known;
    }
    const id = newZoneId(code, zone.name, taken);
    taken.add(id);
    changes.insert('zones', { id, system_code: code, rank, ...zoneColumns(zone) });
    hasChanged = true;
    return id;
  });
  for (const { id, zone, pinNumber } of plan.moves) {
    changes.update('placements', [id], { zone_id: ids[zone] ?? null, pin_number: pinNumber });
  }
  for (const { id } of page.zones) {
    if (!kept.has(id)) hasChanged = changes.remove('zones', [id]) || hasChanged;
  }
  if (hasChanged) {
    releaseClasses(edit, zones, ids);
    keepNumbers(edit, new Set(plan.moves.map(({ id }) => id)), resolve);
  }
  return hasChanged;
}

/** A fill of a later class that was re-worded has that class in its rank, which says nothing where all come by day. */
function releaseClasses({ db, changes, page }: PageEdit, zones: readonly ZoneSpec[], ids: readonly string[]): void {
  const byDay = new Set(ids.filter((_, index) => zones[index]?.rule.first === 'newest'));
  for (const { id, zoneId, rank } of listPlacements(db, page.system.code)) {
    if (rank !== null && byDay.has(zoneId)) changes.update('placements', [id], { rank: withoutClass(rank) });
  }
}

/** Free placements that came into another zone stand at the number of the page that they had, as far as that goes. */
function keepNumbers({ changes, page }: PageEdit, moved: ReadonlySet<string>, resolve: () => ResolvedPage): void {
  const free = slotsOf(page).flatMap(({ item, placed }, index) =>
    placed === 'free' && item.placement && moved.has(item.placement.id)
      ? [{ id: item.placement.id, articleId: item.articleId, number: index + 1 }]
      : [],
  );
  for (const { id, articleId, number } of free) {
    const now = toPlanPage(resolve());
    const plan = planOnPage(now, [articleId], 'move', { position: number });
    const [change] = isRefusal(plan) ? [] : plan;
    // A number of another zone is beyond what the placement can keep.
    if (change?.placed === 'free' && change.zoneId === spotOf(now, articleId)?.zone.id) {
      changes.update('placements', [id], { rank: change.rank });
    }
  }
}

function placementsOf({ db, page }: PageEdit): StandingPlacement[] {
  const numbers = new Map(
    page.zones.flatMap(({ slots }) =>
      slots.map(({ item }, index): [string | undefined, number] => [item.placement?.id, index + 1]),
    ),
  );
  return listPlacements(db, page.system.code).map(({ id, zoneId, pinNumber }) => ({
    id,
    zoneId,
    pinNumber,
    number: numbers.get(id) ?? null,
  }));
}
