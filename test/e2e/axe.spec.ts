import { COLOUR_RULES, expectAccessible } from './accessible.ts';
import { type App, expect, test } from './fixtures.ts';
import { Export } from './pages/Export.ts';
import { History } from './pages/History.ts';
import { Pages } from './pages/Pages.ts';
import { Welcome } from './pages/Welcome.ts';
import { Zones } from './pages/Zones.ts';
import { LINCOLNSHIRE } from './stories.ts';

/** Every screen, and every state of one that shows other things, on the sample library. */
const SCREENS: readonly { name: string; show: (app: App) => Promise<void> }[] = [
  {
    name: 'stories',
    show: async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+2');
      await page.getByRole('grid').getByRole('row').nth(3).waitFor();
    },
  },
  {
    name: 'a story selected',
    show: async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+2');
      await page.getByRole('grid').getByRole('row').nth(3).click();
    },
  },
  { name: 'the command palette', show: ({ page }) => page.keyboard.press('ControlOrMeta+k') },
  { name: 'the import dialog', show: ({ page }) => page.keyboard.press('ControlOrMeta+i') },
  { name: 'the settings', show: ({ page }) => page.keyboard.press('ControlOrMeta+,') },
  {
    name: 'the story form',
    show: async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+2');
      await page.keyboard.press('n');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'pages', show: ({ page }) => new Pages(page).open() },
  {
    name: 'former systems',
    show: async ({ page }) => {
      await new Pages(page).open();
      await page.getByRole('button', { name: /^Former systems/ }).click();
    },
  },
  {
    name: 'a page',
    show: async ({ page }) => {
      const pages = new Pages(page);
      await pages.openPage('Lincolnshire');
      await pages.teaser(2).click();
    },
  },
  {
    name: 'a page with a story taken off, being re-worded',
    show: async ({ page }) => {
      const pages = new Pages(page);
      await pages.openPage('Lincolnshire');
      await pages.teaser(2).click();
      await page.keyboard.press('Delete');
      await pages.tray.waitFor();
      await page.keyboard.press('e');
      await pages.reword.waitFor();
    },
  },
  {
    name: 'a teaser’s menu',
    show: async ({ page }) => {
      const pages = new Pages(page);
      await pages.openPage('Lincolnshire');
      await pages.teaser(2).click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'moving to a number',
    show: async ({ page }) => {
      const pages = new Pages(page);
      await pages.openPage('Lincolnshire');
      await pages.teaser(2).click();
      await page.keyboard.press('m');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the zones of a page',
    show: async ({ page }) => {
      await new Pages(page).openPage('Norfolk and Suffolk');
      await new Zones(page).open();
    },
  },
  {
    name: 'the page templates',
    show: async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('>page templates');
      await page.keyboard.press('Enter');
      await new Zones(page).zones.waitFor();
    },
  },
  {
    name: 'export',
    show: async ({ page }) => {
      const screen = new Export(page);
      await screen.open();
      await screen.chooseOnly('Devon');
    },
  },
  { name: 'history', show: ({ page }) => new History(page).open() },
  // The right pane stays with them, so they come last.
  {
    name: 'the checks of a page',
    show: async ({ page }) => {
      await new Pages(page).openPage('Lincolnshire');
      await page.keyboard.press('k');
      await new Pages(page)
        .check(/^Warning/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'the versions of a page',
    show: async (app) => {
      await app.invoke('versions.signOff', { system: LINCOLNSHIRE, despite: true, note: 'As it is' });
      const { zones } = await app.invoke('pages.get', { system: LINCOLNSHIRE });
      const articleId = zones.flatMap(({ teasers }) => teasers)[4]?.articleId;
      if (articleId) await app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId, words: { headline: 'Anew' } });
      await app.page.keyboard.press('v');
      await app.page.getByText('“Anew” was re-worded: headline.').waitFor();
    },
  },
];

/** The window follows the system's theme in place. The second one changes colours alone, so that only the rules about colour are asked again in it. */
async function expectBothThemes(app: App, what: string): Promise<void> {
  const root = app.page.locator('html');
  await expectAccessible(app.page, what);
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(app.page, `${what}, dark`, COLOUR_RULES);
  await app.page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
}

test('nothing serious on any screen, light or dark', async ({ app }) => {
  test.slow();
  await new Welcome(app.page).screen.waitFor();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expectBothThemes(app, 'welcome');

  await app.invoke('library.openSample', {});
  await app.page.getByText('Sample library').waitFor();
  for (const { name, show } of SCREENS) {
    await show(app);
    await expectBothThemes(app, name);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Escape');
  }
});

test('nothing serious in the exported page', async ({ app, browser }) => {
  await app.invoke('library.openSample', {});
  const { content } = await app.invoke('pages.render', { system: LINCOLNSHIRE, format: 'html' });
  const page = await browser.newPage();
  await page.setContent(content);
  await expectAccessible(page, 'the exported page');
  await page.close();
});
