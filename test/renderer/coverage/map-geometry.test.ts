import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawMap, drawTiles, neighbourOf } from '../../../renderer/features/coverage/map-geometry.ts';
import { CoverageMap } from '../../../shared/pages/board.ts';
import { RESOURCES } from '../../helpers/desk.ts';

const read = (name: string) => JSON.parse(readFileSync(join(RESOURCES, 'geo', name), 'utf8'));
const mapOf = (boundaries: '2023' | '2026') =>
  CoverageMap.parse({
    boundaries,
    topology: read(`boundaries-${boundaries}.topojson`),
    tiles: read('tiles.json')[boundaries],
  });

const FRAME = { width: 540, height: 640 };

describe.each(['2023', '2026'] as const)('England of %s', (boundaries) => {
  const map = mapOf(boundaries);
  const drawings = { map: drawMap(map, FRAME), tiles: drawTiles(map, FRAME) };

  it.each(['map', 'tiles'] as const)('is drawn within its frame as %s, each system once', (kind) => {
    const { areas, width, height } = drawings[kind];
    expect(new Set(areas.map(({ code }) => code)).size).toBe(map.tiles.length);
    for (const { x, y, path } of areas) {
      expect(path.length).toBeGreaterThan(10);
      expect(path).not.toContain('NaN');
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });

  it.each(['map', 'tiles'] as const)('can be gone through by arrows alone from any system, as %s', (kind) => {
    const { areas } = drawings[kind];
    const reached = new Set<string>();
    const open = [areas[0]?.code ?? ''];
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (reached.has(code)) continue;
      reached.add(code);
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const next = neighbourOf(areas, code, direction);
        if (next) open.push(next);
      }
    }
    expect(reached.size).toBe(areas.length);
  });

  it('lies the right way up: Cornwall left of and below Kent’s north', () => {
    const at = (code: string) => drawings.map.areas.find((area) => area.code === code);
    const [cornwall, northEast, kent] = [at('QT6'), at('QHM'), at('QKS')];
    expect(cornwall?.x).toBeLessThan(kent?.x ?? 0);
    expect(northEast?.y).toBeLessThan(cornwall?.y ?? 0);
  });
});
