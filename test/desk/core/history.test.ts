import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../electron/desk/core/changes.ts';
import { runStep } from '../../../electron/desk/core/changes.ts';
import { findUndoable, listEntries, lookAt, redo, undo } from '../../../electron/desk/core/history.ts';
import { openLibrary } from '../../../electron/desk/core/open.ts';
import type { WriteDb } from '../../../electron/desk/core/sql.ts';
import { DeskError } from '../../../shared/errors.ts';
import { tempFolder } from '../../helpers/desk.ts';

const ACTOR: Actor = { by: 'A. Tester', replica: 'desk', door: 'cli', atMs: 0, day: '2026-11-22' };

function addCapture(db: WriteDb, id: number): void {
  runStep(db, ACTOR, `Step ${id}`, (changes) =>
    changes.insert('captures', { id: uuid(id), system_code: 'QJK', file: 'a.txt', sha256: '0', seen_on: '2026-11-20' }),
  );
}

function refile(db: WriteDb, id: number, file: string): void {
  runStep(db, ACTOR, `File ${file}`, (changes) => changes.update('captures', [uuid(id)], { file }));
}

function uuid(id: number): string {
  return `01900000-0000-7000-8000-${String(id).padStart(12, '0')}`;
}

/** Does something the moment before `db` begins its next transaction, as another door may. */
function justBefore(db: WriteDb, act: () => void): void {
  const transaction = db.transaction.bind(db);
  db.transaction = ((work: () => void) => {
    const run = transaction(work);
    const immediate = () => {
      db.transaction = transaction;
      act();
      run.immediate();
    };
    return { immediate };
  }) as unknown as Database.Database['transaction'];
}

function twoDoors(): [WriteDb, WriteDb] {
  const path = `${tempFolder()}/library.patchdesk`;
  return [openLibrary(path), openLibrary(path)];
}

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DeskError) return error.fault.code;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('two doors on one library', () => {
  test('an undo takes the newest step, even one that came in a moment before', () => {
    const [here, there] = twoDoors();
    addCapture(here, 1);
    justBefore(here, () => refile(there, 1, 'b.txt'));
    expect(undo(here, ACTOR, true).entry?.label).toBe('Undo “File b.txt”');
    expect(here.prepare('SELECT file FROM captures').all()).toEqual([{ file: 'a.txt' }]);
    expect(findUndoable(here)?.label).toBe('Step 1');
  });

  test('a redo is refused when a step that came in a moment before dropped it', () => {
    const [here, there] = twoDoors();
    addCapture(here, 1);
    undo(here, ACTOR, true);
    justBefore(here, () => addCapture(there, 2));
    expect(refusalOf(() => redo(here, ACTOR, true))).toBe('nothing-to-redo');
    expect(listEntries(here, 10, 0).entries.map(({ label, undone }) => [label, undone])).toEqual([
      ['Step 2', false],
      ['Undo “Step 1”', false],
      ['Step 1', true],
    ]);
  });
});

describe('steps from before the library was kept as it is now', () => {
  test('are neither undone nor gone back beyond', () => {
    const db = openLibrary(':memory:');
    addCapture(db, 1);
    const first = findUndoable(db);
    addCapture(db, 2);
    db.exec('UPDATE entries SET schema = 5');
    expect(refusalOf(() => undo(db, ACTOR, true))).toBe('undo-moved-on');
    if (!first) throw new Error('no step');
    expect(refusalOf(() => lookAt(db, first.id, ACTOR, () => 'seen'))).toBe('undo-moved-on');
    expect(db.prepare('SELECT count(*) AS n FROM captures').get()).toEqual({ n: 2 });
  });
});
