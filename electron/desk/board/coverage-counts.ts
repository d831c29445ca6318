import type { SystemCode } from '../../../shared/models.ts';
import type { Moment } from '../../../shared/words/days.ts';
import { nextDay } from '../../../shared/words/days.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { IS_OUT } from '../pages/layout/is-out.ts';

export interface CoverageCounts {
  systems: Map<SystemCode, { stories: number; undated: number; unreviewed: number }>;
  totals: {
    stories: number;
    filed: number;
    national: number;
    elsewhere: number;
    unfiled: number;
    unreviewed: number;
    unreviewedUnfiled: number;
  };
}

const WINDOW = `FROM articles a INDEXED BY articles_by_out
  WHERE a.out_at >= :from AND a.out_at < :after AND ${IS_OUT}`;

const BY_SYSTEM = `
WITH stories AS MATERIALIZED (
  SELECT a.id, a.published_at IS NULL AS undated, a.reviewed_at_ms IS NULL AS open ${WINDOW}
)
SELECT t.system_code AS code, count(*) AS stories, sum(s.undated) AS undated, sum(s.open) AS unreviewed
FROM stories s CROSS JOIN tags t ON t.article_id = s.id GROUP BY t.system_code`;

const TOTALS = `
WITH stories AS MATERIALIZED (
  SELECT a.national, a.reviewed_at_ms IS NULL AS open,
    EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id) AS filed,
    EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id
      AND t.system_code IN (SELECT value FROM json_each(:systems))) AS here
  ${WINDOW}
)
SELECT count(*) AS stories, total(here) AS filed, total(national) AS national, total(filed AND NOT here) AS elsewhere,
  total(NOT filed AND NOT national) AS unfiled, total(open) AS unreviewed,
  total(open AND NOT filed AND NOT national) AS unreviewedUnfiled
FROM stories`;

/** Stories published from one day to another, both inclusive, by the system they are filed to. */
export function countCoverage(
  db: ReadDb,
  systems: readonly SystemCode[],
  from: string,
  to: string,
  moment: Moment,
): CoverageCounts {
  const values = {
    from,
    after: nextDay(to),
    publishedUpTo: moment.publishedUpTo,
    embargoedUpTo: moment.embargoedUpTo,
  };
  const rows = prepare<{ code: SystemCode; stories: number; undated: number; unreviewed: number }>(db, BY_SYSTEM).all(
    values,
  );
  const totals = prepare<CoverageCounts['totals']>(db, TOTALS).get({ ...values, systems: JSON.stringify(systems) });
  if (!totals) throw new Error('a sum over stories gave no row');
  return { systems: new Map(rows.map(({ code, ...counts }) => [code, counts])), totals };
}
