import { describe, expect, test } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const FIELDS = { ...BLANK, headline: 'Ward to open at weekends' };

describe('a story written by hand', () => {
  test('is filed once to a system that is named twice', async () => {
    const desk = testDesk();
    const { id } = await desk.ask('stories.create', { fields: FIELDS, systems: [DEVON, DEVON] });
    expect((await desk.ask('stories.get', { id })).systems.map(({ code }) => code)).toEqual([DEVON]);
  });
});

describe('searching', () => {
  test.each([
    ['ward', 1],
    ['"ward" (week*', 1],
    ['ward NOT weekends', 0],
    ['headline:ward', 0],
    ['ward\u0000', 1],
    ['ward\u0000weekends', 1],
    ['\u0000', 0],
    ['', 1],
    ['  ', 1],
    ['???', 0],
    ['%', 0],
    ['-', 0],
    ['🩺', 0],
  ])('takes whatever is typed or pasted as words: %j', async (text, total) => {
    const desk = testDesk();
    await desk.ask('stories.create', { fields: FIELDS });
    expect((await desk.ask('stories.list', { query: { text } })).total).toBe(total);
  });
});

describe('a search without a word', () => {
  const texts = ['???', '%', '-', '🩺'];

  test.each(texts)('says that %j holds nothing to search for', async (text) => {
    const desk = testDesk();
    await desk.ask('stories.create', { fields: FIELDS, systems: [DEVON] });
    const { notice } = await desk.ask('stories.list', { query: { text } });
    expect(notice).toBe(`“${text}” has no word to search for. Type a letter or a digit.`);
    expect((await desk.ask('pages.candidates', { system: DEVON, text, among: 'all' })).total).toBe(0);
    expect((await desk.ask('stories.list', { query: { text: 'ward' } })).notice).toBeNull();
    expect((await desk.ask('stories.list', { query: { text: ' ' } })).notice).toBeNull();
  });

  test('is refused by every action on a selection', async () => {
    const desk = testDesk();
    await desk.ask('stories.create', { fields: FIELDS });
    const before = snapshot(desk.path);
    const selection = { kind: 'query', query: { text: '???' }, except: [] };
    for (const [method, input] of BULK) {
      expect((await desk.refuse(method, { selection, ...input })).code, method).toBe('search-wordless');
    }
    expect(snapshot(desk.path)).toEqual(before);
  });
});

const BULK = [
  ['tags.add', { systems: [DEVON] }],
  ['tags.remove', { systems: [DEVON] }],
  ['tags.change', { add: [{ code: DEVON }] }],
  ['tags.preview', { add: [{ code: DEVON }] }],
  ['queue.done', {}],
  ['queue.reopen', {}],
  ['stories.withdraw', {}],
  ['stories.bringBack', {}],
  ['shelf.put', {}],
] as const;

describe('selected stories', () => {
  test('are counted where a search does not show them, and can be shown alone', async () => {
    const desk = testDesk();
    const ids = [];
    for (const headline of ['Ward opens', 'Ward closes', 'Beds move']) {
      ids.push((await desk.ask('stories.create', { fields: { ...FIELDS, headline } })).id);
    }
    const selection = { kind: 'ids' as const, ids };
    expect(await desk.ask('tags.state', { selection, within: { text: 'ward' } })).toMatchObject({
      total: 3,
      outside: 1,
    });
    expect(await desk.ask('tags.state', { selection, within: {} })).toMatchObject({ outside: 0 });
    expect(await desk.ask('tags.state', { selection, within: { text: '???' } })).toMatchObject({ outside: 3 });
    expect(await desk.ask('tags.state', { selection })).toMatchObject({ outside: 0 });
    const shown = await desk.ask('stories.list', { query: { ids: ids.slice(1) } });
    expect(shown.stories.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
  });
});

describe('a selection of all that a search found', () => {
  test('is refused when another number is found than the editor was told', async () => {
    const desk = testDesk();
    for (const headline of ['Ward opens', 'Ward closes']) {
      await desk.ask('stories.create', { fields: { ...FIELDS, headline } });
    }
    const selection = { kind: 'query' as const, query: { text: 'ward' }, except: [], found: 2 };
    await desk.ask('stories.create', { fields: { ...FIELDS, headline: 'Ward moves' } });
    const before = snapshot(desk.path);
    for (const [method, input] of BULK) {
      const fault = await desk.refuse(method, { selection, ...input });
      expect(fault, method).toMatchObject({ code: 'selection-changed' });
      expect(fault.message).toBe(
        '3 stories match now; when you selected them all it was 2. Nothing was changed. Select them again.',
      );
    }
    expect(snapshot(desk.path)).toEqual(before);
    expect((await desk.ask('tags.state', { selection })).total).toBe(3);
    expect((await desk.ask('tags.add', { selection: { ...selection, found: 3 }, systems: [DEVON] })).changed).toBe(3);
  });
});
