import { createHash } from 'node:crypto';
import type { Layout, Receipt, SystemCode } from '../../shared/models.ts';
import type { Actor } from './changes.ts';
import { newId } from './ids.ts';
import { prepare, type ReadDb, type WriteDb } from './sql.ts';

/** When a page was exported last, and what it said then. */
export interface LastExport {
  at: string;
  /** The day that it was exported for. */
  day: string;
  words: string;
}

/**
 * What readers see of a page, in one short text: two of them differ exactly when an export now would read otherwise.
 * Why a teaser stands there, and on which day, is not for readers.
 */
export function wordsOf({ title, zones }: Pick<Layout, 'title' | 'zones'>): string {
  const seen = zones.map(({ name, prominence, teasers }) => [
    name,
    prominence,
    teasers.map(({ articleId, headline, standfirst, kicker, image, url, nearby, dateLine }) => [
      articleId,
      headline,
      standfirst,
      kicker,
      image && [image.alt, image.src],
      url,
      nearby?.code,
      dateLine,
    ]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([title, seen]))
    .digest('hex');
}

/** Remembers an export that was made. Outside the history: an undo takes no export back. `folder` is null for a zip. */
export function insertExport(
  db: WriteDb,
  actor: Actor,
  made: { day: string; folder: string | null; receipt: Receipt; pages: readonly Layout[] },
): void {
  const id = newId();
  const counts = new Map(made.receipt.pages.map((page) => [page.code, page]));
  const sha256 = createHash('sha256').update(JSON.stringify(made.receipt)).digest('hex');
  db.transaction(() => {
    prepare(
      db,
      `INSERT INTO exports (id, at_ms, day, exported_by, door, folder, receipt_sha256) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, actor.atMs, made.day, actor.by, actor.door, made.folder, sha256);
    const page = prepare(
      db,
      `INSERT INTO exported_pages (system_code, export_id, added, moved, removed, reworded, words)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const layout of made.pages) {
      const { code } = layout.system;
      const { added, moved, removed, reworded } = counts.get(code) ?? { added: 0, moved: 0, removed: 0, reworded: 0 };
      page.run(code, id, added, moved, removed, reworded, wordsOf(layout));
    }
  }).immediate();
}

/** The last export of each page that ever had one. Ids grow with time. */
export function mapLastExports(db: ReadDb): Map<SystemCode, LastExport> {
  const rows = prepare<{ code: SystemCode; at_ms: number; day: string; words: string }>(
    db,
    `SELECT p.system_code AS code, e.at_ms, e.day, p.words
     FROM (SELECT system_code, max(export_id) AS export_id FROM exported_pages GROUP BY system_code)
     CROSS JOIN exported_pages p USING (system_code, export_id) CROSS JOIN exports e ON e.id = p.export_id`,
  ).all();
  return new Map(rows.map(({ code, at_ms, day, words }) => [code, { at: new Date(at_ms).toISOString(), day, words }]));
}
