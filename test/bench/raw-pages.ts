import Database from 'better-sqlite3';

/** The raw side for pages: the time of SQLite alone to read one, and to change and read one. */

const PAGE_LENGTH = 20;

export interface RawPages {
  /** An editor's decisions on a page, its newest stories, and their rows. */
  read(code: string): unknown[];
  /** Changes one placement as a step would: the row and a history row, synced to disk. */
  write(code: string): void;
  close(): void;
}

export function openRawPages(libraryPath: string): RawPages {
  const db = new Database(libraryPath);
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE IF NOT EXISTS raw_log (seq INTEGER PRIMARY KEY, label TEXT, rows TEXT)');
  const placements = db.prepare<[string]>('SELECT * FROM placements WHERE system_code = ?');
  const newest = db.prepare<[string, number], { id: string }>(
    `SELECT a.id FROM tags t JOIN articles a ON a.id = t.article_id
     WHERE t.system_code = ? AND t.strength IN ('about', 'affects') AND a.withdrawn_at IS NULL
     ORDER BY a.out_at DESC, a.seq DESC LIMIT ?`,
  );
  const story = db.prepare<[string]>(
    'SELECT a.*, i.alt, i.file, i.address FROM articles a LEFT JOIN images i ON i.article_id = a.id WHERE a.id = ?',
  );
  const update = db.prepare<[string, string]>(
    `UPDATE placements SET placed_by = ? WHERE id =
     (SELECT id FROM placements WHERE system_code = ? AND standing = 'free' LIMIT 1)`,
  );
  const log = db.prepare<[string, string]>('INSERT INTO raw_log (label, rows) VALUES (?, ?)');
  let written = 0;
  const write = db.transaction((code: string) => {
    written += 1;
    update.run(`Raw ${written}`, code);
    log.run('Move', JSON.stringify([{ key: code, before: { placed_by: 'Bench' }, after: { placed_by: written } }]));
  });
  return {
    read: (code) => [placements.all(code), newest.all(code, PAGE_LENGTH).map(({ id }) => story.get(id))],
    write: (code) => void write.immediate(code),
    close: () => void db.close(),
  };
}
