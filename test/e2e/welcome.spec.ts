import { expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { Welcome } from './pages/Welcome.ts';
import { writeStory } from './stories.ts';

test('an empty library offers three ways on, each with the keyboard', { tag: '@both-doors' }, async ({ app }) => {
  const welcome = new Welcome(app.page);
  await expect(welcome.screen).toBeVisible();
  await expect(welcome.import).toBeEnabled();
  await welcome.newStory.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await welcome.import.click();
  await expect(app.page.getByRole('dialog')).toBeVisible();
});

test('the sample library opens beside the editor’s own, and leaves that one empty', { tag: '@both-doors' }, async ({
  app,
}) => {
  const welcome = new Welcome(app.page);
  await welcome.sample.click();
  await expect(app.page.getByText('Sample library')).toBeVisible();
  await expect(welcome.screen).toBeHidden();
  // There is work to do at once.
  await expect(app.page.getByRole('main', { name: 'Queue screen' })).toBeVisible();
  const pages = new Pages(app.page);
  await pages.open();
  await expect(pages.active.getByRole('row', { name: /the page is empty/ })).toHaveCount(0);

  await app.page.getByRole('button', { name: 'Back to my library' }).click();
  await app.page.keyboard.press('ControlOrMeta+2');
  await expect(welcome.screen).toBeVisible();
  expect((await app.invoke('library.info', {})).path).toBe(app.library);
});

test('the board of an empty library asks for a page, and shows none without stories', async ({ app }) => {
  const pages = new Pages(app.page);
  await app.page.keyboard.press('ControlOrMeta+3');
  await expect(app.page.getByRole('heading', { name: 'Bring in a page first' })).toBeVisible();
  await expect(pages.active).toBeHidden();
  await app.page.getByRole('button', { name: /^Import/ }).click();
  await expect(app.page.getByRole('dialog')).toBeVisible();
});

test('the first story ends the welcome', { tag: '@both-doors' }, async ({ app }) => {
  const welcome = new Welcome(app.page);
  await expect(welcome.screen).toBeVisible();
  await writeStory(app, 'Harbour clinic opens');
  await expect(welcome.screen).toBeHidden();
  await app.restart();
  await expect(new Welcome(app.page).screen).toBeHidden();
});
