import type { ArticleId, StoryRow, SystemCode } from '../../shared/models.ts';
import { prepare, type ReadDb } from './sql.ts';
import { matchExpression, rowsOfStories } from './stories.ts';

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
  const conditions = ['a.withdrawn_at IS NULL'];
  const values: string[] = [];
  if (query.among === 'filed') {
    const national = query.national ? 'a.national = 1 OR ' : '';
    conditions.push(`(${national}a.id IN (SELECT article_id FROM tags WHERE system_code = ?))`);
    values.push(system);
  }
  const match = matchExpression(query.text);
  if (match) {
    conditions.push('a.seq IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)');
    values.push(match);
  }
  const where = conditions.join(' AND ');
  const total =
    prepare<{ n: number }>(db, `SELECT count(*) AS n FROM articles a WHERE ${where}`).get(...values)?.n ?? 0;
  const ids = prepare<{ id: ArticleId }>(
    db,
    `SELECT a.id FROM articles a WHERE ${where} ORDER BY a.out_at DESC, a.seq DESC LIMIT ? OFFSET ?`,
  )
    .all(...values, query.limit, query.offset)
    .map(({ id }) => id);
  return { total, stories: rowsOfStories(db, ids) };
}
