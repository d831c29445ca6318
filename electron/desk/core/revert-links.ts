import { type Key, keyOf, readColumns } from './changes.ts';
import { entriesOnRow, type PastRow } from './revert-rows.ts';
import { prepare, type ReadDb, type Row } from './sql.ts';
import { TABLES, type TableName } from './tables.ts';

interface Link {
  child: TableName;
  from: string;
  parent: string;
  to: string;
}

/** Of the rows that were just tried, those that cannot go back since another row needs them or they need another. */
export function brokenLinks(db: ReadDb, tried: readonly PastRow[]): { row: PastRow; blame: number[] }[] {
  const links = linksOf(db);
  return tried.flatMap((row) => {
    const broken = row.op === 'insert' ? neededBy(db, links, row) : missingFor(db, links, row);
    return broken === null ? [] : [{ row, blame: broken.flatMap(({ table, key }) => entriesOnRow(db, table, key)) }];
  });
}

type Other = { table: TableName; key: Key };

/** The rows that still name a row that was removed; null for none. */
function neededBy(db: ReadDb, links: readonly Link[], { table, key }: PastRow): Other[] | null {
  const others = links
    .filter(({ parent }) => parent === table)
    .flatMap(({ child, from }) =>
      prepare<Row>(db, `SELECT ${TABLES[child].key.join(', ')} FROM ${child} WHERE ${from} = ? LIMIT 20`)
        .all(key[0])
        .map((row): Other => ({ table: child, key: keyOf(child, row) })),
    );
  return others.length > 0 ? others : null;
}

/** The rows that a restored row names in vain; null for none. */
function missingFor(db: ReadDb, links: readonly Link[], { table, before }: PastRow): Other[] | null {
  const others = links
    .filter(({ child, from }) => child === table && (before[from] ?? null) !== null)
    .map(({ parent, from }): Other => ({ table: parent as TableName, key: [before[from] ?? null] }))
    .filter((other) => readColumns(db, other.table, other.key, TABLES[other.table].key) === null);
  return others.length > 0 ? others : null;
}

function linksOf(db: ReadDb): Link[] {
  return (Object.keys(TABLES) as TableName[]).flatMap((child) =>
    (db.pragma(`foreign_key_list(${child})`) as { table: string; from: string; to: string }[]).map(
      ({ table, from, to }) => ({ child, from, parent: table, to }),
    ),
  );
}
