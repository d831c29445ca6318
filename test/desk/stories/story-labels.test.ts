import { describe, expect, test } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;

async function deskWith(...headlines: string[]) {
  const desk = testDesk();
  const ids = [];
  for (const headline of headlines) ids.push((await desk.ask('stories.create', { fields: { ...BLANK, headline } })).id);
  return { desk, ids, selection: { kind: 'ids', ids } as const };
}

describe('the name of a step', () => {
  test('says which story was tagged, and how strongly', async () => {
    const { desk, selection } = await deskWith('Ward opens');
    const added = await desk.ask('tags.add', { selection, systems: [DEVON], strength: 'affects' });
    expect(added.entry?.label).toBe('Tag “Ward opens” as affects: Devon');
    const removed = await desk.ask('tags.remove', { selection, systems: [DEVON] });
    expect(removed.entry?.label).toBe('Untag “Ward opens”: Devon');
  });

  test('counts several stories, and gives the national list no strength', async () => {
    const { desk, selection } = await deskWith('Ward opens', 'Van stops');
    const added = await desk.ask('tags.add', { selection, systems: [], national: true });
    expect(added).toMatchObject({ changed: 2, entry: { label: 'Tag 2 stories: national' } });
  });

  test('says which story was withdrawn and brought back', async () => {
    const { desk, selection } = await deskWith('Ward opens');
    expect((await desk.ask('stories.withdraw', { selection })).entry?.label).toBe('Withdraw “Ward opens”');
    expect((await desk.ask('stories.bringBack', { selection })).entry?.label).toBe('Bring back “Ward opens”');
  });

  test('says which fields an edit changed, and not those that were given as they were', async () => {
    const { desk, ids } = await deskWith('Ward opens');
    const id = ids[0] ?? '';
    const label = async (fields: object) => (await desk.ask('stories.edit', { id, fields })).entry?.label;
    expect(await label({ headline: 'Ward closes', kicker: BLANK.kicker })).toBe('Edit the headline of “Ward opens”');
    expect(await label({ kicker: 'A', byline: 'B' })).toBe('Edit the kicker and byline of “Ward closes”');
    expect(await label({ kicker: 'C', byline: 'D', standfirst: 'E', body: 'F' })).toBe(
      'Edit 4 fields of “Ward closes”',
    );
  });

  test('ends a long headline after a whole word', async () => {
    const { desk, selection } = await deskWith('Hospital trust to merge its three emergency departments by the spring');
    const { entry } = await desk.ask('stories.withdraw', { selection });
    expect(entry?.label).toBe('Withdraw “Hospital trust to merge its three emergency…”');
  });
});
