import type { Receipt, SystemCode } from '../../../shared/models.ts';
import type { Actor } from '../core/changes.ts';
import { newId } from '../core/ids.ts';
import { prepare, type ReadDb, type WriteDb } from '../core/sql.ts';
import { transact } from '../core/transaction.ts';

/** When a page was last exported, and the hash of its words then (hashPageWords). */
export interface LastExport {
  at: string;
  /** The day that the page was exported for. */
  day: string;
  words: string;
}

/** Records an export outside the history: an undo cannot take an export back. `folder` is null for a zip. */
export function insertExport(
  db: WriteDb,
  actor: Actor,
  made: {
    day: string;
    folder: string | null;
    receipt: Receipt;
    /** Of the receipt file as written. */
    receiptSha256: string;
    /** `words` is the hash of what readers saw of the page. */
    pages: readonly { code: SystemCode; words: string }[];
  },
): void {
  const id = newId();
  const counts = new Map(made.receipt.pages.map((page) => [page.code, page]));
  transact(db, () => {
    prepare(
      db,
      `INSERT INTO exports (id, at_ms, day, exported_by, door, folder, receipt_sha256) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, actor.atMs, made.day, actor.by, actor.door, made.folder, made.receiptSha256);
    const page = prepare(
      db,
      `INSERT INTO exported_pages (system_code, export_id, added, moved, removed, reworded, words)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const { code, words } of made.pages) {
      const { added, moved, removed, reworded } = counts.get(code) ?? { added: 0, moved: 0, removed: 0, reworded: 0 };
      page.run(code, id, added, moved, removed, reworded, words);
    }
  });
}

/** The last export of each page for any day up to this one. Ids grow with time. */
export function mapLastExports(db: ReadDb, upTo: string): Map<SystemCode, LastExport> {
  const rows = prepare<{ code: SystemCode; at_ms: number; day: string; words: string }>(
    db,
    `SELECT p.system_code AS code, e.at_ms, e.day, p.words
     FROM (
       SELECT p.system_code, max(p.export_id) AS export_id FROM exported_pages p JOIN exports e ON e.id = p.export_id
       WHERE e.day <= ? GROUP BY p.system_code
     )
     CROSS JOIN exported_pages p USING (system_code, export_id) CROSS JOIN exports e ON e.id = p.export_id`,
  ).all(upTo);
  return new Map(rows.map(({ code, at_ms, day, words }) => [code, { at: new Date(at_ms).toISOString(), day, words }]));
}
