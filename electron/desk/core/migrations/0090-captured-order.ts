/**
 * The stories of a page's newest capture are found in its order, whatever their days. Their ranks say the capture's
 * day from here on, no longer their own, so the ranks of free placements go along with the stories above them.
 */

const dayDigits = (day: string) => `printf('%08d', 99999999 - replace(${day}, '-', ''))`;

/** Each story of the pages that have placements: the end of its rank before and now, but for the last digit. */
const RANKS = `
  SELECT f.system_code, ${dayDigits('f.day')} ||
    CASE f.seen WHEN '~' THEN '000000000' ELSE printf('%03d%06d', min(999, 1 + (
      SELECT count(*) FROM captures c WHERE c.system_code = f.system_code AND c.seen_on || ' ' || c.id > f.seen
    )), f.seen_rank) END ||
    printf('%04d%011d', 1440 - 60 * substr(f.time, 1, 2) - substr(f.time, 4), 10000000000 - f.article_seq) || '5' AS old,
    CASE WHEN f.seen = n.seen THEN ${dayDigits('substr(f.seen, 1, 10)')} || printf('001%06d1440%011d', f.seen_rank,
      10000000000 - f.article_seq) END AS now
  FROM filed f LEFT JOIN newest n ON n.system_code = f.system_code
  WHERE f.system_code IN (SELECT system_code FROM placed)`;

/** A rank that lay below a story of the newest capture lies below it again. A class of fills is a 9 in front. */
const carried = (system: string, rank: string) => `
  coalesce((SELECT CASE WHEN r.now IS NULL THEN ${rank} ELSE
      substr(${rank}, 1, length(${rank}) - length(ltrim(${rank}, '9'))) || r.now || '7' || ltrim(${rank}, '9') END
    FROM ranks r WHERE r.system_code = ${system} AND r.old < ltrim(${rank}, '9') ORDER BY r.old DESC LIMIT 1), ${rank})`;

const systemOf = (id: string) => `(SELECT p.system_code FROM placed p WHERE p.id = ${id})`;
const recorded = (path: string) => `(e.value ->> '${path}')`;

export const capturedOrder = {
  version: 90,
  sql: /* sql */ `
CREATE INDEX filed_as_captured ON filed
  (system_code, seen, seen_rank, day, strength, time, undated, embargo_until);

CREATE TEMP TABLE placed (id TEXT PRIMARY KEY, system_code TEXT NOT NULL);
INSERT INTO placed SELECT id, system_code FROM placements;
INSERT OR IGNORE INTO placed SELECT ${recorded('$.id')}, ${recorded('$.system_code')}
  FROM changes, json_each(changes.rows) e WHERE table_name = 'placements' AND op = 'delete';
CREATE TEMP TABLE newest AS SELECT system_code, max(seen_on || ' ' || id) AS seen FROM captures GROUP BY system_code;
CREATE TEMP TABLE ranks AS ${RANKS};
CREATE INDEX temp.ranks_in_order ON ranks (system_code, old, now);

UPDATE placements SET rank = ${carried('placements.system_code', 'placements.rank')} WHERE rank IS NOT NULL;
-- An undo compares and brings back what was recorded, so that is carried along.
UPDATE changes SET rows = (
  SELECT json_group_array(json(CASE changes.op
    WHEN 'delete' THEN json_replace(e.value, '$.rank',
      ${carried(recorded('$.system_code'), recorded('$.rank'))})
    ELSE json_replace(e.value,
      '$.before.rank', ${carried(systemOf(recorded('$.key[0]')), recorded('$.before.rank'))},
      '$.after.rank', ${carried(systemOf(recorded('$.key[0]')), recorded('$.after.rank'))}) END) ORDER BY e.key)
  FROM json_each(changes.rows) e)
WHERE table_name = 'placements' AND op IN ('update', 'delete');

DROP TABLE temp.placed;
DROP TABLE temp.newest;
DROP TABLE temp.ranks;
UPDATE entries SET schema = 90 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
