import type { NameRecord } from '../../../shared/tagging/names.ts';
import type { Evidence, ReasonKind } from '../../../shared/tagging/reasons.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

/** The most phrases shown for one entity: nobody reads a longer list. */
const MOST_PHRASES = 4;

interface CountRow {
  kind: ReasonKind;
  entity: string;
  phrase: string;
  n: number;
}

/**
 * Counts by the entity that a suggestion rested on. A rejection made during a spot-check counts as `wrong` only, not
 * twice. A tag removed by an editor leaves a trace only in the history, so it is not counted.
 */
const COUNTS = {
  // Tags carried over from an ended system: no editor judged these one by one.
  accepted: `FROM tags WHERE evidence IS NOT NULL AND origin <> 'register'`,
  rejected: `FROM rejections r WHERE evidence IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM rereads WHERE article_id = r.article_id AND system_code = r.offer AND verdict = 'wrong')`,
  right: `FROM rereads WHERE evidence IS NOT NULL AND verdict = 'right'`,
  wrong: `FROM rereads WHERE evidence IS NOT NULL AND verdict = 'wrong'`,
} as const;

type Counts = Omit<NameRecord, 'phrases' | 'nameId'> & { phrases: Map<string, number> };

/** How suggestions did, by the name, trust, site, place or person they rested on. In no order. */
export function listNameRecords(db: ReadDb): Omit<NameRecord, 'nameId'>[] {
  const records = new Map<string, Counts>();
  for (const [what, from] of Object.entries(COUNTS) as [keyof typeof COUNTS, string][]) {
    const rows = prepare<CountRow>(
      db,
      `SELECT evidence ->> '$.kind' AS kind, evidence ->> '$.entity' AS entity, evidence ->> '$.phrase' AS phrase,
         count(*) AS n ${from} GROUP BY 1, 2, 3`,
    );
    for (const row of rows.all()) {
      const record = recordOf(records, row);
      record.phrases.set(row.phrase, (record.phrases.get(row.phrase) ?? 0) + row.n);
      if (what === 'right' || what === 'wrong') record.reread[what] += row.n;
      else record[what] += row.n;
    }
  }
  return [...records.values()].map((record) => ({
    ...record,
    phrases: [...record.phrases]
      .sort(([a, aCount], [b, bCount]) => bCount - aCount || a.localeCompare(b, 'en-GB'))
      .slice(0, MOST_PHRASES)
      .map(([phrase]) => phrase),
  }));
}

function recordOf(records: Map<string, Counts>, { kind, entity }: Pick<Evidence, 'kind' | 'entity'>): Counts {
  const key = `${kind}\n${entity}`;
  const known = records.get(key);
  if (known) return known;
  const record: Counts = {
    kind,
    entity,
    phrases: new Map(),
    accepted: 0,
    rejected: 0,
    reread: { right: 0, wrong: 0 },
  };
  records.set(key, record);
  return record;
}
