import Database from 'better-sqlite3';

/** Tables outside the history: settings, exports, the pictures that its rows name, and the history itself. */
const NOT_HISTORY = new Set([
  'settings',
  'exports',
  'exported_pages',
  'image_files',
  'entries',
  'changes',
  'entry_subjects',
]);

/** Every row that undo and redo must restore, and the text index's words of each story, as plain data. */
export function snapshot(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'article_text*' AND name NOT GLOB 'sqlite_*'`,
      )
      .pluck()
      .all() as string[];
    const rows = tables
      .filter((name) => !NOT_HISTORY.has(name))
      .map((name): [string, unknown[]] => [name, sorted(db.prepare(`SELECT * FROM ${name}`).all())]);
    const terms = db.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, article_text, instance)`);
    const indexed = terms
      .prepare('SELECT doc, col, term, offset FROM temp.terms ORDER BY doc, col, offset, term')
      .all();
    return { ...Object.fromEntries(rows), indexed };
  } finally {
    db.close();
  }
}

function sorted(rows: unknown[]): unknown[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
