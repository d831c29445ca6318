import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { type App, expect, test } from './fixtures.ts';
import { Stories } from './pages/Stories.ts';
import { writeStory } from './stories.ts';

test('answers nobody without its key', async ({ app }) => {
  app.expectErrors(/401/);
  const statuses = await app.page.evaluate(async () => {
    const call = { method: 'POST', body: '{"method":"library.info","input":{}}' };
    const json = { 'content-type': 'application/json' };
    const without = await fetch('/api/invoke', { ...call, headers: json });
    const wrong = await fetch('/api/invoke', { ...call, headers: { ...json, authorization: 'Bearer nothing' } });
    const events = await fetch('/api/events');
    return [without.status, wrong.status, events.status];
  });
  expect(statuses).toEqual([401, 401, 401]);
});

test('keeps its key out of the address and through a reload', async ({ app }) => {
  expect(new URL(app.page.url()).hash).toBe('');
  await app.page.reload();
  expect((await app.invoke('library.info', {})).path).toBe(app.library);
});

test('leaves folders and the system’s own pickers to the desktop', async ({ app }) => {
  for (const method of ['door.pickImportFiles', 'import.paths', 'export.folder', 'library.open']) {
    expect(await app.reply(method)).toMatchObject({ ok: false, error: { code: 'not-in-this-door' } });
  }
});

/** A second tab of the same run. */
async function openTab(app: App): Promise<Page> {
  const tab = await app.page.context().newPage();
  const token = await app.page.evaluate(() => sessionStorage.getItem('patchdesk.token'));
  await tab.goto(`${new URL(app.page.url()).origin}/#token=${token}`);
  return tab;
}

test('a headline that two windows change is shown in both versions, and neither is lost', async ({ app }) => {
  await writeStory(app, 'Ward to open');
  const tab = await openTab(app);
  const [here, there] = [new Stories(app.page), new Stories(tab)];
  for (const stories of [here, there]) {
    await stories.open();
    await stories.row('Ward to open').click();
    await stories.page.keyboard.press('e');
    await expect(stories.editor).toBeVisible();
  }
  await here.editor.getByLabel('Headline').fill('Ward to open in spring');
  await there.editor.getByLabel('Headline').fill('New ward opens');
  await there.editor.getByRole('button', { name: 'Save changes' }).click();
  await expect(there.editor).toBeHidden();

  // It is said at once; whoever saves all the same is asked.
  await expect(here.editor.getByRole('status')).toContainText('changed the headline in another window meanwhile.');
  await here.editor.getByRole('button', { name: 'Save changes' }).click();
  const question = app.page.getByRole('dialog', { name: 'Changed meanwhile' });
  await expectAccessible(app.page, 'two versions');
  await expect(question).toContainText('New ward opens');
  await expect(question).toContainText('Ward to open in spring');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(here.editor.getByLabel('Headline')).toHaveValue('Ward to open in spring');
  await here.editor.getByRole('button', { name: 'Save changes' }).click();
  await question.getByLabel('Headline to save').fill('New ward opens in spring');
  await question.getByRole('button', { name: 'Save again' }).click();
  await expect(here.editor).toBeHidden();
  await expect(there.row('New ward opens in spring')).toBeVisible();
});

test('undo asks before it takes back what the other window did', async ({ app }) => {
  await writeStory(app, 'Ward to open');
  const tab = await openTab(app);
  const here = new Stories(app.page);
  await here.open();
  await new Stories(tab).open();
  await tab.keyboard.press('ControlOrMeta+z');
  const question = tab.getByRole('alertdialog');
  await expect(question).toContainText(/“New story ‘Ward to open’” was made by .+ in another window, just now\./);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(here.row('Ward to open')).toBeVisible();
  // A reload is the same window still.
  await app.page.reload();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(here.row('Ward to open')).toBeHidden();
});
