import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { Export } from './pages/Export.ts';
import { Pages } from './pages/Pages.ts';
import { DEVON, fillLincolnshire, LINCOLNSHIRE, writeStory } from './stories.ts';

test('the board says when a page was exported, and marks it once it has changed', { tag: '@both-doors' }, async ({
  app,
}) => {
  const { ids } = await fillLincolnshire(app, 2);
  const { page } = app;
  const pages = new Pages(page);
  await pages.open();
  await expect(pages.row(/^Lincolnshire/)).toHaveAccessibleName(/, never exported, /);

  const screen = new Export(page);
  await screen.open();
  await screen.chooseOnly('Lincolnshire');
  await app.desktop?.answerDialog('showOpenDialog', { canceled: false, filePaths: [join(app.folder, 'pages')] });
  await screen.start.click();
  await expect(screen.receiptOf('Lincolnshire')).toHaveAccessibleName(/2 added/);

  await pages.open();
  await expect(pages.row(/^Lincolnshire/)).toHaveAccessibleName(/, exported today, /);
  await expect(pages.row(/^Lincolnshire/)).toContainText('today');
  const words = { headline: 'In other words' };
  await app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId: ids[0] ?? (ids[1] as never), words });
  await expect(pages.row(/^Lincolnshire/)).toHaveAccessibleName(/, exported today and changed since, /);
  await page.getByRole('button', { name: /^Exported: / }).press('Enter');
  // Pages that differ from their export come first.
  await expect(pages.row(/./).first()).toHaveAccessibleName(/^Lincolnshire/);
  // What the export's button said while it worked is gone a few seconds after the button.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0, { timeout: 10_000 });
  await expectAccessible(page, 'the board with what was exported');
});

test('how long a story led is answered from the history and from what was signed off', async ({ app }) => {
  const id = await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-01' });
  await app.invoke('pages.pin', { system: DEVON, articleId: id });
  await app.invoke('versions.signOff', { system: DEVON, despite: true, note: 'As it is' });
  const pages = new Pages(app.page);
  await pages.openPage('Devon');
  await pages.named('Harbour clinic opens').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Lead history' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Lead history' });
  const stood = dialog.getByRole('region', { name: 'On the pages' });
  await expect(stood).toContainText('Led Devon on 1 day');
  await expect(stood.getByRole('listitem')).toContainText([/Led Devon/, /filled by the zone/, /^since .*, pinned by /]);
  await expect(dialog.getByRole('region', { name: 'As signed off' })).toContainText('Devon: since');
  await expectAccessible(app.page, 'how long a story led');
  await app.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a backup is made by its command, and the foot of the window says when', { tag: '@both-doors' }, async ({
  app,
  door,
}) => {
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON] });
  const { page } = app;
  const foot = page.getByRole('contentinfo');
  await expect(foot.getByRole('button', { name: 'Never backed up' })).toBeVisible();
  const out = join(app.folder, 'copy.patchdesk');
  await app.desktop?.answerDialog('showSaveDialog', { canceled: false, filePath: out });
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('>back up');
  await page.keyboard.press('Enter');
  if (door === 'browser') {
    await expect(page.getByRole('alertdialog', { name: 'Back up the library?' })).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(/^Backed up to .*: 1 story, checked and complete\.$/).first()).toBeVisible();
  await expect(foot.getByRole('button', { name: /^Backed up \d\d:\d\d, checked$/ })).toBeVisible();
  if (door === 'desktop') expect(existsSync(out)).toBe(true);
  else expect(readdirSync(app.folder).filter((name) => name.startsWith('library.backup-'))).toHaveLength(1);
  await expectAccessible(page, 'the window after a backup');
});
