import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import Database from 'better-sqlite3';
import { openDesk } from '../../electron/desk/desk.ts';
import { startBrowserDoor } from '../e2e/browser-driver.ts';
import { findChromium, launchOptions } from '../e2e/chromium.ts';
import { PROJECT } from '../e2e/desktop-choice.ts';
import type { Driver, DriverOptions } from '../e2e/drivers.ts';
import { Stories } from '../e2e/pages/Stories.ts';
import { startOnStandIn } from '../e2e/standin-driver.ts';
import { makeCaptures } from './make-captures.ts';
import { type Line, median, ms, percentile, report } from './measure.ts';
import { firstRowsMs, framesDuring, keysToPainted, Pings, STORY, watchPage } from './watch.ts';

/**
 * `npm run bench:window [-- STORIES]`: the built window on a large library, through the browser door and on the
 * stand-in for Electron. Measures frames while typing, scrolling and tagging, the main thread's replies meanwhile, the
 * time to the first rows, and in the queue from a key to the next story.
 */

const GOALS = { frameMs: 34, pingMs: 20, firstRowsMs: 1300, keyMs: 50 };
const STARTS = 5;
const TAGGED = 1000;
const TAG_ROUNDS = 4;
const QUEUE_KEYS = 120;
const TODAY = '2026-05-01';

const stories = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'patchdesk-bench-'));
const lines: Line[] = [];

async function makeLibrary(path: string): Promise<void> {
  const captures = join(folder, 'captures');
  makeCaptures(captures, stories);
  const desk = openDesk({
    libraryPath: path,
    preferencesPath: `${path}.preferences.json`,
    resourcesPath: join(PROJECT, 'resources'),
    door: 'cli',
    author: 'Bench',
  });
  const reply = await desk.call('import.paths', { paths: [captures], seenOn: TODAY });
  if (!reply.ok) throw new Error(reply.error.message);
  await desk.close();
  rmSync(captures, { recursive: true });
}

/** The word that occurs in about this many stories. */
function wordFoundIn(path: string, count: number): { word: string; found: number } {
  const db = new Database(path, { readonly: true });
  db.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, article_text, row)');
  const row = db
    .prepare<[number], { word: string; found: number }>(
      'SELECT term AS word, doc AS found FROM temp.words ORDER BY abs(doc - ?) LIMIT 1',
    )
    .get(count);
  db.close();
  if (!row) throw new Error('The library holds no words.');
  return row;
}

async function measure(
  name: string,
  start: (options: DriverOptions) => Promise<Driver>,
  browser: Browser,
  path: string,
) {
  const own = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(own);
  const library = join(own, 'library.patchdesk');
  copyFileSync(path, library);
  const portFile = join(own, 'ping-port');
  const preload = pathToFileURL(join(import.meta.dirname, 'ping-server.ts')).href;
  const { INIT_CWD: _cwd, PATCHDESK_LIBRARY: _library, ...rest } = process.env;
  const driver = await start({
    browser,
    contextOptions: { viewport: { width: 1440, height: 900 } },
    library,
    folder: own,
    env: {
      ...rest,
      NODE_OPTIONS: `--import=${preload}`,
      PATCHDESK_BENCH_PING: portFile,
      PATCHDESK_USER_DATA: join(own, 'user-data'),
      XDG_DATA_HOME: join(own, 'data'),
    },
  });
  try {
    const { page } = driver;
    await page.addInitScript(watchPage);
    const starts: number[] = [];
    for (let n = 0; n < STARTS; n += 1) {
      await page.reload();
      starts.push(await firstRowsMs(page));
    }
    add(
      `${name}: first rows painted`,
      median(starts),
      GOALS.firstRowsMs,
      `of ${STARTS}, slowest ${ms(Math.max(...starts))}`,
    );

    const pings = new Pings(portFile);
    const window = new Stories(page);
    await window.open();
    const watch = async (what: string, work: () => Promise<void>) => {
      await pings.take();
      const frames = await framesDuring(page, work);
      const answers = await pings.take();
      const seen = `of ${frames.length} frames, slowest ${ms(Math.max(...frames))}`;
      add(`${name}: ${what}: frames, 95th of 100`, percentile(frames, 0.95), GOALS.frameMs, seen);
      const asked = `of ${answers.length} pings, slowest ${ms(Math.max(...answers))}`;
      add(`${name}: ${what}: main thread, 95th of 100`, percentile(answers, 0.95), GOALS.pingMs, asked);
    };

    await watch('typing', async () => {
      for (const text of ['care homes', 'surgery wai', 'the trust', 's', 'zeppelin']) {
        await window.search.fill('');
        await window.search.pressSequentially(text, { delay: 70 });
        await page.waitForTimeout(400);
      }
    });
    await window.search.fill('');
    await page.waitForTimeout(500);
    await watch('scrolling', async () => {
      await window.grid.hover();
      for (let n = 0; n < 120; n += 1) {
        await page.mouse.wheel(0, n % 40 < 30 ? 400 : 6000);
        await page.waitForTimeout(30);
      }
      await window.grid.focus();
      for (const key of ['End', 'PageUp', 'PageUp', 'Home', 'PageDown', 'PageDown', 'Home']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(250);
      }
    });
    const { word, found } = wordFoundIn(library, TAGGED);
    await window.search.fill(`${word} `);
    await page.waitForTimeout(800);
    await watch(`tagging ${found} stories and undoing it`, async () => {
      for (let round = 0; round < TAG_ROUNDS; round += 1) {
        await window.grid.focus();
        await page.keyboard.press('ControlOrMeta+a');
        await window.details.getByRole('heading', { name: `${found.toLocaleString('en-GB')} stories` }).waitFor();
        await window.addSystems('devon', 'kent');
        await page.getByRole('button', { name: /^Undo “/ }).waitFor();
        await page.waitForTimeout(500);
        await page.keyboard.press('ControlOrMeta+z');
        await page.getByRole('button', { name: /^Redo “/ }).waitFor();
        await page.waitForTimeout(500);
      }
    });
    await page.keyboard.press('ControlOrMeta+1');
    await page.locator('[aria-label="Story"] article').waitFor();
    await page.waitForTimeout(1000);
    // Skips some stories and reviews others, at the pace of an editor who reads only headlines.
    const steps = await keysToPainted(page, STORY, QUEUE_KEYS, 160, (n) =>
      page.keyboard.press(n % 3 === 0 ? 'j' : 'e'),
    );
    const slowest = `of ${steps.length} keys, slowest ${ms(Math.max(...steps))}`;
    add(`${name}: queue, key to next story, 95th of 100`, percentile(steps, 0.95), GOALS.keyMs, slowest);

    await pings.end();
    await driver.stop();
  } finally {
    await driver.dispose();
  }
}

function add(what: string, figure: number, goal: number, measured: string): void {
  lines.push({ what, measured, against: '', figure, goal, unit: 'ms' });
}

try {
  for (const file of ['out/main/main.js', 'out/main/cli.js', 'out/renderer/index.html']) {
    if (!existsSync(join(PROJECT, file))) throw new Error(`${file} is missing. Run "npm run build" first.`);
  }
  const found = findChromium();
  if (!found) throw new Error('No Chromium was found. Name one with CHROMIUM_PATH.');
  process.stdout.write(`Making a library of ${stories} stories ...\n`);
  const library = join(folder, 'library.patchdesk');
  await makeLibrary(library);
  const browser = await chromium.launch(launchOptions(found));
  try {
    await measure('browser door', startBrowserDoor, browser, library);
    await measure('stand-in', startOnStandIn, browser, library);
  } finally {
    await browser.close();
  }
  process.exitCode = report(`Patchdesk's window, ${stories} stories`, lines) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
