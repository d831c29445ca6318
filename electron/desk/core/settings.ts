import { LibrarySettings, Preferences, readStored } from '../../../shared/settings.ts';
import { newId } from './ids.ts';
import type { PreferencesFile } from './preferences.ts';
import { prepare, type ReadDb, type WriteDb } from './sql.ts';
import { checkWritable } from './write-guard.ts';

/** What a library keeps about itself; no editor sets it. */
interface LibraryState {
  /** Identifies this copy of the library in the history. */
  replica: string;
  isSample: boolean;
  /** The day on which a sample library was made; null in any other library, and in a sample of an earlier version. */
  sampleDay: string | null;
  /** Ids of shipped names already added to this library, including those removed since. */
  shippedNames: string[];
  lastBackup: { at: string; path: string } | null;
}

const NEW_STATE: LibraryState = { replica: '', isSample: false, sampleDay: null, shippedNames: [], lastBackup: null };

/** The settings table names the replica as it did when the library's format was made. */
const STORED_NAMES = { replica: 'desk' } as const;

/** Settings are not part of the history, so they are written here and not through changes.ts. */
export type StoredSettings = LibrarySettings & LibraryState;

export function readLibrarySettings(db: ReadDb): LibrarySettings {
  return readStored(LibrarySettings, storedValues(db)).values;
}

export function readSettings(db: ReadDb): StoredSettings {
  const stored = storedValues(db);
  const state = Object.keys(NEW_STATE).flatMap((name) => {
    const value = stored[storedName(name)];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...readStored(LibrarySettings, stored).values,
    ...NEW_STATE,
    ...(Object.fromEntries(state) as Partial<LibraryState>),
  };
}

export function writeSettings(db: WriteDb, settings: Partial<StoredSettings>): void {
  checkWritable(db);
  const write = prepare(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  db.transaction(() => {
    for (const [name, value] of Object.entries(settings)) write.run(storedName(name), JSON.stringify(value));
  }).immediate();
}

/** The id of this replica of the library, made when the library is first opened for work. */
export function ensureReplica(db: WriteDb): string {
  const known = readSettings(db).replica;
  if (known) return known;
  prepare(db, 'INSERT OR IGNORE INTO settings (key, value) VALUES (?, ?)').run(
    STORED_NAMES.replica,
    JSON.stringify(newId()),
  );
  return readSettings(db).replica;
}

/**
 * Libraries used to hold the preferences of whoever worked in them. The first one opened on a computer without any
 * hands them over; they stay in the library, where nothing reads them any more. The sample was nobody's choice.
 */
export function takeOverPreferences(db: ReadDb, preferences: PreferencesFile): void {
  if (preferences.exists() || readSettings(db).isSample) return;
  const stored = storedValues(db);
  const { values, unfit } = readStored(Preferences, stored);
  const chosen = Object.entries(values).filter(([name]) => stored[name] !== undefined && !unfit.includes(name));
  if (chosen.length > 0) preferences.change(Object.fromEntries(chosen));
}

function storedName(name: string): string {
  return Object.hasOwn(STORED_NAMES, name) ? STORED_NAMES[name as keyof typeof STORED_NAMES] : name;
}

function storedValues(db: ReadDb): Record<string, unknown> {
  const rows = prepare<{ key: string; value: string }>(db, 'SELECT key, value FROM settings').all();
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
}
