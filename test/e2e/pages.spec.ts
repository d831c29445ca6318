import { expect, test } from './fixtures.ts';
import { dayField, typeDay } from './pages/day-field.ts';
import { Pages } from './pages/Pages.ts';
import { Shell } from './pages/Shell.ts';
import { DEVON, fillLincolnshire, LINCOLNSHIRE, writeStory } from './stories.ts';

test('the list finds a page by the beginning of its name, and opens it without the mouse', async ({ app }) => {
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-01' });
  const pages = new Pages(app.page);
  await pages.open();
  await expect(pages.row(/^Devon, lead: Harbour clinic opens/)).toBeVisible();
  await expect(pages.row(/^Dorset, the page is empty/)).toBeVisible();

  await pages.row(/^Devon/).focus();
  await app.page.keyboard.type('linx');
  await expect(pages.filter).toBeFocused();
  await expect(app.page.getByRole('heading', { name: 'No page matches' })).toBeVisible();
  await pages.filter.fill('linc');
  await pages.filter.press('ArrowDown');
  await expect(pages.row(/^Lincolnshire/)).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { level: 2, name: 'Lincolnshire' })).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'Nothing on this page yet' })).toBeVisible();
});

test('former systems stand closed at the end, and can be read', async ({ app }) => {
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON] });
  const pages = new Pages(app.page);
  await pages.open();
  await expect(pages.former).toBeHidden();
  await app.page.getByRole('button', { name: /^Former systems/ }).click();
  const frimley = pages.former.getByRole('row', { name: /^Frimley, until 31 March 2026/ });
  await frimley.click();
  await expect(app.page.getByRole('heading', { level: 2, name: 'Frimley' })).toBeVisible();
  await expect(app.page.getByText(/until 31 March 2026, now /)).toBeVisible();
});

test('a teaser moves by key, by button, by menu and to a number, and keeps the keys', async ({ app }) => {
  await fillLincolnshire(app, 5);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story C', 'Story D', 'Story E']);
  await expect(pages.teaser(3)).toHaveAccessibleName(/Filled: /);

  await pages.select('Story C');
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story C', 'Story B', 'Story D', 'Story E']);
  await expect(pages.said).toHaveText('Moved to 2 of 5.');
  await expect(pages.named('Story C')).toBeFocused();
  await expect(pages.named('Story C')).not.toHaveAccessibleName(/Filled: /);

  await app.page.keyboard.press('Alt+End');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story D', 'Story E', 'Story C']);
  await expect(pages.said).toHaveText('Moved to 5 of 5.');
  await app.page.keyboard.press('Alt+ArrowDown');
  await expect(pages.said).toHaveText('It is as low as it can go.');

  await pages.actions.getByRole('button', { name: 'Up' }).click();
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story D', 'Story C', 'Story E']);

  await pages.named('Story E').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Move to the top' }).click();
  await expect.poll(() => pages.headlines()).toEqual(['Story E', 'Story A', 'Story B', 'Story D', 'Story C']);

  await pages.select('Story E');
  await app.page.keyboard.press('m');
  const number = app.page.getByRole('textbox', { name: 'Number, 1 to 5' });
  await number.fill('9');
  await number.press('Enter');
  await expect(app.page.getByText('This page has the numbers 1 to 5.')).toBeVisible();
  await number.fill('3');
  await number.press('Enter');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story E', 'Story D', 'Story C']);
  await expect(pages.named('Story E')).toBeFocused();
});

test('the menu of a teaser names the keys as they are set', async ({ app }) => {
  await fillLincolnshire(app, 2);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story A');
  await app.page.keyboard.press('Shift+F10');
  const pin = app.page.getByRole('menuitem', { name: 'Pin', exact: true });
  await expect(pin).toHaveText('PinP');
  await app.page.keyboard.press('Escape');
  const settings = new Shell(app.page).dialog('Settings');
  await app.page.keyboard.press('ControlOrMeta+,');
  await settings.getByText('Use single-key shortcuts').click();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings).toBeHidden();
  await pages.select('Story A');
  await app.page.keyboard.press('Shift+F10');
  await expect(pin).toHaveText('Pin');
  await expect(app.page.getByRole('menuitem', { name: 'Move to the top' })).toContainText('Alt');
});

test('the keys of the window work from a button inside a row', async ({ app }) => {
  await fillLincolnshire(app, 3);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story B');
  await app.page.keyboard.press('Delete');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story C']);
  const more = pages.named('Story C').getByRole('button', { name: 'More for teaser 2' });
  await more.focus();
  await app.page.keyboard.press('ArrowUp');
  await expect(more).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B', 'Story C']);
  await pages.candidate('Story A').getByRole('button', { name: 'Show on the page: Story A' }).focus();
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('dialog')).toBeVisible();
});

test('a row acts when Enter goes down', async ({ app }) => {
  await fillLincolnshire(app, 3);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story C');
  await app.page.keyboard.press('Delete');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B']);
  await pages.candidate('Story C').focus();
  await app.page.keyboard.down('Enter');
  await expect.poll(() => pages.headlines()).toHaveLength(3);
  await app.page.keyboard.up('Enter');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story B']);
  await pages.named('Story A').focus();
  await app.page.keyboard.down('Enter');
  await expect(app.page.getByRole('textbox', { name: 'Headline' })).toBeFocused();
  await app.page.keyboard.up('Enter');
});

test('a teaser is dragged with the mouse, and with the keyboard', async ({ app }) => {
  await fillLincolnshire(app, 4);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.named('Story D').dragTo(pages.named('Story B'), { targetPosition: { x: 160, y: 6 } });
  await expect.poll(() => pages.headlines()).toEqual(['Story A', 'Story D', 'Story B', 'Story C']);

  await pages.named('Story C').getByRole('button', { name: 'Drag Story C' }).focus();
  await app.page.keyboard.press('Enter');
  await expect.poll(() => pages.focused()).toMatch(/^Insert /);
  await app.page.keyboard.press('Home');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => pages.headlines()).toEqual(['Story C', 'Story A', 'Story D', 'Story B']);
});

test('a pin keeps its number; unpinned, taken off, put back and left to the zone', async ({ app }) => {
  await fillLincolnshire(app, 4);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story B');
  await app.page.keyboard.press('p');
  await expect(pages.named('Story B')).toHaveAccessibleName(/Pinned at 2/);
  await expect(pages.named('Story B').getByRole('img', { name: 'Pinned at 2' })).toBeVisible();

  await pages.select('Story A');
  await app.page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => pages.headlines()).toEqual(['Story C', 'Story B', 'Story A', 'Story D']);

  await pages.select('Story B');
  await app.page.keyboard.press('Shift+P');
  await expect(pages.named('Story B')).not.toHaveAccessibleName(/Pinned/);

  await pages.select('Story C');
  await app.page.keyboard.press('Delete');
  await expect.poll(() => pages.headlines()).not.toContain('Story C');
  await expect(pages.teaser(1)).toBeFocused();
  await expect(pages.candidate('Story C')).toHaveAccessibleName(/taken off/);
  await expect(pages.tray).toContainText('The zone had filled it in.');

  await pages.tray.getByRole('button', { name: 'Put on top: Story C' }).click();
  await expect.poll(() => pages.headlines()).toContain('Story C');
  await expect(pages.tray).toBeHidden();

  await pages.select('Story C');
  await app.page.keyboard.press('Shift+Delete');
  await expect(pages.named('Story C')).toHaveAccessibleName(/Filled: /);
  await expect(pages.named('Story C')).toBeFocused();
});

test('candidates are placed by button, by Enter and by dragging, from the whole library too', async ({ app }) => {
  await fillLincolnshire(app, 3);
  await writeStory(app, 'Elsewhere first', { systems: [DEVON], publishedAt: '2026-02-01' });
  await writeStory(app, 'Elsewhere second', { systems: [DEVON], publishedAt: '2026-02-02' });
  await writeStory(app, 'Elsewhere third', { systems: [DEVON], publishedAt: '2026-02-03' });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await expect(pages.candidate('Story B')).toHaveAccessibleName(/on page, 2/);
  await expect(pages.candidate('Elsewhere first')).toBeHidden();
  await pages.wholeLibrary.click();

  await pages.candidate('Elsewhere first').hover();
  await pages.candidate('Elsewhere first').getByRole('button', { name: 'Place: Elsewhere first' }).click();
  await expect(pages.teaser(1)).toHaveAccessibleName(/Elsewhere first/);

  await pages.candidateSearch.fill('second');
  await pages.candidateSearch.press('ArrowDown');
  await expect(pages.candidate('Elsewhere second')).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(pages.teaser(1)).toHaveAccessibleName(/Elsewhere second/);
  await expect(pages.candidate('Elsewhere second')).toHaveAccessibleName(/on page, 1/);

  await pages.candidateSearch.fill('third');
  await pages.candidate('Elsewhere third').dragTo(pages.named('Story A'), { targetPosition: { x: 160, y: 6 } });
  await expect
    .poll(() => pages.headlines())
    .toEqual(['Elsewhere second', 'Elsewhere first', 'Elsewhere third', 'Story A', 'Story B', 'Story C']);
});

test('words are re-worded field by field, seen in the preview, and reset to the source', async ({ app }) => {
  await fillLincolnshire(app, 2);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story B');
  await app.page.keyboard.press('Enter');
  await expect(pages.field('Headline')).toBeFocused();
  await pages.field('Headline').fill('Told another way');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(pages.preview('Lincolnshire').getByText('Told another way')).toBeVisible();
  await expect(pages.named('Told another way')).toHaveAccessibleName(/headline re-worded/);

  await pages.field('Kicker').fill('Exclusive');
  await pages.field('Standfirst').focus();
  await expect(pages.preview('Lincolnshire').getByText('Exclusive')).toBeVisible();

  await pages.field('Headline').fill('');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(pages.reword.getByText('A teaser needs a headline.')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(pages.field('Headline')).toHaveValue('Told another way');

  await pages.reword.getByRole('button', { name: 'Reset to source: headline' }).click();
  await expect(pages.named('Story B')).toHaveAccessibleName(/kicker re-worded/);
  await expect(pages.field('Headline')).toBeFocused();
  await expect(pages.preview('Lincolnshire').getByText('Told another way')).toBeHidden();

  await pages.field('Headline').focus();
  await app.page.keyboard.press('Escape');
  await expect(pages.reword).toBeHidden();
  await expect(pages.named('Story B')).toBeFocused();
});

test('words still in a field are saved when the screen is left', async ({ app }) => {
  await fillLincolnshire(app, 1);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await app.page.keyboard.press('e');
  await pages.field('Headline').fill('Left in the middle');
  await app.page.keyboard.press('ControlOrMeta+2');
  await pages.openPage('Lincolnshire');
  await expect(pages.named('Left in the middle')).toBeVisible();
});

test('the preview stays where it was scrolled to while the page changes', async ({ app }) => {
  await fillLincolnshire(app, 18);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const scrolled = () =>
    pages
      .preview('Lincolnshire')
      .locator('html')
      .evaluate((html) => html.scrollTop);
  await pages
    .preview('Lincolnshire')
    .locator('html')
    .evaluate((html) => html.scrollTo({ top: 240 }));
  await expect.poll(scrolled).toBe(240);
  await pages.select('Story B');
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect(pages.preview('Lincolnshire').getByRole('heading', { level: 2 }).first()).toHaveText('Story B');
  await expect.poll(scrolled).toBe(240);
});

test('a placement runs from one day until another, and waits outside them', async ({ app }) => {
  await fillLincolnshire(app, 2);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story A');
  await app.page.keyboard.press('e');
  await typeDay(dayField(pages.reword, 'Last day on this page'), '2024-05-01');
  await typeDay(dayField(pages.reword, 'First day on this page'), '2024-06-01');
  await pages.field('Headline').focus();
  await expect(pages.reword.getByText('The last day comes before the first.')).toBeVisible();
  await typeDay(dayField(pages.reword, 'First day on this page'), '2024-04-01');
  await app.page.keyboard.press('Escape');
  await expect(pages.waiting).toContainText('Its last day on this page has passed.');
  await expect(pages.waiting).toContainText('from 1 April 2024 until 1 May 2024');
  await pages.waiting.getByRole('button', { name: 'Remove the day limits: Story A' }).click();
  await expect.poll(() => pages.headlines()).toContain('Story A');
});

test('what was done to a page is undone and done again exactly, across a restart', { tag: '@both-doors' }, async ({
  app,
}) => {
  const { ids } = await fillLincolnshire(app, 6);
  const look = () => app.invoke('pages.get', { system: LINCOLNSHIRE });
  const states = [await look()];
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const steps: (() => Promise<void>)[] = [
    async () => {
      await pages.select('Story E');
      await app.page.keyboard.press('Alt+Home');
    },
    () => app.page.keyboard.press('p'),
    async () => {
      await app.page.keyboard.press('e');
      await pages.field('Headline').fill('Story E, sharper');
      await app.page.keyboard.press('ControlOrMeta+Enter');
      await expect(pages.named('Story E, sharper')).toBeVisible();
      await app.page.keyboard.press('Escape');
    },
    async () => {
      await pages.select('Story C');
      await app.page.keyboard.press('Delete');
    },
  ];
  for (const step of steps) {
    const before = states.at(-1);
    await step();
    await expect.poll(look).not.toEqual(before);
    states.push(await look());
  }
  await app.restart();
  const again = new Pages(app.page);
  await again.openPage('Lincolnshire');
  for (const state of states.slice(0, -1).reverse()) {
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(look).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await app.page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect.poll(look).toEqual(state);
  }
  expect(ids).toHaveLength(6);
  await expect.poll(() => again.headlines()).toEqual(['Story E, sharper', 'Story A', 'Story B', 'Story D', 'Story F']);
});

test('a page is copied for pasting: its HTML and its text in one go', { tag: '@both-doors' }, async ({ app }) => {
  await fillLincolnshire(app, 2);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await app.page.getByRole('button', { name: 'Copy page' }).click();
  await app.page.getByRole('menuitem', { name: 'Copy for pasting into a site' }).click();
  await expect(pages.said).toHaveText('The page is on the clipboard, as HTML and as text.');
  const both = await app.readClipboard();
  const { content } = await app.invoke('pages.render', { system: LINCOLNSHIRE, format: 'text' });
  expect(both.text).toBe(content);
  expect(both.html).toContain('Story A');
  expect(both.html).not.toContain('<style');

  await app.page.getByRole('button', { name: 'Copy page' }).click();
  await app.page.getByRole('menuitem', { name: 'Copy as text' }).click();
  await expect(pages.said).toHaveText('The page is on the clipboard, as text.');
  expect(await app.readClipboard()).toEqual({ text: content, html: '' });
});

test('brackets lead to the pages of the neighbours', async ({ app }) => {
  // An empty library asks for a page first, instead of listing them.
  await fillLincolnshire(app, 1);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await app.page.keyboard.press(']');
  await expect(app.page.getByRole('heading', { level: 2, name: 'Northamptonshire' })).toBeVisible();
  await app.page.keyboard.press('[');
  await expect(app.page.getByRole('heading', { level: 2, name: 'Lincolnshire' })).toBeVisible();
});

test('on a narrow window the preview is a drawer, and the candidates can be put away', async ({ app }) => {
  await fillLincolnshire(app, 2);
  const pages = new Pages(app.page);
  await app.page.setViewportSize({ width: 1024, height: 700 });
  await pages.open();
  await pages.row(/^Lincolnshire/).click();
  await pages.select('Story A');
  await expect(app.page.getByTitle('Preview of Lincolnshire')).toBeHidden();
  await app.page.keyboard.press('c');
  await expect(pages.candidates).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+.');
  await expect(pages.preview('Lincolnshire').getByText('Story A', { exact: true })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByTitle('Preview of Lincolnshire')).toBeHidden();
  await app.page.keyboard.press('c');
  await expect(pages.candidates).toBeVisible();
});
