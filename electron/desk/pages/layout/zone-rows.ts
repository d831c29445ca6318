import type { SystemCode } from '../../../../shared/models.ts';
import {
  DEFAULT_RULE,
  type FillRule,
  type Prominence,
  type TemplateId,
  type ZoneSpec,
} from '../../../../shared/pages/fill-rules.ts';
import { rankBetween } from '../../../../shared/pages/rank.ts';
import { prepare, type ReadDb, type Row } from '../../core/sql.ts';

/** A zone of one page. */
export interface Zone extends ZoneSpec {
  id: string;
}

interface ZoneRow {
  id: string;
  name: string;
  slots: number;
  strengths: string;
  prominence: Prominence | null;
  rule: string | null;
}

const ZONES = 'SELECT id, name, slots, strengths, prominence, rule FROM zones WHERE system_code = ? ORDER BY rank, id';

/** From the top of the page down. */
export function listZones(db: ReadDb, system: SystemCode): Zone[] {
  return prepare<ZoneRow>(db, ZONES).all(system).map(toZone);
}

function toZone({ id, name, slots, strengths, prominence, rule }: ZoneRow): Zone {
  return { id, name, limit: slots, prominence: prominence ?? 'standard', rule: toRule(strengths, rule) };
}

/** A row from before rules were kept has only its strengths; what a rule gains later has its default. */
function toRule(strengths: string, rule: string | null): FillRule {
  return { ...DEFAULT_RULE, ...(rule === null ? {} : JSON.parse(rule)), strengths: JSON.parse(strengths) };
}

/** What a zone's row says besides its key and place. */
export function zoneColumns({ name, limit, prominence, rule: { strengths, ...rule } }: ZoneSpec): Row {
  return { name, slots: limit, prominence, strengths: JSON.stringify(strengths), rule: JSON.stringify(rule) };
}

/** The template that a page follows; null where its zones are its own. */
export function findTemplateOf(db: ReadDb, system: SystemCode): TemplateId | null {
  return (
    prepare<{ id: TemplateId | null }>(db, 'SELECT template_id AS id FROM pages WHERE system_code = ?').get(system)
      ?.id ?? null
  );
}

/** The rows of a page that has no zones yet. An id says what it is, so that two libraries agree on it. */
export function newZoneRows(system: SystemCode, zones: readonly ZoneSpec[]): Row[] {
  const taken = new Set<string>();
  let rank = '';
  return zones.map((zone) => {
    rank = rankBetween(rank, null);
    const id = newZoneId(system, zone.name, taken);
    taken.add(id);
    return { id, system_code: system, rank, ...zoneColumns(zone) };
  });
}

/** `QJK/lead`, with a number behind it where that id is taken. */
export function newZoneId(system: SystemCode, name: string, taken: ReadonlySet<string>): string {
  const slug =
    name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || 'zone';
  const base = `${system}/${slug}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
