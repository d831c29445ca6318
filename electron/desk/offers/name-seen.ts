import { inQuotes } from '../../../shared/words/quotes.ts';
import type { Json, SeenWrite, Values } from '../core/seen.ts';
import type { ReadDb } from '../core/sql.ts';
import { findName } from './name-rows.ts';

const COLUMNS: Readonly<Record<string, string>> = { matchCase: 'match_case' };

/** A write to an added name. A removed one has no fields. */
export function nameWrite(db: ReadDb, id: string, seen: Values | undefined): SeenWrite<Values> {
  return {
    what: `the name ${inQuotes(findName(db, id)?.text ?? '')}`,
    seen: seen && withSorted(seen),
    read: () => {
      const name = findName(db, id);
      if (!name) return {};
      const { kind, text, systems, matchCase, note } = name;
      return withSorted({ kind, text, systems, matchCase, note });
    },
    rowsOf: (field) => [{ table: 'names', id, columns: [COLUMNS[field] ?? field] }],
  };
}

/** The same systems in another order are the same. */
function withSorted(values: Values): Values {
  const { systems } = values;
  return Array.isArray(systems) ? { ...values, systems: [...(systems as Json[])].sort() } : values;
}
