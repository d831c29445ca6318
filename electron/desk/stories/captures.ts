import type { StoryId, SystemCode } from '../../../shared/models.ts';
import type { Changes } from '../core/changes.ts';
import { newId } from '../core/ids.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

/** Rows of captures (pages as somebody saved them) and of sightings (one story in a capture). */

export interface CaptureFile {
  system: SystemCode;
  file: string;
  sha256: string;
  seenOn: string;
}

/** The system's newest capture of that day, if it is this very file: then its order is stored already. */
export function findSameCapture(db: ReadDb, capture: CaptureFile): string | null {
  const newest = prepare<{ id: string; sha256: string }>(
    db,
    'SELECT id, sha256 FROM captures WHERE system_code = ? AND seen_on = ? ORDER BY id DESC LIMIT 1',
  ).get(capture.system, capture.seenOn);
  return newest?.sha256 === capture.sha256 ? newest.id : null;
}

export function insertCapture(changes: Changes, { system, file, sha256, seenOn }: CaptureFile): string {
  const id = newId();
  changes.insert('captures', { id, system_code: system, file, sha256, seen_on: seenOn });
  return id;
}

export function insertSighting(
  changes: Changes,
  sighting: { articleId: StoryId; captureId: string; rank: number; dateLine: string | null },
): void {
  const { articleId, captureId, rank, dateLine } = sighting;
  changes.insert('sightings', { article_id: articleId, capture_id: captureId, rank, date_line: dateLine });
}

/** Whether any capture of the system's page holds the story. */
export function wasSeenOnPage(db: ReadDb, id: StoryId, system: SystemCode): boolean {
  return (
    prepare(
      db,
      `SELECT 1 FROM sightings s JOIN captures c ON c.id = s.capture_id
       WHERE s.article_id = ? AND c.system_code = ? LIMIT 1`,
    ).get(id, system) !== undefined
  );
}

export function wasSeenIn(db: ReadDb, id: StoryId, captureId: string): boolean {
  return (
    prepare(db, 'SELECT 1 FROM sightings WHERE article_id = ? AND capture_id = ?').get(id, captureId) !== undefined
  );
}

export interface Sighting {
  code: SystemCode;
  file: string;
  seenOn: string;
  rank: number;
}

/** Where a story was seen, newest first. */
export function listSightings(db: ReadDb, articleId: StoryId): Sighting[] {
  return prepare<Sighting>(
    db,
    `SELECT c.system_code AS code, c.file, c.seen_on AS seenOn, s.rank FROM sightings s
     JOIN captures c ON c.id = s.capture_id WHERE s.article_id = ? ORDER BY c.seen_on DESC, c.id DESC`,
  ).all(articleId);
}
