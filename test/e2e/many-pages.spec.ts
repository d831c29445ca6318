import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { DEVON, fillLincolnshire, LINCOLNSHIRE } from './stories.ts';

test('one story goes on several pages in one step, by keyboard, with what it does said before', async ({ app }) => {
  await fillLincolnshire(app, 3);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story B');
  await app.page.keyboard.press('g');
  const dialog = app.page.getByRole('dialog', { name: 'On pages' });
  await expect(dialog.getByRole('row', { name: /^Lincolnshire: now number 2, filled/ })).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText('Choose pages to see what happens on each.');

  await dialog.getByRole('button', { name: /Another page/ }).press('Enter');
  await app.page.keyboard.type('devon');
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByRole('row', { name: /^Devon: .*comes in at number 1, placed/ })).toBeVisible();

  await dialog.getByRole('row', { name: /^Lincolnshire/ }).focus();
  await app.page.keyboard.press('Space');
  await dialog.getByRole('radio', { name: 'Pin' }).press('Space');
  await expect(dialog.getByRole('status')).toHaveText('It cannot be done on Devon; nothing would be changed.');
  await expect(dialog.getByRole('button', { name: /^Pin on/ })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'At number' }).fill('1');
  await expect(dialog.getByRole('row', { name: /^Lincolnshire: .*goes to number 1, pinned/ })).toBeVisible();
  await expectAccessible(app.page, 'one story on pages');
  await dialog.getByRole('button', { name: 'Pin on 2 pages' }).press('Enter');

  await expect(dialog).toBeHidden();
  await expect.poll(() => pages.headlines()).toEqual(['Story B', 'Story A', 'Story C']);
  await expect(pages.said).toHaveText('Pin “Story B” on Lincolnshire and Devon');
  const devon = await app.invoke('pages.get', { system: DEVON });
  expect(devon.zones[0]?.teasers).toMatchObject([{ headline: 'Story B', placed: 'pinned' }]);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story C']);
  expect((await app.invoke('pages.get', { system: DEVON })).zones[0]?.teasers).toEqual([]);
});

test('the shelf: put aside by key, ordered, placed by key and by drag, and still there after a restart', async ({
  app,
}) => {
  await fillLincolnshire(app, 4);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story C');
  await app.page.keyboard.press('Shift+H');
  await expect(pages.said).toHaveText('Put “Story C” on the shelf');
  await pages.candidate('Story A').focus();
  await app.page.keyboard.press('Shift+H');
  await expect(pages.said).toHaveText('Put “Story A” on the shelf');
  await app.page.keyboard.press('h');
  await expect(pages.shelf.getByRole('row')).toHaveCount(2);
  await expectAccessible(app.page, 'the shelf');

  await pages.shelved('Story A').focus();
  await app.page.keyboard.press('Alt+ArrowDown');
  await expect(pages.said).toHaveText('Moved to 2 of 2 on the shelf.');
  await pages.select('Story C');
  await app.page.keyboard.press('Delete');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story D']);
  await pages.shelved('Story C').dragTo(pages.named('Story D'), { targetPosition: { x: 160, y: 4 } });
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story C', 'Story D']);

  await app.restart();
  const again = new Pages(app.page);
  await again.openPage('Lincolnshire');
  await app.page.keyboard.press('h');
  await expect(again.shelf.getByRole('row').first()).toHaveAccessibleName(/^Story C, /);
  await again.shelved('Story C').focus();
  await app.page.keyboard.press('Delete');
  await expect(again.shelf.getByRole('row')).toHaveCount(1);
  await expect(again.named('Story C')).toBeVisible();
});

test('the tray: what was taken off last goes back with one key, where it stood', async ({ app }) => {
  await fillLincolnshire(app, 4);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story B');
  await app.page.keyboard.press('p');
  await app.page.keyboard.press('Delete');
  await pages.select('Story C');
  await app.page.keyboard.press('Delete');
  await expect(pages.tray.getByRole('listitem').first()).toContainText('Story C');
  await expect(pages.tray).toContainText('It was pinned at 2.');
  await app.page.keyboard.press('b');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story C', 'Story D']);
  await expect(pages.named('Story C')).toHaveAccessibleName(/Filled: /);
  await app.page.keyboard.press('b');
  await expect(pages.named('Story B')).toHaveAccessibleName(/Pinned at 2/);
  await expect(pages.tray).toBeHidden();
  const { waiting } = await app.invoke('pages.get', { system: LINCOLNSHIRE });
  expect(waiting).toEqual([]);
});
