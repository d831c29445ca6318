import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { Welcome } from './pages/Welcome.ts';
import { startTranscript } from './transcript.ts';

const PAGES_MENDED = 3;
/** Far more checks than a page of the sample fails. */
const MOST_CHECKS = 40;

/** Nothing but keys from here on: a click would hide that a key is missing. */
async function forbidTheMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown']) {
      window.addEventListener(kind, () => console.error('the mouse was used'), { capture: true });
    }
  });
}

/** From a page whose checks are open to one on which nothing is wrong. Returns how each check was settled. */
async function mendAll(page: Page, pages: Pages): Promise<{ mended: number; silenced: number }> {
  const settled = { mended: 0, silenced: 0 };
  const nothing = page.getByRole('heading', { name: 'No problems found' });
  const tried = new Set<string>();
  for (let turn = 0; turn < MOST_CHECKS; turn += 1) {
    await expect(pages.check(/./).first().or(nothing)).toBeVisible();
    if (await nothing.isVisible()) return settled;
    await expect(pages.check(/./).and(page.locator(':focus'))).toHaveCount(1);
    const name = await pages.focused();
    const before = (await pages.checksButton.textContent()) ?? '';
    if (/image label/.test(name) && !tried.has(name)) {
      tried.add(name);
      await page.keyboard.press('f');
      await expect(pages.field('Image label')).toBeFocused();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(`What number ${turn + 1} shows`);
      await page.keyboard.press('Enter');
      settled.mended += 1;
    } else if (/^Warning: The lead/.test(name) && !tried.has('lead')) {
      tried.add('lead');
      await page.keyboard.press('f');
      settled.mended += 1;
      // Another lead may be old as well: then the same check is about another story, and a later turn silences it.
      await expect(page.getByRole('row', { name, exact: true })).toHaveCount(0);
      continue;
    } else {
      await page.keyboard.press('Shift+K');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.type('Seen this morning, and meant so');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
      settled.silenced += 1;
    }
    await expect(pages.checksButton).not.toHaveText(before);
    if (await pages.reword.isVisible()) {
      await page.keyboard.press('Escape');
      await expect(pages.reword).toBeHidden();
    }
    // If the focus went to the fixed teaser, the shortcut of the list brings it back.
    if (!(await nothing.isVisible()) && (await pages.check(/./).and(page.locator(':focus')).count()) === 0) {
      await page.keyboard.press('k');
    }
  }
  throw new Error('the checks of this page do not come to an end');
}

test('a morning by keyboard alone: the board, three pages mended, their checks clear, signed off', {
  tag: '@both-doors',
}, async ({ app }) => {
  test.slow();
  const { page } = app;
  const welcome = new Welcome(page);
  const pages = new Pages(page);
  await forbidTheMouse(page);
  await welcome.sample.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sample library')).toBeVisible();
  const done: string[] = [];
  for (let n = 0; n < PAGES_MENDED; n += 1) {
    await page.keyboard.press('ControlOrMeta+3');
    if (n > 0) await page.keyboard.press('ControlOrMeta+3');
    await pages.row(/./).first().waitFor();
    if (!(await pages.filter.evaluate((field) => field === document.activeElement))) await page.keyboard.press('/');
    await expect(pages.filter).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(pages.row(/./).and(page.locator(':focus'))).toHaveCount(1);
    // The page that needs attention most has the focus; those signed off this morning need it less.
    const isDone = async () => {
      const focused = (await pages.row(/./).and(page.locator(':focus')).getAttribute('aria-label')) ?? '';
      return done.some((name) => focused.startsWith(`${name},`));
    };
    // From the top each time: when the list is sorted again, a finished row carries the focus to its end.
    for (let below = 1; await isDone(); below += 1) {
      await page.keyboard.press('Home');
      for (let step = 0; step < below; step += 1) await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await pages.teaser(1).waitFor();
    const name = ((await pages.teasers.getAttribute('aria-label')) ?? '').replace('Teasers on the page of ', '');
    done.push(name);
    await expect(pages.checksButton).not.toHaveAccessibleName('Checks no errors or warnings');
    await page.keyboard.press('k');
    await mendAll(page, pages);
    await expect(pages.checksButton).toHaveAccessibleName('Checks no errors or warnings');
    if (n === 0) await expectAccessible(page, 'a page whose checks are clear');
    await page.keyboard.press('s');
    await expect(page.getByRole('dialog', { name: `Sign off ${name}` })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('signed off', { exact: true })).toBeVisible();
  }
  expect(new Set(done).size).toBe(PAGES_MENDED);
  const checks = await app.invoke('checks.all', {});
  const signed = checks.filter((each) => each.signed !== null);
  expect(signed).toHaveLength(PAGES_MENDED);
  expect(signed.map(({ errors, warnings, unsigned }) => [errors, warnings, unsigned])).toEqual(
    signed.map(() => [0, 0, 0]),
  );

  // The last page can still be undone to where the morning found it.
  const { total } = await app.invoke('history.list', {});
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await app.invoke('history.list', {})).total).toBe(total + 1);
});

test('a screen reader hears a reorder: where it stands, where it goes, where it stands now', {
  tag: '@both-doors',
}, async ({ app }) => {
  const { page } = app;
  const pages = new Pages(page);
  await new Welcome(page).sample.click();
  await pages.openPage('Kent and Medway');
  const [, second] = await pages.headlines();
  if (!second) throw new Error('the sample page has no second teaser');
  const listen = await startTranscript(page);
  await pages.teaser(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(pages.teaser(3)).toHaveAccessibleName(new RegExp(`^3 of \\d+: ${second}`));
  const of = await pages.teasers.getByRole('row').count();
  const short = (line: string) => line.replace(/(?<=^focus: \d+ of \d+: [^.]+)\..*/, '');
  await expect
    .poll(async () => (await listen()).map(short))
    .toEqual([
      `focus: 2 of ${of}: ${second}`,
      `says: ${second} selected.`,
      `focus: 3 of ${of}: ${second}`,
      `says: Moved to 3 of ${of}.`,
    ]);
});
