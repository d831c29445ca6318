/** The shelf: stories that an editor puts aside for any page. */
export const shelf = {
  version: 40,
  sql: /* sql */ `
CREATE TABLE shelf (
  article_id TEXT PRIMARY KEY REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  -- a fractional rank, so that two libraries can be merged
  rank       TEXT NOT NULL CHECK (rank <> ''),
  put_by     TEXT NOT NULL,
  put_at_ms  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_by_rank ON shelf (rank, article_id);

-- The history records who took a story off a page, and from which position.
CREATE INDEX changes_of_placements ON changes (entry_seq) WHERE table_name = 'placements';

-- No recorded table has changed: steps of the version before can still be undone.
UPDATE entries SET schema = 40 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
