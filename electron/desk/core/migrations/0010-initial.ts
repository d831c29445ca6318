/**
 * The first library. Rows have UUIDv7 ids so that libraries can be merged later. The text index needs `articles.seq` as
 * its rowid; it is recorded with the row so that an undo restores it.
 */
export const initial = {
  version: 10,
  sql: /* sql */ `
CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  seq            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  -- identifies the story in two libraries; stories with one headline share the beginning of the key
  source_key     TEXT NOT NULL,
  headline_key   TEXT NOT NULL,
  origin         TEXT NOT NULL CHECK (origin IN ('capture', 'written')),
  headline       TEXT NOT NULL CHECK (headline <> ''),
  standfirst     TEXT CHECK (standfirst <> ''),
  kicker         TEXT CHECK (kicker <> ''),
  byline         TEXT CHECK (byline <> ''),
  kind           TEXT CHECK (kind <> ''),
  url            TEXT CHECK (url <> ''),
  -- YYYY-MM-DD or YYYY-MM-DDTHH:MM, wall-clock time in England
  published_at   TEXT CHECK (published_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  embargo_until  TEXT CHECK (embargo_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  first_seen_on  TEXT NOT NULL CHECK (first_seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- the day of the source of the current words; an older source does not replace them
  source_seen_on TEXT NOT NULL CHECK (source_seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  national       INTEGER NOT NULL DEFAULT 0 CHECK (national IN (0, 1)),
  withdrawn_at   TEXT,
  -- {field: the source's own words} for each field that an editor has changed
  source_words   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(source_words)),
  -- last of the stored columns: a column after a long text is slow to read
  body           TEXT CHECK (body <> ''),
  out_at         TEXT GENERATED ALWAYS AS (coalesce(published_at, first_seen_on)) VIRTUAL
) STRICT;
CREATE INDEX articles_by_out ON articles (out_at DESC, seq DESC) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX articles_by_headline ON articles (headline_key, source_key);
CREATE UNIQUE INDEX articles_by_address ON articles (source_key) WHERE source_key GLOB 'u:*';
CREATE INDEX articles_national ON articles (out_at DESC) WHERE national = 1;
-- decides whether a filed story is published, so that filling a page reads no whole stories
CREATE INDEX articles_for_pages ON articles (id, published_at, embargo_until, first_seen_on, seq)
  WHERE withdrawn_at IS NULL;
CREATE INDEX articles_undated ON articles (seq) WHERE published_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX articles_embargoed ON articles (embargo_until) WHERE embargo_until IS NOT NULL;
CREATE INDEX articles_withdrawn ON articles (seq) WHERE withdrawn_at IS NOT NULL;

-- Many stories share a label and it identifies no picture, so an image belongs to one story.
CREATE TABLE images (
  article_id TEXT PRIMARY KEY REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  alt        TEXT CHECK (alt <> ''),
  file       TEXT,
  address    TEXT,
  CHECK (alt IS NOT NULL OR file IS NOT NULL OR address IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
  article_id  TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  system_code TEXT NOT NULL CHECK (length(system_code) BETWEEN 3 AND 6),
  strength    TEXT NOT NULL CHECK (strength IN ('about', 'affects', 'mentioned')),
  origin      TEXT NOT NULL CHECK (origin IN ('capture', 'editor')),
  reason      TEXT,
  tagged_by   TEXT NOT NULL,
  tagged_at_ms INTEGER NOT NULL,
  PRIMARY KEY (article_id, system_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_by_system ON tags (system_code, strength);

CREATE TABLE captures (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  system_code TEXT NOT NULL CHECK (length(system_code) BETWEEN 3 AND 6),
  file        TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  seen_on     TEXT NOT NULL CHECK (seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;
CREATE INDEX captures_by_system ON captures (system_code, seen_on DESC, id DESC);

CREATE TABLE sightings (
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  capture_id TEXT NOT NULL REFERENCES captures (id) DEFERRABLE INITIALLY DEFERRED,
  rank       INTEGER NOT NULL CHECK (rank > 0),
  date_line  TEXT,
  PRIMARY KEY (article_id, capture_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pages (
  system_code TEXT PRIMARY KEY CHECK (length(system_code) BETWEEN 3 AND 6)
) STRICT, WITHOUT ROWID;

CREATE TABLE zones (
  id          TEXT PRIMARY KEY,
  system_code TEXT NOT NULL REFERENCES pages (system_code) DEFERRABLE INITIALLY DEFERRED,
  name        TEXT NOT NULL CHECK (name <> ''),
  rank        TEXT NOT NULL,
  slots       INTEGER NOT NULL CHECK (slots BETWEEN 1 AND 200),
  strengths   TEXT NOT NULL DEFAULT '["about","affects"]' CHECK (json_valid(strengths)),
  UNIQUE (system_code, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE placements (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  system_code TEXT NOT NULL REFERENCES pages (system_code) DEFERRABLE INITIALLY DEFERRED,
  zone_id     TEXT NOT NULL REFERENCES zones (id) DEFERRABLE INITIALLY DEFERRED,
  article_id  TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  standing    TEXT NOT NULL CHECK (standing IN ('pinned', 'free', 'off')),
  pin_number  INTEGER CHECK (pin_number > 0),
  rank        TEXT,
  from_day    TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_day   TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  headline    TEXT CHECK (headline <> ''),
  standfirst  TEXT,
  kicker      TEXT,
  alt         TEXT,
  placed_by   TEXT NOT NULL,
  CHECK ((standing = 'pinned') = (pin_number IS NOT NULL)),
  CHECK (standing <> 'free' OR rank IS NOT NULL),
  CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day),
  UNIQUE (system_code, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX placements_by_article ON placements (article_id);

-- The history: a step, the undo of a step and the redo of a step are all entries. Entries are added,
-- never removed; only their state changes.
CREATE TABLE entries (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  id         TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  at_ms      INTEGER NOT NULL,
  by         TEXT NOT NULL,
  desk       TEXT NOT NULL,
  door       TEXT NOT NULL CHECK (door IN ('desktop', 'browser', 'cli')),
  label      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('step', 'undo', 'redo')),
  target_seq INTEGER REFERENCES entries (seq),
  state      TEXT NOT NULL CHECK (state IN ('standing', 'undone', 'dropped')),
  rows       INTEGER NOT NULL,
  day        TEXT NOT NULL,
  -- the schema version of the recorded rows
  schema     INTEGER NOT NULL,
  CHECK ((kind = 'step') = (target_seq IS NULL))
) STRICT;
CREATE INDEX entries_steps ON entries (kind, state, seq);
CREATE INDEX entries_by_target ON entries (target_seq) WHERE target_seq IS NOT NULL;

CREATE TABLE changes (
  entry_seq  INTEGER NOT NULL REFERENCES entries (seq),
  ord        INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  op         TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  -- insert: [key...]; update: [{key, before, after}...] of the columns that changed; delete: [whole row...]
  rows       TEXT NOT NULL CHECK (json_valid(rows)),
  PRIMARY KEY (entry_seq, ord)
) STRICT, WITHOUT ROWID;

-- Updated by the write path (text-index.ts). Triggers would be simpler, but make FTS5 flush at every row.
CREATE VIRTUAL TABLE article_text USING fts5 (
  headline, standfirst, alt, byline, body,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
`,
} as const;
