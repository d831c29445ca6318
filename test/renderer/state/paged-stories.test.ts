import { describe, expect, it } from 'vitest';
import { createApi } from '../../../renderer/api.ts';
import { moveBy, toNextCursor } from '../../../renderer/features/stories/table/table-model.ts';
import { indexOf, PAGE_ROWS, PagedStories, rowAt } from '../../../renderer/state/paged-stories.ts';
import { ALL_STORIES } from '../../../renderer/state/story-query.ts';
import type { StoryRow } from '../../../shared/models.ts';
import { asFile, captureText, testDesk } from '../../helpers/desk.ts';
import { heldApi } from '../fake-api.ts';

const NEWEST_FIRST = { by: 'out' as const, descending: true };
const BY_HEADLINE = { by: 'headline' as const, descending: false };
const words = (text: string) => ({ ...ALL_STORIES, text });

const row = (id: string, headline = id): StoryRow =>
  ({ id, headline, systems: [], national: false, withdrawn: false }) as unknown as StoryRow;

async function library(count: number) {
  const test = testDesk();
  const stories = Array.from(
    { length: count },
    (_, index) => [null, `Story number ${String(index).padStart(4, '0')} of the day`, 'One sentence.'] as const,
  );
  await test.ask('import.contents', { files: [asFile('devon.txt', captureText('Devon ICS', stories))] });
  const pages = new PagedStories(
    createApi({ invoke: (method, input) => test.desk.call(method, input), subscribe: (on) => test.desk.subscribe(on) }),
  );
  pages.connect();
  const shown = async (index: number) => {
    await expect.poll(() => rowAt(must(pages), index)?.headline).toBeDefined();
    return rowAt(must(pages), index)?.headline;
  };
  return { test, pages, shown };
}

function must(pages: PagedStories) {
  const { result } = pages.getState();
  if (!result) throw new Error('Nothing has come yet.');
  return result;
}

describe('the table’s rows', () => {
  it('come by page, where they are looked at', async () => {
    const { pages, shown } = await library(450);
    pages.show(ALL_STORIES, BY_HEADLINE);
    await expect.poll(() => pages.getState().result?.total).toBe(450);
    expect(await shown(0)).toBe('Story number 0000 of the day');
    expect(rowAt(must(pages), 440)).toBeNull();
    pages.want(420, 449);
    expect(await shown(440)).toBe('Story number 0440 of the day');
    expect(rowAt(must(pages), 250)).toBeNull();
  });

  it('stay while another search is on its way, and the newest search wins', async () => {
    const { api, calls } = heldApi();
    const pages = new PagedStories(api);
    pages.show(ALL_STORIES, NEWEST_FIRST);
    await calls[0]?.answer({ total: 1, stories: [row('a')] });
    pages.show(words('b'), NEWEST_FIRST);
    pages.show(words('be'), NEWEST_FIRST);
    pages.show(words('bed'), NEWEST_FIRST);
    expect(pages.getState().isSearching).toBe(true);
    expect(must(pages).total).toBe(1);
    // One call at a time: the searches in between were never sent.
    expect(calls).toHaveLength(2);
    await calls[1]?.answer({ total: 7, stories: [row('b')] });
    expect(must(pages).query).toBe(ALL_STORIES);
    await calls[2]?.answer({ total: 2, stories: [row('c'), row('d')] });
    expect(must(pages).query.text).toBe('bed');
    expect(calls).toHaveLength(3);
    expect(pages.getState().isSearching).toBe(false);
  });

  it('of a changed search are waited for by who acts on them', async () => {
    const { api, calls } = heldApi();
    const pages = new PagedStories(api);
    pages.show(ALL_STORIES, NEWEST_FIRST);
    await calls[0]?.answer({ total: 100_000, notice: null, stories: [row('a')] });
    expect((await pages.whenShown(ALL_STORIES, NEWEST_FIRST))?.total).toBe(100_000);
    // The search has just been typed, and the table has not asked for it yet.
    const found = pages.whenShown(words('bed'), NEWEST_FIRST);
    await calls[1]?.answer({ total: 2, notice: null, stories: [row('c'), row('d')] });
    expect(await found).toMatchObject({ query: { text: 'bed' }, total: 2 });
  });

  it('are given to nobody once another search has replaced theirs, or when they cannot be read', async () => {
    const { api, calls } = heldApi();
    const pages = new PagedStories(api);
    pages.show(ALL_STORIES, NEWEST_FIRST);
    await calls[0]?.answer({ total: 9, notice: null, stories: [row('a')] });
    const replaced = pages.whenShown(words('bed'), NEWEST_FIRST);
    pages.show(words('beds'), NEWEST_FIRST);
    expect(await replaced).toBeNull();
    const failed = pages.whenShown(words('beds'), NEWEST_FIRST);
    await calls[1]?.answer({ total: 1, notice: null, stories: [row('b')] });
    const refused = expect(failed).rejects.toThrow('The library is locked.');
    await calls[2]?.refuse('The library is locked.');
    await refused;
  });

  it('are asked for once where there are none, and again when the library changes', async () => {
    const { api, calls, emit } = heldApi();
    const pages = new PagedStories(api);
    const end = pages.connect();
    pages.show(words('nowhere'), NEWEST_FIRST);
    await calls[0]?.answer({ total: 0, stories: [] });
    expect(must(pages).total).toBe(0);
    expect(calls).toHaveLength(1);
    emit({ name: 'library.changed', payload: { entryId: null } });
    await calls[1]?.answer({ total: 1, stories: [row('a')] });
    expect(rowAt(must(pages), 0)?.id).toBe('a');
    expect(calls).toHaveLength(2);
    end();
  });

  it('are asked for again when the library changes under an answer', async () => {
    const { api, calls, emit } = heldApi();
    const pages = new PagedStories(api);
    pages.connect();
    pages.show(ALL_STORIES, NEWEST_FIRST);
    emit({ name: 'library.changed', payload: { entryId: null } });
    await calls[0]?.answer({ total: 1, stories: [row('a', 'old')] });
    expect(rowAt(must(pages), 0)?.headline).toBe('old');
    await calls[1]?.answer({ total: 1, stories: [row('a', 'new')] });
    expect(rowAt(must(pages), 0)?.headline).toBe('new');
    expect(calls).toHaveLength(2);
  });

  it('that did not change stay the same objects', async () => {
    const { api, calls, emit } = heldApi();
    const pages = new PagedStories(api);
    pages.connect();
    pages.show(ALL_STORIES, NEWEST_FIRST);
    await calls[0]?.answer({ total: 2, stories: [row('a'), row('b')] });
    const before = must(pages);
    emit({ name: 'library.changed', payload: { entryId: null } });
    await calls[1]?.answer({ total: 2, stories: [row('a'), row('b', 'other words')] });
    expect(rowAt(must(pages), 0)).toBe(rowAt(before, 0));
    expect(rowAt(must(pages), 1)).not.toBe(rowAt(before, 1));
  });

  it('follow the library as steps are taken', async () => {
    const { test, pages, shown } = await library(PAGE_ROWS + 5);
    pages.show(ALL_STORIES, BY_HEADLINE);
    expect(await shown(0).catch(() => shown(0))).toBe('Story number 0000 of the day');
    const first = rowAt(must(pages), 0);
    if (!first) throw new Error('The first row is loaded.');
    await test.ask('stories.withdraw', { selection: { kind: 'ids', ids: [first.id] } });
    await expect.poll(() => must(pages).total).toBe(PAGE_ROWS + 4);
    expect(indexOf(must(pages), first.id)).toBeNull();
  });

  it('give the ids of a stretch, loaded or not', async () => {
    const { pages } = await library(450);
    pages.show(ALL_STORIES, BY_HEADLINE);
    await expect.poll(() => pages.getState().result?.total).toBe(450);
    const ids = await pages.idsBetween(150, 449);
    expect(new Set(ids).size).toBe(300);
    expect(ids[0]).toBe(rowAt(must(pages), 150)?.id);
  });

  it('can be asked for again after an error', async () => {
    const { api, calls } = heldApi();
    const pages = new PagedStories(api);
    pages.show(ALL_STORIES, NEWEST_FIRST);
    await calls[0]?.refuse('The library is locked.');
    expect(pages.getState()).toMatchObject({ error: { message: 'The library is locked.' }, isSearching: false });
    pages.retry();
    await calls[1]?.answer({ total: 0, stories: [] });
    expect(pages.getState()).toMatchObject({ error: null, result: { total: 0 } });
  });
});

describe('the cursor', () => {
  const result = (ids: string[], query = ALL_STORIES) => ({
    query,
    sort: NEWEST_FIRST,
    total: ids.length,
    notice: null,
    pages: new Map([[0, ids.map((id) => row(id))]]),
  });
  const id = (text: string) => row(text).id;

  it('moves by row, by screen and to the ends', () => {
    expect(moveBy('ArrowDown', 0, 3, 10)).toBe(1);
    expect(moveBy('ArrowUp', 0, 3, 10)).toBe(0);
    expect(moveBy('PageDown', 0, 100, 10)).toBe(9);
    expect(moveBy('End', 5, 100, 10)).toBe(99);
    expect(moveBy('Home', 5, 100, 10)).toBe(0);
    expect(moveBy('Tab', 5, 100, 10)).toBeNull();
    expect(moveBy('End', 0, 0, 10)).toBeNull();
  });

  it('follows its story', () => {
    const before = result(['a', 'b', 'c']);
    expect(toNextCursor({ index: 1, id: id('b') }, before, result(['x', 'a', 'b', 'c']))).toEqual({
      index: 2,
      id: 'b',
    });
  });

  it('stays in its place when its story has left', () => {
    const before = result(['a', 'b', 'c']);
    expect(toNextCursor({ index: 1, id: id('b') }, before, result(['a', 'c']))).toEqual({ index: 1, id: 'c' });
    expect(toNextCursor({ index: 2, id: id('c') }, before, result(['a', 'b']))).toEqual({ index: 1, id: 'b' });
    expect(toNextCursor({ index: 2, id: id('c') }, before, result([]))).toEqual({ index: 0, id: null });
  });

  it('begins at the top of another search that has not its story', () => {
    const after = result(['x', 'y'], words('other'));
    expect(toNextCursor({ index: 1, id: id('b') }, result(['a', 'b']), after)).toEqual({ index: 0, id: 'x' });
  });
});
