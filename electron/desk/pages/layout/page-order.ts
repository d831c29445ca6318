import type { SystemCode } from '../../../../shared/models.ts';
import { type CaptureOrder, captureSteps } from '../../../../shared/pages/rank.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';

/** What decides in which order the stories of a page come, beside their own days. */
export interface PageOrder {
  /** Day and id of the newest capture of the page; null where there is none. */
  newest: string | null;
  /** The captures of the page by day and id, counted from the newest, 0. */
  ages: ReadonlyMap<string, number>;
  /** Null where there is no capture. */
  capture: CaptureOrder | null;
}

export function pageOrderOf(db: ReadDb, system: SystemCode): PageOrder {
  const captures = prepare<{ seen: string }>(
    db,
    `SELECT seen_on || ' ' || id AS seen FROM captures WHERE system_code = ? ORDER BY seen_on DESC, id DESC`,
  ).all(system);
  const ages = new Map(captures.map(({ seen }, age) => [seen, age]));
  const newest = captures[0]?.seen ?? null;
  if (newest === null) return { newest, ages, capture: null };
  let steps: CaptureOrder['steps'] | undefined;
  const capture = {
    day: newest.slice(0, 10),
    // Reads every dated story of the capture, so only when a story older than the capture must find its place.
    get steps() {
      steps ??= captureSteps(listDated(db, system, newest));
      return steps;
    },
  };
  return { newest, ages, capture };
}

/** All that is filed counts, out or not: what comes out later must not part those that stand there already. */
function listDated(db: ReadDb, system: SystemCode, newest: string): { day: string; rank: number }[] {
  return prepare<{ day: string; rank: number }>(
    db,
    `SELECT f.day, f.seen_rank AS rank FROM filed f INDEXED BY filed_as_captured
     WHERE f.system_code = ? AND f.seen = ? AND NOT f.undated ORDER BY f.seen_rank, f.article_seq DESC`,
  ).all(system, newest);
}
