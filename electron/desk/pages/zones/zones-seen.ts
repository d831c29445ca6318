import type { ParsedInput } from '../../../../shared/contract.ts';
import type { SystemCode } from '../../../../shared/models.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import type { DeskContext } from '../../context.ts';
import type { Actor } from '../../core/changes.ts';
import { type SeenWrite, type Values, writeSeen } from '../../core/seen.ts';
import type { ReadDb } from '../../core/sql.ts';
import { type KeptTemplate, listTemplates } from '../layout/template-rows.ts';
import { findTemplateOf, listZones } from '../layout/zone-rows.ts';

type SeenPages = ParsedInput<'zones.set'>['seen'];
type SeenTemplate = ParsedInput<'templates.save'>['seen'];

/** Runs a write to the zones of pages. Throws `conflict` for the first page that is not as its editor saw it. */
export function writeEachSeen<T>(
  context: DeskContext,
  actor: Actor,
  codes: readonly SystemCode[],
  seen: SeenPages,
  run: () => T,
): T {
  const { db } = context.library;
  const [first, ...more] = codes;
  if (first === undefined || seen === undefined) return run();
  const write = zonesWrite(db, first, context.register.get(first).shortName, seen[first] ?? {});
  return writeSeen(db, actor, write, () => writeEachSeen(context, actor, more, seen, run));
}

function zonesWrite(db: ReadDb, code: SystemCode, page: string, seen: object): SeenWrite<Values> {
  const ids = listZones(db, code).map(({ id }) => id);
  return {
    subject: 'zones',
    what: page,
    // With the code, so that a step on several pages says whose zones these are.
    seen: Object.fromEntries(Object.entries(seen).map(([part, value]) => [`${code}.${part}`, value])),
    read: () => ({
      [`${code}.template`]: findTemplateOf(db, code),
      // An id is the desk's own and says nothing about a zone.
      [`${code}.zones`]: listZones(db, code).map(({ name, limit, prominence, rule }) => ({
        ...{ name, limit, prominence, rule },
      })),
    }),
    rowsOf: () => [
      { table: 'pages', id: code },
      { table: 'zones', id: code, wasRow: (row) => row['system_code'] === code },
      ...ids.map((id) => ({ table: 'zones' as const, id })),
    ],
  };
}

/** A write to a template: what is gone has no name and no zones. */
export function templateWrite(db: ReadDb, { id, name }: KeptTemplate, seen: SeenTemplate): SeenWrite<Values> {
  const read = () => listTemplates(db).find((template) => template.id === id);
  return {
    subject: `template ${id}`,
    what: `the template ${inQuotes(read()?.name ?? name)}`,
    seen,
    read: () => ({ name: read()?.name ?? null, zones: read()?.zones ?? null }),
    rowsOf: (field) => [{ table: 'templates', id, columns: [field] }],
  };
}
