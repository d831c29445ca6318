import { describe, expect, test } from 'vitest';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';

type Row = readonly [label: string | null, headline: string, teaser: string];

const OVENS = 'Rents are blamed, although the board forecast something else a year ago.';
const NINE: Row = ['Oven', 'Bakers return one in nine ovens', OVENS];
const EIGHT: Row = ['Oven', 'Bakers return one in eight ovens', OVENS];
const CHAIR: Row = [null, 'Two boards share a chair', 'One person will lead both boards until the summer.'];

async function take(desk: TestDesk, rows: readonly Row[], seenOn: string) {
  const { files } = await desk.ask('import.contents', {
    files: [asFile('page.txt', captureText('Devon ICS', rows))],
    seenOn,
  });
  return files[0];
}

const search = { query: { possibleDuplicates: true } };

describe('possible duplicates', () => {
  test('a corrected headline is offered with the story that it corrects, at once', async () => {
    const desk = testDesk();
    await take(desk, [CHAIR, NINE], '2026-11-20');
    const report = await take(desk, [EIGHT, CHAIR], '2026-11-21');
    expect(report?.problems).toMatchObject([
      { code: 'maybe-duplicate', message: expect.stringContaining('the same teaser and image label') },
    ]);
    expect(await desk.ask('duplicates.list', {})).toMatchObject({
      pairs: [{ reason: 'the same teaser and image label', headlines: [NINE[1], EIGHT[1]] }],
    });
    const { stories } = await desk.ask('stories.list', search);
    expect(stories.map(({ headline }) => headline)).toEqual([EIGHT[1], NINE[1]]);
    const detail = await desk.ask('stories.get', { id: stories[0]?.id ?? ('' as never) });
    expect(detail.possibleDuplicates).toMatchObject([{ headline: NINE[1] }]);
    expect((await desk.ask('library.info', {})).counts.possibleDuplicates).toBe(2);
  });

  test('are none of them withdrawn, and follow every change of words', async () => {
    const desk = testDesk();
    await take(desk, [NINE, EIGHT, CHAIR], '2026-11-20');
    const [first] = (await desk.ask('stories.list', search)).stories;
    if (!first) throw new Error('no pair');
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [first.id] } });
    expect((await desk.ask('duplicates.list', {})).pairs).toEqual([]);
    await desk.ask('history.undo', {});
    expect((await desk.ask('duplicates.list', {})).pairs).toHaveLength(1);
    const fields = {
      headline: 'Lift out of order in Bude',
      standfirst: 'It will be mended in May, says the owner.',
      alt: null,
    };
    await desk.ask('stories.edit', { id: first.id, fields });
    expect((await desk.ask('duplicates.list', {})).pairs).toEqual([]);
  });

  test('are not searched again for a step that leaves all words alone', async () => {
    const desk = testDesk();
    await take(desk, [NINE, EIGHT], '2026-11-20');
    const { stories } = await desk.ask('stories.list', search);
    await desk.ask('queue.done', { selection: { kind: 'ids', ids: stories.map(({ id }) => id) } });
    expect((await desk.ask('stories.list', search)).total).toBe(2);
  });
});
