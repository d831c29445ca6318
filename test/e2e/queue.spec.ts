import { expectAccessible } from './accessible.ts';
import { type App, expect, test } from './fixtures.ts';
import { Queue } from './pages/Queue.ts';
import { Shell } from './pages/Shell.ts';
import { Stories } from './pages/Stories.ts';
import { Welcome } from './pages/Welcome.ts';
import { writeStory } from './stories.ts';

/** Two stories the words decide, one they do not: the newest first. */
async function writeThree(app: App): Promise<void> {
  await writeStory(app, 'Clinic in Maidstone opens late', { publishedAt: '2026-03-03', standfirst: 'Doors at noon.' });
  await writeStory(app, 'Two wards swap beds', {
    publishedAt: '2026-03-02',
    standfirst: 'The wards are in Lincoln and in Exeter.',
  });
  await writeStory(app, 'Let the ward clerk speak first', { publishedAt: '2026-03-01', standfirst: 'A comment.' });
}

test('the sample library’s queue is worked from the first story to the last by keys alone', async ({ app }) => {
  await new Welcome(app.page).sample.click();
  await expect(app.page.getByText('Sample library')).toBeVisible();
  const queue = new Queue(app.page);
  await queue.open();
  const { total, stories } = await app.invoke('stories.list', { query: { review: 'open' }, limit: 500 });
  expect(total).toBeGreaterThan(20);
  let offered = 0;
  for (const [index, story] of stories.entries()) {
    await expect(queue.place(1, total - index)).toBeVisible();
    await expect(queue.headline(story.headline)).toBeVisible();
    const { offers } = await app.invoke('queue.get', { id: story.id });
    if (offers[0]?.state === 'pending') {
      offered += 1;
      await app.page.keyboard.press('1');
      await expect(queue.story.getByText('nothing yet')).toBeHidden();
    }
    await app.page.keyboard.press('e');
  }
  await expect(queue.empty).toBeVisible();
  await expect(new Shell(app.page).place('Queue')).toHaveText(/0$/);
  expect(offered).toBeGreaterThan(5);
  expect((await app.invoke('library.info', {})).counts.unreviewed).toBe(0);
  const { tags } = await app.invoke('stories.get', { id: stories[0]?.id ?? ('' as never) });
  expect(tags[0]).toMatchObject({ origin: 'suggestion', evidence: { level: expect.any(String) } });

  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(queue.headline(stories.at(-1)?.headline ?? '')).toBeVisible();
  await expect(queue.place(1, 1)).toBeVisible();
});

test('an offer is accepted, made weaker, taken back, rejected and offered again; undo leads to the story', async ({
  app,
}) => {
  await writeThree(app);
  const queue = new Queue(app.page);
  await queue.open();
  await expect(queue.story.locator('mark')).toHaveText('Maidstone');
  await expect(queue.story.locator('mark')).toHaveAttribute('title', /Kent and Medway/);
  await app.page.keyboard.press('1');
  await expect(queue.story.getByText('Kent and Medway (about)')).toBeVisible();
  await app.page.keyboard.press('s');
  await expect(queue.story.getByText('Kent and Medway (affects)')).toBeVisible();
  await queue
    .card('Kent and Medway')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(queue.story.getByText('nothing yet')).toBeVisible();

  await app.page.keyboard.press('Shift+1');
  await expect(queue.card('Kent and Medway')).toContainText('rejected');
  await expect(queue.story.locator('mark')).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Rejections' }).click();
  await expect(app.page.getByText('Not Kent and Medway')).toBeVisible();
  await expectAccessible(app.page, 'rejections');
  await app.page.getByRole('button', { name: /^Offer again: Kent and Medway/ }).click();
  await expect(app.page.getByRole('heading', { name: 'Nothing has been rejected' })).toBeVisible();
  await queue.open();

  // Settled out of order, moved on by keys, and brought back by undo.
  await app.page.keyboard.press('j');
  await expect(queue.headline('Two wards swap beds')).toBeVisible();
  await app.page.keyboard.press('2');
  await expect(queue.story.getByText(/^Filed to .+ \(about\)/)).toBeVisible();
  await app.page.keyboard.press('e');
  await expect(queue.headline('Let the ward clerk speak first')).toBeVisible();
  await expect(queue.place(2, 2)).toBeVisible();
  await app.page.keyboard.press('n');
  await expect(queue.story.getByText('every page (national)')).toBeVisible();
  await app.page.keyboard.press('t');
  await new Stories(app.page).picker.waitFor();
  await app.page.keyboard.type('devon');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('Enter');
  await expect(queue.story.getByText('Devon (about)')).toBeVisible();
  for (let step = 0; step < 2; step += 1) await app.page.keyboard.press('ControlOrMeta+z');
  await expect(queue.story.getByText('nothing yet')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(queue.headline('Two wards swap beds')).toBeVisible();
  await expect(queue.place(2, 3)).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(queue.row('Two wards swap beds')).toHaveCount(0);
});

test('what is offered for several stories is accepted in one step, shown before it is done', async ({ app }) => {
  await writeThree(app);
  const queue = new Queue(app.page);
  await queue.open();
  await expect(queue.row('Two wards swap beds')).toContainText('2 named');
  await expect(queue.row('Let the ward clerk')).toContainText('nothing offered');
  await queue.box('Clinic in Maidstone').click();
  await queue.box('Two wards swap beds').click();
  await expect(app.page.getByText('2 selected')).toBeVisible();
  await app.page.keyboard.press('c');
  await expect(queue.basket.getByText('No changes yet.')).toBeVisible();
  await queue.basket.getByRole('button', { name: 'All 3' }).click();
  await expect(queue.basket.getByRole('status')).toHaveText('2 stories change, and so do 3 pages; 3 leads move.');
  await queue.basket.getByText('Exeter, in the standfirst').click();
  await expect(queue.basket.getByRole('status')).toHaveText('2 stories change, and so do 2 pages; 2 leads move.');
  await queue.basket.getByText('Mark as reviewed as well').click();
  await expectAccessible(app.page, 'basket');
  await queue.basket.getByRole('button', { name: 'Change 2 stories' }).click();
  await expect(queue.basket).toBeHidden();
  await expect(queue.place(1, 1)).toBeVisible();
  expect((await app.invoke('history.list', { limit: 1 })).entries[0]?.label).toMatch(/2 stories/);

  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(queue.row('Clinic in Maidstone')).toBeVisible();
  await expect(queue.row('Two wards swap beds')).toContainText('2 named');
});

test('single-letter keys can be changed and switched off, and every button goes on working', async ({ app }) => {
  await writeThree(app);
  const queue = new Queue(app.page);
  const settings = new Shell(app.page).dialog('Settings');
  await queue.open();
  await expect(queue.headline('Clinic in Maidstone')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+,');
  await settings.getByRole('button', { name: /^Change the key for Done and next/ }).click();
  await app.page.keyboard.press('j');
  await expect(settings.getByText('J is the key for “Next story”.')).toBeVisible();
  await app.page.keyboard.press('d');
  await expect(settings.getByRole('button', { name: 'Change the key for Done and next, now D' })).toBeFocused();
  await expectAccessible(app.page, 'keys in the settings');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings).toBeHidden();

  await app.page.keyboard.press('e');
  await expect(queue.place(1, 3)).toBeVisible();
  await app.page.keyboard.press('d');
  await expect(queue.place(1, 2)).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'done, next' })).toContainText('D');

  await app.page.keyboard.press('ControlOrMeta+,');
  await settings.getByText('Use single-key shortcuts').click();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings).toBeHidden();
  for (const key of ['d', '1', 'n', '?']) await app.page.keyboard.press(key);
  await expect(queue.place(1, 2)).toBeVisible();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect(queue.story.getByText('nothing yet')).toBeVisible();
  await app.page.getByRole('button', { name: 'done, next' }).click();
  await expect(queue.place(1, 1)).toBeVisible();
  await app.restart();
  expect((await app.invoke('settings.get', {})).keys).toEqual({ singleLetter: false, codes: { 'queue.done': 'KeyD' } });
});

test('the app begins at what waits; on a narrow window the offers lie in a drawer', async ({ app }) => {
  await writeThree(app);
  await app.restart();
  const queue = new Queue(app.page);
  await expect(queue.headline('Clinic in Maidstone opens late')).toBeVisible();
  await expectAccessible(app.page, 'queue');
  await app.page.setViewportSize({ width: 1024, height: 700 });
  await expect(queue.offers).toBeHidden();
  const strip = app.page.getByRole('region', { name: 'Summary of offers' });
  await expect(strip).toContainText('Kent and Medway');
  await app.page.keyboard.press('ControlOrMeta+.');
  await expect(queue.card('Kent and Medway')).toBeVisible();
  await app.page.keyboard.press('1');
  await expect(queue.card('Kent and Medway').getByRole('button', { name: 'About' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await app.page.keyboard.press('Escape');
  await expect(queue.offers).toBeHidden();
  await expect(strip).toContainText('Filed to Kent and Medway');
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(app.page, 'queue, dark and narrow');

  // Filed elsewhere, it can be put back where it waits.
  await app.page.keyboard.press('e');
  await new Stories(app.page).open();
  await new Stories(app.page).row('Clinic in Maidstone').click();
  await new Shell(app.page).runCommand('Put back into the queue');
  await queue.open();
  await expect(queue.row('Clinic in Maidstone')).toContainText('Kent and Medway');
});
