import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { Coverage } from './pages/Coverage.ts';
import { dayField, typeDay } from './pages/day-field.ts';
import { Pages } from './pages/Pages.ts';
import { Welcome } from './pages/Welcome.ts';
import { DEVON, LINCOLNSHIRE, writeStories, writeStory } from './stories.ts';

test('the board leads by keys to the page that needs attention most', async ({ app }) => {
  const { page } = app;
  const today = (await app.invoke('library.info', {})).today;
  const fresh = Array.from({ length: 20 }, (_, index) => ({ headline: `Fresh ${index + 1}` }));
  await writeStories(
    app,
    fresh.map((story) => ({ ...story, systems: [LINCOLNSHIRE], publishedAt: today })),
  );
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-01' });
  const pages = new Pages(page);
  await pages.open();
  await expect(page.getByText('36 systems, 35 need attention')).toBeVisible();

  // Empty pages come first; of the others Devon has a stale lead and places left, Lincolnshire keeps itself.
  await expect(pages.row(/./).first()).toHaveAccessibleName(/the page is empty/);
  await expect(pages.row(/./).last()).toHaveAccessibleName(
    /^Lincolnshire, lead: Fresh \d+, today, 20 stories in 7 days/,
  );
  await expect(pages.row(/^Devon/)).toHaveAccessibleName(/needs attention: lead is \d+ days old, 19 places empty/);

  await page.getByRole('button', { name: /^30 days: / }).press('Enter');
  await expect(page.getByRole('button', { name: /^30 days: .*, sorted: most first$/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(pages.row(/./).first()).toHaveAccessibleName(/^Lincolnshire/);

  await page.getByRole('checkbox', { name: 'Only those that need attention' }).press('Space');
  await expect(pages.row(/^Lincolnshire/)).toBeHidden();
  await expect(page.getByText('35 of 36 systems')).toBeVisible();

  await pages.row(/^Devon/).focus();
  await page.keyboard.press('/');
  await expect(pages.filter).toBeFocused();
  await pages.filter.fill('dev');
  await pages.filter.press('ArrowDown');
  await expect(pages.row(/^Devon/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Devon' })).toBeVisible();

  // What was chosen is still chosen on the way back.
  await pages.open();
  await expect(page.getByRole('checkbox', { name: 'Only those that need attention' })).toBeChecked();
  await expectAccessible(page, 'the board');
});

test('England is gone through by arrows, as map and as tiles, and Enter opens a page', async ({ app }) => {
  const { page } = app;
  await new Welcome(page).sample.click();
  await new Pages(page).open();
  const coverage = new Coverage(page);
  await coverage.tab.click();
  await expect(coverage.area('Devon')).toBeVisible();
  await expect(coverage.map.getByRole('button')).toHaveCount(36);
  await expect(page.getByText(/are not reviewed yet/)).toBeVisible();
  await expectAccessible(page, 'the map');

  await coverage.area('Devon').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(coverage.area('Cornwall and the Isles of Scilly')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(coverage.area('Devon')).toBeFocused();

  // The table has what the map says.
  const name = (await coverage.area('Devon').getAttribute('aria-label')) ?? '';
  const stories = /: ([\d,]+) stor/.exec(name)?.[1] ?? '';
  await expect(coverage.row('Devon').getByRole('cell').first()).toHaveText(stories);

  await page.getByRole('button', { name: 'Tiles' }).click();
  await coverage.choose('Coloured by', 'Age of the lead');
  await expect(page.getByRole('list', { name: 'Legend' }).getByText('undated')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the tiles in the dark theme');
  await page.emulateMedia({ colorScheme: 'light' });

  await coverage.area('Lincolnshire').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Lincolnshire' })).toBeVisible();
});

test('days before the last change of the register have the systems of their time', async ({ app }) => {
  const { page } = app;
  await new Welcome(page).sample.click();
  await new Pages(page).open();
  const coverage = new Coverage(page);
  await coverage.tab.click();
  await coverage.area('Devon').waitFor();
  await coverage.choose('Days', 'Choose days');
  await typeDay(dayField(page, 'From'), '2026-01-01');
  await typeDay(dayField(page, 'To'), '2026-03-31');
  await expect(coverage.area('Frimley')).toBeVisible();
  await expect(coverage.map.getByRole('button')).toHaveCount(42);
  await expect(page.getByText(/Boundaries of 2023/)).toBeVisible();
  await typeDay(dayField(page, 'To'), '2025-03-31');
  await expect(page.getByText('Choose a start date on or before the end date.')).toBeVisible();
});
