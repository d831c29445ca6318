import { expect, test } from 'vitest';
import { libraryStamp } from '../../../electron/desk/core/library-version.ts';
import { openLibrary } from '../../../electron/desk/core/open.ts';
import { transact } from '../../../electron/desk/core/transaction.ts';
import { tempFolder } from '../../helpers/desk.ts';

const setTo = (value: string) =>
  `INSERT OR REPLACE INTO settings (key, value) VALUES ('note', '${JSON.stringify(value)}')`;

test('what is rolled back leaves the stamp as it was, also inside another transaction; what lasts does not', () => {
  const db = openLibrary(`${tempFolder()}/library.patchdesk`);
  const stamp = libraryStamp(db);
  const fail = () => {
    throw new Error('refused');
  };
  const trial = () => {
    db.exec(setTo('tried'));
    db.exec(setTo('tried again'));
    fail();
  };
  expect(() => transact(db, trial)).toThrow('refused');
  expect(libraryStamp(db)).toBe(stamp);
  const outer = () => {
    db.exec(setTo('outer'));
    expect(() => transact(db, trial)).toThrow('refused');
    fail();
  };
  expect(() => transact(db, outer)).toThrow('refused');
  expect(libraryStamp(db)).toBe(stamp);
  const lasts = () => {
    db.exec(setTo('outer'));
    expect(() => transact(db, trial)).toThrow('refused');
  };
  transact(db, lasts);
  expect(libraryStamp(db)).not.toBe(stamp);
  const now = libraryStamp(db);
  transact(db, () => undefined);
  expect(libraryStamp(db)).toBe(now);
  db.close();
});
