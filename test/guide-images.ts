import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startBrowserDoor } from './e2e/browser-driver.ts';
import { findChromium, launchOptions } from './e2e/chromium.ts';
import { PROJECT } from './e2e/desktop-choice.ts';

// `npm run images`: takes the guide's pictures anew, of the built app with the sample library.

const IMAGES = join(PROJECT, 'resources', 'guide', 'images');
const folder = mkdtempSync(join(tmpdir(), 'patchdesk-images-'));
const browser = await chromium.launch(launchOptions(findChromium()));
const driver = await startBrowserDoor({
  library: join(folder, 'library.patchdesk'),
  folder,
  env: { ...process.env, PATCHDESK_AUTHOR: 'A. Marlowe' },
  browser,
  contextOptions: { viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' },
});

try {
  mkdirSync(IMAGES, { recursive: true });
  await takeAll(driver.page);
} finally {
  await driver.stop();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function takeAll(page: Page): Promise<void> {
  await picture(page, 'welcome');
  await page.getByRole('button', { name: /sample library/i }).click();
  await page.getByRole('row', { name: /Bristol’s two sites/ }).click();
  await page.getByRole('heading', { name: /Bristol’s two sites/ }).waitFor();
  await picture(page, 'stories');

  await goTo(page, 'Pages');
  await page.getByText('Lincolnshire', { exact: true }).waitFor();
  await page.getByText('Lincolnshire', { exact: true }).dblclick();
  await page.frameLocator('iframe').first().getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Grantham’s second scanner').first().click();
  await picture(page, 'page');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'page-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await goTo(page, 'Export');
  await page.getByRole('button', { name: /Download/ }).waitFor();
  await picture(page, 'export');
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByText(place, { exact: true }).first().click();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // The pointer would leave a hover behind.
  await page.mouse.move(720, 22);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}
