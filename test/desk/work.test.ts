import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type TestDesk, tempFolder, testDesk } from '../helpers/desk.ts';

const AT_ONCE = { afterMs: 0, everyMs: 0 };

const files = Array.from({ length: 42 }, (_, index) => ({
  name: `stories-${index}.csv`,
  base64: Buffer.from(
    `headline,url,date\nStory ${index} of a long list,https://example.org/story-${index},2026-11-02\n`,
  ).toString('base64'),
}));

const longList = {
  name: 'stories.csv',
  base64: Buffer.from(
    `headline,url,date\n${Array.from({ length: 300 }, (_, index) => `Story ${index} of one table,https://example.org/row-${index},2026-11-02\n`).join('')}`,
  ).toString('base64'),
};

/** Cancels the work once a report says that it is so far. */
function cancelAt({ desk }: TestDesk, text: RegExp, done = 0): () => void {
  return desk.subscribe((event) => {
    if (event.name === 'work.progress' && text.test(event.payload.text) && event.payload.done >= done)
      desk.cancel(event.payload.id);
  });
}

function bytesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(found.map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

const CANCELLED = { code: 'cancelled', message: 'Cancelled. Nothing was changed.' };

describe('the progress of a call', () => {
  test('is told in order, and then that it ended', async () => {
    const { ask, events } = testDesk({ workPace: AT_ONCE });
    await ask('import.contents', { files });
    const reports = events.flatMap((event) => (event.name === 'work.progress' ? [event.payload] : []));
    expect(reports.slice(0, 42).map(({ text }) => text)).toEqual(
      files.map((_, index) => `Reading file ${index + 1} of 42`),
    );
    expect(reports.slice(42).map(({ text, done }) => [text, done])).toEqual(
      files.map((_, index) => [`Importing story ${index + 1} of 42`, index]),
    );
    expect(events.at(-1)).toEqual({ name: 'work.ended', payload: { id: reports[0]?.id, how: 'done' } });
  });

  test('is not told of work that is over soon', async () => {
    const { ask, events } = testDesk({ workPace: { afterMs: 60_000, everyMs: 0 } });
    await ask('import.contents', { files });
    expect(events.filter(({ name }) => name.startsWith('work.'))).toEqual([]);
  });
});

describe('a cancelled call', () => {
  test.each([
    ['while files are read', /^Reading file 12 /],
    ['while stories are taken in', /^Importing story 30 /],
  ])('leaves no story and no entry of an import: %s', async (_when, text) => {
    const desk = testDesk({ workPace: AT_ONCE });
    const stop = cancelAt(desk, text);
    expect(await desk.refuse('import.contents', { files })).toMatchObject(CANCELLED);
    expect(desk.events.at(-1)).toMatchObject({ name: 'work.ended', payload: { how: 'cancelled' } });
    expect((await desk.ask('library.info', {})).stories).toBe(0);
    expect((await desk.ask('history.list', {})).total).toBe(0);
    stop();
    // The next call is another work, which nobody cancelled.
    await desk.ask('import.contents', { files });
    expect((await desk.ask('library.info', {})).stories).toBe(42);
  });

  test.each(['undo', 'redo'] as const)('leaves the library and the history as they were: %s', async (direction) => {
    const desk = testDesk({ workPace: AT_ONCE });
    await desk.ask('import.contents', { files: [longList] });
    if (direction === 'redo') await desk.ask('history.undo', {});
    const state = async () => {
      const { stories, undo, redo } = await desk.ask('library.info', {});
      return { stories, undo, redo, history: await desk.ask('history.list', {}) };
    };
    const before = await state();
    const stop = cancelAt(desk, /^(Undoing|Redoing) “Import 300 stories/, 128);
    expect(await desk.refuse(`history.${direction}`, {})).toMatchObject(CANCELLED);
    expect(await state()).toEqual(before);
    stop();
    await desk.ask(`history.${direction}`, {});
    expect((await desk.ask('library.info', {})).stories).toBe(direction === 'undo' ? 0 : 300);
  });

  test.each([/^Preparing page 20 /, /^Writing page 20 /])(
    'leaves an exported folder byte for byte: %s',
    async (text) => {
      const desk = testDesk({ workPace: AT_ONCE });
      const out = join(tempFolder(), 'pages');
      await desk.ask('export.folder', { out, formats: ['html'] });
      const before = bytesIn(out);
      await desk.ask('import.contents', { files });
      cancelAt(desk, text);
      expect(await desk.refuse('export.folder', { out, formats: ['html', 'json'] })).toMatchObject(CANCELLED);
      expect(bytesIn(out)).toEqual(before);
    },
  );
});
