/**
 * What each entry of the history is about, so that the history of one story or one page is one walk through an index.
 * It is read from the recorded rows, and the write path adds to it (entry-subjects.ts).
 */

const recorded = (path: string) => `(r.value ->> '${path}')`;

/** Tables whose row is about the story and the page in its key. */
const BY_KEY = [
  ['images', 'story', '$[0]', '$.article_id'],
  ['articles', 'story', '$[0]', '$.id'],
  ['tags', 'story', '$[0]', '$.article_id'],
  ['tags', 'page', '$[1]', '$.system_code'],
  ['captures', 'capture', '$[0]', '$.id'],
  ['sightings', 'story', '$[0]', '$.article_id'],
  ['sightings', 'capture', '$[1]', '$.capture_id'],
  ['templates', 'template', '$[0]', '$.id'],
  ['pages', 'page', '$[0]', '$.system_code'],
  ['zones', 'zone', '$[0]', '$.id'],
  ['placements', 'placement', '$[0]', '$.id'],
  ['rejections', 'story', '$[0]', '$.article_id'],
  ['names', 'name', '$[0]', '$.id'],
  ['rereads', 'story', '$[0]', '$.article_id'],
  ['rereads', 'page', '$[1]', '$.system_code'],
  ['page_versions', 'version', '$[0]', '$.id'],
  ['check_silences', 'page', '$[0]', '$.system_code'],
  ['shelf', 'story', '$[0]', '$.article_id'],
  ['joint_leads', 'story', '$[0]', '$.article_id'],
  ['registers', 'register', '$[0]', '$.id'],
] as const;

/** Tables whose row is about a story or a page that its key does not name: looked up in the row, or where it was removed. */
const BY_ROW = [
  ['captures', 'page', 'system_code'],
  ['zones', 'page', 'system_code'],
  ['placements', 'page', 'system_code'],
  ['placements', 'story', 'article_id'],
  ['page_versions', 'page', 'system_code'],
] as const;

const fromKey = BY_KEY.map(
  ([table, kind, inKey, inRow]) => `
INSERT OR IGNORE INTO entry_subjects SELECT DISTINCT '${kind}', id, entry_seq FROM (
  SELECT c.entry_seq, CASE c.op WHEN 'insert' THEN ${recorded(inKey)}
    WHEN 'update' THEN ${recorded(inKey.replace('$', '$.key'))} ELSE ${recorded(inRow)} END AS id
  FROM changes c, json_each(c.rows) r WHERE c.table_name = '${table}'
) WHERE id IS NOT NULL;`,
).join('');

const fromRow = BY_ROW.map(
  ([table, kind, column]) => `
DELETE FROM temp.known;
INSERT INTO temp.known SELECT id, ${column} FROM ${table};
INSERT OR IGNORE INTO temp.known SELECT ${recorded('$.id')}, ${recorded(`$.${column}`)}
  FROM changes c, json_each(c.rows) r WHERE c.table_name = '${table}' AND c.op = 'delete';
INSERT OR IGNORE INTO entry_subjects SELECT DISTINCT '${kind}', k.subject, c.entry_seq
  FROM changes c, json_each(c.rows) r JOIN temp.known k ON k.id = CASE c.op WHEN 'insert' THEN ${recorded('$[0]')}
    WHEN 'update' THEN ${recorded('$.key[0]')} ELSE ${recorded('$.id')} END
  WHERE c.table_name = '${table}';`,
).join('');

export const entrySubjects = {
  version: 120,
  sql: /* sql */ `
CREATE TABLE entry_subjects (
  -- area: the sort of work, such as tags; else what the id belongs to
  kind      TEXT NOT NULL CHECK (kind IN
    ('area', 'story', 'page', 'placement', 'zone', 'template', 'capture', 'name', 'version', 'register')),
  id        TEXT NOT NULL CHECK (id <> ''),
  entry_seq INTEGER NOT NULL REFERENCES entries (seq),
  -- in this order, so that the entries of one story are read newest first without sorting
  PRIMARY KEY (kind, id, entry_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX entries_by_person ON entries (by, seq);
CREATE INDEX entries_by_day ON entries (day, seq);

INSERT OR IGNORE INTO entry_subjects SELECT DISTINCT 'area', CASE table_name
    WHEN 'images' THEN 'stories' WHEN 'articles' THEN 'stories' WHEN 'joint_leads' THEN 'placing'
    WHEN 'captures' THEN 'imports' WHEN 'sightings' THEN 'imports'
    WHEN 'tags' THEN 'tags' WHEN 'rejections' THEN 'tags' WHEN 'rereads' THEN 'tags'
    WHEN 'placements' THEN 'placing' WHEN 'shelf' THEN 'placing'
    WHEN 'zones' THEN 'zones' WHEN 'pages' THEN 'zones' WHEN 'templates' THEN 'zones'
    WHEN 'names' THEN 'names' WHEN 'page_versions' THEN 'signing' WHEN 'check_silences' THEN 'signing'
    WHEN 'registers' THEN 'register' END, entry_seq
  FROM changes;
CREATE TEMP TABLE known (id TEXT PRIMARY KEY, subject TEXT NOT NULL);
${fromKey}
${fromRow}
DROP TABLE temp.known;

-- No recorded table has changed: steps of the version before can still be undone.
UPDATE entries SET schema = 120 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
