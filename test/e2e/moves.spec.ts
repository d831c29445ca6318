import shipped from '../../resources/register/systems.json' with { type: 'json' };
import type { SystemCode } from '../../shared/models.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { RegisterMoves } from './pages/RegisterMoves.ts';
import { DEVON, writeStory } from './stories.ts';

const MID_ESSEX = 'QH8' as SystemCode;
const SUFFOLK = 'QJG' as SystemCode;
const ESSEX = 'D7T5G' as SystemCode;
const NORFOLK_SUFFOLK = 'T6Y0W' as SystemCode;

const FILE = 'systems-2027.json';
const PENINSULA = {
  ...shipped.systems[0],
  code: 'P1P1P',
  slug: 'peninsula',
  shortName: 'Peninsula',
  boardName: 'NHS Peninsula Integrated Care Board',
  activeFrom: '2026-10-01',
  activeTo: null,
  successors: [],
  names: [],
  abbreviations: [],
};

function newer(version: string): string {
  return JSON.stringify({ ...shipped, version, systems: [...shipped.systems, PENINSULA] });
}

test('what a step would do is looked through, done, listed and taken back', async ({ app }) => {
  const id = await writeStory(app, 'Wards open by the sea', { systems: [MID_ESSEX] });
  await writeStory(app, 'Colchester ward opens', { systems: [SUFFOLK] });
  await writeStory(app, 'Two boards share a chair', { systems: [SUFFOLK] });
  const register = new RegisterMoves(app.page);
  await register.open();
  await expect(register.system('Mid and South Essex')).toContainText('Essex');
  await expect(app.page.getByText('2 stories can be carried over; 1 waits for an editor.')).toBeVisible();
  await expectAccessible(app.page, 'systems that ended');

  await app.page.getByRole('button', { name: 'Review 2 stories to carry over' }).click();
  await expect(register.row('Colchester ward opens')).toContainText(
    'Colchester, in the headline, has been in Essex since 1 April 2026; before, in Suffolk and North East Essex.',
  );
  await expect(register.row('Wards open by the sea')).toContainText('Mid and South Essex has been part of Essex');
  await register.row('Colchester ward opens').click();
  await expect(register.story.locator('mark').first()).toHaveText('Colchester');
  await expectAccessible(app.page, 'stories to carry over');

  await app.page.getByRole('button', { name: 'Carry 2 stories over' }).click();
  await expect(register.tab('Done')).toHaveAttribute('aria-selected', 'true');
  await expect(register.row('Wards open by the sea')).toContainText('Mid and South Essex has been part of Essex');
  const { tags } = await app.invoke('stories.get', { id });
  expect(tags.map(({ code, origin }) => [code, origin])).toEqual([
    [ESSEX, 'register'],
    [MID_ESSEX, 'editor'],
  ]);
  await app.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(register.tab('To carry over')).toContainText('2');
  expect((await app.invoke('stories.get', { id })).tags).toHaveLength(1);
});

test('what nothing decides is settled by keys alone', async ({ app }) => {
  const first = await writeStory(app, 'A chair for two boards', { systems: [SUFFOLK], publishedAt: '2026-03-03' });
  const second = await writeStory(app, 'A dinner for two boards', { systems: [SUFFOLK], publishedAt: '2026-02-02' });
  const third = await writeStory(app, 'A dance for two boards', { systems: [SUFFOLK], publishedAt: '2026-01-01' });
  const register = new RegisterMoves(app.page);
  await register.open();
  await app.page.getByRole('button', { name: 'Decide on 3' }).press('Enter');
  const open = register.story.getByRole('heading', { level: 3 }).first();
  await expect(open).toHaveText('A chair for two boards');
  await expect(register.home('Essex')).toContainText('No evidence in the story.');
  await expectAccessible(app.page, 'a story to decide on');
  await app.page.keyboard.press('j');
  await expect(open).toHaveText('A dinner for two boards');
  await app.page.keyboard.press('k');
  await expect(open).toHaveText('A chair for two boards');
  await app.page.keyboard.press('1');
  await app.page.keyboard.press('2');
  await app.page.keyboard.press('1');
  await expect(register.home('Norfolk and Suffolk')).toHaveAttribute('aria-pressed', 'true');
  await expect(register.home('^Essex')).toHaveAttribute('aria-pressed', 'false');
  await app.page.keyboard.press('e');
  await expect(open).toHaveText('A dinner for two boards');
  await app.page.keyboard.press('0');
  await expect(open).toHaveText('A dance for two boards');
  await expect(register.tab('To decide')).toContainText('1');
  // Nothing is chosen yet: the key says so, and settles nothing.
  await app.page.keyboard.press('e');
  await expect(app.page.getByText('Choose a system first, or choose “Belongs to no successor”.').first()).toBeVisible();
  await app.page.keyboard.press('1');
  await app.page.keyboard.press('2');
  await app.page.keyboard.press('e');
  await expect(app.page.getByRole('heading', { name: 'Nothing to decide' })).toBeVisible();
  const codes = async (id: typeof first) => (await app.invoke('stories.get', { id })).tags.map(({ code }) => code);
  expect(await codes(first)).toEqual([SUFFOLK, NORFOLK_SUFFOLK]);
  expect(await codes(second)).toEqual([SUFFOLK]);
  expect(await codes(third)).toEqual([ESSEX, SUFFOLK, NORFOLK_SUFFOLK]);
  await register.tab('Done').click();
  await register.row('A dinner for two boards').click();
  await register.story.getByRole('button', { name: 'Decide again' }).click();
  await expect(register.tab('To decide')).toContainText('1');
});

test('a newer register is seen before it is loaded, holds at once and everywhere, and undo brings the old one back', {
  tag: '@both-doors',
}, async ({ app }) => {
  await writeStory(app, 'Coastal ward to open', { systems: [DEVON] });
  const register = new RegisterMoves(app.page);
  await register.open();
  await register.tab('Register file').click();
  await expect(
    app.page.getByText('Version 2026-04-01: 36 systems since 1 April 2026, and 12 ended systems'),
  ).toBeVisible();
  await register.chooseFile(FILE, newer('2027-01-01'));
  const preview = register.preview(FILE);
  await expect(preview.getByRole('listitem')).toHaveText([/New.*Peninsula \(P1P1P\) begins on 1 October 2026\./]);
  await expectAccessible(app.page, 'a register to load');
  expect((await app.invoke('register.current', {})).loaded).toBeNull();
  await preview.getByRole('button', { name: 'Load this register' }).press('Enter');
  await expect(app.page.getByText(`${FILE}, loaded by`)).toBeVisible();
  await expect(app.page.getByRole('contentinfo')).toContainText('37 systems');
  await app.page.keyboard.press('ControlOrMeta+3');
  await expect(app.page.getByText('Peninsula', { exact: true }).first()).toBeVisible();
  const bar = app.page.getByRole('banner');
  await bar.getByRole('button', { name: /^Undo/ }).click();
  await expect(app.page.getByText('Peninsula', { exact: true })).toHaveCount(0);
  await expect(app.page.getByRole('contentinfo')).toContainText('36 systems');
  await bar.getByRole('button', { name: /^Redo/ }).click();
  await expect(app.page.getByRole('contentinfo')).toContainText('37 systems');
  await app.restart();
  expect((await app.invoke('register.current', {})).version).toBe('2027-01-01');
});

test('a register that cannot be used is refused with file, line and reason', async ({ app }) => {
  await writeStory(app, 'Coastal ward to open', { systems: [DEVON] });
  const register = new RegisterMoves(app.page);
  await register.open();
  await register.tab('Register file').click();
  await register.chooseFile('broken.json', '{"version": "2027-01-01",\n "systems": [\n  {,');
  await expect(app.page.getByRole('alert')).toContainText('broken.json is not valid JSON: line 3 cannot be read.');
  await register.chooseFile('old.json', newer('2025-01-01'));
  const preview = register.preview('old.json');
  await expect(preview.getByRole('alert')).toContainText('It is older than the current register');
  await expect(preview.getByRole('button', { name: 'Load this register' })).toHaveCount(0);
  await expectAccessible(app.page, 'a register that is refused');
  await preview.getByRole('button', { name: 'Close' }).click();
  await expect(preview).toHaveCount(0);
  // Dropped anywhere on the window it is a register while the register is shown, not a page to import.
  await app.page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.json'));
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, newer('2025-01-01'));
  await expect(register.preview('dropped.json')).toContainText('It is older than the current register');
});

test('a library with nothing to carry over says so', async ({ app }) => {
  const register = new RegisterMoves(app.page);
  await register.open();
  await expect(app.page.getByText('All their stories are decided.')).toBeVisible();
  await register.tab('To decide').click();
  await expect(app.page.getByRole('heading', { name: 'Nothing to decide' })).toBeVisible();
});
