import { DEFAULT_KEYS, type KeySettings } from '../../../shared/keys.ts';
import { DEFAULT_LIMITS, type PageLimits } from '../../../shared/pages/checks.ts';
import { newId } from './ids.ts';
import { prepare, type ReadDb, type WriteDb } from './sql.ts';

/** Settings are not part of the history, so they are written here and not through changes.ts. */
export interface Settings {
  author: string | null;
  theme: 'system' | 'light' | 'dark';
  /** Pane widths in px. */
  panes: Record<string, number>;
  keys: KeySettings;
  limits: PageLimits;
  /** Names this copy of the library in the history. */
  replica: string;
  isSample: boolean;
  /** Ids of the names of Patchdesk's own that were put into this library, removed since or not. */
  shippedNames: string[];
  lastBackup: { at: string; path: string } | null;
}

/** The settings table names the replica as it did when the library's format was made. */
const STORED_REPLICA = 'desk';

const DEFAULTS: Settings = {
  author: null,
  theme: 'system',
  panes: {},
  keys: DEFAULT_KEYS,
  limits: DEFAULT_LIMITS,
  replica: '',
  isSample: false,
  shippedNames: [],
  lastBackup: null,
};

export function readSettings(db: ReadDb): Settings {
  const rows = prepare<{ key: string; value: string }>(db, 'SELECT key, value FROM settings').all();
  const stored = Object.fromEntries(
    rows.map(({ key, value }) => [key === STORED_REPLICA ? 'replica' : key, JSON.parse(value)]),
  );
  return { ...DEFAULTS, ...stored };
}

export function writeSettings(db: WriteDb, settings: Partial<Settings>): void {
  const write = prepare(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  db.transaction(() => {
    for (const [key, value] of Object.entries(settings)) write.run(key, JSON.stringify(value));
  }).immediate();
}

/** The library's replica id; made once, when the library is first opened for work. */
export function ensureReplica(db: WriteDb): string {
  const known = readSettings(db).replica;
  if (known) return known;
  prepare(db, `INSERT OR IGNORE INTO settings (key, value) VALUES (?, ?)`).run(STORED_REPLICA, JSON.stringify(newId()));
  return readSettings(db).replica;
}
