import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SystemCode } from '../../shared/models.ts';
import { expectAccessible } from './accessible.ts';
import { PROJECT } from './desktop-choice.ts';
import { expect, test } from './fixtures.ts';
import { dayField, typeDay } from './pages/day-field.ts';
import { Shell } from './pages/Shell.ts';
import { Stories } from './pages/Stories.ts';
import { DEVON, LINCOLNSHIRE, writeStory } from './stories.ts';

/** Abolished on 1 April 2026: its stories are marked. */
const FORMER = 'QH8' as SystemCode;
const CAPTURE = join(PROJECT, 'test', 'fixtures', 'captures', 'lincolnshire-ics.txt');

test('a saved page comes in by the picker, is reported, and goes again with one undo', { tag: '@both-doors' }, async ({
  app,
}) => {
  const shell = new Shell(app.page);
  await app.page.keyboard.press('ControlOrMeta+i');
  await typeDay(dayField(shell.dialog('Import'), 'Seen on'), '2024-11-05');
  await app.chooseFiles([CAPTURE], () => app.page.getByRole('button', { name: 'Choose files…' }).click());
  const report = shell.dialog(/stories came in$/);
  await expect(report.getByText('for Lincolnshire')).toBeVisible();
  const [story] = (await app.invoke('stories.list', { query: {} })).stories;
  expect(story?.firstSeenOn).toBe('2024-11-05');
  await report.getByRole('button', { name: 'Undo import' }).click();
  await expect(app.page.getByRole('heading', { name: /Your library is empty/ })).toBeVisible();
  await expect(shell.redo).toHaveAccessibleName(/Redo “Import/);
});

test('a file that is no saved page is refused with its reason, the good one beside it lands', {
  tag: '@both-doors',
}, async ({ app }) => {
  const bad = join(app.folder, 'notes.txt');
  await writeFile(bad, 'Shopping list\n\nMilk\n');
  const shell = new Shell(app.page);
  await app.page.keyboard.press('ControlOrMeta+i');
  await app.chooseFiles([CAPTURE, bad], () => app.page.getByRole('button', { name: 'Choose files…' }).click());
  const report = shell.dialog(/came in; 1 file was refused$/);
  await expect(report.getByRole('listitem').filter({ hasText: 'notes.txt' })).toContainText(/Refused.*: .+\./);
  await report.getByRole('button', { name: 'Show stories' }).click();
  await expect(new Stories(app.page).grid).toBeVisible();
});

test('a page dropped on the window or pasted outside a field comes in', { tag: '@both-doors' }, async ({ app }) => {
  const shell = new Shell(app.page);
  const text = 'Devon ICS\n\nNurses at work\n\nBeds move to the coast\n\n\nForty beds will follow in spring.\n';
  await app.page.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'devon.txt'));
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
  await shell.dialog('1 story came in').getByRole('button', { name: 'Show stories' }).click();
  const stories = new Stories(app.page);
  await expect(stories.row('Beds move to the coast')).toContainText('Devon');

  const more = `${text}\n\n\nHarbour clinic opens\n\n\nThe doors open on Monday.\n`;
  await app.page.evaluate((content) => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, more);
  await expect(shell.question).toContainText('It begins: “Devon ICS');
  await shell.question.getByRole('button', { name: 'Import' }).click();
  await shell.dialog('1 story came in').getByRole('button', { name: 'Show stories' }).click();
  await expect(stories.row('Harbour clinic opens')).toBeVisible();
});

test('the search follows the typing, filters narrow it, a view is one click', async ({ app }) => {
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-03' });
  await writeStory(app, 'Harbour ward closes', { systems: [LINCOLNSHIRE], publishedAt: '2026-03-02' });
  await writeStory(app, 'Nobody has filed this');
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await stories.open();
  await app.page.keyboard.press('/');
  await expect(stories.search).toBeFocused();
  await app.page.keyboard.type('harb');
  await expect.poll(() => stories.headlines()).toEqual(['Harbour clinic opens', 'Harbour ward closes']);
  await app.page.keyboard.type('our clin');
  await expect.poll(() => stories.headlines()).toEqual(['Harbour clinic opens']);
  await stories.search.fill('zzz');
  await app.page.getByRole('button', { name: 'Show all stories' }).click();
  await expect(stories.row('Nobody has filed this')).toBeVisible();

  await app.page.getByRole('button', { name: /^Filter by system/ }).click();
  await app.page.keyboard.type('devon');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => stories.headlines()).toEqual(['Harbour clinic opens']);
  await app.page.getByRole('button', { name: 'Remove filter Filter: Devon' }).click();

  await expect(shell.view('Not filed')).toHaveText(/1$/);
  await shell.view('Not filed').click();
  await expect.poll(() => stories.headlines()).toEqual(['Nobody has filed this']);
  await app.page.keyboard.press('ControlOrMeta+a');
  await expect(app.page.getByText('1 selected')).toBeVisible();
  await stories.addSystems('devon');
  await expect(app.page.getByRole('heading', { name: 'No story matches' })).toBeVisible();
  await expect(app.page.getByText('1 selected')).toBeHidden();
  await expect(shell.view('Not filed')).toHaveText(/0$/);
});

test('columns sort and can be chosen, and the choice is remembered', { tag: '@both-doors' }, async ({ app }) => {
  await writeStory(app, 'Beta opens', { publishedAt: '2026-03-01' });
  await writeStory(app, 'Alpha closes', { publishedAt: '2026-03-02' });
  await writeStory(app, 'Gamma moves');
  let stories = new Stories(app.page);
  await stories.open();
  await expect(stories.column('Out')).toHaveAttribute('aria-sort', 'descending');
  await expect(stories.row('Gamma moves')).toContainText('undated');
  await stories.column('Headline').getByRole('button').click();
  await expect.poll(() => stories.headlines()).toEqual(['Alpha closes', 'Beta opens', 'Gamma moves']);
  await stories.column('Headline').getByRole('button').click();
  await expect.poll(() => stories.headlines()).toEqual(['Gamma moves', 'Beta opens', 'Alpha closes']);

  await app.page.getByRole('button', { name: 'Columns' }).click();
  await app.page.getByRole('menuitem', { name: /^Byline/ }).click();
  await expect(stories.column('Byline')).toBeVisible();
  await expect.poll(async () => (await app.invoke('settings.get', {})).panes['column.byline']).toBe(1);
  await app.restart();
  stories = new Stories(app.page);
  await stories.open();
  await expect(stories.column('Byline')).toBeVisible();
});

test('stories are selected by keys and by mouse, one at a time, in a stretch and all at once', async ({ app }) => {
  for (const [index, name] of ['A', 'B', 'C', 'D', 'E'].entries()) {
    await writeStory(app, `Story ${name}`, { publishedAt: `2026-03-0${9 - index}` });
  }
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await stories.open();
  await stories.grid.focus();
  await expect.poll(() => stories.active()).toBe('Story A');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('x');
  await expect(stories.selected).toHaveCount(1);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Shift+ArrowDown');
  await expect(stories.selected).toHaveText([/Story B/, /Story C/, /Story D/]);
  await app.page.keyboard.press('Shift+ArrowUp');
  await expect(stories.selected).toHaveText([/Story B/, /Story C/]);
  await app.page.keyboard.press('Escape');
  await expect(stories.selected).toHaveCount(0);

  await stories.box('Story A').click();
  await stories.row('Story C').click({ modifiers: ['ControlOrMeta'] });
  await expect(stories.selected).toHaveText([/Story A/, /Story C/]);
  await stories.row('Story E').click({ modifiers: ['Shift'] });
  await expect(stories.selected).toHaveText([/Story A/, /Story C/, /Story D/, /Story E/]);
  await stories.row('Story B').click();
  await expect(stories.selected).toHaveCount(0);
  await expect(stories.details.getByRole('heading', { name: 'Story B' })).toBeVisible();

  await app.page.keyboard.press('ControlOrMeta+a');
  await expect(stories.details.getByRole('heading', { name: '5 stories' })).toBeVisible();
  await stories.box('Story D').click();
  await expect(stories.details.getByRole('heading', { name: '4 stories' })).toBeVisible();
  await app.page.keyboard.press('t');
  await expect(stories.picker.getByRole('button', { name: 'Add to 4 stories' })).toBeDisabled();
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  await expect(stories.selected).toHaveCount(0);
  await expect(shell.question).toBeHidden();
});

test('a selection is filed by abbreviation, shows all, some and none, and is taken back step by step', async ({
  app,
}) => {
  await writeStory(app, 'Story A', { systems: [DEVON], publishedAt: '2026-03-03' });
  await writeStory(app, 'Story B', { publishedAt: '2026-03-02' });
  await writeStory(app, 'Story C', { publishedAt: '2026-03-01' });
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await stories.open();
  await app.page.keyboard.press('ControlOrMeta+a');
  await expect(stories.details.getByRole('listitem').filter({ hasText: 'Devon' })).toContainText('1 of 3');

  await app.page.keyboard.press('t');
  await app.page.keyboard.type('mse');
  await expect(stories.picker.getByRole('option').first()).toHaveAccessibleName(/^Mid and South Essex now Essex/);
  await expect(stories.picker.getByRole('option').nth(1)).toHaveAccessibleName(/^Essex \S+ none$/);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('dev');
  await expect(stories.picker.getByRole('option', { name: 'Devon QJK 1 of 3' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(stories.picker.getByRole('list', { name: 'Chosen' })).toHaveText(
    /2 stories gain Devon.*3 stories gain Essex/,
  );
  await app.page.keyboard.press('Enter');
  await expect(stories.picker).toBeHidden();
  await expect(stories.details.getByRole('listitem').filter({ hasText: 'Devon' })).toContainText('all 3');
  await expect(shell.undo).toHaveAccessibleName(/^Undo “.*3 stories.*”$/);

  await app.page.keyboard.press('Shift+T');
  await expect(stories.picker.getByRole('option')).toHaveCount(2);
  await app.page.keyboard.type('essex');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(stories.picker).toBeHidden();
  await expect(stories.details.getByRole('listitem').filter({ hasText: 'Essex' })).toBeHidden();

  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(stories.details.getByRole('listitem').filter({ hasText: 'Essex' })).toContainText('all 3');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(stories.details.getByRole('listitem').filter({ hasText: 'Devon' })).toContainText('1 of 3');
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(stories.details.getByRole('listitem').filter({ hasText: 'Devon' })).toContainText('all 3');
});

test('a story is written, checked while it is written, kept from being lost, and edited later', async ({ app }) => {
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await app.page.keyboard.press('n');
  await stories.editor.getByLabel('Web address').fill('example.org/clinic');
  await stories.editor.getByRole('button', { name: 'Add story' }).click();
  await expect(stories.editor.getByText('A story needs a headline.')).toBeVisible();
  await expect(stories.editor.getByText('The web address must begin with http:// or https://.')).toBeVisible();
  await expect(stories.editor.getByLabel('Headline')).toBeFocused();

  await stories.editor.getByLabel('Headline').fill('Harbour clinic opens');
  await app.page.keyboard.press('Escape');
  await shell.question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(stories.editor.getByLabel('Headline')).toHaveValue('Harbour clinic opens');

  await stories.editor.getByLabel('Web address').fill('https://example.org/clinic');
  await typeDay(dayField(stories.editor, 'Published on'), '2026-03-02');
  await stories.editor.getByLabel('Image label').fill('The old harbour office');
  await stories.editor.getByRole('button', { name: /^File to/ }).click();
  await app.page.keyboard.type('devon');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(stories.editor).toBeHidden();
  await expect(stories.row('Harbour clinic opens')).toContainText('Devon');
  await expect(stories.details).toContainText('out 2 March 2026');
  await expect(stories.details).toContainText('Image label: “The old harbour office”');
  await expect(stories.details.getByRole('button', { name: 'Devon', exact: true })).toBeVisible();

  await stories.grid.focus();
  await app.page.keyboard.press('e');
  await stories.editor.getByLabel('Headline').fill('Harbour clinic opens late');
  await stories.editor.getByRole('button', { name: 'Save changes' }).click();
  await expect(stories.row('Harbour clinic opens late')).toBeVisible();
});

test('a field an editor took over is marked and can go back to its source', async ({ app }) => {
  const text = 'Devon ICS\n\nNurses at work\n\nBeds move to the coast\n\n\nForty beds will follow in spring.\n';
  await app.invoke('import.contents', {
    files: [{ name: 'devon.txt', base64: Buffer.from(text).toString('base64') }],
  });
  const stories = new Stories(app.page);
  await stories.open();
  await stories.row('Beds move to the coast').click();
  await expect(stories.details).toContainText('From a saved page');
  await app.page.keyboard.press('Enter');
  await stories.editor.getByLabel('Headline').fill('Forty beds move');
  await stories.editor.getByRole('button', { name: 'Save changes' }).click();
  await expect(stories.details.getByRole('heading', { name: 'Forty beds move' })).toBeVisible();
  await stories.details.getByRole('button', { name: 'Reset to source: headline' }).click();
  await expect(stories.details.getByRole('heading', { name: 'Beds move to the coast' })).toBeVisible();
});

test('strength, national and withdrawn are changed from the details, each as one step', async ({ app }) => {
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-03' });
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await stories.open();
  await stories.row('Harbour clinic opens').click();
  await stories.details.getByRole('button', { name: /How much the story concerns Devon/ }).click();
  await app.page.getByRole('option', { name: 'Mentioned' }).click();
  await expect(stories.details.getByText('not shown: only mentioned')).toBeVisible();

  await stories.details.getByRole('button', { name: 'Make national' }).click();
  await expect(stories.details.getByText('Offered to every page.')).toBeVisible();
  await expect(stories.row('Harbour clinic opens')).toContainText('National');
  await stories.details.getByRole('button', { name: 'Withdraw' }).click();
  await expect(app.page.getByText(/^Withdrawn\. Off 36 pages: .+ and 33 more\.$/).first()).toBeVisible();
  await expect(shell.view('Withdrawn')).toHaveText(/1$/);
  await shell.view('Withdrawn').click();
  await stories.row('Harbour clinic opens').click();
  await stories.details.getByRole('button', { name: 'Bring back' }).click();
  await expect(shell.view('Withdrawn')).toHaveText(/0$/);
});

test('the palette finds stories, pages and commands', async ({ app }) => {
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-03' });
  await writeStory(app, 'Another story', { publishedAt: '2026-03-04' });
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await stories.open();
  let list = await shell.search('harbour');
  await list.getByRole('option', { name: /^Harbour clinic opens/ }).click();
  await expect(stories.details.getByRole('heading', { name: 'Harbour clinic opens' })).toBeVisible();

  list = await shell.search('devon');
  await expect(list.getByRole('option', { name: 'Devon QJK' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { level: 2, name: 'Devon' })).toBeVisible();

  await shell.runCommand('Theme: dark');
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await app.invoke('settings.get', {})).theme).toBe('dark');
  await app.restart();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('typing in a field wins over single keys', async ({ app }) => {
  await writeStory(app, 'Next text tonight', { publishedAt: '2026-03-03' });
  const stories = new Stories(app.page);
  await stories.open();
  await stories.search.focus();
  await app.page.keyboard.type('next t');
  await expect(stories.search).toHaveValue('next t');
  await expect(stories.editor).toBeHidden();
  await expect(stories.picker).toBeHidden();
  await app.page.keyboard.press('Enter');
  await expect(stories.grid).toBeFocused();
});

test('a step taken on the command line shows in the window, and undo asks before it takes it back', {
  tag: '@both-doors',
}, async ({ app }) => {
  const id = await writeStory(app, 'Harbour clinic opens', { publishedAt: '2026-03-03' });
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await stories.open();
  await expect(stories.row('Harbour clinic opens')).toContainText('Not filed');
  await promisify(execFile)(process.execPath, [
    join(PROJECT, 'electron', 'cli', 'main.ts'),
    '--library',
    app.library,
    'tag',
    '--system',
    'devon',
    '--id',
    id,
  ]);
  await expect(stories.row('Harbour clinic opens')).toContainText('Devon');
  await app.page.keyboard.press('ControlOrMeta+z');
  await shell.question.getByRole('button', { name: 'Cancel' }).click();
  await expect(stories.row('Harbour clinic opens')).toContainText('Devon');
  await app.page.keyboard.press('ControlOrMeta+z');
  await shell.question.getByRole('button', { name: 'Undo it' }).click();
  await expect(stories.row('Harbour clinic opens')).toContainText('Not filed');
});

test('settings name the author, and the status line tells which library is open', async ({ app }) => {
  const shell = new Shell(app.page);
  await app.page.keyboard.press('ControlOrMeta+,');
  await shell.dialog('Settings').getByLabel('Your name').fill('Priya Nair');
  await shell.dialog('Settings').getByRole('button', { name: 'Save' }).click();
  await expect(shell.status).toContainText('Priya Nair');
  await expect(shell.status).toContainText('library.patchdesk');

  await app.page.getByRole('button', { name: /sample library/ }).click();
  await expect(shell.status).toContainText('Sample library');
  await new Stories(app.page).open();
  await shell.status.getByRole('button', { name: 'Back to my library' }).click();
  await expect(app.page.getByRole('heading', { name: /Your library is empty/ })).toBeVisible();
});

test('about and the shortcuts can be read', async ({ app }) => {
  const shell = new Shell(app.page);
  await shell.runCommand('About Patchdesk');
  await expect(shell.dialog('About Patchdesk')).toContainText('Office for National Statistics');
  await expect(shell.dialog('About Patchdesk')).toContainText('GeoNames');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('?');
  await expect(shell.dialog('Keyboard shortcuts')).toContainText('Add systems');
});

test('on a narrow window the left shows icons and the details are a drawer', async ({ app }) => {
  await writeStory(app, 'Harbour clinic opens', { publishedAt: '2026-03-03' });
  if (app.desktop) await app.desktop.moveWindow({ x: 0, y: 0, width: 1024, height: 700 });
  else await app.page.setViewportSize({ width: 1024, height: 700 });
  const shell = new Shell(app.page);
  const stories = new Stories(app.page);
  await stories.open();
  await expect(shell.place('Pages')).toHaveText('');
  await expect(stories.details).toBeHidden();
  await app.page.getByRole('button', { name: 'Details' }).click();
  await expect(stories.details.getByRole('heading', { name: 'Harbour clinic opens' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(stories.details).toBeHidden();
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing stands in anybody’s way where stories are filed, ${theme}`, async ({ app }) => {
    await app.invoke('settings.set', { theme });
    await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-03' });
    await writeStory(app, 'Ward closes', { systems: [FORMER], publishedAt: '2026-03-02', alt: 'An empty ward' });
    await app.restart();
    const shell = new Shell(app.page);
    const stories = new Stories(app.page);
    await stories.open();
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme);
    await app.page.keyboard.press('ControlOrMeta+a');
    await expect(stories.details.getByRole('listitem').filter({ hasText: 'Devon' })).toContainText('1 of 2');
    await expectAccessible(app.page, 'several stories');

    await app.page.keyboard.press('t');
    await app.page.keyboard.type('bob');
    await app.page.keyboard.press('Enter');
    await expect(stories.picker.getByRole('list', { name: 'Chosen' })).toBeVisible();
    await expectAccessible(app.page, 'the tag picker');
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('?');
    await expect(shell.dialog('Keyboard shortcuts')).toBeVisible();
    await expectAccessible(app.page, 'the shortcuts');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('button', { name: /^Filter by system/ }).click();
    await expect(shell.dialog('Filter by system')).toBeVisible();
    await expectAccessible(app.page, 'the system filter');
    await app.page.keyboard.press('Escape');
    await stories.row('Ward closes').click({ button: 'right' });
    await expect(app.page.getByRole('menu', { name: 'Story' })).toBeVisible();
    await expectAccessible(app.page, 'the menu of a story');
  });
}
