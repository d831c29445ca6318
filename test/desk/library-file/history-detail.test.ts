import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EntryId } from '../../../shared/models.ts';
import { asFile, captureText, tempFolder, testDesk } from '../../helpers/desk.ts';
import { DEVON } from '../../helpers/pages.ts';
import { BLANK } from '../../helpers/story.ts';

const OLD_LIBRARY = new URL('../../fixtures/libraries/schema-80.patchdesk.gz', import.meta.url);

async function deskWithStory() {
  const desk = testDesk();
  const file = asFile('page.txt', captureText('Devon ICS', [['Ward', 'Ward reopens', 'It took two days.']]));
  await desk.ask('import.contents', { files: [file] });
  const story = (await desk.ask('stories.list', { query: {} })).stories[0];
  if (!story) throw new Error('no story came in');
  return { ...desk, id: story.id };
}

const newest = async (ask: ReturnType<typeof testDesk>['ask']) => {
  const entry = (await ask('history.list', { limit: 1 })).entries[0];
  if (!entry) throw new Error('the history is empty');
  return ask('history.get', { id: entry.id });
};

describe('what a step changed', () => {
  test('is listed by story, with a field before and after', async () => {
    const { ask, id } = await deskWithStory();
    await ask('stories.edit', { id, fields: { headline: 'Ward opens again' } });
    const { groups } = await newest(ask);
    expect(groups).toEqual([
      {
        subject: { kind: 'story', id, title: 'Ward opens again' },
        changes: [{ what: 'Headline', before: 'Ward reopens', after: 'Ward opens again' }],
      },
    ]);
  });

  test('is told of rows that a later undo removed', async () => {
    const { ask, id } = await deskWithStory();
    const first = (await ask('history.list', {})).entries[0];
    await ask('history.undo', {});
    const { groups } = await ask('history.get', { id: first?.id ?? ('' as EntryId) });
    const story = groups.find(({ subject }) => subject.id === id);
    expect(story?.subject.title).toBe('Ward reopens');
    expect(story?.changes.map(({ what }) => what)).toContain('Filed to Devon as about');
  });

  test('is read in parts, each with its own rows', async () => {
    const { ask } = await deskWithStory();
    const id = (await ask('history.list', {})).entries[0]?.id ?? ('' as EntryId);
    const whole = await ask('history.get', { id });
    const parts = [];
    for (let offset = 0; offset < whole.total; offset += 1) {
      parts.push(...(await ask('history.get', { id, offset, limit: 1 })).groups.flatMap(({ changes }) => changes));
    }
    expect(parts.length).toBe(whole.groups.flatMap(({ changes }) => changes).length);
  });

  test('has words for every step of an earlier library', async () => {
    const path = join(tempFolder(), 'library.patchdesk');
    writeFileSync(path, gunzipSync(readFileSync(OLD_LIBRARY)));
    const { ask } = testDesk({ path });
    for (const { id, label } of (await ask('history.list', { limit: 1000 })).entries) {
      const { groups } = await ask('history.get', { id });
      expect(groups.flatMap(({ changes }) => changes).length, label).toBeGreaterThan(0);
      for (const { changes } of groups) {
        for (const { what } of changes) expect(what, label).not.toMatch(/undefined|null|\[object/);
      }
    }
  });
});

describe('a filtered history', () => {
  test('holds only the entries of a story, a page, a person, an area or some days', async () => {
    const { ask, id } = await deskWithStory();
    const other = await ask('stories.create', { fields: { ...BLANK, headline: 'Clinic moves' } });
    await ask('stories.edit', { id, fields: { headline: 'Ward opens again' } });
    const labels = async (filter: object) => (await ask('history.list', filter)).entries.map(({ label }) => label);
    expect(await labels({ story: other.id })).toHaveLength(1);
    expect(await labels({ story: id })).toHaveLength(2);
    expect(await labels({ page: DEVON })).toHaveLength(1);
    expect(await labels({ story: id, area: 'tags' })).toHaveLength(1);
    expect(await labels({ by: 'A. Tester' })).toHaveLength(3);
    expect(await labels({ by: 'Nobody' })).toEqual([]);
    expect(await labels({ from: '2026-11-22', to: '2026-11-22' })).toHaveLength(3);
    expect(await labels({ from: '2026-11-23' })).toEqual([]);
    expect(await labels({ kind: 'undo' })).toEqual([]);
    expect(await ask('history.people', {})).toEqual({ people: ['A. Tester'] });
  });
});
