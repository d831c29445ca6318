import type { MethodOutput } from '../../../shared/contract.ts';
import type { System, SystemCode } from '../../../shared/models.ts';
import type { BoardPending, BoardRow } from '../../../shared/pages/board.ts';
import { counted } from '../../../shared/words/counted.ts';
import { shortDay } from '../../../shared/words/day-words.ts';
import { fitOf } from '../../state/system-search.ts';
import { wallTime } from '../../state/wall-time.ts';
import type { BoardColumn, BoardSort } from './board-slice.ts';
import { isStale, type Need, needOf, needsAttention } from './page-need.ts';

/** The board shows former systems too, in a section of their own. */
export const WHOLE_BOARD = { scope: 'ever' } as const;

type PageState = MethodOutput<'checks.all'>[number];

/** BoardLine is a row with its queue figures and its need for attention. */
export interface BoardLine extends BoardRow {
  /** Null until the queue has been counted. */
  pending: { waiting: number; offered: number } | null;
  /** The page's check results and its changes since sign-off and export; null until all pages are checked. */
  state: PageState | null;
  /** True when the lead is older than the checks allow. */
  isStale: boolean;
  need: Need;
}

const NOTHING = { waiting: 0, offered: 0 };

/** Figures that the rows lack; null while they are not counted. */
export interface BoardKnown {
  leadDays: number;
  pending: readonly BoardPending[] | null;
  checks: readonly PageState[] | null;
}

export function toLines(rows: readonly BoardRow[], { leadDays, pending, checks }: BoardKnown): BoardLine[] {
  const pendingOf = new Map(pending?.map((each) => [each.code, each]));
  const checksOf = new Map(checks?.map((each) => [each.code, each]));
  return rows.map((row) => {
    const own = pending === null ? null : (pendingOf.get(row.code) ?? NOTHING);
    const age = row.active ? (row.lead?.ageDays ?? null) : null;
    return {
      ...row,
      pending: own,
      state: checksOf.get(row.code) ?? null,
      isStale: age !== null && isStale(age, leadDays),
      need: needOf(row, { leadDays, pending: own ?? undefined, checks: checksOf.get(row.code) }),
    };
  });
}

export interface BoardFilter {
  typed: string;
  region: string | null;
  isNeedOnly: boolean;
}

export function filterLines(
  lines: readonly BoardLine[],
  { typed, region, isNeedOnly }: BoardFilter,
  systems: ReadonlyMap<SystemCode, System>,
): BoardLine[] {
  return lines.filter((line) => {
    if (region !== null && line.region !== region) return false;
    if (isNeedOnly && !needsAttention(line.need)) return false;
    if (typed.trim() === '') return true;
    const names = [line.shortName, line.region, line.code, line.slug, ...(systems.get(line.code)?.abbreviations ?? [])];
    return names.some((name) => fitOf(typed, name) !== null);
  });
}

/**
 * The lead's age for sorting. An undated lead has no known age and a missing lead is worse, so both sort as oldest.
 */
function ageOf({ lead }: BoardLine): number {
  if (lead === null) return Number.MAX_SAFE_INTEGER;
  return lead.ageDays ?? Number.MAX_SAFE_INTEGER - 1;
}

const FIGURES: Record<Exclude<BoardColumn, 'name'>, (line: BoardLine) => number> = {
  need: ({ need }) => need.weight,
  age: ageOf,
  days7: ({ recent }) => recent.days7,
  days30: ({ recent }) => recent.days30,
  pins: ({ pinned }) => pinned,
  gaps: ({ gaps }) => gaps.places + gaps.pins,
  unplaced: ({ unplaced }) => unplaced,
  checks: ({ state }) => (state ? state.errors * 1000 + state.warnings : -1),
  offered: ({ pending }) => pending?.offered ?? -1,
  // "Never signed off" sorts above no changes and below any change.
  unsigned: ({ state }) => (state ? (state.unsigned ?? 0.5) : -1),
  exported: exportNeed,
};

/** Sorts pages changed since export first, then pages never exported, then the longest ago. */
function exportNeed({ state }: BoardLine): number {
  if (!state) return -Number.MAX_SAFE_INTEGER;
  if (!state.exported) return 1;
  const ago = -Date.parse(state.exported.at);
  return state.exported.isChanged ? ago + Number.MAX_SAFE_INTEGER : ago;
}

/** `signed off`, `3 changes`, `never`. */
export function formatUnsigned({ unsigned }: Pick<PageState, 'unsigned'>): string {
  if (unsigned === null) return 'never';
  return unsigned === 0 ? 'signed off' : counted(unsigned, 'change', 'changes');
}

/** `today`, `18 Nov`, `never`. */
export function formatLastExport({ exported }: Pick<PageState, 'exported'>, today: string): string {
  if (exported === null) return 'never';
  const { day } = wallTime(exported.at);
  return day === today ? 'today' : shortDay(day, today);
}

/** Equal lines sort by name, in both directions of the column. */
export function sortLines(lines: readonly BoardLine[], { by, descending }: BoardSort): BoardLine[] {
  const sign = descending ? -1 : 1;
  return lines.toSorted((a, b) =>
    by === 'name' ? sign * byName(a, b) : sign * (FIGURES[by](a) - FIGURES[by](b)) || byName(a, b),
  );
}

/** Sorts closed pages, the newest end first. */
export function sortFormer(lines: readonly BoardLine[]): BoardLine[] {
  return lines.toSorted((a, b) => (b.activeTo ?? '').localeCompare(a.activeTo ?? '') || byName(a, b));
}

function byName(a: BoardLine, b: BoardLine): number {
  return a.shortName.localeCompare(b.shortName, 'en-GB');
}

export function regionsOf(lines: readonly BoardLine[]): string[] {
  return [...new Set(lines.filter(({ active }) => active).map(({ region }) => region))].sort((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );
}

/** `36 systems, 9 need attention`, or how many of them are shown. */
export function formatBoardCounts(shown: readonly BoardLine[], all: readonly BoardLine[]): string {
  const active = all.filter((line) => line.active);
  const here = shown.filter((line) => line.active);
  if (here.length < active.length) return `${here.length} of ${active.length} systems`;
  const needing = active.filter(({ need }) => needsAttention(need)).length;
  const systems = counted(active.length, 'system', 'systems');
  return `${systems}, ${needing === 0 ? 'no page needs' : counted(needing, 'needs', 'need')} attention`;
}

/** `stories a week, oldest first: 0, 2, 1`. */
export function formatWeeks(weeks: readonly number[]): string {
  return `stories a week, oldest first: ${weeks.join(', ')}`;
}
