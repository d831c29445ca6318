/**
 * The queue: stories record their review, tags the words that justified them, rejections are stored, and editors add
 * their own names and registers.
 */
export const queue = {
  version: 20,
  sql: /* sql */ `
-- SQLite cannot widen a CHECK, so the tags move to a new table.
CREATE TABLE tags_with_evidence (
  article_id  TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  system_code TEXT NOT NULL CHECK (length(system_code) BETWEEN 3 AND 6),
  strength    TEXT NOT NULL CHECK (strength IN ('about', 'affects', 'mentioned')),
  -- suggestion: offered by the desk, accepted by an editor; register: carried over when a system ended
  origin      TEXT NOT NULL CHECK (origin IN ('capture', 'editor', 'suggestion', 'register')),
  -- the reason, as a sentence
  reason      TEXT,
  tagged_by   TEXT NOT NULL,
  tagged_at_ms INTEGER NOT NULL,
  -- the words that the reason rests on: {level, kind, entity, phrase, field, start, end}
  evidence    TEXT CHECK (json_valid(evidence)),
  PRIMARY KEY (article_id, system_code)
) STRICT, WITHOUT ROWID;
INSERT INTO tags_with_evidence
  SELECT article_id, system_code, strength, origin, reason, tagged_by, tagged_at_ms, NULL FROM tags;
DROP TABLE tags;
ALTER TABLE tags_with_evidence RENAME TO tags;
CREATE INDEX tags_by_system ON tags (system_code, strength);
CREATE INDEX tags_suggested ON tags (article_id, system_code) WHERE origin = 'suggestion';

ALTER TABLE articles ADD COLUMN reviewed_at_ms INTEGER;
ALTER TABLE articles ADD COLUMN reviewed_by TEXT CHECK ((reviewed_by IS NULL) = (reviewed_at_ms IS NULL));
-- Stories that an editor has filed count as reviewed; the others wait in the queue.
UPDATE articles SET (reviewed_at_ms, reviewed_by) = (
  SELECT tagged_at_ms, tagged_by FROM tags
  WHERE article_id = articles.id AND origin = 'editor' ORDER BY tagged_at_ms DESC LIMIT 1
) WHERE id IN (SELECT article_id FROM tags WHERE origin = 'editor');
CREATE INDEX articles_unreviewed ON articles (out_at DESC, seq DESC)
  WHERE reviewed_at_ms IS NULL AND withdrawn_at IS NULL;

-- A system, or 'national', that an editor has ruled out for the story.
CREATE TABLE rejections (
  article_id     TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  offer          TEXT NOT NULL CHECK (offer = 'national' OR length(offer) BETWEEN 3 AND 6),
  reason         TEXT NOT NULL,
  evidence       TEXT CHECK (json_valid(evidence)),
  rejected_by    TEXT NOT NULL,
  rejected_at_ms INTEGER NOT NULL,
  PRIMARY KEY (article_id, offer)
) STRICT, WITHOUT ROWID;
CREATE INDEX rejections_by_time ON rejections (rejected_at_ms DESC);

-- Names that editors have added to the gazetteer: other names, people, titles of columns.
CREATE TABLE names (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('alias', 'person', 'series')),
  text        TEXT NOT NULL CHECK (text <> ''),
  -- codes; with more than one, each is only possible
  systems     TEXT NOT NULL CHECK (json_valid(systems)),
  match_case  INTEGER NOT NULL CHECK (match_case IN (0, 1)),
  note        TEXT,
  added_by    TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL,
  UNIQUE (kind, text)
) STRICT, WITHOUT ROWID;

-- Accepted suggestions that an editor has spot-checked.
CREATE TABLE rereads (
  article_id  TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  system_code TEXT NOT NULL CHECK (length(system_code) BETWEEN 3 AND 6),
  verdict     TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
  evidence    TEXT CHECK (json_valid(evidence)),
  read_by     TEXT NOT NULL,
  read_at_ms  INTEGER NOT NULL,
  PRIMARY KEY (article_id, system_code)
) STRICT, WITHOUT ROWID;

-- Registers loaded by an editor; the newest replaces the shipped one.
CREATE TABLE registers (
  id           TEXT PRIMARY KEY CHECK (length(id) = 36),
  file         TEXT NOT NULL,
  version      TEXT NOT NULL,
  content      TEXT NOT NULL CHECK (json_valid(content)),
  loaded_by    TEXT NOT NULL,
  loaded_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Earlier history rows keep their columns; those added here are null in them, as in the tables.
UPDATE entries SET schema = 20 WHERE schema = 10;
`,
} as const;
