import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { CoverageMap } from '../../../shared/pages/board.ts';

/** One system's area as drawn. */
export interface Area {
  code: string;
  /** The outline as SVG path data. */
  path: string;
  /** The position of its figure. */
  x: number;
  y: number;
  /** True when the figure fits inside the area. */
  isRoomy: boolean;
  label: string;
}

export interface Drawing {
  width: number;
  height: number;
  areas: Area[];
}

/** The available size in px. */
interface Frame {
  width: number;
  height: number;
}

/** Approximate size of a figure in px. */
const ROOM = { width: 20, height: 15 };
/** Leaves room for outlines and the focus ring. */
const MARGIN = 4;

/** Draws England's systems from north to south. */
export function drawMap({ topology, tiles }: CoverageMap, { width, height }: Frame): Drawing {
  const collection = feature(topology, topology.objects.systems);
  const projection = geoMercator().fitExtent(
    [
      [MARGIN, MARGIN],
      [Math.max(width - MARGIN, 2 * MARGIN), Math.max(height - MARGIN, 2 * MARGIN)],
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
  return { width, height, areas: areas.sort((a, b) => a.y - b.y || a.x - b.x) };
}

const LARGEST_TILE = 66;
const TILE_GAP = 3;

/** Draws every system as a tile of equal size, near its real position. */
export function drawTiles({ tiles }: CoverageMap, frame: Frame): Drawing {
  const columns = 1 + Math.max(...tiles.map(({ column }) => column));
  const rows = 1 + Math.max(...tiles.map(({ row }) => row));
  const tileWidth = Math.min(LARGEST_TILE, (frame.width - 2 * MARGIN) / columns);
  const tileHeight = Math.min(LARGEST_TILE, (frame.height - 2 * MARGIN) / rows);
  const [width, height] = [Math.max(tileWidth - TILE_GAP, 1), Math.max(tileHeight - TILE_GAP, 1)];
  const start = (frame.width - columns * tileWidth) / 2;
  const areas = tiles.map(({ code, column, row, label }): Area => {
    const [left, top] = [start + column * tileWidth, MARGIN + row * tileHeight];
    const path = `M${left},${top}h${width}v${height}h${-width}Z`;
    return { code, path, x: left + width / 2, y: top + height / 2, isRoomy: true, label };
  });
  return { ...frame, areas: areas.sort((a, b) => a.y - b.y || a.x - b.x) };
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Finds the nearest area in a direction, preferring straight ahead; null at the edge. */
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
