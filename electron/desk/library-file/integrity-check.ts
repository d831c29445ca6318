import { FILED_ROWS } from '../core/migrations/0080-filed-and-exports.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { checkImages } from '../images/image-check.ts';

export interface CheckResult {
  ok: boolean;
  articles: number;
  tags: number;
  placements: number;
  problems: string[];
}

/** Checks SQLite's integrity and the library's own rules; changes nothing. */
export function checkLibrary(db: ReadDb, isSystem: (code: string) => boolean): CheckResult {
  const problems: string[] = [];
  for (const line of db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (line.integrity_check !== 'ok') problems.push(`The file: ${line.integrity_check}`);
  }
  for (const { table, parent } of db.pragma('foreign_key_check') as { table: string; parent: string }[]) {
    problems.push(`A row of ${table} refers to a missing row of ${parent}.`);
  }
  checkTextIndex(db, problems);
  checkFiled(db, problems);
  checkImages(db, problems);
  for (const table of ['tags', 'captures', 'pages'] as const) {
    const codes = prepare<{ code: string }>(db, `SELECT DISTINCT system_code AS code FROM ${table}`).all();
    for (const { code } of codes) {
      if (!isSystem(code)) problems.push(`Rows of ${table} refer to a system that is not in the register: ${code}.`);
    }
  }
  const count = (table: 'articles' | 'tags' | 'placements') =>
    prepare<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  return {
    ok: problems.length === 0,
    articles: count('articles'),
    tags: count('tags'),
    placements: count('placements'),
    problems,
  };
}

/** Every story must be in the text index exactly once, and nothing else may be. https://www.sqlite.org/fts5.html */
function checkTextIndex(db: ReadDb, problems: string[]): void {
  const missing = prepare<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM articles WHERE seq NOT IN (SELECT id FROM article_text_docsize)',
  ).get();
  const extra = prepare<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM article_text_docsize WHERE id NOT IN (SELECT seq FROM articles)',
  ).get();
  if (missing && missing.n > 0) problems.push(`${missing.n} stories are missing from the text index.`);
  if (extra && extra.n > 0) problems.push(`The text index contains ${extra.n} stories that are not in the library.`);
}

/** The table `filed` repeats the tags in page order: the two must agree. */
function checkFiled(db: ReadDb, problems: string[]): void {
  const should = `${FILED_ROWS} WHERE a.withdrawn_at IS NULL`;
  const wrong = prepare<{ n: number }>(
    db,
    `SELECT (SELECT count(*) FROM (${should} EXCEPT SELECT * FROM filed))
       + (SELECT count(*) FROM (SELECT * FROM filed EXCEPT ${should})) AS n`,
  ).get();
  if (wrong && wrong.n > 0) problems.push(`${wrong.n} rows of the page order of filed stories are wrong.`);
}
