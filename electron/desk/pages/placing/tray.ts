import { DeskError } from '../../../../shared/errors.ts';
import type { Placed, StoryId, SystemCode } from '../../../../shared/models.ts';
import type { Key, RecordedUpdate } from '../../core/changes.ts';
import { prepare, type ReadDb, type Row } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { naturalRank } from '../layout/fills.ts';
import { overridesOf } from '../layout/overrides.ts';
import { listPlacements, type Placement } from '../layout/page-rows.ts';
import { checkPlaceable } from './plan-refusals.ts';
import type { PageEdit } from './write-plan.ts';

/** A story taken off a page: who did it and when, and how it was placed until then. */
export interface TakenOff {
  placement: Placement;
  by: string;
  atMs: number | null;
  /** The placement's columns before that step; null for one that the rule had put there. */
  before: Row | null;
}

interface Recorded {
  seq: number;
  by: string;
  at_ms: number;
  op: 'insert' | 'update';
  rows: string;
}

/** What was taken off a page, the newest first. */
export function listTakenOff(db: ReadDb, system: SystemCode): TakenOff[] {
  const open = new Map(
    listPlacements(db, system)
      .filter(({ standing }) => standing === 'off')
      .map((placement) => [String(placement.id), placement]),
  );
  const found: TakenOff[] = [];
  if (open.size === 0) return found;
  // Only steps that stand: what an undo has put back was taken off by the step before it.
  const steps = prepare<Recorded>(
    db,
    `SELECT e.seq, e.by, e.at_ms, c.op, c.rows FROM changes c JOIN entries e ON e.seq = c.entry_seq
     WHERE c.table_name = 'placements' AND c.op <> 'delete' AND e.kind = 'step' AND e.state = 'standing'
     ORDER BY c.entry_seq DESC, c.ord DESC`,
  ).iterate();
  for (const { by, at_ms, op, rows } of steps) {
    for (const { id, before } of takenOffBy(op, rows)) {
      const placement = open.get(id);
      if (!placement) continue;
      open.delete(id);
      found.push({ placement, by, atMs: at_ms, before });
    }
    if (open.size === 0) break;
  }
  // A library put together from others may hold placements that its own history does not tell of.
  for (const placement of open.values()) found.push({ placement, by: placement.by, atMs: null, before: null });
  return found;
}

/** Of a new row only the key is recorded: the newest step that made or moved it is the one that took it off. */
function takenOffBy(op: Recorded['op'], rows: string): { id: string; before: Row | null }[] {
  if (op === 'insert') return (JSON.parse(rows) as Key[]).map(([id]) => ({ id: String(id), before: null }));
  return (JSON.parse(rows) as RecordedUpdate[]).flatMap(({ key, before, after }) =>
    after['standing'] === 'off' ? [{ id: String(key[0]), before }] : [],
  );
}

export function placedBefore({ before }: TakenOff): Placed {
  if (before === null) return 'filled';
  return before['standing'] === 'pinned' ? 'pinned' : 'free';
}

/**
 * Brings back what was taken off, as it was placed: a pin to its number, a free placement between its neighbours.
 * What the rule had put there is the rule's again, unless it was re-worded here.
 */
export function putStoryBack(edit: PageEdit, articleId: StoryId): boolean {
  checkPlaceable(edit.db, articleId);
  const off = listTakenOff(edit.db, edit.page.system.code).find(({ placement }) => placement.articleId === articleId);
  if (!off) {
    throw new DeskError(
      'placement-missing',
      `That story is not among those taken off the ${edit.page.system.shortName} page. Place it instead.`,
    );
  }
  const { placement, before } = off;
  if (before) return edit.changes.update('placements', [placement.id], rowBefore(edit, before));
  if (overridesOf(placement).length === 0) {
    return edit.changes.remove('placements', [placement.id]);
  }
  const rank = naturalRank(edit.db, edit.page.system.code, getStory(edit.db, articleId));
  return edit.changes.update('placements', [placement.id], { standing: 'free', rank, pin_number: null });
}

/** Only what differed was recorded, and a placement that is off has neither number, rank nor days. */
function rowBefore(edit: PageEdit, before: Row): Row {
  const pick = (column: string) => before[column] ?? null;
  const until = pick('until_day');
  const isOver = until !== null && String(until) < edit.page.moment.day;
  return {
    standing: pick('standing'),
    pin_number: pick('pin_number'),
    rank: pick('rank'),
    from_day: isOver ? null : pick('from_day'),
    until_day: isOver ? null : until,
  };
}
