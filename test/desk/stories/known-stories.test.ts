import { describe, expect, test } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';

type Row = readonly [label: string | null, headline: string, teaser: string];

const DEVON = 'QJK' as SystemCode;

async function take(desk: TestDesk, title: string, rows: readonly Row[], seenOn = '2026-11-20') {
  const { files } = await desk.ask('import.contents', {
    files: [asFile('page.txt', captureText(title, rows))],
    seenOn,
  });
  const [file] = files;
  if (!file) throw new Error('no report');
  return file;
}

async function standfirsts(desk: TestDesk, system: SystemCode): Promise<(string | null)[]> {
  const { zones } = await desk.ask('pages.get', { system });
  return zones.flatMap(({ teasers }) => teasers.map(({ standfirst }) => standfirst));
}

describe('one headline', () => {
  const HEADLINE = 'Board appoints a new chair';
  const OURS: Row = [null, HEADLINE, 'Exmouth surgeon begins work in January.'];

  test('with another teaser and another image on another page is two stories, said in the report', async () => {
    const desk = testDesk();
    await take(desk, 'Devon ICS', [OURS]);
    const report = await take(desk, 'Dorset ICS', [['Quay', HEADLINE, 'Retired brewer picked after long search.']]);
    expect(report.articles).toEqual({ new: 1, changed: 0, unchanged: 0 });
    expect(report.problems).toMatchObject([{ code: 'maybe-duplicate', message: expect.stringContaining(HEADLINE) }]);
    expect(await standfirsts(desk, DEVON)).toEqual(['Exmouth surgeon begins work in January.']);
  });

  test('in the same words on two pages is one story', async () => {
    const desk = testDesk();
    await take(desk, 'Devon ICS', [OURS]);
    expect((await take(desk, 'Dorset ICS', [OURS])).articles).toEqual({ new: 0, changed: 0, unchanged: 1 });
  });

  test('with its teaser re-worded is one story', async () => {
    const desk = testDesk();
    await take(desk, 'Devon ICS', [OURS]);
    const report = await take(desk, 'Devon ICS', [[null, HEADLINE, 'A surgeon from Exmouth will start in January.']]);
    expect(report.articles).toEqual({ new: 0, changed: 1, unchanged: 0 });
    expect(report.changes).toMatchObject([
      {
        headline: HEADLINE,
        fields: [{ field: 'standfirst', was: OURS[2], is: 'A surgeon from Exmouth will start in January.' }],
      },
    ]);
  });

  test('with another teaser under the same image is one story', async () => {
    const desk = testDesk();
    await take(desk, 'Devon ICS', [['Town hall', HEADLINE, 'Exmouth surgeon begins work in January.']]);
    const report = await take(desk, 'Devon ICS', [['Town hall', HEADLINE, 'Rivals withdraw before the vote.']]);
    expect(report.articles).toEqual({ new: 0, changed: 1, unchanged: 0 });
  });

  test('of a column is a new issue, which leads, and the old one keeps its words', async () => {
    const desk = testDesk();
    const column = (teaser: string): Row => [null, 'The Harbour Letter', teaser];
    await take(desk, 'Devon ICS', [column('Who pays for the ferry nurse?'), OURS]);
    await take(desk, 'Devon ICS', [column('Why three boards share one lift.'), OURS], '2026-11-21');
    // The page shows one story of a headline; the other stays in the library.
    expect(await standfirsts(desk, DEVON)).toEqual(['Why three boards share one lift.', OURS[2]]);
    const { stories } = await desk.ask('stories.list', { query: { text: 'Harbour Letter' } });
    expect(stories.map(({ standfirst }) => standfirst).sort()).toEqual([
      'Who pays for the ferry nurse?',
      'Why three boards share one lift.',
    ]);
  });
});

describe('what a source says later', () => {
  const known: Row = ['Van', 'Scanner goes to market', 'The van stops in four towns – and in Looe on Fridays.'];

  test.each([
    ['a mere beginning', 'The van stops in four towns …', 'cut off'],
    ['a garbled copy', 'The van stops in four towns \ufffd and in Looe on Saturdays.', 'garbled'],
  ])('never replaces known words by %s, and is reported', async (_, teaser, why) => {
    const desk = testDesk();
    await take(desk, 'Devon ICS', [known]);
    const report = await take(desk, 'Devon ICS', [[known[0], known[1], teaser]], '2026-11-21');
    expect(report).toMatchObject({ articles: { changed: 0, unchanged: 1 }, changes: [] });
    expect(report.problems).toMatchObject([{ code: 'not-replaced', message: expect.stringContaining(why) }]);
    expect(await standfirsts(desk, DEVON)).toEqual([known[2]]);
  });

  test('replaces them when it says more', async () => {
    const desk = testDesk();
    await take(desk, 'Devon ICS', [[known[0], known[1], 'The van stops in four towns …']]);
    await take(desk, 'Devon ICS', [known], '2026-11-21');
    expect(await standfirsts(desk, DEVON)).toEqual([known[2]]);
  });
});
