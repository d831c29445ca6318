import { defineConfig } from '@playwright/test';
import { findChromium, launchOptions } from './chromium.ts';
import type { DoorOptions } from './fixtures.ts';

const jsonFile = process.env['PATCHDESK_E2E_JSON'];

export default defineConfig<DoorOptions>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  // Each test runs an app, a desk and a page; more at once than cores only makes them slow.
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
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
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(findChromium()),
  },
  projects: [
    { name: 'desktop', use: { door: 'desktop' }, testIgnore: ['**/browser-door.spec.ts', '**/start.spec.ts'] },
    { name: 'browser', use: { door: 'browser' }, testIgnore: ['**/desktop-*.spec.ts', '**/standin.spec.ts'] },
  ],
});
