import type { NameFields } from '../../../shared/tagging/names.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { Json, SeenWrite, Values } from '../core/seen.ts';
import type { ReadDb } from '../core/sql.ts';
import { findName, type StoredName } from './name-rows.ts';

const COLUMNS: Readonly<Record<string, string>> = { matchCase: 'match_case' };

/** A write to an added name. A removed one has no fields. */
export function nameWrite(db: ReadDb, id: string, seen: Values | undefined): SeenWrite<Values> {
  return {
    subject: `name ${id}`,
    what: `the name ${inQuotes(findName(db, id)?.text ?? '')}`,
    seen: seen && withSorted(seen),
    read: () => {
      const name = findName(db, id);
      return name ? withSorted({ ...fieldsOf(name) }) : {};
    },
    rowsOf: (field) => [{ table: 'names', id, columns: [COLUMNS[field] ?? field] }],
  };
}

export function fieldsOf({ kind, text, systems, matchCase, note }: StoredName): NameFields {
  return { kind, text, systems, matchCase, note };
}

/** The same systems in another order are the same. */
function withSorted(values: Values): Values {
  const { systems } = values;
  return Array.isArray(systems) ? { ...values, systems: [...(systems as Json[])].sort() } : values;
}
