import type { ArticleId, OverrideField, PlacementId, Strength, SystemCode } from '../../shared/models.ts';
import { rankBetween } from '../../shared/rank.ts';
import type { Changes } from './changes.ts';
import { prepare, type ReadDb, type WriteDb } from './sql.ts';

const DEFAULT_ZONE = { name: 'Stories', slots: 20 };

/** Gives every system of the register its page with the default zone. Not a step: a page comes with its system. */
export function ensurePages(db: WriteDb, codes: readonly SystemCode[]): void {
  const missing = listWithoutPage(db, codes);
  if (missing.length === 0) return;
  const page = prepare(db, 'INSERT OR IGNORE INTO pages (system_code) VALUES (?)');
  const zone = prepare(
    db,
    `INSERT OR IGNORE INTO zones (id, system_code, name, rank, slots)
     VALUES (@id, @system_code, @name, @rank, @slots)`,
  );
  db.transaction(() => {
    for (const code of missing) {
      page.run(code);
      zone.run(defaultZone(code));
    }
  }).immediate();
}

/**
 * The pages for exactly these systems, as part of a step: its undo brings back those that were. A page with
 * placements must not be among those that go.
 */
export function changePages(db: ReadDb, changes: Changes, codes: readonly SystemCode[]): void {
  for (const code of listWithoutPage(db, codes)) {
    changes.insert('pages', { system_code: code });
    changes.insert('zones', { ...defaultZone(code), strengths: FEEDING });
  }
  const kept = new Set(codes);
  for (const code of listPageCodes(db)) {
    if (kept.has(code)) continue;
    for (const { id } of listZones(db, code)) changes.remove('zones', [id]);
    changes.remove('pages', [code]);
  }
}

/** What the table gives a zone when nobody says otherwise; the write path names every column. */
const FEEDING = '["about","affects"]';

function listPageCodes(db: ReadDb): SystemCode[] {
  return prepare<{ code: SystemCode }>(db, 'SELECT system_code AS code FROM pages')
    .all()
    .map(({ code }) => code);
}

function listWithoutPage(db: ReadDb, codes: readonly SystemCode[]): SystemCode[] {
  const known = new Set(listPageCodes(db));
  return codes.filter((code) => !known.has(code));
}

function defaultZone(code: SystemCode) {
  // The id says what it is, so that two libraries agree on it.
  const id = `${code}/stories`;
  return { id, system_code: code, name: DEFAULT_ZONE.name, rank: rankBetween('', null), slots: DEFAULT_ZONE.slots };
}

export interface Zone {
  id: string;
  name: string;
  slots: number;
  /** Tags of these strengths feed the zone. */
  strengths: Strength[];
}

export function listZones(db: ReadDb, system: SystemCode): Zone[] {
  return prepare<{ id: string; name: string; slots: number; strengths: string }>(
    db,
    'SELECT id, name, slots, strengths FROM zones WHERE system_code = ? ORDER BY rank, id',
  )
    .all(system)
    .map((zone) => ({ ...zone, strengths: JSON.parse(zone.strengths) }));
}

export interface Placement {
  id: PlacementId;
  zoneId: string;
  articleId: ArticleId;
  standing: 'pinned' | 'free' | 'off';
  pinNumber: number | null;
  rank: string | null;
  from: string | null;
  until: string | null;
  by: string;
  words: Record<OverrideField, string | null>;
  /** What the source said of each re-worded field when it was; a field that is not known is left out. */
  sourceWords: Partial<Record<OverrideField, string | null>>;
}

interface PlacementRow {
  id: PlacementId;
  zone_id: string;
  article_id: ArticleId;
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
  source_words: string | null;
}

export function listPlacements(db: ReadDb, system: SystemCode): Placement[] {
  return prepare<PlacementRow>(db, 'SELECT * FROM placements WHERE system_code = ? ORDER BY id')
    .all(system)
    .map(toPlacement);
}

export function findPlacement(db: ReadDb, system: SystemCode, articleId: ArticleId): Placement | null {
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
    sourceWords: row.source_words === null ? {} : JSON.parse(row.source_words),
  };
}

/** Systems on whose page a story may stand: where it is placed, or filed, with whatever strength. */
export function listSystemsOfStory(db: ReadDb, articleId: ArticleId): SystemCode[] {
  return prepare<{ code: SystemCode }>(
    db,
    `SELECT system_code AS code FROM tags WHERE article_id = ?
     UNION SELECT system_code FROM placements WHERE article_id = ? ORDER BY 1`,
  )
    .all(articleId, articleId)
    .map(({ code }) => code);
}
