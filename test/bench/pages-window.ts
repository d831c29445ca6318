import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startBrowserDoor } from '../e2e/browser-driver.ts';
import { findChromium, launchOptions } from '../e2e/chromium.ts';
import { PROJECT } from '../e2e/desktop-choice.ts';
import type { Driver, DriverOptions } from '../e2e/drivers.ts';
import { startOnStandIn } from '../e2e/standin-driver.ts';
import { call, openBenchDesk } from './make-library.ts';
import { type Line, timeOf } from './measure.ts';
import { GOALS, line } from './pages-desk.ts';
import { openRawBoard } from './raw.ts';
import { openRawPages } from './raw-pages.ts';
import { BOARD, keysToPainted, type Shown, TEASERS, watchPage } from './watch.ts';

/** Pages, moves and the board in the built window, from the key to the frame with the result. */

const COLD_STARTS = 5;
const MOVES = 40;
/** An editor reads before the next key. */
const PAUSE_MS = 500;

export async function measureWindows(libraryPath: string, folder: string): Promise<Line[]> {
  for (const file of ['out/main/main.js', 'out/main/cli.js', 'out/renderer/index.html']) {
    if (!existsSync(join(PROJECT, file))) throw new Error(`${file} is missing. Run "npm run build" first.`);
  }
  const found = findChromium();
  if (!found) throw new Error('No Chromium was found. Name one with CHROMIUM_PATH.');
  const raw = await rawTimes(libraryPath, folder);
  const browser = await chromium.launch(launchOptions(found));
  try {
    return [
      ...(await measure('browser door', startBrowserDoor, browser, libraryPath, folder, raw)),
      ...(await measure('stand-in', startOnStandIn, browser, libraryPath, folder, raw)),
    ];
  } finally {
    await browser.close();
  }
}

interface RawTimes {
  page: number[];
  move: number[];
  board: number[];
}

async function rawTimes(libraryPath: string, folder: string): Promise<RawTimes> {
  const path = join(folder, 'raw-window.patchdesk');
  copyFileSync(libraryPath, path);
  const desk = openBenchDesk(path);
  const codes = (await call(desk, 'systems.list', {})).map(({ code }) => code);
  await desk.close();
  const times: RawTimes = { page: [], move: [], board: [] };
  for (let n = 0; n < COLD_STARTS; n += 1) {
    const board = openRawBoard(path);
    times.board.push((await timeOf(() => board(codes))).ms);
    board.close();
  }
  const pages = openRawPages(path);
  for (const code of codes) {
    times.page.push((await timeOf(() => pages.read(code))).ms);
    const move = () => {
      pages.write(code);
      pages.read(code);
    };
    times.move.push((await timeOf(move)).ms);
  }
  pages.close();
  return times;
}

async function measure(
  name: string,
  start: (options: DriverOptions) => Promise<Driver>,
  browser: Browser,
  libraryPath: string,
  folder: string,
  raw: RawTimes,
): Promise<Line[]> {
  const own = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(own);
  const library = join(own, 'library.patchdesk');
  copyFileSync(libraryPath, library);
  const { INIT_CWD: _cwd, PATCHDESK_LIBRARY: _library, ...rest } = process.env;
  const options: DriverOptions = {
    browser,
    contextOptions: { viewport: { width: 1440, height: 900 } },
    library,
    folder: own,
    env: { ...rest, PATCHDESK_USER_DATA: join(own, 'user-data'), XDG_DATA_HOME: join(own, 'data') },
  };
  const lines: Line[] = [];
  const board: number[] = [];
  // A new process each time, which has read only what the first screen shows.
  for (let n = 0; n < COLD_STARTS; n += 1) {
    await withWindow(start, options, async (page) => {
      board.push(...(await keysToPainted(page, BOARD, 1, 0, () => page.keyboard.press('ControlOrMeta+3'))));
    });
  }
  lines.push(line(`${name}: the board, first time in a window`, board, raw.board, GOALS.board));
  await withWindow(start, options, async (page) => {
    const keys = (count: number, press: (n: number) => Promise<void>, shown: Shown = TEASERS) =>
      keysToPainted(page, shown, count, PAUSE_MS, press);
    await page.keyboard.press('ControlOrMeta+3');
    const rows = page.locator(BOARD.selector);
    await rows.first().waitFor();
    const count = await rows.count();
    const opened = await keys(count, async (n) => {
      if (await page.locator(TEASERS.selector).first().isVisible()) await page.keyboard.press('ControlOrMeta+3');
      await rows.nth(n).focus();
      // Wait for the board's other data, which an editor who reads the rows would have by then.
      await page.waitForTimeout(PAUSE_MS);
      await page.keyboard.press('Enter');
    });
    lines.push(line(`${name}: from the board to a page of ${count}`, opened, raw.page, GOALS.page));
    const onwards = await keys(count - 1, () => page.keyboard.press('['));
    lines.push(line(`${name}: from a page to the one before`, onwards, raw.page, GOALS.page));

    const teaser = page.locator(TEASERS.selector).nth(7);
    const move = async (what: string, press: (n: number) => Promise<void>) => {
      lines.push(line(`${name}: ${what}`, await keys(MOVES, press), raw.move, GOALS.move));
    };
    /** To the eighth teaser by keyboard only: using the mouse as well would re-render all rows. */
    const byKeys = async () => {
      await page.keyboard.press('Home');
      for (let n = 0; n < 7; n += 1) await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(PAUSE_MS);
    };
    const byMouse = async () => {
      await teaser.click();
      await page.waitForTimeout(PAUSE_MS);
    };
    await byMouse();
    await move('move down and up', (n) => page.keyboard.press(n % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp'));
    for (const [how, reach] of [
      ['', byKeys],
      [', after a click', byMouse],
    ] as const) {
      await move(`move to the top${how}`, async () => {
        await reach();
        await page.keyboard.press('Alt+Home');
      });
    }
    // The newest are on the page already.
    await page.getByRole('searchbox', { name: 'Search candidates' }).fill('ward');
    await page.waitForTimeout(PAUSE_MS);
    await move('place a candidate', async () => {
      const mark = await page.locator('[aria-label="Candidates"] [role=row]').evaluateAll((rows) => {
        const found = rows.find((row) => row.querySelector('[aria-label^="Place: "]'));
        if (found instanceof HTMLElement) found.focus();
        return found?.textContent ?? null;
      });
      if (mark === null) throw new Error('No candidate is left to place.');
      await page.keyboard.press('Enter');
    });
    for (const [how, reach] of [
      ['', byKeys],
      [', after a click', byMouse],
    ] as const) {
      await teaser.click();
      await move(`take off${how}`, async () => {
        await reach();
        await page.keyboard.press('Delete');
      });
    }
    await page.evaluate(addBareKey);
    lines.push(
      line(
        `${name}: a bare key, for the least there is`,
        await keys(MOVES, () => page.keyboard.press('F9'), BARE),
        raw.move,
        null,
      ),
    );
  });
  return lines;
}

const BARE: Shown = { selector: '#bare', attribute: 'data-pressed' };

/** The browser's own time from a key to the frame with a changed attribute. */
function addBareKey(): void {
  const bare = document.createElement('div');
  bare.id = 'bare';
  document.body.append(bare);
  let pressed = 0;
  window.addEventListener('keydown', ({ key }) => {
    if (key !== 'F9') return;
    pressed += 1;
    bare.setAttribute('data-pressed', String(pressed));
  });
}

async function withWindow(
  start: (options: DriverOptions) => Promise<Driver>,
  options: DriverOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const driver = await start(options);
  try {
    const { page } = driver;
    await page.evaluate(watchPage);
    await page.locator('[role=grid], [aria-label="Story"] article').first().waitFor();
    await page.waitForTimeout(PAUSE_MS);
    await work(page);
    await driver.stop();
  } finally {
    await driver.dispose();
  }
}
