/** Image files, stored in the library itself, and a placement's own image in place of the story's. */
export const images = {
  version: 70,
  sql: /* sql */ `
-- The same picture added twice is one row. A row is never removed and is not part of the history: see image-files.ts.
CREATE TABLE image_files (
  sha256      TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  type        TEXT NOT NULL CHECK (type IN ('png', 'jpeg', 'webp', 'gif', 'avif')),
  width       INTEGER NOT NULL CHECK (width > 0),
  height      INTEGER NOT NULL CHECK (height > 0),
  -- the file name when it was first added
  name        TEXT NOT NULL CHECK (name <> ''),
  added_by    TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL,
  -- last of all: a column after a picture is slow to read
  bytes       BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT;
-- A page names an image by its first sixteen digits.
CREATE UNIQUE INDEX image_files_by_name ON image_files (substr(sha256, 1, 16));

-- null: the source's; empty: none; else a file's sha256
ALTER TABLE placements ADD COLUMN image TEXT CHECK (image = '' OR length(image) = 64);

-- Earlier history rows keep their columns; the one added here is null in them, as in the table.
UPDATE entries SET schema = 70 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
