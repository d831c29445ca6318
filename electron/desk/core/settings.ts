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
  /** Identifies this library in the history. */
  desk: string;
  isSample: boolean;
  /** Ids of shipped names already added to this library, including those removed since. */
  shippedNames: string[];
  lastBackup: { at: string; path: string } | null;
}

const DEFAULTS: Settings = {
  author: null,
  theme: 'system',
  panes: {},
  keys: DEFAULT_KEYS,
  limits: DEFAULT_LIMITS,
  desk: '',
  isSample: false,
  shippedNames: [],
  lastBackup: null,
};

export function readSettings(db: ReadDb): Settings {
  const rows = prepare<{ key: string; value: string }>(db, 'SELECT key, value FROM settings').all();
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
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

/** The id of this replica of the library, made when the library is first opened for work. */
export function ensureDeskId(db: WriteDb): string {
  const known = readSettings(db).desk;
  if (known) return known;
  prepare(db, `INSERT OR IGNORE INTO settings (key, value) VALUES ('desk', ?)`).run(JSON.stringify(newId()));
  return readSettings(db).desk;
}
