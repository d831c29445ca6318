import { describe, expect, test } from 'vitest';
import type { StoryFields, StoryId, SystemCode } from '../../../../shared/models.ts';
import { DEFAULT_RULE, type TemplateId, type ZoneSpec } from '../../../../shared/pages/fill-rules.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../../helpers/desk.ts';
import { snapshot } from '../../../helpers/snapshot.ts';
import { BLANK } from '../../../helpers/story.ts';
import { DEFAULT_ZONE } from '../../../helpers/zones.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const CORNWALL = 'QT6' as SystemCode;
const LEAD = 'lead-stories' as TemplateId;
const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];

const spec = (name: string, limit: number, rule: Partial<ZoneSpec['rule']> = {}): ZoneSpec => ({
  ...DEFAULT_ZONE,
  name,
  limit,
  rule: { ...DEFAULT_RULE, ...rule },
});

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

const page = (desk: TestDesk, system = DEVON) => desk.ask('pages.get', { system });
/** `['Lead: One', 'Stories: Two, Three']` */
const zonesOf = async (desk: TestDesk, system = DEVON) =>
  (await page(desk, system)).zones.map(
    ({ name, teasers }) => `${name}: ${teasers.map(({ headline }) => headline).join(', ')}`,
  );
const waiting = async (desk: TestDesk) => (await page(desk)).waiting.map(({ headline, why }) => [headline, why]);
const idOf = async (desk: TestDesk, headline: string): Promise<StoryId> => {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  const story = stories.find((each) => each.headline === headline);
  if (!story) throw new Error(`no story ${headline}`);
  return story.id;
};
const own = (...zones: ZoneSpec[]) => ({ kind: 'own' as const, zones });
const write = async (
  desk: TestDesk,
  fields: Partial<StoryFields> & { headline: string },
  systems: SystemCode[] = [DEVON],
) => (await desk.ask('stories.create', { fields: { ...BLANK, ...fields }, systems })).id;
const on = async (desk: TestDesk, headline: string) => ({ system: DEVON, articleId: await idOf(desk, headline) });

describe('zones of a page', () => {
  test('a page starts with one zone of twenty, as its template has it', async () => {
    const desk = testDesk();
    expect(await desk.ask('zones.get', { system: DEVON })).toEqual({
      template: { id: 'stories', name: 'Stories' },
      zones: [{ id: 'QJK/stories', ...DEFAULT_ZONE }],
    });
  });

  test('a template divides the page; pins and placements keep their numbers; undo and redo are exact', async () => {
    const desk = await deskWithPage();
    await desk.ask('pages.move', { ...(await on(desk, 'Five')), position: 1 });
    await desk.ask('pages.pin', await on(desk, 'Two'));
    const before = snapshot(desk.path);
    const asked = { systems: [DEVON], to: { kind: 'template' as const, id: LEAD } };
    expect((await desk.ask('zones.preview', asked)).pages).toMatchObject([
      { code: DEVON, added: 0, removed: 0, moved: 0, gone: [], come: [], shift: [], empty: [] },
    ]);
    expect(snapshot(desk.path)).toEqual(before);
    const { entry, changed } = await desk.ask('zones.set', asked);
    expect([entry?.label, changed]).toEqual(['Use “Lead + stories” for Devon', 1]);
    expect(await zonesOf(desk)).toEqual(['Lead: Five', 'Stories: One, Two, Three, Four, Six']);
    const after = snapshot(desk.path);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('history.redo', {});
    expect(snapshot(desk.path)).toEqual(after);
    expect(await desk.ask('zones.set', asked)).toEqual({ entry: null, changed: 0 });
  });

  test('what would happen names a zone that stays empty, and what moves', async () => {
    const desk = await deskWithPage();
    const nothing = {
      ...spec('Columns', 3),
      rule: { ...DEFAULT_ZONE.rule, strengths: [], national: 'without' as const },
    };
    const preview = async (...zones: ZoneSpec[]) =>
      (await desk.ask('zones.preview', { systems: [DEVON], to: own(...zones) })).pages[0];
    expect(await preview(spec('Stories', 20), nothing)).toMatchObject({ moved: 0, shift: [], empty: ['Columns'] });
    // One that is empty already is no news.
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Stories', 20), nothing) });
    expect(await preview(spec('Stories', 19), nothing)).toMatchObject({ empty: [] });
    await desk.ask('pages.place', { ...(await on(desk, 'Six')), position: 1 });
    await desk.ask('pages.place', { ...(await on(desk, 'Five')), position: 1 });
    // Two that an editor placed are more than the zone holds now: the second waits.
    expect(await preview(spec('Few', 1))).toMatchObject({ removed: 5, shift: [], empty: [] });
  });

  test('zones of its own take the page out of its template', async () => {
    const desk = await deskWithPage();
    await desk.ask('zones.set', { systems: [DEVON, DORSET], to: own(spec('Top', 2), spec('Rest', 2)) });
    expect(await zonesOf(desk)).toEqual(['Top: One, Two', 'Rest: Three, Four']);
    expect((await desk.ask('zones.get', { system: DORSET })).template).toBe(null);
    expect((await desk.ask('history.list', {})).entries[0]?.label).toBe('Change the zones of 2 pages');
  });

  test('a zone that goes loses nothing that an editor placed: what finds no room waits', async () => {
    const desk = await deskWithPage();
    for (const name of NUMBERS.slice(0, 4)) await desk.ask('pages.place', await on(desk, name));
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Few', 2)) });
    expect(await zonesOf(desk)).toEqual(['Few: One, Two']);
    expect(await waiting(desk)).toEqual([
      ['Three', 'no-room'],
      ['Four', 'no-room'],
    ]);
  });

  test.each([
    [[], 'A page needs a zone.'],
    [[spec('A', 1), spec('a', 2)], 'Two zones have the same name'],
    [[{ ...DEFAULT_ZONE, limit: 0 }], 'at least one teaser'],
    [[{ ...DEFAULT_ZONE, name: ' ' }], 'A zone needs a name.'],
  ])('what is no page is refused with a sentence: %#', async (zones, says) => {
    const desk = testDesk();
    const before = snapshot(desk.path);
    const fault = await desk.refuse('zones.set', { systems: [DEVON], to: { kind: 'own', zones } });
    expect(fault.code).toBe('bad-call');
    expect(fault.message).toContain(says);
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('an unknown system or template is refused, and no page is touched', async () => {
    const desk = testDesk();
    const systems = [DEVON, 'ZZZ'];
    expect((await desk.refuse('zones.set', { systems, to: own(DEFAULT_ZONE) })).code).toBe('system-unknown');
    const to = { kind: 'template', id: 'gone' };
    expect((await desk.refuse('zones.set', { systems: [DEVON], to })).code).toBe('template-missing');
    expect((await desk.ask('history.list', {})).total).toBe(0);
  });
});

describe('templates', () => {
  test('a change reaches every page that follows, in one step', async () => {
    const desk = await deskWithPage();
    await desk.ask('zones.set', { systems: [DEVON, DORSET], to: { kind: 'template', id: LEAD } });
    expect((await desk.ask('templates.list', {})).map(({ id, pages }) => [id, pages])).toEqual([
      [LEAD, 2],
      ['lead-stories-columns', 0],
      ['stories', 34],
    ]);
    const before = snapshot(desk.path);
    const zones = [spec('Lead', 2), spec('Stories', 3)];
    await desk.ask('templates.save', { id: LEAD, name: 'Two leads', zones });
    expect(await zonesOf(desk)).toEqual(['Lead: One, Two', 'Stories: Three, Four, Five']);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('a new one can be given to pages in the step that makes it', async () => {
    const desk = await deskWithPage();
    const before = snapshot(desk.path);
    const asked = { name: 'Short', zones: [spec('Short', 2)], systems: [DEVON, DORSET] };
    const { entry, id } = await desk.ask('templates.save', asked);
    expect(entry?.label).toBe('New template “Short” for 2 pages');
    expect(await zonesOf(desk)).toEqual(['Short: One, Two']);
    const listed = (await desk.ask('templates.list', {})).find((template) => template.id === id);
    expect(listed).toMatchObject({ pages: 2, followers: [DEVON, DORSET] });
    await desk.ask('templates.save', { id, name: 'Short', zones: [spec('Short', 3)], systems: [CORNWALL] });
    expect(await zonesOf(desk)).toEqual(['Short: One, Two, Three']);
    expect((await desk.ask('zones.get', { system: CORNWALL })).template).toEqual({ id, name: 'Short' });
    await desk.ask('history.undo', {});
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    expect((await desk.refuse('templates.save', { ...asked, systems: ['ZZZ'] })).code).toBe('system-unknown');
    expect((await desk.refuse('templates.save', { ...asked, name: ' ' })).message).toContain(
      'A template needs a name.',
    );
  });

  test('a new one can be made, used, and taken away once no page follows it', async () => {
    const desk = testDesk();
    const { id } = await desk.ask('templates.save', { name: 'Short', zones: [spec('Short', 5)] });
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'template', id } });
    expect(await desk.refuse('templates.remove', { id })).toMatchObject({
      code: 'template-unfit',
      message: '1 page follows “Short”. Give them other zones first.',
    });
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'template', id: 'stories' as TemplateId } });
    await desk.ask('templates.remove', { id });
    expect((await desk.refuse('templates.remove', { id })).code).toBe('template-missing');
    expect((await desk.refuse('templates.remove', { id: 'stories' })).message).toContain('New pages start with');
    expect((await desk.refuse('templates.save', { name: 'lead + STORIES', zones: [DEFAULT_ZONE] })).code).toBe(
      'template-unfit',
    );
  });
});

describe('a page that gets other zones', () => {
  test('keeps the lead that an editor placed, though newer stories stand below', async () => {
    const desk = await deskWithPage();
    await write(desk, { headline: 'Newer', publishedAt: '2026-11-21' });
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'template', id: LEAD } });
    const { zones } = await desk.ask('zones.get', { system: DEVON });
    await desk.ask('pages.move', { ...(await on(desk, 'One')), position: 1, zoneId: zones[0]?.id });
    expect(await zonesOf(desk)).toEqual(['Lead: One', 'Stories: Newer, Two, Three, Four, Five, Six']);
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'template', id: 'stories' as TemplateId } });
    expect(await zonesOf(desk)).toEqual(['Stories: One, Newer, Two, Three, Four, Five, Six']);
  });

  test('orders by day again what was placed behind others by a rule of classes', async () => {
    const desk = await deskWithPage();
    const national = await write(desk, { headline: 'Everywhere', publishedAt: '2026-11-20' }, []);
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [national] }, national: true });
    await write(desk, { headline: 'Old', publishedAt: '2026-09-01' });
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Stories', 20, { first: 'local' })) });
    await desk.ask('pages.reword', { system: DEVON, articleId: national, words: { kicker: 'NHS' } });
    expect((await zonesOf(desk))[0]).toMatch(/Old, Everywhere$/);
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Stories', 20)) });
    expect((await zonesOf(desk))[0]).toMatch(/^Stories: Everywhere, .*Old$/);
  });

  test('takes what a version showed by the numbers that readers saw', async () => {
    const desk = await deskWithPage();
    await desk.ask('pages.pin', await on(desk, 'One'));
    await desk.ask('pages.pin', await on(desk, 'Three'));
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'template', id: LEAD } });
    expect(await zonesOf(desk)).toEqual(['Lead: One', 'Stories: Two, Three, Four, Five, Six']);
    const signed = await desk.ask('versions.signOff', { system: DEVON, despite: true, note: 'As it is' });
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'template', id: 'stories' as TemplateId } });
    await desk.ask('pages.takeOff', await on(desk, 'Three'));
    await desk.ask('versions.restore', { id: signed.id });
    expect(await zonesOf(desk)).toEqual(['Stories: One, Two, Three, Four, Five, Six']);
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'template', id: LEAD } });
    await desk.ask('versions.restore', { id: signed.id });
    expect(await zonesOf(desk)).toEqual(['Lead: One', 'Stories: Two, Three, Four, Five, Six']);
  });

  test('of a former system has none of a change to its template: it is closed', async () => {
    const desk = testDesk();
    const former = 'QHG' as SystemCode;
    const before = await desk.ask('zones.get', { system: former });
    await desk.ask('templates.save', { id: 'stories' as TemplateId, name: 'Stories', zones: [spec('Stories', 5)] });
    expect(await desk.ask('zones.get', { system: former })).toEqual({ template: null, zones: before.zones });
    expect((await desk.ask('zones.get', { system: DEVON })).zones[0]?.limit).toBe(5);
    await desk.ask('history.undo', {});
    expect(await desk.ask('zones.get', { system: former })).toEqual(before);
  });
});

describe('placing into zones', () => {
  test('a full zone gives its last free story to the zone below, and the last zone lets it wait', async () => {
    const desk = await deskWithPage();
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Lead', 1), spec('Stories', 2)) });
    await desk.ask('pages.place', { ...(await on(desk, 'Six')), position: 1 });
    await desk.ask('pages.place', { ...(await on(desk, 'Five')), position: 1 });
    expect(await zonesOf(desk)).toEqual(['Lead: Five', 'Stories: Six, One']);
    await desk.ask('pages.place', { ...(await on(desk, 'Four')), position: 1 });
    await desk.ask('pages.place', { ...(await on(desk, 'Three')), position: 1 });
    expect(await zonesOf(desk)).toEqual(['Lead: Three', 'Stories: Four, Five']);
    expect(await waiting(desk)).toEqual([['Six', 'no-room']]);
  });

  test('where pins hold a whole zone the story goes to the next, or is refused', async () => {
    const desk = await deskWithPage();
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Lead', 1), spec('Stories', 1)) });
    await desk.ask('pages.pin', await on(desk, 'One'));
    await desk.ask('pages.place', { ...(await on(desk, 'Six')), position: 1 });
    expect(await zonesOf(desk)).toEqual(['Lead: One', 'Stories: Six']);
    await desk.ask('pages.pin', await on(desk, 'Six'));
    const fault = await desk.refuse('pages.place', { ...(await on(desk, 'Four')), position: 1 });
    expect(fault).toMatchObject({ code: 'zone-position' });
    expect(fault.message).toContain('held by a pinned teaser');
    await desk.ask('pages.move', { ...(await on(desk, 'Six')), position: 1 });
    expect(await zonesOf(desk)).toEqual(['Lead: Six', 'Stories: One']);
  });

  test('a zone can be named: an empty one in the middle is reached by no number', async () => {
    const desk = await deskWithPage();
    const byHand = spec('Picks', 2, { strengths: [], national: 'without' });
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Stories', 3), byHand) });
    expect(await zonesOf(desk)).toEqual(['Stories: One, Two, Three', 'Picks: ']);
    const { zones } = await desk.ask('zones.get', { system: DEVON });
    const zoneId = zones[1]?.id;
    const written = await desk.ask('pages.move', { ...(await on(desk, 'Two')), position: 1, zoneId });
    expect(written.entry?.label).toBe('Move “Two” to 1 in Picks on Devon');
    await desk.ask('pages.place', { ...(await on(desk, 'Six')), position: 2, zoneId });
    expect(await zonesOf(desk)).toEqual(['Stories: One, Three, Four', 'Picks: Two, Six']);
    const gone = { ...(await on(desk, 'One')), position: 1, zoneId: 'QJK/gone' };
    expect((await desk.refuse('pages.move', gone)).code).toBe('zone-position');
  });
});

describe('fill rules', () => {
  test('kinds, age and strength decide; what is left out says why', async () => {
    const desk = testDesk();
    await write(desk, { headline: 'News today', kind: 'News', publishedAt: '2026-11-22' });
    await write(desk, { headline: 'Column today', kind: 'Column', publishedAt: '2026-11-22' });
    await write(desk, { headline: 'Old news', kind: 'News', publishedAt: '2026-10-01' });
    const passing = await write(desk, { headline: 'In passing', kind: 'News', publishedAt: '2026-11-21' });
    const one = { kind: 'ids' as const, ids: [passing] };
    await desk.ask('tags.add', { selection: one, systems: [DEVON], strength: 'mentioned' });
    const news = spec('News', 5, { kinds: { which: 'only', list: ['news'] }, maxAgeDays: 30 });
    await desk.ask('zones.set', { systems: [DEVON], to: own(news) });
    expect(await zonesOf(desk)).toEqual(['News: News today']);
    const { stories } = await desk.ask('pages.leftOut', { system: DEVON });
    expect(stories.map(({ headline, why }) => [headline, why])).toEqual([
      ['Column today', 'News: its kind is Column.'],
      ['In passing', 'News: filed here as “mentioned”, which it does not take.'],
      ['Old news', 'News: older than 30 days.'],
    ]);
    const columns = spec('Columns', 2, { kinds: { which: 'only', list: ['Column'] } });
    await desk.ask('zones.set', { systems: [DEVON], to: own(news, columns) });
    expect(await zonesOf(desk)).toEqual(['News: News today', 'Columns: Column today']);
    await desk.ask('zones.set', { systems: [DEVON], to: own({ ...news, name: 'Top' }, news, columns) });
    const old = (await desk.ask('pages.leftOut', { system: DEVON })).stories.find(
      ({ headline }) => headline === 'Old news',
    );
    expect(old?.why).toBe('Top and News: older than 30 days. Columns: its kind is News.');
  });

  test('a twin of what is pinned further down is kept back and listed', async () => {
    const desk = await deskWithPage();
    await write(desk, { headline: 'one', publishedAt: '2026-11-20', standfirst: 'Sent in a second time.' }, []);
    const { stories } = await desk.ask('stories.list', { query: { text: 'second' } });
    const twin = stories[0]?.id;
    if (!twin) throw new Error('the twin was taken for the story itself');
    await desk.ask('pages.place', { system: DEVON, articleId: twin, position: 4 });
    expect(await zonesOf(desk)).toEqual(['Stories: Two, Three, one, Four, Five, Six']);
    expect((await desk.ask('pages.leftOut', { system: DEVON })).stories).toMatchObject([
      { headline: 'One', by: 'story-twice', twin, why: 'The same story is at 3: “one”.' },
    ]);
  });

  test('two stories that one capture has stand on, also after one of them was touched', async () => {
    const desk = testDesk();
    const names = ['One', 'Two', 'One', 'Three'];
    const text = captureText(
      'Devon ICS',
      names.map((name, index) => [null, name, `Teaser ${index}.`] as const),
    );
    await desk.ask('import.contents', { files: [asFile('devon.txt', text)], seenOn: '2026-11-20' });
    const third = (await page(desk)).zones[0]?.teasers[2]?.articleId;
    if (!third) throw new Error('the capture has no third story');
    await desk.ask('pages.reword', { system: DEVON, articleId: third, words: { kicker: 'Again' } });
    expect(await zonesOf(desk)).toEqual(['Stories: One, Two, One, Three']);
    await desk.ask('pages.pin', { system: DEVON, articleId: third });
    expect(await zonesOf(desk)).toEqual(['Stories: One, Two, One, Three']);
  });

  test('two addresses are two stories, and an author’s portrait is no twin', async () => {
    const desk = testDesk();
    const week = (number: number) => ({
      headline: 'Week in numbers',
      url: `https://example.org/${number}`,
      publishedAt: `2026-11-${10 + number}`,
      byline: 'Anna Bell',
      alt: 'Anna Bell',
      imageAddress: 'https://example.org/anna.jpg',
    });
    await write(desk, week(1));
    await write(desk, week(2));
    expect(await zonesOf(desk)).toEqual(['Stories: Week in numbers, Week in numbers']);
  });

  test('a story filed here stays local when it is re-worded, although it is national too', async () => {
    const desk = testDesk();
    const id = await write(desk, { headline: 'Both', publishedAt: '2026-11-20' });
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, national: true });
    await desk.ask('pages.reword', { system: DEVON, articleId: id, words: { kicker: 'Here' } });
    expect((await page(desk)).zones[0]?.teasers[0]).toMatchObject({ scope: 'system', placed: 'free' });
    expect((await desk.ask('board.get', {})).rows.find(({ code }) => code === DEVON)?.lead?.scope).toBe('system');
  });

  test('a borrowed story that is only mentioned here goes on saying where it is from when it is pinned', async () => {
    const desk = await deskWithPage();
    const id = await write(desk, { headline: 'Pasties by post', publishedAt: '2026-11-22' }, [CORNWALL]);
    const selection = { kind: 'ids' as const, ids: [id] };
    await desk.ask('tags.add', { selection, systems: [DEVON], strength: 'mentioned' });
    const borrow = { from: 'region' as const, upTo: 7 };
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Stories', 20, { borrow })) });
    await desk.ask('pages.pin', { system: DEVON, articleId: id });
    expect((await page(desk)).zones[0]?.teasers[6]).toMatchObject({ scope: 'nearby', placed: 'pinned' });
  });

  test('a thin zone borrows up to its number, and each such teaser says where from', async () => {
    const desk = await deskWithPage();
    await write(desk, { headline: 'Pasties by post', publishedAt: '2026-11-22' }, [CORNWALL]);
    await write(desk, { headline: 'Tin mine clinic', publishedAt: '2026-11-21' }, [CORNWALL]);
    const borrow = { from: 'region' as const, upTo: 7 };
    await desk.ask('zones.set', { systems: [DEVON], to: own(spec('Stories', 20, { borrow })) });
    expect(await zonesOf(desk)).toEqual(['Stories: One, Two, Three, Four, Five, Six, Pasties by post']);
    const last = (await page(desk)).zones[0]?.teasers[6];
    expect(last).toMatchObject({ scope: 'nearby', placed: 'filled', nearby: { code: CORNWALL } });
    expect(last?.why).toBe('Filled: nearby, filed to Cornwall and the Isles of Scilly, 22 Nov');
    const words = { kicker: 'Over the Tamar' };
    await desk.ask('pages.reword', { ...(await on(desk, 'Pasties by post')), words });
    expect((await page(desk)).zones[0]?.teasers[6]).toMatchObject({ placed: 'free', kicker: 'Over the Tamar' });
    await desk.ask('pages.move', { ...(await on(desk, 'Pasties by post')), position: 1 });
    const { checks } = await desk.ask('checks.page', { system: DEVON });
    expect(checks.find(({ kind }) => kind === 'lead-national')?.says).toBe(
      'The lead, “Pasties by post”, is borrowed from Cornwall and the Isles of Scilly. The first local story is at 2.',
    );
    expect((await page(desk)).zones[0]?.teasers[0]).toMatchObject({
      scope: 'nearby',
      placed: 'free',
      nearby: { code: CORNWALL },
    });
    const html = (await desk.ask('pages.render', { system: DEVON, format: 'html' })).content;
    expect(html).toContain('From Cornwall and the Isles of Scilly');
    const text = (await desk.ask('pages.render', { system: DEVON, format: 'text' })).content;
    expect(text).toContain('From Cornwall and the Isles of Scilly');
    expect(
      JSON.parse((await desk.ask('pages.render', { system: DEVON, format: 'json' })).content).zones[0].teasers[0],
    ).toMatchObject({
      scope: 'nearby',
      nearby: { code: CORNWALL, shortName: 'Cornwall and the Isles of Scilly' },
    });
  });
});
