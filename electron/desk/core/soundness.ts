import type { ReadDb } from './sql.ts';

/**
 * Looks for damage that makes writing dangerous, a piece at a time: other calls get their turn at each `yield`. Returns
 * the first problem, or null. https://www.sqlite.org/pragma.html#pragma_quick_check
 */
export function* findDamage(db: ReadDb): Generator<void, string | null> {
  try {
    // Virtual tables have no pages of their own; the tables behind them are in the list.
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`).pluck().all();
    for (const table of ['sqlite_schema', ...(tables as string[])]) {
      const found = db.pragma(`quick_check("${table}")`, { simple: true });
      if (found !== 'ok') return String(found);
      yield;
    }
    for (const table of tables as string[]) {
      const dangling = db.pragma(`foreign_key_check("${table}")`) as { parent: string }[];
      if (dangling[0]) return `rows of ${table} refer to missing rows of ${dangling[0].parent}`;
      yield;
    }
    const unindexed = db
      .prepare(
        `SELECT (SELECT count(*) FROM articles WHERE seq NOT IN (SELECT id FROM article_text_docsize))
           + (SELECT count(*) FROM article_text_docsize WHERE id NOT IN (SELECT seq FROM articles))`,
      )
      .pluck()
      .get();
    return unindexed === 0 ? null : 'the text index and the stories differ';
  } catch (error) {
    if (isDamage(error)) return error.message;
    throw error;
  }
}

/** Whether SQLite failed because of what is in the file. */
export function isDamage(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_IOERR');
}
