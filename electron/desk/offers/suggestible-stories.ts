import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import type { OfferKey } from '../stories/rejections.ts';

/** A story with the fields that suggestions read, and the editors' decisions on it. */
export interface SuggestibleStory {
  id: StoryId;
  seq: number;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
  national: boolean;
  tags: SystemCode[];
  rejected: OfferKey[];
}

interface StoryRow {
  id: StoryId;
  seq: number;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
  national: 0 | 1;
  tags: string;
  rejected: string;
}

const COLUMNS = `a.id, a.seq, a.headline, a.standfirst, i.alt, a.body, a.national,
  (SELECT json_group_array(t.system_code) FROM tags t WHERE t.article_id = a.id) AS tags,
  (SELECT json_group_array(r.offer) FROM rejections r WHERE r.article_id = a.id) AS rejected`;

function toStory(row: StoryRow): SuggestibleStory {
  return {
    ...row,
    national: row.national === 1,
    tags: JSON.parse(row.tags),
    rejected: JSON.parse(row.rejected),
  };
}

/** The given stories in the order of the ids; missing stories are left out. */
export function listSuggestible(db: ReadDb, ids: readonly StoryId[]): SuggestibleStory[] {
  return prepare<StoryRow>(
    db,
    `SELECT ${COLUMNS} FROM json_each(?) AS wanted JOIN articles a ON a.id = wanted.value
     LEFT JOIN images i ON i.article_id = a.id ORDER BY wanted.key`,
  )
    .all(JSON.stringify(ids))
    .map(toStory);
}

/** The unreviewed stories, newest first, and their total. */
export function listUnreviewed(
  db: ReadDb,
  limit: number,
  offset: number,
): { total: number; stories: SuggestibleStory[] } {
  const open = 'a.reviewed_at_ms IS NULL AND a.withdrawn_at IS NULL';
  const total = prepare<{ n: number }>(db, `SELECT count(*) AS n FROM articles a WHERE ${open}`).get()?.n ?? 0;
  const stories = prepare<StoryRow>(
    db,
    `SELECT ${COLUMNS} FROM articles a LEFT JOIN images i ON i.article_id = a.id
     WHERE ${open} ORDER BY a.out_at DESC, a.seq DESC LIMIT ? OFFSET ?`,
  )
    .all(limit, offset)
    .map(toStory);
  return { total, stories };
}
