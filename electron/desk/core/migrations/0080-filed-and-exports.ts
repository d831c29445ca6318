/** The table `filed` repeats the tags in page order. The exports are recorded outside the history. */

/** The rows of `filed` for all of `tags t` and `articles a`, withdrawn stories included. */
export const FILED_ROWS = `
  SELECT a.seq, t.system_code, t.strength, substr(a.out_at, 1, 10),
    CASE WHEN length(a.published_at) > 10 THEN substr(a.published_at, 12, 5) ELSE '00:00' END,
    a.published_at IS NULL, a.embargo_until,
    coalesce((SELECT max(c.seen_on || ' ' || c.id) FROM sightings s JOIN captures c ON c.id = s.capture_id
      WHERE s.article_id = t.article_id AND c.system_code = t.system_code), '~'),
    (SELECT s.rank FROM sightings s JOIN captures c ON c.id = s.capture_id
      WHERE s.article_id = t.article_id AND c.system_code = t.system_code ORDER BY c.seen_on DESC, c.id DESC LIMIT 1)
  FROM tags t JOIN articles a ON a.id = t.article_id`;

/** Looks up again the position in the newest capture of each system that contains the story. */
const seenAgain = (article: string) => `
  UPDATE filed SET
    seen = coalesce((SELECT max(c.seen_on || ' ' || c.id) FROM sightings s JOIN captures c ON c.id = s.capture_id
      WHERE s.article_id = ${article} AND c.system_code = filed.system_code), '~'),
    seen_rank = (SELECT s.rank FROM sightings s JOIN captures c ON c.id = s.capture_id
      WHERE s.article_id = ${article} AND c.system_code = filed.system_code
      ORDER BY c.seen_on DESC, c.id DESC LIMIT 1)
  WHERE article_seq = (SELECT seq FROM articles WHERE id = ${article});`;

export const filedAndExports = {
  version: 80,
  sql: /* sql */ `
-- The tags of stories that are not withdrawn, with everything that decides their order on a page: counting
-- recent stories and finding the newest then read no stories. Derived from articles, tags and sightings by
-- the triggers below, after any change; not part of the history.
CREATE TABLE filed (
  article_seq   INTEGER NOT NULL,
  system_code   TEXT NOT NULL,
  strength      TEXT NOT NULL,
  -- the publication day, or the day first seen where undated
  day           TEXT NOT NULL,
  time          TEXT NOT NULL,
  undated       INTEGER NOT NULL,
  embargo_until TEXT,
  -- day and id of the system's newest capture that contains it; '~', which sorts last, where none does
  seen          TEXT NOT NULL,
  seen_rank     INTEGER,
  PRIMARY KEY (article_seq, system_code)
) STRICT, WITHOUT ROWID;
INSERT INTO filed ${FILED_ROWS} WHERE a.withdrawn_at IS NULL;
CREATE INDEX filed_in_order ON filed
  (system_code, day DESC, seen DESC, seen_rank, time DESC, article_seq DESC, strength, undated, embargo_until);

CREATE TRIGGER filed_by_tag AFTER INSERT ON tags BEGIN
  INSERT INTO filed ${FILED_ROWS}
  WHERE t.article_id = NEW.article_id AND t.system_code = NEW.system_code AND a.withdrawn_at IS NULL;
END;
CREATE TRIGGER filed_no_more AFTER DELETE ON tags BEGIN
  DELETE FROM filed
  WHERE article_seq = (SELECT seq FROM articles WHERE id = OLD.article_id) AND system_code = OLD.system_code;
END;
CREATE TRIGGER filed_with_strength AFTER UPDATE OF strength ON tags BEGIN
  UPDATE filed SET strength = NEW.strength
  WHERE article_seq = (SELECT seq FROM articles WHERE id = NEW.article_id) AND system_code = NEW.system_code;
END;
-- An undo may restore tags before their story.
CREATE TRIGGER filed_story_added AFTER INSERT ON articles BEGIN
  INSERT INTO filed ${FILED_ROWS} WHERE t.article_id = NEW.id AND a.withdrawn_at IS NULL;
END;
CREATE TRIGGER filed_story_gone AFTER DELETE ON articles BEGIN
  DELETE FROM filed WHERE article_seq = OLD.seq;
END;
CREATE TRIGGER filed_story_dated AFTER UPDATE OF published_at, first_seen_on, embargo_until, withdrawn_at ON articles
BEGIN
  DELETE FROM filed WHERE article_seq = OLD.seq;
  INSERT INTO filed ${FILED_ROWS} WHERE t.article_id = NEW.id AND a.withdrawn_at IS NULL;
END;
CREATE TRIGGER filed_story_seen AFTER INSERT ON sightings BEGIN ${seenAgain('NEW.article_id')} END;
CREATE TRIGGER filed_story_unseen AFTER DELETE ON sightings BEGIN ${seenAgain('OLD.article_id')} END;
CREATE TRIGGER filed_story_seen_elsewhere AFTER UPDATE OF rank ON sightings BEGIN ${seenAgain('NEW.article_id')} END;

-- All exports, by any editor; not part of the history either.
CREATE TABLE exports (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  at_ms          INTEGER NOT NULL,
  -- the day for which the pages were exported
  day            TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  exported_by    TEXT NOT NULL,
  door           TEXT NOT NULL CHECK (door IN ('desktop', 'browser', 'cli')),
  -- null for a zip
  folder         TEXT,
  receipt_sha256 TEXT NOT NULL CHECK (length(receipt_sha256) = 64)
) STRICT, WITHOUT ROWID;
CREATE TABLE exported_pages (
  system_code TEXT NOT NULL CHECK (length(system_code) BETWEEN 3 AND 6),
  -- ids grow with time, so the greatest is the latest
  export_id   TEXT NOT NULL REFERENCES exports (id),
  added       INTEGER NOT NULL,
  moved       INTEGER NOT NULL,
  removed     INTEGER NOT NULL,
  reworded    INTEGER NOT NULL,
  -- hash of the words that readers saw, without the day: shows whether the page reads differently now
  words       TEXT NOT NULL CHECK (length(words) = 64),
  PRIMARY KEY (system_code, export_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exported_pages_by_export ON exported_pages (export_id);

-- No recorded table has changed: steps of the version before can still be undone.
UPDATE entries SET schema = 80 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
