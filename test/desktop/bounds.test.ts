import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fitPlace, LEAST_SIZE, readPlace, writePlace } from '../../electron/desktop/bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('the window’s place', () => {
  test('is kept where it was, on whichever screen', () => {
    const place = { bounds: { x: 1600, y: 100, width: 1200, height: 800 }, isMaximized: false };
    expect(fitPlace(place, [laptop, beside])).toEqual(place);
  });

  test('goes to the middle of the main screen when its screen has gone', () => {
    const place = { bounds: { x: 1600, y: 100, width: 1200, height: 800 }, isMaximized: true };
    expect(fitPlace(place, [laptop])).toEqual({
      bounds: { x: 0, y: 25, width: 1440, height: 875 },
      isMaximized: true,
    });
  });

  test('is in the middle of the main screen the first time', () => {
    expect(fitPlace(null, [beside]).bounds).toEqual({ x: 2000, y: 250, width: 1440, height: 900 });
  });

  test('is brought back when its title bar lies above the screen', () => {
    const place = { bounds: { x: 100, y: -400, width: 1200, height: 800 }, isMaximized: false };
    expect(fitPlace(place, [laptop]).bounds.y).toBe(laptop.y);
  });

  test('always leaves something to hold, and is never larger than a screen nor too small to use', () => {
    const coordinate = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 20_000 });
    const bounds = fc.record({ x: coordinate, y: coordinate, width: size, height: size });
    fc.assert(
      fc.property(bounds, fc.boolean(), (remembered, isMaximized) => {
        const { x, y, width, height } = fitPlace({ bounds: remembered, isMaximized }, [laptop, beside]).bounds;
        const isOn = (area: typeof laptop) =>
          Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 200 &&
          y >= area.y &&
          y < area.y + area.height;
        const screens = [laptop, beside].filter((area) => isOn(area) && width <= area.width && height <= area.height);
        expect(screens).not.toEqual([]);
        expect(width).toBeGreaterThanOrEqual(LEAST_SIZE.width);
        expect(height).toBeGreaterThanOrEqual(LEAST_SIZE.height);
      }),
    );
  });
});

describe('what is remembered', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'patchdesk-window-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is read back as it was written', () => {
    const file = join(folder, 'window.json');
    const place = { bounds: { x: -5, y: 30, width: 900, height: 700 }, isMaximized: true };
    writePlace(file, place);
    expect(readPlace(file)).toEqual(place);
  });

  test.each([
    '',
    'null',
    '{"bounds":{"x":1}}',
    '{"bounds":{"x":"1","y":1,"width":9,"height":9},"isMaximized":false}',
    '{"bounds":{"x":1,"y":1,"width":-9,"height":9},"isMaximized":false}',
  ])('is left aside when it reads %j', (text) => {
    const file = join(folder, 'window.json');
    writeFileSync(file, text);
    expect(readPlace(file)).toBeNull();
  });

  test('is nothing the first time', () => {
    expect(readPlace(join(folder, 'window.json'))).toBeNull();
  });
});
