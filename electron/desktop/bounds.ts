import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
export type Rectangle = z.infer<typeof Rectangle>;

const WindowPlace = z.object({ bounds: Rectangle, isMaximized: z.boolean() });
/** The window's last position, and whether it was maximised. */
export type WindowPlace = z.infer<typeof WindowPlace>;

export const LEAST_SIZE = { width: 800, height: 560 } as const;
const FIRST_SIZE = { width: 1440, height: 900 } as const;
// The part of the window's top that must be on a screen, so that it can be dragged.
const HANDLE = { width: 200, height: 40 } as const;

/** The stored position, or null when it is missing or unreadable: that is not worth an error. */
export function readPlace(file: string): WindowPlace | null {
  try {
    const parsed = WindowPlace.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, `${JSON.stringify(place)}\n`);
  } catch (error) {
    console.error(`The window's position was not saved in ${file}:`, error);
  }
}

/**
 * The stored position if it is still on a screen, else the middle of the main one; never larger than that screen.
 * `screens` are the work areas, the main one first.
 */
export function fitPlace(place: WindowPlace | null, screens: readonly Rectangle[]): WindowPlace {
  const main = screens[0] ?? { x: 0, y: 0, ...FIRST_SIZE };
  for (const screen of place ? screens : []) {
    const bounds = place && clip(place.bounds, screen);
    if (place && bounds && holdsHandle(screen, bounds)) return { ...place, bounds };
  }
  const size = clip({ x: main.x, y: main.y, ...FIRST_SIZE }, main);
  const x = main.x + Math.floor((main.width - size.width) / 2);
  const y = main.y + Math.floor((main.height - size.height) / 2);
  return { bounds: { ...size, x, y }, isMaximized: place?.isMaximized ?? false };
}

function clip(bounds: Rectangle, screen: Rectangle): Rectangle {
  const within = (length: number, least: number, room: number) => Math.min(Math.max(length, least), room);
  return {
    ...bounds,
    width: within(bounds.width, LEAST_SIZE.width, screen.width),
    height: within(bounds.height, LEAST_SIZE.height, screen.height),
  };
}

function holdsHandle(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  const isTopInside = y >= area.y && y + HANDLE.height <= area.y + area.height;
  return isTopInside && across >= Math.min(HANDLE.width, width);
}
