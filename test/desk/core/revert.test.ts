import { expect, test } from 'vitest';
import type { EntryId, StoryId, SystemCode } from '../../../shared/models.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;

async function newest(desk: TestDesk): Promise<EntryId> {
  const { entries } = await desk.ask('history.list', { limit: 1 });
  if (!entries[0]) throw new Error('no entry');
  return entries[0].id;
}

async function twoStories(desk: TestDesk) {
  await desk.ask('stories.create', { fields: { ...BLANK, headline: 'One' }, systems: [] });
  const created = await newest(desk);
  await desk.ask('stories.create', { fields: { ...BLANK, headline: 'Two' }, systems: [] });
  const { stories } = await desk.ask('stories.list', { query: {} });
  const idOf = (headline: string) => stories.find((story) => story.headline === headline)?.id as StoryId;
  return { created, one: idOf('One'), two: idOf('Two') };
}

test('a past step goes back alone, as a new step with its own undo', async () => {
  const desk = testDesk();
  const { one, two } = await twoStories(desk);
  await desk.ask('stories.edit', { id: one, fields: { standfirst: 'First' } });
  const edit = await newest(desk);
  await desk.ask('stories.edit', { id: two, fields: { standfirst: 'Second' } });
  const before = snapshot(desk.path);
  expect(await desk.ask('history.revertible', { id: edit })).toMatchObject({ blocked: 0, later: [] });
  const { entry } = await desk.ask('history.revert', { id: edit });
  expect(entry?.label).toMatch(/^Take back “Edit/);
  const { stories } = await desk.ask('stories.list', { query: {} });
  expect(stories.map(({ standfirst }) => standfirst).filter(Boolean)).toEqual(['Second']);
  await desk.ask('history.undo', {});
  expect(snapshot(desk.path)).toEqual(before);
});

test('a step that a later one built on is refused and names it', async () => {
  const desk = testDesk();
  const { created, one } = await twoStories(desk);
  await desk.ask('tags.add', { selection: { kind: 'ids', ids: [one] }, systems: [DEVON] });
  const before = snapshot(desk.path);
  const tagging = await newest(desk);
  const { later, rows } = await desk.ask('history.revertible', { id: created });
  expect(later.map(({ id }) => id)).toEqual([tagging]);
  expect(rows).toBe(0);
  const fault = await desk.refuse('history.revert', { id: created, partly: true });
  expect(fault).toMatchObject({ code: 'undo-moved-on', message: expect.stringContaining('Later steps built on it') });
  expect(snapshot(desk.path)).toEqual(before);
  await desk.ask('history.revert', { id: tagging });
  await desk.ask('history.revert', { id: created });
  expect((await desk.ask('stories.list', { query: {} })).stories.map(({ headline }) => headline)).toEqual(['Two']);
});

test('the rest of an import goes back when later work used one of its stories', async () => {
  const desk = testDesk();
  const stories: [string | null, string, string][] = [
    ['Ward', 'Coastal ward to open at weekends', 'Patients by the sea will be seen on Saturdays.'],
    ['Van', 'Scanner van goes to market', 'The van stops in four towns on market days.'],
  ];
  const file = asFile('devon.txt', captureText('Devon ICS', stories));
  await desk.ask('import.contents', { files: [file], seenOn: '2026-11-20' });
  const imported = await newest(desk);
  const [kept] = (await desk.ask('stories.list', { query: {} })).stories;
  if (!kept) throw new Error('nothing imported');
  await desk.ask('stories.edit', { id: kept.id, fields: { standfirst: 'Edited' } });
  expect((await desk.refuse('history.revert', { id: imported })).message).toContain('The rest of it');
  const { entry } = await desk.ask('history.revert', { id: imported, partly: true });
  expect(entry?.label).toMatch(/^Take back part of “Import/);
  expect((await desk.ask('stories.list', { query: {} })).stories.map(({ id }) => id)).toEqual([kept.id]);
  expect((await desk.ask('library.check', {})).problems).toEqual([]);
});

test('an undo, or a step that is undone already, is refused with what to do', async () => {
  const desk = testDesk();
  const { created } = await twoStories(desk);
  await desk.ask('history.undo', {});
  expect((await desk.refuse('history.revert', { id: await newest(desk) })).message).toContain('Use Redo');
  await desk.ask('history.undo', {});
  expect((await desk.refuse('history.revert', { id: created })).message).toContain('is undone already');
});
