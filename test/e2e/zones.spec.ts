import type { TemplateId } from '../../shared/pages/fill-rules.ts';
import { expectAccessible } from './accessible.ts';
import { type App, expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { Zones } from './pages/Zones.ts';
import { DEVON, fillLincolnshire, LINCOLNSHIRE, writeStory } from './stories.ts';

const LEAD = 'lead-stories' as TemplateId;

test('a page follows another template, by keyboard alone, and undo gives it back', async ({ app }) => {
  await fillLincolnshire(app, 4);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const zones = new Zones(app.page);
  await zones.open();
  await expect(zones.zone('Stories')).toBeFocused();
  await expect(zones.outlook).toContainText('No changes yet.');
  await zones.choose('This page has', 'Lead + stories (0 pages)');
  await expect.poll(() => zones.names()).toEqual(['Lead', 'Stories']);
  await expect(zones.outlook).toContainText('The same teasers in the same order; the lead stays “Story A”.');
  await expectAccessible(app.page, 'the zones of a page');
  await zones.press('Use “Lead + stories” for this page');

  await expect(zones.dialog).toBeHidden();
  await expect(pages.said).toHaveText('Use “Lead + stories” for Lincolnshire');
  expect((await app.invoke('pages.get', { system: LINCOLNSHIRE })).zones.map(({ name }) => name)).toEqual([
    'Lead',
    'Stories',
  ]);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect
    .poll(async () => (await app.invoke('zones.get', { system: LINCOLNSHIRE })).template?.name)
    .toBe('Stories');
});

test('a limit and a rule are changed for this page only, with what that does said before', async ({ app }) => {
  await fillLincolnshire(app, 4);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const zones = new Zones(app.page);
  await zones.open();
  await app.page.keyboard.press('Enter');
  await expect(zones.field('Name')).toBeFocused();
  await zones.field('Maximum teasers').fill('0');
  await expect(zones.dialog.getByText('Type a number from 1 to 200.').first()).toBeVisible();
  await zones.press('Save');
  await expect(zones.field('Maximum teasers')).toBeFocused();
  await zones.field('Maximum teasers').fill('3');
  await expect(zones.outlook).toContainText('1 teaser leaves; the lead stays “Story A”.');
  await expect(zones.outlook.getByRole('list', { name: 'Leave the page' })).toContainText('Story D from 4');

  await zones.press('Add a zone');
  await expect(zones.field('Name')).toBeFocused();
  await zones.field('Name').fill('stories');
  await expect(zones.dialog.getByText('A zone above has this name.').first()).toBeVisible();
  await zones.field('Name').fill('Picks');
  await zones.dialog.getByRole('radio', { name: /^By editors only/ }).press('Space');
  await expect(zones.zone('Picks')).toHaveAccessibleName(/by editors only/);
  await zones.zone('Picks').focus();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => zones.names()).toEqual(['Picks', 'Stories']);
  await expectAccessible(app.page, 'a zone of the page’s own');

  // Unsaved zones are not lost by a key.
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Keep editing' }).press('Enter');
  await zones.press('Change this page');
  await expect(zones.dialog).toBeHidden();
  await expect.poll(() => pages.headlines()).toEqual(expect.arrayContaining(['Story A', 'Story B', 'Story C']));
  expect(await app.invoke('zones.get', { system: LINCOLNSHIRE })).toMatchObject({
    template: null,
    zones: [{ name: 'Picks' }, { name: 'Stories', limit: 3 }],
  });
});

test('a change to the template reaches every page that follows it, and so does a new one', async ({ app }) => {
  await fillLincolnshire(app, 4);
  await app.invoke('zones.set', { systems: [LINCOLNSHIRE, DEVON], to: { kind: 'template', id: LEAD } });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const zones = new Zones(app.page);
  await zones.open();
  await zones.zone('Stories').click();
  await zones.field('Maximum teasers').fill('2');
  await zones.dialog.getByRole('radio', { name: /^The template “Lead \+ stories”/ }).press('Space');
  await expect(zones.outlook).toContainText('1 of 2 pages would change; 1 keeps its teasers in order.');
  await zones.press('Change the template and 2 pages');
  await expect(zones.dialog).toBeHidden();
  expect((await app.invoke('zones.get', { system: DEVON })).zones[1]?.limit).toBe(2);

  await zones.open();
  await zones.zone('Stories').click();
  await zones.field('Maximum teasers').fill('5');
  await zones.dialog.getByRole('radio', { name: /^A new template/ }).press('Space');
  await zones.field('Name of the new template').fill('lead + STORIES');
  await expect(zones.dialog.getByText('There is a template called “Lead + stories” already.')).toBeVisible();
  await zones.field('Name of the new template').fill('Lead and five');
  await zones.press('Choose pages');
  await app.page.keyboard.type('dorset');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('Escape');
  await zones.press('Add the template for 2 pages');
  await expect(zones.dialog).toBeHidden();
  const made = (await app.invoke('templates.list', {})).find(({ name }) => name === 'Lead and five');
  expect(made).toMatchObject({ pages: 2, followers: [LINCOLNSHIRE, 'QVV'] });

  // Without a page, from the palette; what cannot be removed says why.
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.keyboard.type('>page templates');
  await app.page.keyboard.press('Enter');
  const templates = new Zones(app.page, 'Page templates');
  await templates.choose('Template', 'Lead and five (2 pages)');
  await templates.press(/^Remove the template/);
  await expect(templates.dialog.getByRole('alert')).toHaveText(
    '2 pages follow “Lead and five”. Give them other zones first.',
  );
  await templates.field('Name of the template').fill('One and five');
  await templates.zone('Stories').click();
  await templates.field('Maximum teasers').fill('1');
  await expect(templates.outlook).toContainText('1 of 2 pages would change');
  await expectAccessible(app.page, 'the templates');
  await templates.press('Change the template and 2 pages');
  await expect(templates.dialog).toBeHidden();
  await expect(pages.said).toHaveText('Change the template “One and five”');
});

test('what a rule or a double left out is listed, and can be placed anyway by key', async ({ app }) => {
  await fillLincolnshire(app, 2);
  await writeStory(app, 'story b', {
    systems: [LINCOLNSHIRE],
    publishedAt: '2026-03-26',
    standfirst: 'Sent in again.',
  });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await expect.poll(() => pages.headlines()).toHaveLength(2);
  await pages.leftOutButton.press('Enter');
  const row = pages.leftOut.getByRole('row');
  await expect(row).toHaveAccessibleName(/^story b, .*The same story is at 2: “Story B”/i);
  await expectAccessible(app.page, 'what was left out');
  await pages.leftOut.getByRole('button', { name: /^Show the other story/ }).press('Enter');
  await expect(pages.teaser(2)).toBeFocused();
  await row.focus();
  await app.page.keyboard.press('Enter');
  await expect.poll(() => pages.headlines()).toHaveLength(2);
  await expect(pages.teaser(1)).toHaveAccessibleName(/Placed by/);
});

/** Below the stories, a zone that only editors fill. */
async function withPicks(app: App): Promise<void> {
  const { zones } = await app.invoke('zones.get', { system: LINCOLNSHIRE });
  const [stories] = zones;
  if (!stories) throw new Error('the page has no zone');
  const rule = { ...stories.rule, strengths: [], national: 'without' as const };
  const picks = { ...stories, name: 'Picks', limit: 3, rule };
  await app.invoke('zones.set', { systems: [LINCOLNSHIRE], to: { kind: 'own', zones: [stories, picks] } });
}

const picksOf = async (app: App) =>
  (await app.invoke('pages.get', { system: LINCOLNSHIRE })).zones[1]?.teasers.map(({ headline }) => headline);

test('an empty zone is a row of the list: teasers and candidates go there by key, by menu and by drag', async ({
  app,
}) => {
  await fillLincolnshire(app, 4);
  await withPicks(app);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await expect(pages.emptyZone('Picks')).toHaveAccessibleName(/This zone is empty: by editors only/);
  await expect(pages.teasers.getByText('4 of 20, newest first')).toBeVisible();
  await expectAccessible(app.page, 'a page with an empty zone');
  await pages.emptyZone('Picks').getByRole('button', { name: 'Zone Picks: limit and rule' }).focus();
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toBeHidden();

  await pages.select('Story B');
  await app.page.keyboard.press('Shift+M');
  const choice = app.page.getByRole('dialog', { name: 'Move to a zone' });
  await expect(choice.getByRole('option', { name: /^Stories 4 of 20, here now/ })).toBeDisabled();
  await expectAccessible(app.page, 'the choice of a zone');
  await app.page.keyboard.type('picks');
  await app.page.keyboard.press('Enter');
  await expect(pages.said).toHaveText('Moved to the top of Picks.');
  await expect(pages.emptyZone('Picks')).toBeHidden();
  await expect(pages.named('Story B')).toBeFocused();
  await expect.poll(() => picksOf(app)).toEqual(['Story B']);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(pages.emptyZone('Picks')).toBeVisible();

  // Open its rule by keyboard.
  await pages.teaser(4).focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(pages.emptyZone('Picks')).toBeFocused();
  await app.page.keyboard.press('Enter');
  const zones = new Zones(app.page);
  await expect(zones.zone('Picks')).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(zones.dialog).toBeHidden();

  await pages.named('Story C').dragTo(pages.emptyZone('Picks'), { targetPosition: { x: 160, y: 44 } });
  await expect.poll(() => picksOf(app)).toEqual(['Story C']);
  // Behind its last, where a number of the page would mean no place of this zone.
  await pages.named('Story A').dragTo(pages.named('Story C'), { targetPosition: { x: 160, y: 86 } });
  await expect.poll(() => picksOf(app)).toEqual(['Story C', 'Story A']);

  await pages.select('Story D');
  await app.page.keyboard.press('Delete');
  await pages.candidate('Story D').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: /^To a zone/ }).click();
  await app.page.keyboard.type('picks');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => picksOf(app)).toEqual(['Story D', 'Story C', 'Story A']);
});

test('an empty zone’s check leads to its rule', async ({ app }) => {
  await fillLincolnshire(app, 2);
  await withPicks(app);
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await app.page.keyboard.press('k');
  await pages
    .check(/The zone Picks is empty, and only editors fill it/)
    .getByRole('button', { name: 'Change the zone’s rule' })
    .press('Enter');
  const zones = new Zones(app.page);
  await expect(zones.zone('Picks')).toBeFocused();
  await expect(zones.field('Name')).toHaveValue('Picks');
});
