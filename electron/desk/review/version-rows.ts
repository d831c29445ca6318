import { DeskError } from '../../../shared/errors.ts';
import type { PageView, StoryId, SystemCode } from '../../../shared/models.ts';
import { type LeadSpan, SignedPage, type VersionId, type VersionSummary } from '../../../shared/pages/versions.ts';
import type { Actor, Changes } from '../core/changes.ts';
import { newId } from '../core/ids.ts';
import { prepare, type ReadDb } from '../core/sql.ts';

interface VersionRow {
  id: VersionId;
  system_code: SystemCode;
  day: string;
  signed_by: string;
  signed_at_ms: number;
  note: string | null;
  despite: string;
}

const SUMMARY = 'id, system_code, day, signed_by, signed_at_ms, note, despite';
const NEWEST_FIRST = 'ORDER BY signed_at_ms DESC, id DESC';

/** Freezes a page as it is. Beside the layout a version holds what restoring it needs. */
export function insertVersion(
  changes: Changes,
  actor: Actor,
  page: PageView,
  { note, despite }: { note: string | null; despite: readonly string[] },
): VersionId {
  const id = newId() as VersionId;
  const content = SignedPage.parse(page);
  changes.insert('page_versions', {
    id,
    system_code: page.system.code,
    day: page.asOf,
    signed_by: actor.by,
    signed_at_ms: actor.atMs,
    note,
    despite: JSON.stringify(despite),
    lead_id: page.zones.flatMap(({ teasers }) => teasers)[0]?.articleId ?? null,
    content: JSON.stringify(content),
  });
  return id;
}

export function listVersions(
  db: ReadDb,
  system: SystemCode,
  limit: number,
  offset: number,
): { total: number; versions: VersionSummary[] } {
  const total =
    prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM page_versions WHERE system_code = ?').get(system)?.n ?? 0;
  const rows = prepare<VersionRow>(
    db,
    `SELECT ${SUMMARY} FROM page_versions WHERE system_code = ? ${NEWEST_FIRST} LIMIT ? OFFSET ?`,
  ).all(system, limit, offset);
  return { total, versions: rows.map(toSummary) };
}

/** Throws version-missing. */
export function getVersion(db: ReadDb, id: VersionId): VersionSummary & { page: SignedPage } {
  const row = prepare<VersionRow & { content: string }>(
    db,
    `SELECT ${SUMMARY}, content FROM page_versions WHERE id = ?`,
  ).get(id);
  if (!row) {
    throw new DeskError('version-missing', 'That version is not in this library. It may have been undone since.');
  }
  return { ...toSummary(row), page: pageOf(row.content) };
}

export function findNewestVersion(db: ReadDb, system: SystemCode): (VersionSummary & { page: SignedPage }) | null {
  const row = prepare<VersionRow & { content: string }>(
    db,
    `SELECT ${SUMMARY}, content FROM page_versions WHERE system_code = ? ${NEWEST_FIRST} LIMIT 1`,
  ).get(system);
  return row ? { ...toSummary(row), page: pageOf(row.content) } : null;
}

/** What was signed before a field was kept has its default. Checked when it was written, so not again at every look. */
function pageOf(content: string): SignedPage {
  const page: SignedPage = JSON.parse(content);
  const zones = page.zones.map((zone) => ({
    ...zone,
    prominence: zone.prominence ?? 'standard',
    teasers: zone.teasers.map((teaser) => ({ ...teaser, nearby: teaser.nearby ?? null })),
  }));
  return { ...page, zones };
}

function toSummary(row: VersionRow): VersionSummary {
  return {
    id: row.id,
    system: row.system_code,
    day: row.day,
    by: row.signed_by,
    at: new Date(row.signed_at_ms).toISOString(),
    note: row.note,
    despite: JSON.parse(row.despite),
  };
}

/**
 * For which days a story was signed off as a lead, and where. Between two versions of a page the first of
 * them counts: what the draft showed meanwhile was never signed.
 */
export function listLeadSpans(db: ReadDb, articleId: StoryId): LeadSpan[] {
  const rows = prepare<{ system_code: SystemCode; day: string; lead_id: string | null }>(
    db,
    `SELECT system_code, day, lead_id FROM page_versions
     WHERE system_code IN (SELECT system_code FROM page_versions WHERE lead_id = ?)
     ORDER BY system_code, signed_at_ms, id`,
  ).all(articleId);
  const spans: LeadSpan[] = [];
  let open: LeadSpan | null = null;
  for (const { system_code: system, day, lead_id } of rows) {
    if (open && open.system !== system) open = null;
    if (lead_id === articleId) {
      if (open) continue;
      open = { system, from: day, to: null };
      spans.push(open);
    } else if (open) {
      open.to = day;
      open = null;
    }
  }
  return spans;
}
