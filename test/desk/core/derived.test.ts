import { expect, test } from 'vitest';
import { type Actor, runStep } from '../../../electron/desk/core/changes.ts';
import { type Basis, derived } from '../../../electron/desk/core/derived.ts';
import { undo } from '../../../electron/desk/core/history.ts';
import { openLibrary } from '../../../electron/desk/core/open.ts';
import type { WriteDb } from '../../../electron/desk/core/sql.ts';
import { transact } from '../../../electron/desk/core/transaction.ts';
import { tempFolder } from '../../helpers/desk.ts';

const actor: Actor = { by: 'A. Tester', replica: 'd', door: 'cli', atMs: 1, day: '2026-11-22' };

function addName(db: WriteDb, id: string): void {
  runStep(db, actor, 'Add a name', (changes) =>
    changes.insert('names', {
      id,
      kind: 'alias',
      text: id,
      systems: '["QNQ"]',
      match_case: 0,
      note: null,
      added_by: actor.by,
      added_at_ms: 1,
    }),
  );
}

/** How often the value had to be made, after each of some events. */
function makesOf(db: WriteDb, basis: () => Basis, events: readonly (() => void)[]): number[] {
  let makes = 0;
  const read = () => {
    derived(db, 'value', basis(), () => {
      makes += 1;
      return makes;
    });
    return makes;
  };
  const counts = [read()];
  for (const event of events) {
    event();
    counts.push(read());
  }
  return counts;
}

test('a value is made again after a step, an undo or another connection changed one of its tables', () => {
  const path = `${tempFolder()}/library.patchdesk`;
  const db = openLibrary(path);
  const other = openLibrary(path);
  const makes = makesOf(db, () => ({ tables: ['names'] }), [
    () => undefined,
    () => addName(db, 'one'),
    () => undefined,
    () => void undo(db, actor, false),
    () => addName(other, 'two'),
    () => undefined,
  ]);
  expect(makes).toEqual([1, 1, 2, 2, 3, 4, 4]);
  other.close();
  db.close();
});

test('a change to another table, and a step that was rolled back, leave it', () => {
  const db = openLibrary(`${tempFolder()}/library.patchdesk`);
  const refused = () => {
    expect(() =>
      transact(db, () => {
        db.exec("INSERT INTO settings (key, value) VALUES ('note', '1')");
        throw new Error('refused');
      }),
    ).toThrow('refused');
  };
  // Without any entry there is no telling what the next one adds to.
  addName(db, 'one');
  expect(makesOf(db, () => ({ tables: ['tags'] }), [() => addName(db, 'two'), refused])).toEqual([1, 1, 1]);
  db.close();
});

test('another input makes it again; inside a transaction a value of tables is never cached', () => {
  const db = openLibrary(`${tempFolder()}/library.patchdesk`);
  let day = '2026-11-22';
  const nextDay = () => {
    day = '2026-11-23';
  };
  expect(makesOf(db, () => ({ tables: [], inputs: [day] }), [nextDay, () => undefined])).toEqual([1, 2, 2]);
  const inside = () => transact(db, () => makesOf(db, () => ({ tables: ['names'] }), [() => undefined]));
  expect(inside()).toEqual([1, 2]);
  db.close();
});
