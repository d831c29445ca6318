import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];

/** A page of six fills, `One` on top. */
async function deskWithPage(): Promise<TestDesk> {
  const desk = testDesk();
  const text = captureText(
    'Devon ICS',
    NUMBERS.map((name) => [null, name, `The ${name} teaser.`] as const),
  );
  await desk.ask('import.contents', { files: [asFile('devon.txt', text)], seenOn: '2026-11-20' });
  return desk;
}

const teasers = async (desk: TestDesk, asOf?: string) =>
  (await desk.ask('pages.get', { system: DEVON, asOf })).zones.flatMap((zone) => zone.teasers);
const order = async (desk: TestDesk) => (await teasers(desk)).map(({ headline }) => headline);
const idOf = async (desk: TestDesk, headline: string): Promise<StoryId> => {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  const story = stories.find((each) => each.headline === headline);
  if (!story) throw new Error(`no story ${headline}`);
  return story.id;
};
const waiting = async (desk: TestDesk) =>
  (await desk.ask('pages.get', { system: DEVON })).waiting.map(({ headline, why }) => [headline, why]);

describe('a page', () => {
  test('a moved fill becomes a free placement, and the rest keeps its order', async () => {
    const desk = await deskWithPage();
    const written = await desk.ask('pages.move', { system: DEVON, articleId: await idOf(desk, 'Five'), position: 2 });
    expect(written.entry?.label).toBe('Move “Five” to 2 on Devon');
    expect(await order(desk)).toEqual(['One', 'Five', 'Two', 'Three', 'Four', 'Six']);
    expect((await teasers(desk)).map(({ placed }) => placed)).toEqual([
      'filled',
      'free',
      'filled',
      'filled',
      'filled',
      'filled',
    ]);
    expect(await desk.ask('pages.move', { system: DEVON, articleId: await idOf(desk, 'Five'), position: 2 })).toEqual({
      entry: null,
      changed: 0,
    });
  });

  test('a free placement moves down as newer stories come in above; a pin keeps its number', async () => {
    const desk = await deskWithPage();
    await desk.ask('pages.move', { system: DEVON, articleId: await idOf(desk, 'Six'), position: 1 });
    await desk.ask('pages.pin', { system: DEVON, articleId: await idOf(desk, 'Two') });
    expect(await order(desk)).toEqual(['Six', 'One', 'Two', 'Three', 'Four', 'Five']);
    const newer = captureText('Devon ICS', [[null, 'Newer', 'It came in later.']]);
    await desk.ask('import.contents', { files: [asFile('newer.txt', newer)], seenOn: '2026-11-24' });
    expect(await order(desk)).toEqual(['Newer', 'Six', 'Two', 'One', 'Three', 'Four', 'Five']);
  });

  test('pins: moved to a number, exchanged with the pin that holds it, and let go where they stand', async () => {
    const desk = await deskWithPage();
    const [two, four] = [await idOf(desk, 'Two'), await idOf(desk, 'Four')];
    await desk.ask('pages.pin', { system: DEVON, articleId: two });
    await desk.ask('pages.pin', { system: DEVON, articleId: four });
    await desk.ask('pages.move', { system: DEVON, articleId: two, position: 4 });
    expect(await order(desk)).toEqual(['One', 'Four', 'Three', 'Two', 'Five', 'Six']);
    await desk.ask('pages.unpin', { system: DEVON, articleId: four });
    expect(await order(desk)).toEqual(['One', 'Four', 'Three', 'Two', 'Five', 'Six']);
    expect((await teasers(desk))[1]?.placed).toBe('free');
  });

  test('a story taken off stays off until it is placed or released, and keeps its words', async () => {
    const desk = await deskWithPage();
    const articleId = await idOf(desk, 'Three');
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { headline: 'Third' } });
    await desk.ask('pages.takeOff', { system: DEVON, articleId });
    expect(await order(desk)).toEqual(['One', 'Two', 'Four', 'Five', 'Six']);
    expect(await waiting(desk)).toEqual([['Third', 'taken-off']]);
    await desk.ask('pages.place', { system: DEVON, articleId, position: 5 });
    expect(await order(desk)).toEqual(['One', 'Two', 'Four', 'Five', 'Third', 'Six']);
    await desk.ask('pages.release', { system: DEVON, articleId });
    expect(await order(desk)).toEqual(NUMBERS);
  });

  test('overrides: each field over the source, each reset alone, and the source’s own words are no override', async () => {
    const desk = await deskWithPage();
    const articleId = await idOf(desk, 'Two');
    await desk.ask('pages.reword', {
      system: DEVON,
      articleId,
      words: { headline: 'Second', standfirst: '', alt: 'Label' },
    });
    let teaser = (await teasers(desk))[1];
    expect(teaser).toMatchObject({
      headline: 'Second',
      standfirst: null,
      image: { alt: 'Label', src: null },
      overrides: ['headline', 'standfirst', 'alt'],
      source: { headline: 'Two', standfirst: 'The Two teaser.', alt: null },
      placed: 'free',
      position: 2,
    });
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { standfirst: null, alt: null } });
    teaser = (await teasers(desk))[1];
    expect(teaser).toMatchObject({ standfirst: 'The Two teaser.', image: null, overrides: ['headline'] });
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { headline: 'Two' } });
    expect((await teasers(desk))[1]?.overrides).toEqual([]);
    expect((await desk.refuse('pages.reword', { system: DEVON, articleId, words: { headline: '' } })).code).toBe(
      'bad-call',
    );
  });

  test('an embargoed story is on no page and in no export before its time', async () => {
    const desk = await deskWithPage();
    const fields = { ...BLANK, headline: 'Secret', embargoUntil: '2026-12-01T09:00' };
    await desk.ask('stories.create', { fields, systems: [DEVON] });
    expect(await order(desk)).not.toContain('Secret');
    for (const format of ['text', 'html', 'json'] as const) {
      for (const asOf of [undefined, '2026-11-30', '2026-12-01']) {
        expect((await desk.ask('pages.render', { system: DEVON, format, asOf })).content).not.toContain('Secret');
      }
    }
    expect((await teasers(desk, '2026-12-02')).map(({ headline }) => headline)).toContain('Secret');
    await desk.ask('pages.place', { system: DEVON, articleId: await idOf(desk, 'Secret') });
    expect(await waiting(desk)).toEqual([['Secret', 'embargoed']]);
  });

  test('a story dated later than today is not out yet, and a withdrawn one is gone', async () => {
    const desk = await deskWithPage();
    await desk.ask('stories.create', {
      fields: { ...BLANK, headline: 'Tomorrow', publishedAt: '2026-11-23' },
      systems: [DEVON],
    });
    expect(await order(desk)).not.toContain('Tomorrow');
    expect((await teasers(desk, '2026-11-23'))[0]?.headline).toBe('Tomorrow');
    const articleId = await idOf(desk, 'One');
    await desk.ask('pages.pin', { system: DEVON, articleId });
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [articleId] } });
    expect(await waiting(desk)).toEqual([['One', 'withdrawn']]);
    expect((await desk.refuse('pages.place', { system: DEVON, articleId: await idOf(desk, 'One') })).code).toBe(
      'story-not-out',
    );
    await desk.ask('stories.bringBack', { selection: { kind: 'ids', ids: [articleId] } });
    expect((await teasers(desk))[0]).toMatchObject({ headline: 'One', placed: 'pinned' });
  });

  test('a placement runs from its first day to its last', async () => {
    const desk = await deskWithPage();
    const articleId = await idOf(desk, 'Six');
    await desk.ask('pages.move', { system: DEVON, articleId, position: 1 });
    await desk.ask('pages.schedule', { system: DEVON, articleId, from: '2026-11-21', until: '2026-11-23' });
    expect((await teasers(desk, '2026-11-20')).map(({ headline }) => headline)).not.toContain('Six');
    expect((await teasers(desk, '2026-11-23'))[0]?.why).toBe('Placed by A. Tester until 23 November 2026');
    expect((await teasers(desk, '2026-11-24')).map(({ headline }) => headline)).not.toContain('Six');
    expect(
      (await desk.refuse('pages.schedule', { system: DEVON, articleId, from: '2026-11-25', until: '2026-11-23' })).code,
    ).toBe('bad-call');
  });

  test('a national story is on every page active then, and on no other', async () => {
    const desk = await deskWithPage();
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [await idOf(desk, 'One')] }, national: true });
    const dorset = await desk.ask('pages.get', { system: 'QVV' as SystemCode });
    expect(dorset.zones[0]?.teasers).toMatchObject([{ headline: 'One', scope: 'national', placed: 'filled' }]);
    const frimley = await desk.ask('pages.get', { system: 'QNQ' as SystemCode });
    expect(frimley).toMatchObject({ active: false });
    expect(frimley.zones[0]?.teasers).toEqual([]);
    const then = await desk.ask('pages.get', { system: 'QNQ' as SystemCode, asOf: '2024-06-01' });
    expect(then.zones[0]?.teasers).toHaveLength(1);
  });

  test('only what a story is about or affects feeds the page; what is merely mentioned does not', async () => {
    const desk = await deskWithPage();
    await desk.ask('tags.add', {
      selection: { kind: 'ids', ids: [await idOf(desk, 'One')] },
      systems: [DEVON],
      strength: 'mentioned',
    });
    expect(await order(desk)).toEqual(NUMBERS.slice(1));
  });

  test('shows any page as it stood after a history entry', async () => {
    const desk = await deskWithPage();
    const { entry } = await desk.ask('pages.move', { system: DEVON, articleId: await idOf(desk, 'Five'), position: 1 });
    const then = await desk.ask('pages.get', { system: DEVON });
    await desk.ask('pages.takeOff', { system: DEVON, articleId: await idOf(desk, 'Five') });
    await desk.ask('stories.withdraw', { selection: { kind: 'query', query: {}, except: [] } });
    const total = (await desk.ask('history.list', {})).total;
    expect(await desk.ask('pages.get', { system: DEVON, at: entry?.id })).toEqual(then);
    expect(await order(desk)).toEqual([]);
    expect((await desk.ask('history.list', {})).total).toBe(total);
    expect((await desk.refuse('pages.get', { system: DEVON, at: '01900000-0000-7000-8000-000000000000' })).code).toBe(
      'entry-missing',
    );
  });

  test('candidates: filed here and national, newest first, with their place on the page', async () => {
    const desk = await deskWithPage();
    await desk.ask('stories.create', { fields: { ...BLANK, headline: 'Elsewhere' }, systems: ['QVV' as SystemCode] });
    await desk.ask('pages.takeOff', { system: DEVON, articleId: await idOf(desk, 'Six') });
    const filed = await desk.ask('pages.candidates', { system: DEVON });
    expect(filed.total).toBe(6);
    expect(filed.stories.find(({ headline }) => headline === 'One')).toMatchObject({
      position: 1,
      placed: 'filled',
      takenOff: false,
    });
    expect(filed.stories.find(({ headline }) => headline === 'Six')).toMatchObject({ position: null, takenOff: true });
    expect((await desk.ask('pages.candidates', { system: DEVON, among: 'all' })).total).toBe(7);
    expect(
      (await desk.ask('pages.candidates', { system: DEVON, text: 'thr' })).stories.map(({ headline }) => headline),
    ).toEqual(['Three']);
  });

  test('twenty places: a placement on a full page takes the last fill’s', async () => {
    const desk = testDesk();
    const many = Array.from({ length: 25 }, (_, i) => [null, `Story ${i + 1}`, 'A teaser.'] as const);
    await desk.ask('import.contents', { files: [asFile('devon.txt', captureText('Devon ICS', many))] });
    await desk.ask('pages.place', { system: DEVON, articleId: await idOf(desk, 'Story 25'), position: 3 });
    const names = await order(desk);
    expect(names).toHaveLength(20);
    expect(names[2]).toBe('Story 25');
    expect(names.at(-1)).toBe('Story 19');
  });
});

describe('a page on its way into a CMS', () => {
  test('its stories come in plain tags, with nothing in a headline breaking out of them', async () => {
    const desk = testDesk();
    const fields = {
      ...BLANK,
      headline: 'Beds </h2><script>alert(1)</script> & bays',
      standfirst: 'A "plan" <b>agreed</b>.',
    };
    await desk.ask('stories.create', { fields, systems: [DEVON] });
    const { content } = await desk.ask('pages.render', { system: DEVON, format: 'fragment' });
    expect(content).toBe(
      '<h2>Beds &lt;/h2&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; bays</h2>\n<p>A &quot;plan&quot; &lt;b&gt;agreed&lt;/b&gt;.</p>\n',
    );
  });
});
