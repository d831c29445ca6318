import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { type TestDesk, tempFolder, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;

const exportedOf = async (desk: TestDesk, system = DEVON) =>
  (await desk.ask('checks.all', {})).find(({ code }) => code === system)?.exported;
const toFolder = (desk: TestDesk, systems: SystemCode[]) =>
  desk.ask('export.folder', { out: join(tempFolder(), 'out'), systems, formats: ['text'] });

test('a page knows its last export, from whichever door, and whether it reads otherwise now', async () => {
  const desk = testDesk();
  const fields = { ...BLANK, headline: 'Pier clinic opens' };
  const { id } = await desk.ask('stories.create', { fields, systems: [DEVON] });
  expect(await exportedOf(desk)).toBeNull();
  await toFolder(desk, [DEVON]);
  const first = { at: '2026-11-22T10:00:00.000Z', day: '2026-11-22', isChanged: false };
  expect(await exportedOf(desk)).toEqual(first);
  expect(await exportedOf(desk, DORSET)).toBeNull();

  await desk.ask('pages.pin', { system: DEVON, articleId: id });
  expect(await exportedOf(desk)).toEqual(first);
  await desk.ask('pages.reword', { system: DEVON, articleId: id, words: { headline: 'A clinic on the pier' } });
  expect(await exportedOf(desk)).toEqual({ ...first, isChanged: true });
  await desk.ask('export.zip', { systems: [DEVON, DORSET], formats: ['json'] });
  expect(await exportedOf(desk)).toEqual(first);
  expect(await exportedOf(desk, DORSET)).toEqual(first);
  // One made ahead for another day says nothing of today's page.
  await desk.ask('export.zip', { systems: [DEVON], formats: ['json'], asOf: '2026-11-26' });
  expect(await exportedOf(desk)).toEqual(first);
  await desk.ask('history.undo', {});
  expect(await exportedOf(desk)).toMatchObject({ isChanged: true });

  const elsewhere = await desk.reopen('desktop');
  expect(await exportedOf(elsewhere)).toEqual({ ...first, isChanged: true });
});

test('an export is no step of the history, tells the windows, and one that fails is not remembered', async () => {
  const desk = testDesk();
  const before = snapshot(desk.path);
  await toFolder(desk, [DEVON]);
  expect(snapshot(desk.path)).toEqual(before);
  expect((await desk.ask('history.list', {})).total).toBe(0);
  expect(desk.events).toContainEqual({ name: 'library.changed', payload: { entryId: null } });
  await desk.refuse('export.folder', { out: '/proc/nowhere', systems: [DORSET], formats: ['text'] });
  expect(await exportedOf(desk, DORSET)).toBeNull();
});
