import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { isRefusal, planOnPage } from '../../../../shared/pages/plan.ts';
import type { PlacementChange, PlanAction, PlanPage, PlanTarget } from '../../../../shared/pages/plan-page.ts';
import { dayRank } from '../../../../shared/pages/rank.ts';
import type { Actor, Changes } from '../../core/changes.ts';
import { newId } from '../../core/ids.ts';
import type { ReadDb, Row } from '../../core/sql.ts';
import { findPlacement, type Placement } from '../layout/page-rows.ts';
import type { ResolvedPage } from '../layout/resolve-page.ts';
import { checkPlaceable, refusalError } from './plan-refusals.ts';

/** What a step needs to change one page: the page as it is now, and who changes it. */
export interface PageEdit {
  db: ReadDb;
  changes: Changes;
  actor: Actor;
  page: ResolvedPage;
}

/** Does something with stories on a page, to all of them or to none. Returns those of them that changed. */
export function actOnPage(
  edit: PageEdit,
  ids: readonly StoryId[],
  action: PlanAction,
  target: PlanTarget | null = null,
): StoryId[] {
  const isComing = action === 'place' || (action === 'pin' && target !== null);
  if (isComing) for (const id of ids) checkPlaceable(edit.db, id);
  const plan = planOnPage(toPlanPage(edit.page), ids, action, target);
  if (isRefusal(plan)) throw refusalError(edit, ids, plan);
  return writePlan(edit, plan, ids);
}

export function toPlanPage({ zones, waiting, moment }: ResolvedPage): PlanPage {
  return {
    zones: zones.map(({ id, name, limit, slots }) => ({
      id,
      name,
      limit,
      slots: slots.map(({ item, placed, rank, pinNumber }) => ({ storyId: item.articleId, placed, rank, pinNumber })),
    })),
    hidden: waiting.map(({ placement: { articleId, zoneId, standing } }) => ({
      storyId: articleId,
      zoneId,
      isOff: standing === 'off',
    })),
    topRank: dayRank(moment.day),
  };
}

/** Writes a plan. Its author is noted on the stories that the action was about, not on those that made room. */
export function writePlan(edit: PageEdit, plan: readonly PlacementChange[], ids: readonly StoryId[]): StoryId[] {
  const { db, changes, page } = edit;
  const { code } = page.system;
  return plan.flatMap((change) => {
    const { storyId } = change;
    const known = findPlacement(db, code, storyId);
    if (change.placed === 'released') return known && changes.remove('placements', [known.id]) ? [storyId] : [];
    const row = rowOf(edit, change, known);
    if (known && !ids.includes(storyId)) {
      changes.update('placements', [known.id], { zone_id: change.zoneId, ...row });
      return [];
    }
    return writePlacement(edit, { system: code, storyId, zoneId: change.zoneId }, known, row) ? [storyId] : [];
  });
}

/** A placement that is off the page has no number, no rank and no days. */
export const OFF_ROW: Row = { standing: 'off', pin_number: null, rank: null, from_day: null, until_day: null };

function rowOf(
  { page }: PageEdit,
  change: Exclude<PlacementChange, { placed: 'released' }>,
  known: Placement | null,
): Row {
  if (change.placed === 'off') return OFF_ROW;
  const today = page.moment.day;
  // Days that would hide what is placed now are dropped.
  const isRunning = (known?.from ?? today) <= today && (known?.until ?? today) >= today;
  return {
    standing: change.placed,
    pin_number: change.placed === 'pinned' ? change.pinNumber : null,
    rank: change.placed === 'free' ? change.rank : null,
    ...(isRunning ? {} : { from_day: null, until_day: null }),
  };
}

/** Inserts or changes a placement. `placed_by` changes only together with something else. Returns whether anything did. */
export function writePlacement(
  { changes, actor: { by } }: Pick<PageEdit, 'changes' | 'actor'>,
  { system, storyId, zoneId }: { system: SystemCode; storyId: StoryId; zoneId: string },
  known: Placement | null,
  row: Row,
): boolean {
  if (known) {
    const isChanged = changes.update('placements', [known.id], { zone_id: zoneId, ...row });
    if (isChanged) changes.update('placements', [known.id], { placed_by: by });
    return isChanged;
  }
  const keys = { id: newId(), system_code: system, zone_id: zoneId, article_id: storyId };
  changes.insert('placements', { ...keys, placed_by: by, ...row });
  return true;
}
