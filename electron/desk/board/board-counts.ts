import type { StoryId, Strength, SystemCode } from '../../../shared/models.ts';
import type { Moment } from '../../../shared/words/days.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { IS_OUT } from '../pages/layout/is-out.ts';

type Counts = Map<SystemCode, number>;

function countsOf(rows: readonly { code: SystemCode; n: number }[]): Counts {
  return new Map(rows.map(({ code, n }) => [code, n]));
}

/** How many of these stories feed a system's page and were published since. */
export function countFeedingAmong(
  db: ReadDb,
  system: SystemCode,
  ids: readonly StoryId[],
  strengths: readonly Strength[],
  since: string,
  moment: Moment,
): number {
  return (
    prepare<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM json_each(:ids) j
       CROSS JOIN tags t ON t.article_id = j.value AND t.system_code = :system
       CROSS JOIN articles a ON a.id = t.article_id
       WHERE t.strength IN (SELECT value FROM json_each(:strengths)) AND a.out_at >= :since AND ${IS_OUT}`,
    ).get({
      ids: JSON.stringify(ids),
      system,
      strengths: JSON.stringify(strengths),
      since,
      publishedUpTo: moment.publishedUpTo,
      embargoedUpTo: moment.embargoedUpTo,
    })?.n ?? 0
  );
}

/** Unreviewed stories by the system they are filed to. */
export function countWaitingBySystem(db: ReadDb): Counts {
  return countsOf(
    prepare<{ code: SystemCode; n: number }>(
      db,
      `SELECT t.system_code AS code, count(*) AS n FROM articles a INDEXED BY articles_unreviewed
       CROSS JOIN tags t ON t.article_id = a.id
       WHERE a.reviewed_at_ms IS NULL AND a.withdrawn_at IS NULL GROUP BY t.system_code`,
    ).all(),
  );
}
