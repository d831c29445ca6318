import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { CoverageMap } from '../../../shared/board.ts';

/** One system's area as it is drawn. */
export interface Area {
  code: string;
  /** The outline as SVG path data. */
  path: string;
  /** Where its figure stands. */
  x: number;
  y: number;
  /** Whether its figure has room within it. */
  isRoomy: boolean;
  label: string;
}

export interface Drawing {
  width: number;
  height: number;
  areas: Area[];
}

const MAP_HEIGHT = 640;
const MAP_WIDTH = 540;
/** A figure of three digits needs about so much. */
const ROOM = { width: 24, height: 16 };

/** England as it lies, its systems from north to south. */
export function drawMap({ topology, tiles }: CoverageMap): Drawing {
  const collection = feature(topology, topology.objects.systems);
  const projection = geoMercator().fitExtent(
    [
      [4, 4],
      [MAP_WIDTH - 4, MAP_HEIGHT - 4],
    ],
    collection,
  );
  const toPath = geoPath(projection).digits(1);
  const labels = new Map<string, string>(tiles.map(({ code, label }) => [code, label]));
  const areas = collection.features.map((each): Area => {
    const code = String(each.id);
    const [[left, top], [right, bottom]] = toPath.bounds(each);
    const [x, y] = toPath.centroid(each);
    const isRoomy =
      toPath.area(each) > 2 * ROOM.width * ROOM.height && right - left > ROOM.width && bottom - top > ROOM.height;
    return { code, path: toPath(each) ?? '', x, y, isRoomy, label: labels.get(code) ?? code };
  });
  return { width: MAP_WIDTH, height: MAP_HEIGHT, areas: areas.sort((a, b) => a.y - b.y || a.x - b.x) };
}

const TILE = 66;
const TILE_GAP = 3;

/** Every system the same size, about where it lies. */
export function drawTiles({ tiles }: CoverageMap): Drawing {
  const side = TILE - TILE_GAP;
  const columns = 1 + Math.max(...tiles.map(({ column }) => column));
  const rows = 1 + Math.max(...tiles.map(({ row }) => row));
  const areas = tiles.map(({ code, column, row, label }): Area => {
    const [left, top] = [column * TILE, row * TILE];
    const path = `M${left},${top}h${side}v${side}h${-side}Z`;
    return { code, path, x: left + side / 2, y: top + side / 2, isRoomy: true, label };
  });
  return {
    width: columns * TILE,
    height: rows * TILE,
    areas: areas.sort((a, b) => a.y - b.y || a.x - b.x),
  };
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The nearest area in a direction, rather straight ahead than to the side; null at the edge. */
export function neighbourOf(areas: readonly Area[], code: string, direction: Direction): string | null {
  const here = areas.find((area) => area.code === code);
  if (!here) return areas[0]?.code ?? null;
  let best: { code: string; distance: number } | null = null;
  for (const area of areas) {
    const across = area.x - here.x;
    const down = area.y - here.y;
    const ahead = { up: -down, down, left: -across, right: across }[direction];
    const aside = Math.abs(direction === 'up' || direction === 'down' ? across : down);
    if (ahead <= 0.5 || aside > 2 * ahead) continue;
    const distance = ahead + 2 * aside;
    if (best === null || distance < best.distance) best = { code: area.code, distance };
  }
  return best?.code ?? null;
}
