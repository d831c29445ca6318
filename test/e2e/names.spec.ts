import type { SystemCode } from '../../shared/models.ts';
import { expectAccessible } from './accessible.ts';
import { type App, expect, test } from './fixtures.ts';
import { Names } from './pages/Names.ts';
import { DEVON, writeStory } from './stories.ts';

const DORSET = 'QVV' as SystemCode;

/** Stories that hold a name the gazetteer does not know; one is filed already. */
async function writeLanterns(app: App, count: number) {
  for (let at = 0; at < count; at += 1) {
    await writeStory(app, `Lantern Clinic opens room ${at}`, { standfirst: 'There is tea.' });
  }
  return writeStory(app, 'Tea is served', { standfirst: 'In the Lantern Clinic’s garden.', systems: [DEVON] });
}

/** Accepts what a name offers, as an editor would in the queue. */
async function acceptAll(app: App) {
  await app.invoke('names.save', {
    name: { kind: 'alias', text: 'Lantern Clinic', systems: [DEVON], matchCase: false, note: null },
  });
  const { stories } = await app.invoke('stories.list', { query: { filed: 'unfiled' } });
  for (const { id } of stories) await app.invoke('queue.accept', { id, codes: [DEVON] });
}

test('a name is tried against the library before it is saved, by keys alone', async ({ app }) => {
  await writeLanterns(app, 3);
  const names = new Names(app.page);
  await names.open();
  await expect(names.row('London Eye')).toContainText('possible');
  await app.page.keyboard.press('a');
  await expect(names.trial).toContainText('No name to try yet');
  await app.page.keyboard.type('lantern clinic');
  await expect(names.trial).toContainText('Found in none of 4 stories');
  await names.dialog.getByRole('textbox', { name: /^Name/ }).fill('Lantern Clinic');
  await expect(names.trial).toContainText('Found in 4 of 4 stories.');
  await expect(names.trial).toContainText('Filed now: Devon 1, not filed 3');
  await names.chooseSystem('devon');
  await expect(names.trial.getByRole('radio', { name: '3 would gain an offer' })).toBeVisible();
  await names.trial.getByRole('radio', { name: '1 filed there' }).press('Space');
  const stories = names.trial.getByRole('list', { name: 'Stories that contain the name' });
  await expect(stories.getByRole('listitem')).toHaveCount(1);
  await expect(stories.locator('mark')).toHaveText('Lantern Clinic');
  await expectAccessible(app.page, 'a name with its trial');
  expect((await app.invoke('names.list', {})).map(({ text }) => text)).not.toContain('Lantern Clinic');
  await names.dialog.getByRole('textbox', { name: /^Name/ }).press('Enter');
  await expect(names.dialog).toBeHidden();
  await expect(names.row('Lantern Clinic')).toContainText('named');
});

test('a name that cannot be kept is refused with a sentence', async ({ app }) => {
  const names = new Names(app.page);
  await names.open();
  await app.page.keyboard.press('a');
  await app.page.keyboard.type('Lantern Clinic');
  await expect(names.trial).toContainText('no stories yet');
  await app.page.keyboard.press('Enter');
  await expect(names.dialog.getByRole('group', { name: 'Systems' })).toContainText('Choose the system');
  await expect(names.dialog.getByRole('button', { name: 'Choose a system' })).toBeFocused();
  await names.dialog.getByRole('textbox', { name: /^Name/ }).fill('London Eye');
  await names.chooseSystem('devon');
  await expect(names.dialog).toContainText('“London Eye” is on the list already, as the title of a column.');
  await names.dialog.getByRole('button', { name: 'Add name' }).click();
  await expect(names.dialog).toBeVisible();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Leave without saving' }).click();
  await expect(names.dialog).toBeHidden();
});

test('a name is changed with Enter, removed with Delete, and comes back with undo', async ({ app }) => {
  await app.invoke('names.save', {
    name: { kind: 'person', text: 'Wren Alderley', systems: [DEVON], matchCase: false, note: 'Chair' },
  });
  const names = new Names(app.page);
  await names.open();
  await names.row('Wren Alderley').focus();
  // However long it is held down, it is not meant for the form that it opens.
  await app.page.keyboard.down('Enter');
  await expect(names.dialog.getByRole('textbox', { name: /^Name/ })).toBeFocused();
  await app.page.keyboard.down('Enter');
  await app.page.keyboard.up('Enter');
  await expect(app.page.getByText('No changes were needed')).toBeHidden();
  await names.chooseSystem('dorset');
  await names.dialog.getByRole('button', { name: 'Save changes' }).press('Enter');
  await expect(names.dialog).toBeHidden();
  await expect(names.row('Wren Alderley')).toContainText('Dorset');
  await expect(names.row('Wren Alderley')).toContainText('possible');
  await names.row('Wren Alderley').focus();
  await app.page.keyboard.press('Delete');
  await expect(names.row('Wren Alderley')).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(names.row('Wren Alderley')).toContainText('Dorset');
  const kept = (await app.invoke('names.list', {})).find(({ text }) => text === 'Wren Alderley');
  expect(kept?.systems).toEqual([DEVON, DORSET].sort());
});

test('accepted suggestions are read again by keys; what was wrong is counted, and undo asks again', async ({ app }) => {
  await writeLanterns(app, 3);
  await acceptAll(app);
  const names = new Names(app.page);
  await names.open();
  await names.show('Spot-check');
  await app.page.getByRole('button', { name: 'Draw 20 at random' }).press('Enter');
  const one = (position: number) => app.page.getByRole('region', { name: `${position} of 3` });
  await expect(one(1).locator('mark')).toHaveText('Lantern Clinic');
  await expect(one(1)).toContainText('Filed to Devon');
  await expectAccessible(app.page, 'reading again');
  await app.page.keyboard.press('w');
  await expect(one(2)).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(one(1)).toBeVisible();
  await app.page.keyboard.press('w');
  await expect(one(2)).toBeVisible();
  await app.page.keyboard.press('r');
  await expect(one(3)).toBeVisible();
  await app.page.keyboard.press('s');
  await expect(app.page.getByRole('heading', { name: '1 of 2 was wrong; from “Lantern Clinic”.' })).toBeVisible();
  await expect(app.page.getByText('1 skipped.')).toBeVisible();
  await app.page.getByRole('button', { name: 'Show errors by name' }).click();
  await expect(app.page.getByRole('row', { name: /Lantern Clinic/ })).toContainText('1 of 2 wrong');
  await names.show('Names');
  await expect(names.row('Lantern Clinic')).toContainText('1 of 3 wrong');
});
