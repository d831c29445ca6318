import { expect, test } from 'vitest';
import { asFile, type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';

const TABLE = 'Headline;Published;Systems\nBeds shut;20/11/2026;Devon, Atlantis\n;21/11/2026;\nTwo boards;;National\n';
const FEED =
  '<rss version="2.0"><channel><title>Devon ICS</title>' +
  '<item><title>Beds shut</title><pubDate>Fri, 20 Nov 2026 06:15:00 GMT</pubDate><category>Dorset</category></item>' +
  '<item><title>Only here</title></item></channel></rss>';

async function bringIn(desk: TestDesk, name: string, text: string) {
  const { files } = await desk.ask('import.contents', { files: [asFile(name, text)], seenOn: '2026-11-21' });
  return files[0];
}

const filed = async (desk: TestDesk) => {
  const { stories } = await desk.ask('stories.list', { query: {} });
  return Object.fromEntries(
    stories.map(({ headline, publishedAt, national, systems }) => [
      headline,
      [publishedAt, national, systems.map(({ code }) => code).sort()],
    ]),
  );
};

test('a table files where its column says so, and lists what it cannot', async () => {
  const desk = testDesk();
  expect(await bringIn(desk, 'plan.csv', TABLE)).toMatchObject({
    format: 'csv',
    system: null,
    articles: { new: 2, changed: 0, unchanged: 0 },
    problems: [
      { line: 3, code: 'headline-missing' },
      { line: 2, code: 'system-unknown' },
    ],
    error: null,
  });
  expect(await filed(desk)).toEqual({ 'Beds shut': ['2026-11-20', false, ['QJK']], 'Two boards': [null, true, []] });
});

test('the title of a feed files nothing, a category that names a system does', async () => {
  const desk = testDesk();
  expect(await bringIn(desk, 'feed.xml', FEED)).toMatchObject({ format: 'rss', system: null, problems: [] });
  expect(await filed(desk)).toEqual({
    'Beds shut': ['2026-11-20T06:15', false, ['QVV']],
    'Only here': [null, false, []],
  });
});

test('a day does not replace the minute of that day', async () => {
  const desk = testDesk();
  await bringIn(desk, 'feed.xml', FEED);
  expect(await bringIn(desk, 'plan.csv', TABLE)).toMatchObject({ articles: { new: 1, changed: 0, unchanged: 1 } });
  expect((await filed(desk))['Beds shut']).toEqual(['2026-11-20T06:15', false, ['QJK', 'QVV']]);
});

test('undo takes back what a table changed, and nothing else', async () => {
  const desk = testDesk();
  await bringIn(desk, 'feed.xml', FEED);
  const before = snapshot(desk.path);
  await bringIn(desk, 'plan.csv', TABLE);
  await desk.ask('history.undo', {});
  expect(snapshot(desk.path)).toEqual(before);
});
