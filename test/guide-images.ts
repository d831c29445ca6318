import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { startBrowserDoor } from './e2e/browser-driver.ts';
import { findChromium, launchOptions } from './e2e/chromium.ts';
import { PROJECT } from './e2e/desktop-choice.ts';

// `npm run images`: regenerates the guide's screenshots from the built app with the sample library.

const IMAGES = join(PROJECT, 'resources', 'guide', 'images');
/** Desk and window begin at a fixed morning, so that the sample and all ages are the same on every day. */
const CLOCK = join(PROJECT, 'test', 'helpers', 'fixed-clock.ts');
const folder = mkdtempSync(join(tmpdir(), 'patchdesk-images-'));
const browser = await chromium.launch(launchOptions(findChromium()));
const driver = await startBrowserDoor({
  library: join(folder, 'library.patchdesk'),
  folder,
  env: {
    ...process.env,
    PATCHDESK_USER_DATA: join(folder, 'user-data'),
    PATCHDESK_AUTHOR: 'A. Marlowe',
    NODE_OPTIONS: `--import=${pathToFileURL(CLOCK)}`,
  },
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
  await goTo(page, 'Register');
  await page.getByRole('button', { name: /^Review/ }).waitFor();
  await picture(page, 'register');

  await goTo(page, 'Names');
  await page.getByRole('button', { name: 'Add a name' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('The Pennine Post');
  await page.getByText(/of 397 stories/).waitFor();
  await picture(page, 'names');
  await page.getByRole('textbox', { name: /^Name/ }).fill('');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await goTo(page, 'Stories');
  await page.getByRole('row', { name: /Bristol’s two sites/ }).click();
  await page.getByRole('heading', { name: /Bristol’s two sites/ }).waitFor();
  await picture(page, 'stories');

  await goTo(page, 'Queue');
  // Beyond the rows on screen: the list is gone through as an editor does.
  await page.getByRole('article').waitFor();
  const wanted = page.getByRole('article', { name: /Hospital charities pool/ });
  while (!(await wanted.isVisible())) await page.keyboard.press('j', { delay: 60 });
  // The offers of the rows come once the focus rests.
  await page.getByText('nothing offered').first().waitFor();
  await picture(page, 'queue');
  await inTheDark(page, 'queue');

  await goTo(page, 'Pages');
  await page.getByRole('tab', { name: 'Map' }).click();
  await page.getByRole('button', { name: /^Devon: / }).waitFor();
  await picture(page, 'map');
  await page.getByRole('button', { name: 'Tiles' }).click();
  await page.getByRole('button', { name: /Coloured by/ }).click();
  await page.getByRole('option', { name: 'Age of the lead' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: /^Lincolnshire / }).focus();
  await picture(page, 'map-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('tab', { name: 'Board' }).click();
  // The queue is counted after the rest.
  await page
    .getByRole('row', { name: /on offer/ })
    .first()
    .waitFor();
  await picture(page, 'board');
  await inTheDark(page, 'board');
  await page.getByText('Lincolnshire', { exact: true }).waitFor();
  await page.getByText('Lincolnshire', { exact: true }).dblclick();
  await page.frameLocator('iframe').first().getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Grantham’s second scanner').first().click();
  await picture(page, 'page');
  await inTheDark(page, 'page');

  await page.keyboard.press('z');
  const zones = page.getByRole('dialog', { name: /^Zones/ });
  await zones.waitFor();
  await picture(page, 'zones');
  await inTheDark(page, 'zones');
  await page.keyboard.press('Escape');
  await zones.waitFor({ state: 'hidden' });
  await page.keyboard.press('w');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: /^Compared page: / }).waitFor();
  await picture(page, 'beside');
  await page.getByText('Preview', { exact: true }).first().click();

  await page.keyboard.press('s');
  await page.keyboard.type('For Monday morning');
  await page.keyboard.press('Enter');
  await page.getByText('signed off', { exact: true }).waitFor();
  const teasers = page.getByRole('grid', { name: /^Teasers on the page of/ });
  await teasers.getByRole('row', { name: /^6 of/ }).click();
  await page.keyboard.press('Alt+Home');
  await page.getByText('1 change since sign-off').waitFor();
  await teasers.getByRole('row', { name: /^5 of/ }).click();
  await page.keyboard.press('Delete');
  await page.getByText('3 changes since sign-off').waitFor();
  await teasers.getByRole('row', { name: /^4 of/ }).click();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Headline' }).fill('Second scanner comes to Grantham in spring');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText('4 changes since sign-off').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await page.getByRole('region', { name: 'Differences' }).getByText('Grantham in spring').first().waitFor();
  await picture(page, 'versions');
  await inTheDark(page, 'versions');

  await goTo(page, 'Export');
  await page.getByRole('button', { name: /Download/ }).waitFor();
  await picture(page, 'export');
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByText(place, { exact: true }).first().click();
}

async function inTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // The pointer would leave a hover behind.
  await page.mouse.move(720, 22);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}
