import type { StoryId, StoryRow, SystemCode } from '../../../../shared/models.ts';
import { isWordless } from '../../../../shared/words/search-words.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';
import { matchExpression, rowsOfStories } from '../../stories/story-list.ts';

export interface CandidateQuery {
  text: string;
  /** Stories filed to the system and national ones, or the whole library. */
  among: 'filed' | 'all';
  /** Whether national stories count as filed here. */
  national: boolean;
  offset: number;
  limit: number;
}

/** What an editor may put on a page, newest first; nothing withdrawn. */
export function listCandidates(
  db: ReadDb,
  system: SystemCode,
  query: CandidateQuery,
): { total: number; stories: StoryRow[] } {
  const { from, values } = query.among === 'filed' ? filedFrom(system, query.national) : WHOLE;
  const match = matchExpression(query.text);
  if (isWordless(query.text)) return { total: 0, stories: [] };
  const matching = match ? 'AND a.seq IN (SELECT rowid FROM article_text WHERE article_text MATCH :match)' : '';
  const asked = match ? { ...values, match } : values;
  const total = prepare<{ n: number }>(db, `SELECT count(*) AS n ${from} ${matching}`).get(asked)?.n ?? 0;
  const ids = prepare<{ id: StoryId }>(
    db,
    `SELECT a.id ${from} ${matching} ORDER BY a.out_at DESC, a.seq DESC LIMIT :limit OFFSET :offset`,
  )
    .all({ ...asked, limit: query.limit, offset: query.offset })
    .map(({ id }) => id);
  return { total, stories: rowsOfStories(db, ids) };
}

interface From {
  from: string;
  values: { system?: SystemCode };
}

const WHOLE: From = { from: 'FROM articles a WHERE a.withdrawn_at IS NULL', values: {} };

/** Which stories are filed here is known without reading them; those that are national besides are few. */
function filedFrom(system: SystemCode, national: boolean): From {
  const also = national
    ? `UNION ALL SELECT seq FROM articles n WHERE n.national = 1 AND n.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM filed f WHERE f.article_seq = n.seq AND f.system_code = :system)`
    : '';
  const from = `FROM (SELECT article_seq AS seq FROM filed WHERE system_code = :system ${also}) AS here
    CROSS JOIN articles a ON a.seq = here.seq WHERE TRUE`;
  return { from, values: { system } };
}
