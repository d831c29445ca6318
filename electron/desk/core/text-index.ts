import { prepare, type WriteDb } from './sql.ts';

/** Columns of `articles` in the text index; the image label comes from `images`. */
export const TEXT_COLUMNS = ['headline', 'standfirst', 'byline', 'body'] as const;

export interface TextChanges {
  /** Ids of new stories. */
  added: string[];
  /** Ids of stories whose words changed. */
  reworded: Set<string>;
  /** Row numbers of removed stories. */
  removed: number[];
}

/**
 * FTS5 flushes its buffer at the end of each statement, so a few large statements are fast and many small ones slow.
 */
const STORIES_PER_STATEMENT = 5000;

/** Updates the text index after a step's changes, inside the step's transaction. */
export function refreshTextIndex(db: WriteDb, { added, reworded, removed }: TextChanges): void {
  inBatches(removed, (list) =>
    prepare(db, 'DELETE FROM article_text WHERE rowid IN (SELECT value FROM json_each(?))').run(list),
  );
  inBatches([...reworded], (list) =>
    prepare(
      db,
      `DELETE FROM article_text WHERE rowid IN
       (SELECT seq FROM articles WHERE id IN (SELECT value FROM json_each(?)))`,
    ).run(list),
  );
  inBatches([...added, ...reworded], (list) =>
    prepare(
      db,
      `INSERT INTO article_text (rowid, headline, standfirst, alt, byline, body)
       SELECT a.seq, a.headline, a.standfirst, i.alt, a.byline, a.body
       FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value
       LEFT JOIN images i ON i.article_id = a.id`,
    ).run(list),
  );
}

function inBatches(items: readonly (string | number)[], run: (list: string) => void): void {
  for (let start = 0; start < items.length; start += STORIES_PER_STATEMENT) {
    run(JSON.stringify(items.slice(start, start + STORIES_PER_STATEMENT)));
  }
}
