import type { Override, OverrideField, PlacementId, StoryId, SystemCode } from '../../../../shared/models.ts';
import { FIRST_TEMPLATE } from '../../../../shared/pages/fill-rules.ts';
import type { Changes } from '../../core/changes.ts';
import { prepare, type ReadDb, type Row, type WriteDb } from '../../core/sql.ts';
import { getTemplate } from './template-rows.ts';
import { listZones, newZoneRows } from './zone-rows.ts';

/** Gives every system of the register its page with the zones of the first template. Not a step: a page comes with its system. */
export function ensurePages(db: WriteDb, codes: readonly SystemCode[]): void {
  if (listWithoutPage(db, codes).length === 0) return;
  const page = prepare(
    db,
    'INSERT OR IGNORE INTO pages (system_code, template_id) VALUES (@system_code, @template_id)',
  );
  const zone = prepare(
    db,
    `INSERT OR IGNORE INTO zones (id, system_code, name, rank, slots, strengths, prominence, rule)
     VALUES (@id, @system_code, @name, @rank, @slots, @strengths, @prominence, @rule)`,
  );
  db.transaction(() => {
    for (const code of listWithoutPage(db, codes)) {
      const rows = newPageRows(db, code);
      page.run(rows.page);
      for (const row of rows.zones) zone.run(row);
    }
  }).immediate();
}

/** Whether a system of the list has no page yet. */
export function lacksPages(db: ReadDb, codes: readonly SystemCode[]): boolean {
  return listWithoutPage(db, codes).length > 0;
}

/**
 * The pages for exactly these systems, as part of a step: its undo brings back those that were. A page with
 * placements must not be among those that go.
 */
export function changePages(db: ReadDb, changes: Changes, codes: readonly SystemCode[]): void {
  for (const code of listWithoutPage(db, codes)) {
    const rows = newPageRows(db, code);
    changes.insert('pages', rows.page);
    for (const row of rows.zones) changes.insert('zones', row);
  }
  const kept = new Set(codes);
  for (const code of listPageCodes(db)) {
    if (kept.has(code)) continue;
    for (const { id } of listZones(db, code)) changes.remove('zones', [id]);
    changes.remove('pages', [code]);
  }
}

function newPageRows(db: ReadDb, code: SystemCode): { page: Row; zones: Row[] } {
  const { id, zones } = getTemplate(db, FIRST_TEMPLATE);
  return { page: { system_code: code, template_id: id }, zones: newZoneRows(code, zones) };
}

/** Every system that has a page. */
export function listPageCodes(db: ReadDb): SystemCode[] {
  return prepare<{ code: SystemCode }>(db, 'SELECT system_code AS code FROM pages')
    .all()
    .map(({ code }) => code);
}

function listWithoutPage(db: ReadDb, codes: readonly SystemCode[]): SystemCode[] {
  const known = new Set(listPageCodes(db));
  return codes.filter((code) => !known.has(code));
}

export interface Placement {
  id: PlacementId;
  zoneId: string;
  articleId: StoryId;
  standing: 'pinned' | 'free' | 'off';
  pinNumber: number | null;
  rank: string | null;
  from: string | null;
  until: string | null;
  by: string;
  words: Record<OverrideField, string | null>;
  /** The image of this page: null is the source's, empty is none, else a file's sha256. */
  image: string | null;
  /** What the source said of each override when it was made; one that is not known is left out. Of an image, see `sourceOf`. */
  sourceWords: Partial<Record<Override, string | null>>;
}

interface PlacementRow {
  id: PlacementId;
  zone_id: string;
  article_id: StoryId;
  standing: 'pinned' | 'free' | 'off';
  pin_number: number | null;
  rank: string | null;
  from_day: string | null;
  until_day: string | null;
  placed_by: string;
  headline: string | null;
  standfirst: string | null;
  kicker: string | null;
  alt: string | null;
  image: string | null;
  source_words: string | null;
}

export function listPlacements(db: ReadDb, system: SystemCode): Placement[] {
  return prepare<PlacementRow>(db, 'SELECT * FROM placements WHERE system_code = ? ORDER BY id')
    .all(system)
    .map(toPlacement);
}

export function findPlacement(db: ReadDb, system: SystemCode, articleId: StoryId): Placement | null {
  const row = prepare<PlacementRow>(db, 'SELECT * FROM placements WHERE system_code = ? AND article_id = ?').get(
    system,
    articleId,
  );
  return row ? toPlacement(row) : null;
}

function toPlacement(row: PlacementRow): Placement {
  return {
    id: row.id,
    zoneId: row.zone_id,
    articleId: row.article_id,
    standing: row.standing,
    pinNumber: row.pin_number,
    rank: row.rank,
    from: row.from_day,
    until: row.until_day,
    by: row.placed_by,
    words: { headline: row.headline, standfirst: row.standfirst, kicker: row.kicker, alt: row.alt },
    image: row.image,
    sourceWords: row.source_words === null ? {} : JSON.parse(row.source_words),
  };
}

/** Systems on whose page a story may stand: where it is placed, or filed, with whatever strength. */
export function listSystemsOfStory(db: ReadDb, articleId: StoryId): SystemCode[] {
  return prepare<{ code: SystemCode }>(
    db,
    `SELECT system_code AS code FROM tags WHERE article_id = ?
     UNION SELECT system_code FROM placements WHERE article_id = ? ORDER BY 1`,
  )
    .all(articleId, articleId)
    .map(({ code }) => code);
}
