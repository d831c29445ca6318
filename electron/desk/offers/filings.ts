import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { derived } from '../core/derived.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

/** How an earlier story was filed: suggestions learn from this. Nothing is trained; the rows are read each time. */
export interface Filing {
  articleId: StoryId;
  headline: string;
  systems: SystemCode[];
  rejected: SystemCode[];
}

/** More earlier stories than this add nothing. */
const MOST_FILINGS = 40;
/** When this many of the newest stories with a phrase are unreviewed, older ones are not searched. */
const MOST_LOOKED_AT = 400;

/** A phrase as an FTS5 expression; null when it contains no word. */
function phraseExpression(phrase: string): string | null {
  return /[\p{L}\p{N}]/u.test(phrase) ? `"${phrase.replaceAll('"', ' ').replaceAll('\0', ' ')}"` : null;
}

const FILING = `SELECT a.id AS articleId, a.headline,
  (SELECT json_group_array(t.system_code) FROM tags t WHERE t.article_id = a.id AND t.strength <> 'mentioned') AS systems,
  (SELECT json_group_array(r.offer) FROM rejections r WHERE r.article_id = a.id AND r.offer <> 'national') AS rejected
  FROM articles a`;

interface FilingRow {
  articleId: StoryId;
  headline: string;
  systems: string;
  rejected: string;
}

function toFiling(row: FilingRow): Filing {
  return { ...row, systems: JSON.parse(row.systems), rejected: JSON.parse(row.rejected) };
}

/** The newest reviewed stories whose headline, teaser or image label contains the phrase. */
export function listFilingsWithPhrase(db: ReadDb, phrase: string, except: number | null): Filing[] {
  const match = phraseExpression(phrase);
  if (match === null) return [];
  return prepare<FilingRow>(
    db,
    `${FILING} WHERE a.seq IN (
       SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rowid DESC LIMIT ${MOST_LOOKED_AT})
     AND a.seq IS NOT ?
     AND (EXISTS (SELECT 1 FROM tags t WHERE t.article_id = a.id AND t.strength <> 'mentioned')
       OR EXISTS (SELECT 1 FROM rejections r WHERE r.article_id = a.id AND r.offer <> 'national'))
     ORDER BY a.seq DESC LIMIT ${MOST_FILINGS}`,
  )
    .all(`{headline standfirst alt} : ${match}`, except)
    .map(toFiling);
}

/** A filed story that shares rare words with another. */
export interface SimilarFiling extends Filing {
  shared: string[];
}

/** Stories that share fewer rare words than this are not similar. */
const LEAST_SHARED = 3;
const MOST_SIMILAR = 5;

interface Rarity {
  /** A word that more stories have is common. */
  rare: number;
  /** Words found to be common: most words of a text are, and the next text need not look them up again. */
  common: Set<string>;
}

/** Other words become common when stories are added, so the newest story is an input. */
function rarityOf(db: ReadDb): Rarity {
  const newest = prepare<{ n: number | null }>(db, 'SELECT max(seq) AS n FROM articles').get()?.n ?? 0;
  const rare = Math.min(60, Math.max(3, Math.floor(newest / 200)));
  return derived(db, 'common words', { tables: [], inputs: [newest] }, () => ({ rare, common: new Set<string>() }));
}

/**
 * The filed stories that share most rare words with a text. A word is rare when at most one story in two hundred, and
 * never more than sixty, contain it.
 */
export function listSimilarFilings(db: ReadDb, words: readonly string[], except: number | null): SimilarFiling[] {
  const { rare, common } = rarityOf(db);
  const find = prepare<{ rowid: number }>(
    db,
    `SELECT rowid FROM article_text WHERE article_text MATCH ? LIMIT ${rare + 1}`,
  );
  const shared = new Map<number, string[]>();
  for (const word of words) {
    const match = phraseExpression(word);
    if (match === null || common.has(word)) continue;
    const found = find.all(`{headline standfirst alt} : ${match}`);
    if (found.length > rare) {
      common.add(word);
      continue;
    }
    for (const { rowid } of found) if (rowid !== except) shared.set(rowid, [...(shared.get(rowid) ?? []), word]);
  }
  const closest = [...shared]
    .filter(([, common]) => common.length >= LEAST_SHARED)
    .sort(([aSeq, a], [bSeq, b]) => b.length - a.length || bSeq - aSeq)
    .slice(0, MOST_SIMILAR);
  const select = prepare<FilingRow>(db, `${FILING} WHERE a.seq = ?`);
  return closest.flatMap(([seq, common]) => {
    const row = select.get(seq);
    const filing = row && toFiling(row);
    return filing && filing.systems.length > 0 ? [{ ...filing, shared: common }] : [];
  });
}
