import { BLANK } from '../helpers/story.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { LINCOLNSHIRE, writeStory } from './stories.ts';

test('a page is mended by keys until its checks are clear, signed off, changed, compared, restored and undone', async ({
  app,
}) => {
  await app.invoke('settings.set', { limits: { fewest: 3, leadDays: 3650 } });
  const systems = [LINCOLNSHIRE];
  await writeStory(app, 'Ward reopens', { systems, publishedAt: '2026-03-28', alt: 'IMG_2043.jpg' });
  const paid = { ...BLANK, headline: 'A word from a maker of beds', kind: 'Sponsored', alt: 'A row of new beds' };
  await app.invoke('stories.create', { fields: { ...paid, publishedAt: '2026-03-27' }, systems });
  await writeStory(app, 'Board meets', { systems, publishedAt: '2026-03-26' });
  const { page } = app;
  const pages = new Pages(page);
  await pages.openPage('Lincolnshire');
  await expect(pages.checksButton).toHaveAccessibleName('Checks 2 errors, 1 warning');

  // The first check has the focus as soon as the list opens.
  await page.keyboard.press('k');
  await expect(pages.check(/^Error: Teaser 1, “Ward reopens”, has a file name/)).toBeFocused();
  await page.keyboard.press('f');
  await expect(pages.field('Image label')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Nurses at the door of a ward');
  await page.keyboard.press('Enter');
  await expect(pages.checksButton).toHaveAccessibleName('Checks 1 error, 1 warning');
  await page.keyboard.press('Escape');
  await expect(pages.named('Ward reopens')).toBeFocused();

  await page.keyboard.press('k');
  await expect(pages.check(/is sponsored, but readers cannot see that/)).toBeFocused();
  await page.keyboard.press('f');
  await expect(pages.check(/^Warning: Teaser 3, “Board meets”, has no image label/)).toBeFocused();
  await page.keyboard.press('Shift+K');
  await page.keyboard.type('It is a notice');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No problems found' })).toBeVisible();
  await expect(pages.checksButton).toHaveAccessibleName('Checks no errors or warnings');
  await expect(page.getByRole('region', { name: 'Silenced' })).toContainText('“It is a notice”');

  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Sign off Lincolnshire' });
  await expect(dialog.getByText('Every check passes. 1 silenced.')).toBeVisible();
  await page.keyboard.type('First of the week');
  await page.keyboard.press('Enter');
  await expect(page.getByText('signed off', { exact: true })).toBeVisible();

  await pages.named('Ward reopens').focus();
  await page.keyboard.press('Alt+End');
  await expect(page.getByText('1 change since sign-off')).toBeVisible();
  await page.keyboard.press('v');
  await expect(pages.versions.getByRole('row', { name: /First of the week$/ })).toBeFocused();
  const differences = page.getByRole('region', { name: 'Differences' });
  await expect(differences).toContainText('“Ward reopens” moved from 1 to 3.');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(differences.getByRole('button', { name: 'Restore…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Restore the version of/ })).toContainText(
    '“Ward reopens” moved from 3 to 1.',
  );
  await expectAccessible(page, 'restoring a version');
  await page.keyboard.press('Enter');
  await expect.poll(() => pages.headlines()).toEqual(['Ward reopens', 'A word from a maker of beds', 'Board meets']);
  await expect(differences).toContainText('The draft shows exactly what was signed off.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => pages.headlines()).toEqual(['A word from a maker of beds', 'Board meets', 'Ward reopens']);
});

test('a source that changes under an override shows both wordings, and asks', async ({ app }) => {
  const id = await writeStory(app, 'Ward reopens', { systems: [LINCOLNSHIRE], publishedAt: '2026-03-28' });
  await app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId: id, words: { headline: 'A ward is back' } });
  await app.invoke('stories.edit', { id, fields: { headline: 'Two wards reopen' } });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const teaser = pages.teaser(1);
  await expect(teaser).toHaveAccessibleName(/A ward is back\. .*its source has changed since/);
  await expect(teaser).toContainText('Two wards reopen');
  await expect(teaser).toContainText('source at our editWard reopens');
  await expectAccessible(app.page, 'a teaser whose source has changed');

  await teaser.getByRole('button', { name: 'Keep our version' }).click();
  await expect(teaser).not.toContainText('Two wards reopen');
  await app.page.keyboard.press('ControlOrMeta+z');
  await teaser.getByRole('button', { name: 'Use source version' }).click();
  await expect.poll(() => pages.headlines()).toEqual(['Two wards reopen']);
  await app.page.keyboard.press('ControlOrMeta+z');
  await teaser.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(pages.field('Headline')).toBeFocused();
});
