import { expectAccessible } from './accessible.ts';
import { type App, expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { DEVON, fillLincolnshire, LINCOLNSHIRE, writeStories, writeStory } from './stories.ts';

const DORSET = 'QVV' as typeof DEVON;
const CORNWALL = 'QT6' as typeof DEVON;

/** Two stories that both pages show, the older of them on top of both by its number on Dorset. */
async function fillDevonAndDorset(app: App): Promise<void> {
  await app.invoke('settings.set', { limits: { fewest: 1, leadDays: 3650 } });
  const labelled = (headline: string, publishedAt: string) => ({ publishedAt, alt: `A picture of ${headline}` });
  const write = (headline: string, systems: (typeof DEVON)[], day: string) =>
    writeStory(app, headline, { systems, ...labelled(headline, `2026-03-${day}`) });
  await write('Two counties share a scanner', [DEVON, DORSET], '28');
  await write('Exeter opens a ward', [DEVON], '27');
  await write('Poole closes a ward', [DORSET], '26');
  await write('A bus to both hospitals', [DEVON, DORSET, CORNWALL], '25');
}

test('a page stands beside another, what both show is marked on either side, and keys go between', async ({ app }) => {
  await fillDevonAndDorset(app);
  const { page } = app;
  const pages = new Pages(page);
  await pages.openPage('Devon');
  await expect(pages.teaser(3)).toHaveAccessibleName(/on 2 other pages$/);
  await expect(pages.teaser(1)).toHaveAccessibleName(/also on Dorset$/);

  // Neighbours stand first, so Enter alone would take Cornwall.
  await page.keyboard.press('w');
  const field = page.getByRole('combobox', { name: /^Page to compare with Devon/ });
  await expect(page.getByRole('group', { name: 'Neighbours' }).getByRole('option')).toHaveText([
    /^Cornwall/,
    /^Dorset/,
    /^Somerset/,
  ]);
  await field.fill('dors');
  await page.keyboard.press('Enter');
  await expect(pages.besideTeaser(1)).toBeFocused();
  await expect(pages.said).toHaveText(
    'Compared with Dorset: 2 of 3 shared; both lead with “Two counties share a scanner”.',
  );
  await expect(page.getByText(/^2 of 3 shared; both lead with/)).toBeVisible();
  await expect(pages.besideTeaser(1)).toHaveAccessibleName(/also at 1 on Devon$/);
  await expect(pages.besideTeaser(2)).not.toHaveAccessibleName(/also at/);
  await expect(pages.teaser(3)).toHaveAccessibleName(/A bus to both hospitals\. .*also at 3 on Dorset$/);
  await expect(pages.teaser(2)).not.toHaveAccessibleName(/also at/);
  await expectAccessible(page, 'two pages side by side');

  await page.keyboard.press('End');
  await expect(pages.besideTeaser(3)).toBeFocused();
  await page.keyboard.press('o');
  await expect(pages.teaser(3)).toBeFocused();
  await page.keyboard.press('o');
  await expect(pages.besideTeaser(3)).toBeFocused();
  await page.keyboard.press('w');
  await expect(pages.teaser(3)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('o');
  await expect(pages.said).toHaveText('The story is not on the page of Dorset.');

  // A move on the open page shows on the other at once.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+Home');
  await expect(pages.besideTeaser(3)).toHaveAccessibleName(/also at 1 on Devon$/);
  await expect(page.getByText(/^2 of 3 shared; they lead with different stories/)).toBeVisible();

  await page.keyboard.press('Shift+W');
  await expect(page.getByRole('heading', { level: 2, name: 'Dorset' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Compared page: Devon' })).toBeVisible();
  await expect(pages.named('A bus to both hospitals')).toBeFocused();

  await page.keyboard.press('.');
  await expect(page.getByRole('grid', { name: 'Compared page: Hampshire and Isle of Wight' })).toBeVisible();
  await page.keyboard.press(',');
  await expect(page.getByRole('grid', { name: 'Compared page: Devon' })).toBeVisible();
});

test('on a narrow window the other page stands in the place of the candidates', async ({ app }) => {
  await fillDevonAndDorset(app);
  await app.page.setViewportSize({ width: 1024, height: 700 });
  const pages = new Pages(app.page);
  await pages.open();
  await pages.row(/^Devon/).click();
  await app.page.getByRole('searchbox', { name: 'Search candidates' }).fill('scanner');
  await pages.select('A bus to both hospitals');
  await pages.putBeside('Dorset');
  await expect(pages.besideTeaser(1)).toBeFocused();
  await expect(pages.besideTeaser(3)).toBeInViewport();
  await expect(pages.candidates).toBeHidden();
  await app.page.keyboard.press('o');
  await expect(pages.teaser(1)).toBeFocused();
  await expect(pages.beside).toBeInViewport();
  await app.page.keyboard.press('c');
  await expect(pages.candidates).toBeVisible();
  await expect(pages.beside).toBeHidden();
  await expect(pages.teaser(1)).toBeFocused();

  await app.page.keyboard.press('w');
  await app.page.keyboard.press('Enter');
  await expect(pages.besideTeaser(1)).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(pages.beside).toBeHidden();
  await expect(pages.teaser(1)).toBeFocused();
  await expect(app.page.getByRole('searchbox', { name: 'Search candidates' })).toHaveValue('scanner');

  // When the page has the focus, it keeps it.
  await app.page.keyboard.press('.');
  await expect(pages.beside).toBeVisible();
  await expect(pages.teaser(1)).toBeFocused();
});

test('a lead that neighbours share is flagged, marked as joint, ended by its menu, and undone', async ({ app }) => {
  await fillDevonAndDorset(app);
  const { page } = app;
  const pages = new Pages(page);
  await pages.openPage('Devon');
  await page.keyboard.press('k');
  const flag = pages.check(
    /^Warning: The lead, “Two counties share a scanner”, is also the lead of the neighbouring page Dorset\./,
  );
  await expect(flag).toBeFocused();
  await flag.getByRole('button', { name: 'Mark as a joint lead' }).click();
  await expect(flag).toBeHidden();
  await expect(pages.checksButton).toHaveAccessibleName('Checks no errors or warnings');
  await expect(pages.teaser(1)).toHaveAccessibleName(/joint lead/);
  await expect(pages.teaser(1).getByText('joint lead')).toBeVisible();

  await pages.teaser(1).click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Mark as a joint lead' })).toBeHidden();
  await page.getByRole('menuitem', { name: 'End the joint lead' }).click();
  await expect(pages.teaser(1)).not.toHaveAccessibleName(/joint lead/);
  await expect(pages.checksButton).toHaveAccessibleName('Checks 1 warning');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pages.teaser(1)).toHaveAccessibleName(/joint lead/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pages.checksButton).toHaveAccessibleName('Checks 1 warning');

  // The mark is on the story: the page next door has it as well.
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(pages.teaser(1)).toHaveAccessibleName(/joint lead/);
  await pages.open();
  await pages.row(/^Dorset/).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Dorset' })).toBeVisible();
  await expect(pages.teaser(1)).toHaveAccessibleName(/joint lead/);
  await expect(pages.checksButton).toHaveAccessibleName('Checks no errors or warnings');
});

test('a line shows how far readers see, in the preview and in the list, for the screen chosen', async ({ app }) => {
  // Sentences that take more lines on a phone than on a desktop.
  const standfirst =
    'The board has heard what it will cost, what it may save, and who is to wait for longer than now. '.repeat(4);
  const days = Array.from({ length: 12 }, (_, index) => index + 1);
  await writeStories(
    app,
    days.map((day) => ({
      headline: `Story ${day}`,
      systems: [LINCOLNSHIRE],
      publishedAt: `2026-03-${String(day).padStart(2, '0')}`,
      standfirst,
    })),
  );
  const { page } = app;
  const pages = new Pages(page);
  await pages.openPage('Lincolnshire');
  const line = page.getByText('readers see this far without scrolling');
  const lastSeen = pages.teasers.getByRole('row', { name: /readers see this far without scrolling$/ });
  const seen = async () => Number((await lastSeen.getAttribute('aria-label'))?.match(/^\d+/)?.[0]);
  await expect(lastSeen).toHaveCount(1);
  await expect(line).toHaveCount(1);
  await expect(page.getByRole('radio', { name: 'Phone 390' })).toBeChecked();
  const onPhone = await seen();
  await expect(page.getByText(`${onPhone} of 12 seen at once`)).toBeVisible();
  expect(await measured(app)).toBe(onPhone);

  await page.getByRole('radio', { name: 'Desktop 1280' }).click();
  await expect.poll(seen).toBeGreaterThan(onPhone);
  const width = await pages
    .preview('Lincolnshire')
    .locator('html')
    .evaluate((html) => html.clientWidth);
  expect(width).toBe(1280);
  expect(await measured(app)).toBe(await seen());

  // Words that make the lead longer push the line up; it follows the edit.
  const onDesktop = await seen();
  const [lead] = (await app.invoke('pages.get', { system: LINCOLNSHIRE })).zones[0]?.teasers ?? [];
  if (!lead) throw new Error('no lead');
  const words = { standfirst: 'It says more and more of it. '.repeat(40) };
  await app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId: lead.articleId, words });
  await expect.poll(seen).toBeLessThan(onDesktop);

  // Without a preview nothing is measured, and no old line remains.
  await page.keyboard.press('ControlOrMeta+.');
  await expect(lastSeen).toHaveCount(0);
  await expect(line).toHaveCount(0);
});

/** The same sum in the frame itself: how many headlines end above the fold of its width. */
function measured(app: App): Promise<number> {
  return new Pages(app.page)
    .preview('Lincolnshire')
    .locator('main')
    .evaluate((main) => {
      const fold = document.documentElement.clientWidth > 1000 ? 720 : 664;
      const ends = [...main.querySelectorAll('li h2')].map((h) => h.getBoundingClientRect().bottom + window.scrollY);
      const first = ends.findIndex((end) => end > fold);
      return first < 0 ? ends.length : first;
    });
}

test('the preview takes each saved edit without losing its line, however fast they come', async ({ app }) => {
  const { ids } = await fillLincolnshire(app, 12);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const frame = pages.preview('Lincolnshire');
  const scrolled = () => frame.locator('html').evaluate((html) => html.scrollTop);
  await frame.locator('html').evaluate((html) => html.scrollTo(0, 300));
  for (let round = 1; round <= 8; round += 1) {
    const words = { headline: `Story A, wording ${round}` };
    await app.invoke('pages.reword', {
      system: LINCOLNSHIRE,
      articleId: ids[0] as NonNullable<(typeof ids)[0]>,
      words,
    });
  }
  await expect(frame.getByText('Story A, wording 8')).toBeAttached();
  await expect(app.page.locator('iframe')).toHaveCount(1);
  expect(await scrolled()).toBe(300);
});
