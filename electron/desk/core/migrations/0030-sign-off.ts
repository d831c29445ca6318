/**
 * Checks and sign-off: signed-off versions of pages, silenced checks, and the source's words at the time they were
 * re-worded on a page.
 */
export const signOff = {
  version: 30,
  sql: /* sql */ `
-- A page exactly as it was signed off; never changed later.
CREATE TABLE page_versions (
  id           TEXT PRIMARY KEY CHECK (length(id) = 36),
  system_code  TEXT NOT NULL CHECK (length(system_code) BETWEEN 3 AND 6),
  day          TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_by    TEXT NOT NULL,
  signed_at_ms INTEGER NOT NULL,
  note         TEXT CHECK (note <> ''),
  -- the page's errors at sign-off, as sentences
  despite      TEXT NOT NULL CHECK (json_valid(despite)),
  -- the lead, so that leads are found without reading whole pages
  lead_id      TEXT,
  content      TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
CREATE INDEX page_versions_by_system ON page_versions (system_code, signed_at_ms, id);
CREATE INDEX page_versions_by_lead ON page_versions (lead_id);

-- A check that an editor has silenced on this page.
CREATE TABLE check_silences (
  system_code    TEXT NOT NULL CHECK (length(system_code) BETWEEN 3 AND 6),
  check_key      TEXT NOT NULL CHECK (check_key <> ''),
  note           TEXT NOT NULL CHECK (note <> ''),
  silenced_by    TEXT NOT NULL,
  silenced_at_ms INTEGER NOT NULL,
  PRIMARY KEY (system_code, check_key)
) STRICT, WITHOUT ROWID;

-- The source's words of each re-worded field, so that a later change of the source is noticed.
ALTER TABLE placements ADD COLUMN source_words TEXT CHECK (json_valid(source_words));
-- Fields re-worded earlier are compared with the source at the time of this migration.
UPDATE placements SET source_words = (
  SELECT json_group_object(field, value) FROM (
    SELECT 'headline' AS field, a.headline AS value FROM articles a
      WHERE a.id = placements.article_id AND placements.headline IS NOT NULL
    UNION ALL SELECT 'standfirst', a.standfirst FROM articles a
      WHERE a.id = placements.article_id AND placements.standfirst IS NOT NULL
    UNION ALL SELECT 'kicker', a.kicker FROM articles a
      WHERE a.id = placements.article_id AND placements.kicker IS NOT NULL
    UNION ALL SELECT 'alt', (SELECT alt FROM images WHERE article_id = placements.article_id)
      WHERE placements.alt IS NOT NULL
  )
) WHERE coalesce(headline, standfirst, kicker, alt) IS NOT NULL;

-- Earlier history rows keep their columns; the one added here is null in them, which means: not compared.
UPDATE entries SET schema = 30 WHERE schema = 20;
`,
} as const;
