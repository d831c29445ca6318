import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findChromium, launchOptions } from './chromium.ts';
import type { DoorOptions } from './fixtures.ts';

const jsonFile = process.env['PATCHDESK_E2E_JSON'];

/**
 * Which specs run through which door. All but those about the browser door run through the desktop door. The
 * browser door has the ones about itself and those with the tag `@both-doors`, which is for what a door has a
 * hand in: files chosen, dropped and written, the clipboard, addresses, events, restarts. The rest would only
 * show the same window once more; `PATCHDESK_BOTH_DOORS=1`, as `npm run test:deep` sets it, runs it all the same.
 */
const ONLY_DESKTOP = [/desktop-[a-z]+\.spec\.ts/, /standin\.spec\.ts/];
const ONLY_BROWSER = [/browser-door\.spec\.ts/, /start\.spec\.ts/];
const hasBothDoors = process.env['PATCHDESK_BOTH_DOORS'] === '1';

export default defineConfig<DoorOptions>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  // Each test runs an app, a desk and a page; more at once than cores only makes them slow.
  workers: availableParallelism(),
  forbidOnly: Boolean(process.env['CI']),
  // A busy machine may fail what passes by itself. The run names a spec that needed its second try as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    [process.env['CI'] || jsonFile ? 'dot' : 'list'],
    ...(jsonFile ? ([['json', { outputFile: jsonFile }]] as const) : []),
    ['./door-reporter.ts'],
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    // A trace of every test costs a sixth of their time, for the few that fail: `npm run e2e -- --trace on` has one.
    trace: hasBothDoors ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(findChromium()),
  },
  projects: [
    { name: 'desktop', use: { door: 'desktop' }, testIgnore: ONLY_BROWSER },
    {
      name: 'browser',
      use: { door: 'browser' },
      testIgnore: ONLY_DESKTOP,
      ...(!hasBothDoors && { grep: [/@both-doors/, ...ONLY_BROWSER] }),
    },
  ],
});
