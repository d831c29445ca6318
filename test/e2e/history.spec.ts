import type { Locator } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { History } from './pages/History.ts';
import { fillLincolnshire, LINCOLNSHIRE } from './stories.ts';

test('each step stands with who, where and what; undone steps say so', { tag: '@both-doors' }, async ({
  app,
  door,
}) => {
  await app.invoke('settings.set', { author: 'Priya Nair' });
  const { ids } = await fillLincolnshire(app, 2);
  const [first] = ids;
  if (!first) throw new Error('there is a story');
  await app.invoke('pages.pin', { system: LINCOLNSHIRE, articleId: first });
  const history = new History(app.page);
  await history.open();
  const pin = history.step('Pin “Story A” on Lincolnshire');
  await expect(pin).toContainText('Priya Nair');
  await expect(pin).toContainText(door === 'desktop' ? 'window' : 'browser');
  await expect(history.steps.getByRole('heading', { name: 'Today' })).toBeVisible();

  await expect(history.undo).toHaveText(/Undo “Pin ‘Story A’ on Lincolnshire”/);
  await history.undo.click();
  await expect(pin.first()).toBeVisible();
  await expect(history.steps.getByRole('listitem').filter({ has: app.page.locator('s') })).toContainText(['undone']);
  await expect(history.redo).toHaveText(/Redo “Pin/);
  await history.redo.click();
  await expect(history.steps.getByRole('listitem').filter({ has: app.page.locator('s') })).toHaveCount(0);
});

test('a step opens by key, shows what it changed, and can be taken back alone', async ({ app }) => {
  const { ids } = await fillLincolnshire(app, 2);
  const [first, second] = ids;
  if (!first || !second) throw new Error('there are stories');
  await app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId: first, words: { headline: 'Story A, again' } });
  await app.invoke('pages.pin', { system: LINCOLNSHIRE, articleId: second });
  const history = new History(app.page);
  await history.open();
  const [pin, reword] = [history.step('Pin “Story B”'), history.step('Re-word “Story A”')].map((step) =>
    step.getByRole('button'),
  );
  await pin?.focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(reword as Locator).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(history.details).toContainText('Story A, again');
  await expectAccessible(app.page, 'an open step');
  await history.details.getByRole('button', { name: 'Undo this step' }).click();
  await expect
    .poll(async () => (await app.invoke('pages.get', { system: LINCOLNSHIRE })).zones[0]?.teasers)
    .toMatchObject([{ headline: 'Story A' }, { headline: 'Story B', placed: 'pinned' }]);
  await history.details.getByRole('button', { name: 'Close the step' }).click();
  await expect(reword as Locator).toBeFocused();
});

test('an empty history says what will stand there', async ({ app }) => {
  const history = new History(app.page);
  await history.open();
  await expect(app.page.getByRole('heading', { name: 'No steps yet' })).toBeVisible();
  await expect(history.undo).toBeDisabled();
});

test('a long history is read to its first step', async ({ app }) => {
  await app.invoke('settings.set', { author: 'Priya Nair' });
  const { ids } = await fillLincolnshire(app, 1);
  const [story] = ids;
  if (!story) throw new Error('there is a story');
  for (let batch = 0; batch < 11; batch += 1) {
    const drafts = Array.from({ length: 25 }, (_, index) => `Draft ${batch * 25 + index}`);
    await Promise.all(
      drafts.map((headline) =>
        app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId: story, words: { headline } }),
      ),
    );
  }
  const history = new History(app.page);
  await history.open();
  await expect(app.page.getByText('276 steps')).toBeVisible();
  expect(await history.steps.getByRole('listitem').count()).toBeLessThan(100);
  await expect(async () => {
    await history.steps.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
    await expect(history.steps.getByRole('listitem').last()).toContainText('Story A', { timeout: 500 });
  }).toPass();
});
