import { createHash } from 'node:crypto';
import { prepare, type ReadDb } from '../core/sql.ts';
import { findImageBySrc } from './image-files.ts';

const REFERENCES = `
  SELECT 'A story' AS what, a.headline, i.file AS image FROM images i JOIN articles a ON a.id = i.article_id
    WHERE i.file IS NOT NULL AND i.file NOT IN (SELECT sha256 FROM image_files)
  UNION ALL
  SELECT 'A placement on ' || p.system_code, a.headline, p.image FROM placements p JOIN articles a ON a.id = p.article_id
    WHERE p.image <> '' AND p.image NOT IN (SELECT sha256 FROM image_files)`;

/** Every row that shows an image must find it, undamaged. */
export function checkImages(db: ReadDb, problems: string[]): void {
  for (const { what, headline, image } of prepare<{ what: string; headline: string; image: string }>(
    db,
    REFERENCES,
  ).all()) {
    problems.push(
      `${what}, “${headline}”, names an image that is not in the library: ${image}. Choose the file again.`,
    );
  }
  const signed = prepare<{ code: string; src: string }>(
    db,
    `SELECT DISTINCT v.system_code AS code, j.value AS src FROM page_versions v, json_tree(v.content) j
     WHERE j.key = 'src' AND j.value GLOB 'images/*' ORDER BY 1, 2`,
  );
  for (const { code, src } of signed.all()) {
    if (findImageBySrc(db, src)) continue;
    problems.push(`A signed-off version of ${code} shows an image that is not in the library: ${src}.`);
  }
  // One at a time: a library may hold more pictures than fit into memory.
  const files = prepare<{ sha256: string; name: string; bytes: Buffer }>(
    db,
    'SELECT sha256, name, bytes FROM image_files ORDER BY sha256',
  );
  for (const { sha256, name, bytes } of files.iterate()) {
    if (createHash('sha256').update(bytes).digest('hex') === sha256) continue;
    problems.push(`The image “${name}” (${sha256}) is damaged. Choose its file again where it is shown to repair it.`);
  }
}
