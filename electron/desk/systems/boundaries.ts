import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CoverageMap, CoverageMap as CoverageMapSchema } from '../../../shared/pages/board.ts';

/** From this day on the boundaries of 2026 apply; before it those of 2023. */
const NEW_BOUNDARIES = '2026-04-01';

const maps = new Map<string, CoverageMap>();

/**
 * Areas and tiles of the systems on a day. The file is read when first needed and checked, because the window draws it
 * as it is.
 */
export function mapOn(resourcesPath: string, day: string): CoverageMap {
  const boundaries = day < NEW_BOUNDARIES ? '2023' : '2026';
  const folder = join(resourcesPath, 'geo');
  const key = join(folder, boundaries);
  const cached = maps.get(key);
  if (cached) return cached;
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const tiles = read('tiles.json') as Record<string, unknown>;
  const map = CoverageMapSchema.parse({
    boundaries,
    topology: read(`boundaries-${boundaries}.topojson`),
    tiles: tiles[boundaries],
  });
  maps.set(key, map);
  return map;
}
