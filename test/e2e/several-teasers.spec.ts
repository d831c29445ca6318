import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { DEVON, fillLincolnshire, LINCOLNSHIRE, writeStory } from './stories.ts';

const names = (letters: string) => [...letters].map((letter) => `Story ${letter}`);

test('three teasers are selected, moved together and brought back with one undo', async ({ app }) => {
  await fillLincolnshire(app, 7);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story C');
  await app.page.keyboard.press('Shift+ArrowDown');
  await app.page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => pages.selected()).toEqual(names('CDE'));
  await app.page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => pages.selected()).toEqual(names('CD'));
  await app.page.keyboard.press('Shift+ArrowDown');
  await expect(pages.named('Story E')).toBeFocused();
  // Taken out of the selection, a teaser keeps the focus, and can be added again.
  await app.page.keyboard.press('ControlOrMeta+Space');
  await expect.poll(() => pages.selected()).toEqual(names('CD'));
  await expect(pages.named('Story E')).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+Space');
  await expect.poll(() => pages.selected()).toEqual(names('CDE'));

  await app.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => pages.headlines()).toEqual(names('ACDEBFG'));
  await expect(pages.said).toHaveText('3 teasers moved to 2 to 4 of 7.');
  await expect.poll(() => pages.selected()).toEqual(names('CDE'));
  await expect(pages.named('Story E')).toBeFocused();
  expect((await app.invoke('library.info', {})).undo?.label).toBe('Move 3 teasers to 2 on Lincolnshire');

  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => pages.headlines()).toEqual(names('ABCDEFG'));
  await expect.poll(() => pages.selected()).toEqual(names('CDE'));

  await app.page.keyboard.press('m');
  await expect(app.page.getByRole('dialog', { name: 'Move 3 teasers to a number' })).toBeVisible();
  await app.page.getByRole('textbox', { name: 'Number, 1 to 7' }).fill('7');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => pages.headlines()).toEqual(names('ABFGCDE'));
  await expect(pages.said).toHaveText('3 teasers moved to 5 to 7 of 7.');
  await app.page.keyboard.press('Alt+ArrowDown');
  await expect(pages.said).toHaveText('They are as low as they can go.');
  await app.page.keyboard.press('Escape');
  await expect.poll(() => pages.selected()).toEqual(['Story E']);
});

test('a mixed selection offers both, each with how many it would change', async ({ app }) => {
  const { ids } = await fillLincolnshire(app, 5);
  const [, second] = ids;
  if (second) await app.invoke('pages.pin', { system: LINCOLNSHIRE, articleId: second });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  // Shift reaches from the teaser that the page opened with.
  await pages.selectMore('Story C', 'Shift');
  await expect.poll(() => pages.selected()).toEqual(names('ABC'));
  await pages.selectMore('Story E', 'ControlOrMeta');
  await expect.poll(() => pages.selected()).toEqual(names('ABCE'));
  await expect(pages.actions).toHaveAccessibleName('Actions for 4 teasers');
  await expect(pages.actions.getByRole('button', { name: 'Re-word' })).toBeHidden();
  await expect(pages.actions.getByRole('button', { name: 'Unpin 1' })).toBeVisible();
  await expectAccessible(app.page, 'several teasers selected');

  await pages.actions.getByRole('button', { name: 'Pin 3' }).click();
  await expect(pages.said).toHaveText('3 teasers pinned.');
  await expect(pages.actions.getByRole('button', { name: 'Unpin 4' })).toBeVisible();
  await expect(pages.actions.getByRole('button', { name: /^Pin/ })).toBeHidden();

  await pages.named('Story C').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Unpin 4 teasers' }).click();
  await expect(pages.named('Story C')).not.toHaveAccessibleName(/Pinned/);

  await pages.named('Story C').focus();
  await app.page.keyboard.press('Delete');
  await expect.poll(() => pages.headlines()).toEqual(['Story D']);
  await expect(pages.named('Story D')).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => pages.headlines()).toEqual(names('ABCDE'));

  await app.page.keyboard.press('ControlOrMeta+a');
  await expect.poll(() => pages.selected()).toEqual(names('ABCDE'));
});

test('several are dragged together, with the mouse and with the keyboard', async ({ app }) => {
  await fillLincolnshire(app, 6);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story D');
  await pages.selectMore('Story F', 'ControlOrMeta');
  await pages.named('Story F').dragTo(pages.named('Story B'), { targetPosition: { x: 160, y: 6 } });
  await expect.poll(() => pages.headlines()).toEqual(names('ADFBCE'));
  await expect.poll(() => pages.selected()).toEqual(names('DF'));

  await pages.named('Story D').getByRole('button', { name: 'Drag 2 selected items' }).focus();
  await app.page.keyboard.press('Enter');
  await expect.poll(() => pages.focused()).toMatch(/^Insert /);
  await app.page.keyboard.press('End');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => pages.headlines()).toEqual(names('ABCEDF'));
});

test('teasers are cut from one page and pasted on another with their words, and one undo brings all back', async ({
  app,
}) => {
  const { ids } = await fillLincolnshire(app, 5);
  const [, second] = ids;
  const words = { headline: 'Told for Lincolnshire' };
  if (second) await app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId: second, words });
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-02' });
  await writeStory(app, 'Quay wards merge', { systems: [DEVON], publishedAt: '2026-03-01' });
  const look = async () => [
    await app.invoke('pages.get', { system: LINCOLNSHIRE }),
    await app.invoke('pages.get', { system: DEVON }),
  ];
  const before = await look();
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Told for Lincolnshire');
  await app.page.keyboard.press('Shift+ArrowDown');
  await app.page.keyboard.press('ControlOrMeta+x');
  await expect(pages.said).toHaveText('2 teasers cut. They stay here until they are pasted; Escape keeps them.');
  await expect(pages.named('Story C')).toHaveAccessibleName(/cut, stays here until it is pasted$/);
  await expectAccessible(app.page, 'teasers cut');
  expect((await app.readClipboard()).text).toBe(
    'Told for Lincolnshire\nWhat is known about “Story B”.\n\nStory C\nWhat is known about “Story C”.',
  );

  await pages.openPage('Devon');
  await pages.select('Quay wards merge');
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect
    .poll(() => pages.headlines())
    .toEqual(['Harbour clinic opens', 'Told for Lincolnshire', 'Story C', 'Quay wards merge']);
  await expect(pages.said).toHaveText('2 teasers moved to 2 and 3 of 4.');
  await expect(pages.named('Told for Lincolnshire')).toBeFocused();
  await expect.poll(() => pages.selected()).toEqual(['Told for Lincolnshire', 'Story C']);
  expect((await look())[0]?.zones[0]?.teasers.map(({ headline }) => headline)).toEqual(names('ADE'));

  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => pages.headlines()).toEqual(['Harbour clinic opens', 'Quay wards merge']);
  expect(await look()).toEqual(before);
  // It has arrived once: pasted again it is a copy, with its words.
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect(pages.said).toHaveText('2 teasers pasted at 2 and 3 of 4.');
  expect((await look())[0]).toEqual(before[0]);
});

test('what was copied can be pasted on page after page, an empty one too; Escape forgets what was cut', async ({
  app,
}) => {
  await fillLincolnshire(app, 3);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Story B');
  await app.page.keyboard.press('ControlOrMeta+x');
  await expect(pages.named('Story B')).toHaveAccessibleName(/cut, stays here/);
  await app.page.keyboard.press('Escape');
  await expect(pages.named('Story B')).not.toHaveAccessibleName(/cut, stays here/);
  await expect(pages.said).toHaveText('The cut is cleared.');

  await app.page.keyboard.press('ControlOrMeta+c');
  await expect(pages.said).toHaveText('Copied: Story B.');
  for (const name of ['Devon', 'Dorset']) {
    await pages.openPage(name);
    await pages.actions.getByRole('button', { name: 'Paste 1' }).click();
    await expect.poll(() => pages.headlines()).toEqual(['Story B']);
  }
  // A text field keeps these keys.
  await app.page.keyboard.press('e');
  await pages.field('Kicker').focus();
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect(pages.field('Kicker')).toHaveValue(/Story B/);
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');

  await pages.openPage('Lincolnshire');
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect(app.page.getByRole('region', { name: 'Messages' })).toContainText(
    '“Story B” is on this page already. Cut it instead of copying it, to move it.',
  );
  await expect.poll(() => pages.headlines()).toEqual(names('ABC'));
});

test('a pinned story that is withdrawn leaves a gap, which a key mends', async ({ app }) => {
  const { ids } = await fillLincolnshire(app, 4);
  const [, articleId] = ids;
  if (!articleId) throw new Error('no second story');
  await app.invoke('pages.pin', { system: LINCOLNSHIRE, articleId });
  await app.invoke('stories.withdraw', { selection: { kind: 'ids', ids: [articleId] } });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await expect.poll(() => pages.headlines()).toEqual(names('ACD'));
  await expect(pages.gap(2)).toHaveAccessibleName(/“Story B” is pinned here but withdrawn\. F lets the zone fill it/);
  await expectAccessible(app.page, 'a gap');

  await pages.select('Story A');
  await app.page.keyboard.press('ArrowDown');
  await expect(pages.gap(2)).toBeFocused();
  await expect.poll(() => pages.selected()).toEqual([]);
  await expect(pages.actions).toHaveAccessibleName('Actions for the gap at 2');
  // What is done to teasers means none of them now.
  await app.page.keyboard.press('Delete');
  await app.page.keyboard.press('ArrowDown');
  await expect(pages.named('Story C')).toBeFocused();
  await expect.poll(() => pages.headlines()).toEqual(names('ACD'));
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('f');
  await expect(pages.gap(2)).toBeHidden();
  await expect(pages.said).toHaveText('The zone decides its place again.');
  await expect(pages.named('Story C')).toBeFocused();
  await expect.poll(() => pages.selected()).toEqual(['Story C']);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(pages.gap(2)).toBeVisible();
});

test('Enter on a gap pins another story there, or lets the old one run without days', async ({ app }) => {
  const { ids } = await fillLincolnshire(app, 22);
  const [, articleId] = ids;
  if (!articleId) throw new Error('no second story');
  await app.invoke('pages.pin', { system: LINCOLNSHIRE, articleId });
  await app.invoke('pages.schedule', { system: LINCOLNSHIRE, articleId, from: null, until: '2026-01-31' });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await expect(pages.gap(2)).toHaveAccessibleName(/but over: its last day was 31 January 2026/);
  await pages.select('Story A');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  // Nineteen more and Story V: A to V without B are twenty-one.
  await app.page.getByRole('menuitem', { name: 'Pin here instead: “Story V”, ' }).click();
  await expect(pages.named('Story V')).toHaveAccessibleName(/^2 of 20: .*Pinned at 2/);
  await expect(pages.named('Story V')).toBeFocused();
  await expect(pages.gap(2)).toBeHidden();

  await app.page.keyboard.press('ControlOrMeta+z');
  await pages.gap(2).click();
  await app.page.getByRole('menuitem', { name: 'Remove the day limits' }).click();
  await expect(pages.named('Story B')).toHaveAccessibleName(/^2 of 20: .*Pinned at 2/);
});

test('what a full page pushes out is said', async ({ app }) => {
  await fillLincolnshire(app, 20);
  await writeStory(app, 'From elsewhere', { systems: [DEVON], publishedAt: '2026-03-01' });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.wholeLibrary.click();
  await pages.candidateSearch.fill('elsewhere');
  await pages.candidate('From elsewhere').focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('region', { name: 'Messages' })).toContainText(
    'Placed on top: From elsewhere. “Story T” went from 20 off the page.',
  );
});
