import type { Page } from '@playwright/test';
import { type App, expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';

const WIDTHS = [1024, 1280, 1440, 1920];

test('every button in the header of every page is in sight and takes a click', async ({ app }) => {
  test.slow();
  const pages = new Pages(app.page);
  await app.invoke('library.openSample', {});
  await app.page.getByText('Sample library').waitFor();
  await pages.openPage('Devon');
  const { register } = await app.invoke('library.info', {});
  const missed: string[] = [];
  const seen = new Set<string>();
  for (let count = 0; count < register.systems; count += 1) {
    const title = await titleOf(app.page);
    seen.add(title);
    for (const width of WIDTHS) {
      await app.page.setViewportSize({ width, height: 800 });
      missed.push(...(await app.page.evaluate(coveredButtons)).map((name) => `${title} at ${width}: ${name}`));
    }
    await app.page.keyboard.press(']');
    await expect(heading(app.page)).not.toHaveText(title);
  }
  expect(missed).toEqual([]);

  // What has no room there is in the menu.
  await app.page.setViewportSize({ width: 1280, height: 800 });
  const title = await titleOf(app.page);
  await app.page.getByRole('button', { name: 'More actions', exact: true }).click();
  await app.page.getByRole('menuitem', { name: 'Page of the next system' }).click();
  await expect(heading(app.page)).not.toHaveText(title);
  expect(seen.size).toBeGreaterThan(30);
});

test('the views are reachable in a narrow window', async ({ app }) => {
  await app.invoke('library.openSample', {});
  await app.page.getByText('Sample library').waitFor();
  await app.page.setViewportSize({ width: 720, height: 450 });
  const views = app.page.getByRole('button', { name: 'Views', exact: true });
  await views.click();
  await app.page.getByRole('menuitem', { name: /^National/ }).click();
  await expect(views).toHaveAttribute('aria-current', 'page');
  await expect(app.page.getByRole('main', { name: 'Stories screen' })).toBeVisible();
});

test('forced colours show the screen, the selection, the chosen and the focus', async ({ app }) => {
  const { page } = app;
  await app.invoke('library.openSample', {});
  await page.getByText('Sample library').waitFor();
  await page.emulateMedia({ forcedColors: 'active' });
  const pages = new Pages(page);

  await page.keyboard.press('ControlOrMeta+2');
  const row = page.getByRole('grid').getByRole('row').nth(3);
  await row.click();
  await page.keyboard.press('Space');
  await expectMarked(app, '[role="row"][aria-selected="true"]');
  await expectMarked(app, 'nav [aria-current="page"]');

  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('grid').getByRole('row').first().waitFor();
  await expectMarked(app, '[role="grid"] [aria-current="true"]');

  await pages.openPage('Lincolnshire');
  await pages.teaser(2).click();
  await page.keyboard.press('ArrowDown');
  await expectMarked(app, '[role="tab"][aria-selected="true"]');
  await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid');
});

function heading(page: Page) {
  return page.getByRole('region', { name: 'Page', exact: true }).getByRole('heading', { level: 2 }).first();
}

async function titleOf(page: Page): Promise<string> {
  return (await heading(page).textContent()) ?? '';
}

/** The chosen has the system's own colours for it, which nothing else on the screen has. */
async function expectMarked({ page }: App, selector: string): Promise<void> {
  const shown = page.locator(selector).first();
  await shown.waitFor();
  const [background, highlight] = await shown.evaluate((element) => {
    const probe = document.createElement('div');
    probe.style.cssText = 'forced-color-adjust: none; background: Highlight';
    document.body.append(probe);
    const colours = [getComputedStyle(element).backgroundColor, getComputedStyle(probe).backgroundColor];
    probe.remove();
    return colours;
  });
  expect(background, selector).toBe(highlight);
}

/** Runs in the page: the buttons of the page's header that are outside the window or under something else. */
async function coveredButtons(): Promise<string[]> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  const buttons = [...document.querySelectorAll('section[aria-label="Page"] header button')];
  const shown = buttons.filter((button) => button.checkVisibility());
  const names = shown
    .filter((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      if (left < 0 || right > window.innerWidth || top < 0 || bottom > window.innerHeight) return true;
      return [left + 2, right - 2].some((x) => !button.contains(document.elementFromPoint(x, (top + bottom) / 2)));
    })
    .map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '');
  return shown.length < 4 ? [...names, 'the header has hardly any button'] : names;
}
