import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { asFile, captureText, type TestDesk, tempFolder, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;

const devon = captureText('Devon ICS', [
  ['Ward', 'Coastal ward to open at weekends', 'Patients by the sea will be seen on Saturdays.'],
  [null, 'Two boards share a chair', 'One person will lead both boards until the summer.'],
]);

async function bringIn(
  desk: TestDesk,
  text: string,
  options: { name?: string; seenOn?: string; dryRun?: boolean } = {},
) {
  const { name = 'page.txt', ...rest } = options;
  const report = await desk.ask('import.contents', { files: [asFile(name, text)], ...rest });
  const [file] = report.files;
  if (!file) throw new Error('no file in the report');
  return { ...file, entry: report.entry };
}

const stories = async (desk: TestDesk) => (await desk.ask('stories.list', { query: { withdrawn: 'show' } })).stories;
const byHeadline = async (desk: TestDesk, start: string) => {
  const found = (await stories(desk)).find(({ headline }) => headline.startsWith(start));
  if (!found) throw new Error(`no story begins with ${start}`);
  return found;
};

describe('importing a capture', () => {
  test('tags its stories to its system, in its order, and places nothing', async () => {
    const desk = testDesk();
    const file = await bringIn(desk, devon);
    expect(file).toMatchObject({
      format: 'capture',
      system: DEVON,
      articles: { new: 2, changed: 0, unchanged: 0 },
      tags: { new: 2 },
      error: null,
    });
    const page = await desk.ask('pages.get', { system: DEVON });
    expect(page.zones[0]?.teasers.map(({ headline, placed, image }) => [headline, placed, image?.alt ?? null])).toEqual(
      [
        ['Coastal ward to open at weekends', 'filled', 'Ward'],
        ['Two boards share a chair', 'filled', null],
      ],
    );
    expect((await desk.ask('pages.render', { system: DEVON, format: 'text' })).content).toBe(devon);
  });

  test('a date line that does not say when the story came out stands on the page again', async () => {
    const desk = testDesk();
    const dated = devon.replace('share a chair\n', 'share a chair\nUpdated 10 May 2026\n');
    await bringIn(desk, dated);
    expect(await byHeadline(desk, 'Two boards')).toMatchObject({ publishedAt: null });
    expect((await desk.ask('pages.render', { system: DEVON, format: 'text' })).content).toBe(dated);
  });

  test('files are reported in the order they were named, refused or not', async () => {
    const desk = testDesk();
    const folder = tempFolder();
    const named = ['good.txt', 'missing.txt', 'empty.txt'].map((name) => join(folder, name));
    writeFileSync(join(folder, 'good.txt'), devon);
    writeFileSync(join(folder, 'empty.txt'), '');
    const { files } = await desk.ask('import.paths', { paths: named });
    expect(files.map(({ file }) => file)).toEqual(named);
    expect(files.map(({ error }) => error?.code ?? null)).toEqual([null, 'file-unreadable', 'file-empty']);
  });

  test('the same file again changes nothing and leaves no entry', async () => {
    const desk = testDesk();
    await bringIn(desk, devon);
    const before = snapshot(desk.path);
    expect(await bringIn(desk, devon)).toMatchObject({
      articles: { new: 0, changed: 0, unchanged: 2 },
      tags: { new: 0 },
      entry: null,
    });
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('a trial run reports and writes nothing', async () => {
    const desk = testDesk();
    const before = snapshot(desk.path);
    expect(await bringIn(desk, devon, { dryRun: true })).toMatchObject({ articles: { new: 2 }, entry: null });
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('a story on two captures is one article with two tags', async () => {
    const desk = testDesk();
    await bringIn(desk, devon);
    const second = await bringIn(desk, devon.replace('Devon', 'Dorset'));
    expect(second).toMatchObject({ system: DORSET, articles: { new: 0, changed: 0, unchanged: 2 }, tags: { new: 2 } });
    const story = await byHeadline(desk, 'Two boards');
    expect(story.systems.map(({ code, origin }) => [code, origin])).toEqual([
      [DEVON, 'capture'],
      [DORSET, 'capture'],
    ]);
  });

  test('columns share a teaser and are still stories of their own', async () => {
    const desk = testDesk();
    const teaser = 'A fortnightly look at health and care on the coast.';
    await bringIn(
      desk,
      captureText('Devon ICS', [
        [null, 'The Tide Table: beds', teaser],
        [null, 'The Tide Table: boats', teaser],
      ]),
    );
    expect(await stories(desk)).toHaveLength(2);
  });

  test('a headline that one capture repeats is two stories, and stays two', async () => {
    const desk = testDesk();
    const twice = captureText('Devon ICS', [
      ['A', 'Ward round', 'The first teaser.'],
      ['B', 'Ward round', 'The second teaser.'],
    ]);
    await bringIn(desk, twice);
    expect(await stories(desk)).toHaveLength(2);
    const swapped = captureText('Devon ICS', [
      ['B', 'Ward round', 'The second teaser.'],
      ['A', 'Ward round', 'The first teaser.'],
    ]);
    expect(await bringIn(desk, swapped, { seenOn: '2026-11-23' })).toMatchObject({
      articles: { new: 0, changed: 0, unchanged: 2 },
    });
  });

  test('one headline, both dated, more than thirty days apart: two stories, offered as possible duplicates', async () => {
    const desk = testDesk();
    const dated = (day: string) =>
      captureText('Devon ICS', [[null, `Winter plan agreed\n${day}`, 'Beds will open before the frost.']]);
    await bringIn(desk, dated('3 January 2026'));
    await bringIn(desk, dated('20 January 2026'), { seenOn: '2026-11-23' });
    expect(await stories(desk)).toHaveLength(1);
    await bringIn(desk, dated('4 October 2026'), { seenOn: '2026-11-24' });
    expect(await stories(desk)).toHaveLength(2);
    const { total, stories: offered } = await desk.ask('stories.list', { query: { possibleDuplicates: true } });
    expect(total).toBe(2);
    const detail = await desk.ask('stories.get', { id: offered[0]?.id as never });
    expect(detail.possibleDuplicates.map(({ id }) => id)).toEqual([offered[1]?.id]);
  });

  test('a date that an editor corrected does not make the story a stranger to its source', async () => {
    const desk = testDesk();
    const dated = captureText('Devon ICS', [[null, 'Winter plan agreed\n3 January 2026', 'Beds will open early.']]);
    await bringIn(desk, dated, { seenOn: '2026-11-10' });
    const { id } = await byHeadline(desk, 'Winter plan');
    await desk.ask('stories.edit', { id, fields: { publishedAt: '2026-03-20' } });
    expect(await bringIn(desk, dated, { seenOn: '2026-11-12' })).toMatchObject({ articles: { new: 0, unchanged: 1 } });
    expect((await stories(desk)).map(({ publishedAt }) => publishedAt)).toEqual(['2026-03-20']);
  });

  test('a story written here and then seen on a page stays that story when its headline is edited', async () => {
    const desk = testDesk();
    const fields = { ...BLANK, headline: 'Two boards share a chair' };
    const { id } = await desk.ask('stories.create', { fields, systems: [DEVON] });
    await desk.ask('stories.edit', { id, fields: { headline: 'Two boards share a chair at last' } });
    await desk.ask('stories.edit', { id, fields: { headline: 'Two boards share a chair' } });
    await bringIn(desk, devon, { seenOn: '2026-11-23' });
    await desk.ask('stories.edit', { id, fields: { headline: 'One chair for two boards' } });
    expect(await bringIn(desk, devon, { seenOn: '2026-11-24' })).toMatchObject({ articles: { new: 0 } });
    expect((await stories(desk)).map(({ headline }) => headline).sort()).toEqual([
      'Coastal ward to open at weekends',
      'One chair for two boards',
    ]);
  });

  test('a story written here that says what its source says is not shown as edited', async () => {
    const desk = testDesk();
    const fields = { ...BLANK, headline: 'Two boards share a chair', standfirst: 'Our own words.' };
    const { id } = await desk.ask('stories.create', { fields, systems: [DEVON] });
    await bringIn(desk, devon, { seenOn: '2026-11-23' });
    expect((await desk.ask('stories.get', { id })).editedFields).toEqual(['standfirst']);
    await desk.ask('stories.edit', {
      id,
      fields: { standfirst: 'One person will lead both boards until the summer.' },
    });
    expect((await desk.ask('stories.get', { id })).editedFields).toEqual([]);
  });

  test('newer words update the source; an older capture does not', async () => {
    const desk = testDesk();
    await bringIn(desk, devon, { seenOn: '2026-11-10' });
    const reworded = devon.replace('until the summer', 'for a year');
    expect(await bringIn(desk, reworded, { seenOn: '2026-11-12' })).toMatchObject({
      articles: { new: 0, changed: 1, unchanged: 1 },
    });
    await bringIn(desk, devon, { seenOn: '2026-11-01' });
    const story = await byHeadline(desk, 'Two boards');
    expect(story.standfirst).toContain('for a year');
    expect(story.firstSeenOn).toBe('2026-11-01');
  });

  test('a refresh keeps what an editor wrote, removed and placed', async () => {
    const desk = testDesk();
    await bringIn(desk, devon, { seenOn: '2026-11-10' });
    const { id } = await byHeadline(desk, 'Two boards');
    await desk.ask('stories.edit', { id, fields: { standfirst: 'The editor says it better.' } });
    await desk.ask('tags.remove', { selection: { kind: 'ids', ids: [id] }, systems: [DEVON] });
    await desk.ask('pages.place', { system: DEVON, articleId: id });
    await desk.ask('pages.reword', { system: DEVON, articleId: id, words: { headline: 'One chair, two boards' } });
    await bringIn(desk, devon.replace('until the summer', 'for a year'), { seenOn: '2026-11-12' });
    const story = await desk.ask('stories.get', { id });
    expect(story).toMatchObject({
      standfirst: 'The editor says it better.',
      systems: [],
      editedFields: ['standfirst'],
    });
    const page = await desk.ask('pages.get', { system: DEVON });
    expect(page.zones[0]?.teasers[0]).toMatchObject({
      headline: 'One chair, two boards',
      overrides: ['headline'],
      placed: 'free',
    });
    await desk.ask('stories.resetFields', { id, fields: ['standfirst'] });
    expect((await desk.ask('stories.get', { id })).standfirst).toContain('for a year');
  });

  test('the newest capture of a system sets the order of its stories, whatever their days', async () => {
    const desk = testDesk();
    await bringIn(desk, devon, { seenOn: '2026-11-10' });
    const turned = captureText('Devon ICS', [
      [null, 'Two boards share a chair', 'One person will lead both boards until the summer.'],
      ['Ward', 'Coastal ward to open at weekends', 'Patients by the sea will be seen on Saturdays.'],
      [null, 'A third story', 'It came in with the second page.'],
    ]);
    await bringIn(desk, turned, { seenOn: '2026-11-12' });
    const page = await desk.ask('pages.get', { system: DEVON });
    expect(page.zones[0]?.teasers.map(({ headline }) => headline)).toEqual([
      'Two boards share a chair',
      'Coastal ward to open at weekends',
      'A third story',
    ]);
  });

  test('undated stories count as out on any day, and one step takes it all back', async () => {
    const desk = testDesk();
    const before = snapshot(desk.path);
    await bringIn(desk, devon);
    const page = await desk.ask('pages.get', { system: DEVON, asOf: '2024-06-01' });
    expect(page.zones[0]?.teasers).toHaveLength(2);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
  });
});

describe('what is refused', () => {
  const refusal = async (bytes: string | Uint8Array, name = 'page.txt') => {
    const desk = testDesk();
    const before = snapshot(desk.path);
    const base64 = Buffer.from(bytes).toString('base64');
    const report = await desk.ask('import.contents', { files: [{ name, base64 }] });
    expect(report.entry).toBeNull();
    expect(snapshot(desk.path)).toEqual(before);
    expect(report.files[0]).toMatchObject({ file: name, system: null, articles: { new: 0, changed: 0, unchanged: 0 } });
    return report.files[0]?.error;
  };

  test('an unknown system, by line', async () => {
    expect(await refusal(`\n\n${devon.replace('Devon', 'Wessex')}`)).toMatchObject({
      code: 'capture-unknown-system',
      line: 3,
      message: expect.stringContaining('Wessex'),
    });
  });

  test('an empty file, one with no stories, and a binary one', async () => {
    expect(await refusal('')).toMatchObject({ code: 'file-empty' });
    expect(await refusal('Devon ICS\n')).toMatchObject({ code: 'capture-no-stories' });
    expect(await refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]))).toMatchObject({
      code: 'file-binary',
    });
  });

  test('of several files the good ones land, as one step', async () => {
    const desk = testDesk();
    const folder = join(tempFolder(), 'captures');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a-devon.txt'), devon);
    writeFileSync(join(folder, 'b-broken.txt'), 'Devon ICS');
    writeFileSync(join(folder, 'c-dorset.txt'), devon.replace('Devon', 'Dorset'));
    const report = await desk.ask('import.paths', { paths: [folder, join(folder, 'missing.txt')] });
    expect(report.files.map(({ file, error }) => [file.split('/').at(-1), error?.code ?? null]).sort()).toEqual([
      ['a-devon.txt', null],
      ['b-broken.txt', 'capture-no-stories'],
      ['c-dorset.txt', null],
      ['missing.txt', 'file-unreadable'],
    ]);
    expect(report.entry?.label).toBe('Import 4 stories from 2 files');
    expect((await desk.ask('history.list', {})).total).toBe(1);
  });

  test('a day that is still to come, because every later capture would count as older', async () => {
    const desk = testDesk();
    const fault = await desk.refuse('import.contents', { files: [asFile('page.txt', devon)], seenOn: '2062-11-21' });
    expect(fault).toMatchObject({ code: 'seen-in-future', message: expect.stringContaining('21 November 2062') });
    expect(await stories(desk)).toEqual([]);
  });

  test('a story whose headline no field can take, and a label that is too long, each with a word about it', async () => {
    const desk = testDesk();
    const text = captureText('Devon ICS', [
      [null, `One ${'very '.repeat(300)}long`, 'The first teaser.'],
      ['Ferry '.repeat(300).trim(), 'Two', 'The second teaser.'],
    ]);
    const { files } = await desk.ask('import.contents', { files: [asFile('page.txt', text)] });
    expect(files[0]).toMatchObject({
      articles: { new: 1 },
      problems: [{ code: 'value-unfit' }, { code: 'value-unfit' }],
    });
    expect(await stories(desk)).toMatchObject([{ headline: 'Two', alt: null }]);
  });

  test('a format nobody knows', async () => {
    const desk = testDesk();
    const fault = await desk.refuse('import.contents', { files: [asFile('page.txt', devon)], format: 'fax' });
    expect(fault).toMatchObject({ code: 'file-format', message: expect.stringContaining('capture') });
  });
});

describe('captures of one day', () => {
  test('their stories stand on every list as on the page', async () => {
    const desk = testDesk();
    await bringIn(desk, devon);
    expect((await stories(desk)).map(({ headline }) => headline)).toEqual([
      'Coastal ward to open at weekends',
      'Two boards share a chair',
    ]);
  });

  test('the one brought in last sets the order, even when it came before', async () => {
    const desk = testDesk();
    const first = captureText('Devon ICS', [
      [null, 'One', 'The first teaser.'],
      [null, 'Two', 'The second teaser.'],
    ]);
    const second = captureText('Devon ICS', [
      [null, 'Two', 'The second teaser.'],
      [null, 'One', 'The first teaser.'],
    ]);
    const order = async () => {
      const page = await desk.ask('pages.get', { system: DEVON });
      return page.zones[0]?.teasers.map(({ headline }) => headline);
    };
    await bringIn(desk, first);
    await bringIn(desk, second);
    expect(await order()).toEqual(['Two', 'One']);
    await bringIn(desk, first);
    expect(await order()).toEqual(['One', 'Two']);
  });

  test('an undated headline that stands alone means the newest of several stories', async () => {
    const desk = testDesk();
    const dated = (day: string) => captureText('Devon ICS', [[null, `Ward round\n${day}`, `Written on ${day}.`]]);
    await bringIn(desk, dated('3 January 2026'));
    await bringIn(desk, dated('4 October 2026'));
    await bringIn(desk, captureText('Dorset ICS', [[null, 'Ward round', 'Written on the ward.']]));
    const filed = (await stories(desk)).filter(({ systems }) => systems.some(({ code }) => code === DORSET));
    expect(filed.map(({ publishedAt }) => publishedAt)).toEqual(['2026-10-04']);
  });
});

describe('importing a web page', () => {
  const story = (path: string, headline: string, teaser: string) =>
    `<article><img src="/${path}.jpg" alt="Harbour"><h3><a href="/${path}">${headline}</a></h3><p>${teaser}</p></article>`;
  const web = `<!DOCTYPE html><base href="https://journal.example/"><title>Devon ICS | Journal</title>
<nav><a href="/">All the news of today</a></nav><h1>Devon ICS</h1>
${story('one', 'Coastal ward to open at weekends', 'Patients by the sea will be seen on Saturdays.')}
${story('two', 'Two boards share a chair', 'One person will lead both boards until the summer.')}`;

  test('takes a landing page in its order, whatever the name of the file', async () => {
    const desk = testDesk();
    const file = await bringIn(desk, web, { name: 'page.txt' });
    expect(file).toMatchObject({ format: 'html', system: DEVON, articles: { new: 2 }, tags: { new: 2 }, error: null });
    expect(file.problems.map(({ code }) => code)).toEqual(['left-out']);
    const page = await desk.ask('pages.get', { system: DEVON });
    expect(page.zones[0]?.teasers.map(({ headline, url }) => [headline, url])).toEqual([
      ['Coastal ward to open at weekends', 'https://journal.example/one'],
      ['Two boards share a chair', 'https://journal.example/two'],
    ]);
  });

  test('knows the stories of a text capture again, and gives them their addresses', async () => {
    const desk = testDesk();
    await bringIn(desk, devon);
    const file = await bringIn(desk, web);
    expect(file).toMatchObject({ articles: { new: 0 }, tags: { new: 0 } });
    expect(await stories(desk)).toHaveLength(2);
  });

  test('takes an article without filing it', async () => {
    const desk = testDesk();
    const article =
      '<meta property="og:type" content="article"><h1>Two boards share a chair</h1><p>The first.</p><p>The second.</p>';
    expect(await bringIn(desk, article)).toMatchObject({
      format: 'html',
      system: null,
      articles: { new: 1 },
      tags: { new: 0 },
    });
  });
});

describe('importing a paste that has text and HTML', () => {
  const paste = async (text: string, html: string) => {
    const desk = testDesk();
    const base64 = Buffer.from(html).toString('base64');
    const report = await desk.ask('import.contents', { files: [{ ...asFile('pasted text', text), html: base64 }] });
    return report.files.map(({ format, system, articles, error }) => ({ format, system, new: articles.new, error }));
  };
  const list = `<meta charset="utf-8"><h1>Devon ICS</h1>
<div><h3><a href="https://j.example/1">Coastal ward to open at weekends</a></h3><p>Patients will be seen.</p></div>
<div><h3><a href="https://j.example/2">Two boards share a chair</a></h3><p>One person leads both.</p></div>`;

  test('takes the page of the HTML', async () => {
    expect(await paste('Devon ICS\nnot to be read', list)).toEqual([
      { format: 'html', system: DEVON, new: 2, error: null },
    ]);
  });

  test('takes the text where the HTML is no page', async () => {
    expect(await paste(devon, '<b>Some words from a letter</b>')).toEqual([
      { format: 'capture', system: DEVON, new: 2, error: null },
    ]);
  });

  test('takes an article of the HTML where the text is no page', async () => {
    const article = '<h1>Two boards share a chair</h1><p>The first paragraph.</p><p>The second paragraph.</p>';
    expect(await paste('Two boards share a chair', article)).toMatchObject([{ format: 'html', system: null, new: 1 }]);
  });

  test('blames the text where neither is read', async () => {
    const [file] = await paste('Hello', '<b>Hello</b>');
    expect(file).toMatchObject({ format: null, error: { code: expect.stringMatching(/^capture-/) } });
  });
});
