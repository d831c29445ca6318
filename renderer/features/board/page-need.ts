import type { BoardPending, BoardRow } from '../../../shared/pages/board.ts';
import { counted } from '../../../shared/words/counted.ts';

export interface Need {
  /** 0 for a page in order. The larger the weight, the sooner an editor should look. */
  weight: number;
  /** The reasons in words, the heaviest first; empty where nothing is wrong. */
  reasons: string[];
}

/** What is known about a page in addition to its row. */
export interface Known {
  /** A lead older than this is stale, as in the checks. */
  leadDays: number;
  pending?: Pick<BoardPending, 'waiting' | 'offered'> | undefined;
  /** Undefined until the checks are read. `unsigned` is null for a page never signed off. */
  checks?: { errors: number; unsigned: number | null } | undefined;
}

type Judged = Pick<BoardRow, 'active' | 'lead' | 'teasers' | 'gaps' | 'recent'>;

/**
 * needOf weighs how much a page needs an editor, and why. An empty page comes first, then pins that do not show,
 * failing checks, stale leads by age and empty places by number. Waiting stories only add to it.
 */
export function needOf(row: Judged, { leadDays, pending, checks }: Known): Need {
  // The page of a former system is closed and stays as it is.
  if (!row.active) return { weight: 0, reasons: [] };
  const found: { weight: number; reason: string }[] = [];
  const add = (weight: number, reason: string) => found.push({ weight, reason });
  const { lead, gaps, teasers, recent } = row;

  if (lead === null) add(1000, 'the page is empty');
  if (gaps.pins > 0) add(100 * gaps.pins, gaps.pins === 1 ? 'a pin does not show' : `${gaps.pins} pins do not show`);
  if (checks && checks.errors > 0) {
    add(50 + checks.errors, checks.errors === 1 ? 'a check fails' : `${count(checks.errors)} checks fail`);
  }
  if (lead?.ageDays !== null && lead !== null && isStale(lead.ageDays, leadDays)) {
    add(20 + Math.min(lead.ageDays, 365), `lead is ${lead.ageDays.toLocaleString('en-GB')} days old`);
  }
  if (lead !== null && lead.publishedAt === null) add(10, 'lead has no date');
  if (lead?.scope === 'national') add(15, 'lead is national');
  if (lead?.scope === 'nearby') add(15, 'lead is borrowed');
  if (teasers > 0 && gaps.places > 0) {
    add(10 + gaps.places, counted(gaps.places, 'place empty', 'places empty'));
  }
  if (teasers > 0 && recent.days30 === 0) add(12, 'nothing filed in 30 days');
  if (checks?.unsigned) {
    add(5, counted(checks.unsigned, 'change not signed off', 'changes not signed off'));
  }
  if (pending && pending.waiting > 0) {
    add(Math.min(pending.waiting, 9) / 10, counted(pending.waiting, 'story waits', 'stories wait'));
  }
  found.sort((a, b) => b.weight - a.weight);
  return { weight: found.reduce((sum, { weight }) => sum + weight, 0), reasons: found.map(({ reason }) => reason) };
}

export function isStale(ageDays: number, leadDays: number): boolean {
  return ageDays > leadDays;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** Stories in the queue alone do not make a page need attention: they are the queue's work. */
export function needsAttention({ weight }: Need): boolean {
  return weight >= 1;
}
