import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNameCandidates, nameExpression } from '../../../electron/desk/offers/name-search.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { isOftenWrong, type NameFields } from '../../../shared/tagging/names.ts';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const SOMERSET = 'QSL' as SystemCode;
const FRIMLEY = 'QNQ' as SystemCode;

const alias = (text: string, systems: SystemCode[] = [DEVON], more: Partial<NameFields> = {}) => ({
  kind: 'alias' as const,
  text,
  systems,
  ...more,
});

type Words = { headline: string } & Partial<Record<'standfirst' | 'alt', string>>;

async function story(desk: TestDesk, words: Words) {
  const { id } = await desk.ask('stories.create', { fields: { ...BLANK, ...words } });
  return id;
}

async function texts(desk: TestDesk): Promise<string[]> {
  return (await desk.ask('names.list', {})).map(({ text }) => text);
}

describe('the names a library begins with', () => {
  test('are the titles of the regional columns, once', async () => {
    const desk = testDesk();
    const names = await desk.ask('names.list', {});
    expect(names.map(({ text }) => text)).toContain('London Eye');
    for (const name of names) {
      expect(name).toMatchObject({ kind: 'series', addedBy: 'Patchdesk' });
      expect(name.systems.length).toBeGreaterThan(1);
    }
    expect((await desk.ask('history.list', {})).total).toBe(0);
    const again = await desk.reopen();
    expect(await again.ask('names.list', {})).toEqual(names);
  });

  test('stay away once an editor has removed them', async () => {
    const desk = testDesk();
    const eye = (await desk.ask('names.list', {})).find(({ text }) => text === 'London Eye');
    const { entry } = await desk.ask('names.remove', { id: eye?.id ?? '' });
    expect(entry?.label).toBe('Remove the name “London Eye”');
    const again = await desk.reopen();
    expect(await texts(again)).not.toContain('London Eye');
    await again.ask('history.undo', {});
    expect(await texts(again)).toContain('London Eye');
  });

  test('show where their systems are today', async () => {
    const before = testDesk({ now: '2026-03-31T10:00:00' });
    await before.ask('names.save', { name: alias('Deepcut clinics', [FRIMLEY]) });
    const kept = async (desk: TestDesk) =>
      (await desk.ask('names.list', {})).find(({ text }) => text === 'Deepcut clinics');
    expect(await kept(before)).toMatchObject({ systems: [FRIMLEY], systemsToday: [FRIMLEY] });
    await before.desk.close();
    const after = testDesk({ path: before.path, now: '2026-04-01T10:00:00' });
    const name = await kept(after);
    expect(name?.systems).toEqual([FRIMLEY]);
    expect(name?.systemsToday).not.toContain(FRIMLEY);
    expect(name?.systemsToday.length).toBeGreaterThan(1);
  });
});

describe('saving a name', () => {
  test('adds, changes and removes it; each is one step that undo and redo restore exactly', async () => {
    const desk = testDesk();
    const states = [snapshot(desk.path)];
    const { id, entry } = await desk.ask('names.save', {
      name: alias('Lantern Clinic', [DEVON], { note: 'Since May' }),
    });
    expect(entry?.label).toBe('Add the name “Lantern Clinic”');
    states.push(snapshot(desk.path));
    const changed = await desk.ask('names.save', { id, name: alias('Lantern Clinic', [DORSET, DEVON]) });
    expect(changed).toMatchObject({ id, entry: { label: 'Change the name “Lantern Clinic”' } });
    states.push(snapshot(desk.path));
    // The same systems in another order are no change.
    expect((await desk.ask('names.save', { id, name: alias('Lantern Clinic', [DEVON, DORSET]) })).entry).toBeNull();
    await desk.ask('names.remove', { id });
    states.push(snapshot(desk.path));
    for (const state of states.slice(0, -1).reverse()) {
      await desk.ask('history.undo', {});
      expect(snapshot(desk.path)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await desk.ask('history.redo', {});
      expect(snapshot(desk.path)).toEqual(state);
    }
  });

  test.each<[string, object, RegExp]>([
    ['no words', alias('   '), /^Write the name/],
    ['no letter', alias('999'), /no letter/],
    ['two letters', alias('GM'), /too short/],
    ['two letters with marks', alias('G.-M.'), /too short/],
    ['no system', alias('Lantern Clinic', []), /^Choose the system/],
    ['an unknown system', alias('Lantern Clinic', ['QXX9' as SystemCode]), /no system with the code QXX9/],
    ['a surname alone', { ...alias('Blackthorn'), kind: 'person' }, /first name and surname/],
    ['a title with its colon', { ...alias('The Tide Table:'), kind: 'series' }, /without the colon/],
    ['a name of the register', alias('Devon ICS'), /register’s own name for Devon/],
    [
      'a title that is there already',
      { ...alias('the london eye'), kind: 'series', text: 'LONDON EYE' },
      /on the list/,
    ],
    ['the same name of another kind', alias('London Eye'), /on the list already, as the title of a column/],
  ])('refuses %s with a sentence and keeps nothing', async (_what, name, sentence) => {
    const desk = testDesk();
    const before = snapshot(desk.path);
    const fault = await desk.refuse('names.save', { name });
    expect(fault.code).toBe('name-unfit');
    expect(fault.message).toMatch(sentence);
    expect(snapshot(desk.path)).toEqual(before);
    expect((await desk.ask('names.try', { name: name as NameFields })).problem?.sentence).toBe(fault.message);
  });

  test('takes names that differ by typography alone for one', async () => {
    const desk = testDesk();
    await desk.ask('names.save', { name: alias('St Brannoc’s & Quay Hospital') });
    for (const text of ["Saint Brannoc's and Quay hospitals", 'ST. BRANNOCS AND QUAY HOSPITAL']) {
      expect((await desk.refuse('names.save', { name: alias(text) })).message).toMatch(/on the list already/);
    }
  });

  test('is refused when the name was removed meanwhile', async () => {
    const desk = testDesk();
    const { id } = await desk.ask('names.save', { name: alias('Lantern Clinic') });
    await desk.ask('names.remove', { id });
    expect((await desk.refuse('names.save', { id, name: alias('Lantern House') })).code).toBe('name-missing');
    expect((await desk.refuse('names.remove', { id })).code).toBe('name-missing');
  });
});

describe('a trial', () => {
  async function library() {
    const desk = testDesk();
    const offered = await story(desk, { headline: 'New lights for the Lantern Clinic', standfirst: 'They are warm.' });
    const tagged = await story(desk, { headline: 'Doors open', standfirst: 'The Lantern Clinic’s doors are wide.' });
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [tagged] }, systems: [DEVON] });
    const labelled = await story(desk, { headline: 'A quiet week', alt: 'lantern clinic' });
    await desk.ask('queue.reject', { id: labelled, codes: [DEVON] });
    const elsewhere = await story(desk, { headline: 'A lantern hangs in the clinic', standfirst: 'It is old.' });
    const withdrawn = await story(desk, { headline: 'Lantern Clinic closes for an hour' });
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [withdrawn] } });
    return { desk, offered, tagged, labelled, elsewhere };
  }

  test('says which stories hold the name, how they are filed, and what would come of it, and keeps nothing', async () => {
    const { desk, offered, tagged, labelled } = await library();
    const before = snapshot(desk.path);
    const trial = await desk.ask('names.try', { name: alias('Lantern Clinic') });
    expect(snapshot(desk.path)).toEqual(before);
    expect(trial).toMatchObject({
      problem: null,
      warning: null,
      library: 4,
      contains: 3,
      states: { gains: 1, tagged: 1, rejected: 1, offered: 0, silent: 0 },
      filed: [{ code: DEVON, count: 1 }],
      unfiled: 2,
      national: 0,
    });
    const byId = new Map(trial.stories.map((found) => [found.id, found]));
    expect(byId.get(offered)?.state).toBe('gains');
    expect(byId.get(tagged)).toMatchObject({ state: 'tagged', systems: [{ code: DEVON }] });
    expect(byId.get(labelled)).toMatchObject({ state: 'rejected', spot: { field: 'alt' } });
    for (const { spot } of trial.stories) {
      expect(spot.words.slice(spot.start, spot.end).toLowerCase()).toBe('lantern clinic');
    }
  });

  test('can be seen by what would happen, and by pages', async () => {
    const { desk, offered } = await library();
    const name = alias('Lantern Clinic');
    const gains = await desk.ask('names.try', { name, state: 'gains' });
    expect(gains.stories.map(({ id }) => id)).toEqual([offered]);
    const first = await desk.ask('names.try', { name, limit: 2 });
    const second = await desk.ask('names.try', { name, limit: 2, offset: 2 });
    expect([...first.stories, ...second.stories]).toHaveLength(3);
    expect(second.stories).toHaveLength(1);
  });

  test('shows the newest story first, whenever it came in', async () => {
    const desk = testDesk();
    for (const publishedAt of ['2026-03-02', '2026-03-03', '2026-03-01']) {
      const headline = `Lantern Clinic opens on ${publishedAt}`;
      await desk.ask('stories.create', { fields: { ...BLANK, headline, publishedAt } });
    }
    const { stories } = await desk.ask('names.try', { name: alias('Lantern Clinic') });
    expect(stories.map(({ publishedAt }) => publishedAt)).toEqual(['2026-03-03', '2026-03-02', '2026-03-01']);
  });

  test('without a system says how the stories are filed now', async () => {
    const { desk } = await library();
    const trial = await desk.ask('names.try', { name: alias('Lantern Clinic', []) });
    expect(trial.problem).toMatchObject({ part: 'systems', sentence: expect.stringMatching(/^Choose the system/) });
    expect(trial).toMatchObject({ contains: 3, filed: [{ code: DEVON, count: 1 }] });
  });

  test('is what saving the name then does', async () => {
    const { desk, offered, elsewhere } = await library();
    const offersOf = async (id: StoryId) => (await desk.ask('queue.get', { id })).offers;
    expect(await offersOf(offered)).toEqual([]);
    const { id } = await desk.ask('names.save', { name: alias('Lantern Clinic') });
    expect(await offersOf(offered)).toMatchObject([{ code: DEVON, level: 'named', reason: { kind: 'alias' } }]);
    expect(await offersOf(elsewhere)).toEqual([]);
    const again = await desk.ask('names.try', { id, name: alias('Lantern Clinic') });
    expect(again).toMatchObject({ problem: null, states: { gains: 0, offered: 1 } });
    await desk.ask('history.undo', {});
    expect(await offersOf(offered)).toEqual([]);
  });

  test('of a name for several systems offers each as possible', async () => {
    const { desk, offered } = await library();
    await desk.ask('names.save', { name: alias('Lantern Clinic', [DORSET, SOMERSET]) });
    const { offers } = await desk.ask('queue.get', { id: offered });
    expect(offers.map(({ code, level }) => [code, level]).sort()).toEqual([
      [SOMERSET, 'possible'],
      [DORSET, 'possible'],
    ]);
  });

  test.each([
    ['alias', 'named'],
    ['person', 'likely'],
    ['series', 'likely'],
  ] as const)('of %s for one system offers it as %s', async (kind, level) => {
    const desk = testDesk();
    const id = await story(desk, { headline: 'The Lantern Letters: a calm week' });
    await desk.ask('names.save', { name: { ...alias('The Lantern Letters'), kind } });
    expect((await desk.ask('queue.get', { id })).offers).toMatchObject([{ code: DEVON, level, reason: { kind } }]);
  });

  test('goes before what the gazetteer says of the same words, not before longer ones', async () => {
    const desk = testDesk();
    const open = await story(desk, { headline: 'Queen Elizabeth gains a ward', standfirst: 'It has six beds.' });
    const longer = await story(desk, { headline: 'Ward opens at Queen Elizabeth Hospital King’s Lynn' });
    const levelsOf = async (id: StoryId) =>
      (await desk.ask('queue.get', { id })).offers.map(({ code, level }) => `${code} ${level}`);
    expect(await levelsOf(open)).not.toContain('QJK named');
    const before = await levelsOf(longer);
    const trial = await desk.ask('names.try', { name: alias('Queen Elizabeth') });
    expect(trial).toMatchObject({ candidates: 2, contains: 1, states: { gains: 1 } });
    await desk.ask('names.save', { name: alias('Queen Elizabeth') });
    expect(await levelsOf(open)).toEqual(['QJK named']);
    expect(await levelsOf(longer)).toEqual(before);
  });

  test('finds a person, and the title of a column', async () => {
    const desk = testDesk();
    await story(desk, { headline: 'A chair for the board', alt: 'wren alderley' });
    await story(desk, { headline: 'The Tide Table: a calm week at sea' });
    await story(desk, { headline: 'What the tide table says' });
    const person = await desk.ask('names.try', { name: { ...alias('Wren Alderley'), kind: 'person' } });
    expect(person).toMatchObject({ contains: 1, states: { gains: 1 } });
    const series = await desk.ask('names.try', { name: { ...alias('The Tide Table'), kind: 'series' } });
    expect(series).toMatchObject({ contains: 1, states: { gains: 1 } });
  });

  test('warns of a word that stands everywhere', async () => {
    const desk = testDesk();
    for (let at = 0; at < 24; at += 1) await story(desk, { headline: `The Lantern opens in street ${at}` });
    const trial = await desk.ask('names.try', { name: alias('Lantern') });
    expect(trial.contains).toBe(24);
    expect(trial.warning).toMatch(/^“Lantern” occurs in about 100 of 100 stories/);
    expect(trial.problem).toBeNull();
  });
});

describe('looking for a name', () => {
  test('leaves out no story for its typography', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE articles (seq INTEGER, id TEXT, headline TEXT, standfirst TEXT, body TEXT, withdrawn_at TEXT);
      CREATE TABLE images (article_id TEXT, alt TEXT);
      CREATE VIRTUAL TABLE article_text USING fts5 (headline, standfirst, alt, byline, body,
        content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');`);
    const put = db.prepare('INSERT INTO articles (seq, id, headline) VALUES (?, ?, ?)');
    const index = db.prepare('INSERT INTO article_text (rowid, headline) VALUES (?, ?)');
    const empty = db.prepare('DELETE FROM articles');
    const unindex = db.prepare('DELETE FROM article_text');
    const word = fc.constantFrom(
      'St',
      'Mary',
      'Mary’s',
      'Quay',
      'and',
      '&',
      'Hospital',
      'Hospitals',
      "O'Brien",
      'Père',
    );
    const variants = [
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll('’', "'"),
      (text: string) => text.replaceAll('’', ''),
      (text: string) => text.replaceAll(' & ', ' and '),
      (text: string) => text.replaceAll(' and ', ' & '),
      (text: string) => text.replaceAll(/\bSt\b/g, 'Saint'),
      (text: string) => text.replaceAll(/\bSt\b/g, 'St.'),
      (text: string) => text.replaceAll('Hospital', 'Hospitals').replaceAll('ss', 's'),
      (text: string) => text.replaceAll(' ', '-'),
      (text: string) => `${text}’s`,
    ];
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), fc.constantFrom(...variants), (words, vary) => {
        const name = words.join(' ');
        const expression = nameExpression(name);
        fc.pre(expression !== null);
        empty.run();
        unindex.run();
        const headline = `Before ${vary(name)} after`;
        put.run(1, 'one', headline);
        index.run(1, headline);
        const found = findNameCandidates(db, expression, { stories: 10, characters: 1000 });
        expect(found.total).toBe(1);
      }),
    );
    db.close();
  });

  test('reads no more than its bounds and counts the rest', async () => {
    const desk = testDesk();
    for (let at = 0; at < 6; at += 1) await story(desk, { headline: `Lantern ${at}` });
    const gone = await story(desk, { headline: 'Lantern gone' });
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [gone] } });
    const db = new Database(desk.path, { readonly: true });
    const found = findNameCandidates(db, nameExpression('lantern') ?? '', { stories: 4, characters: 1000 });
    expect(found.total).toBe(6);
    expect(found.read.map(({ headline }) => headline)).toEqual(['Lantern 5', 'Lantern 4', 'Lantern 3', 'Lantern 2']);
    expect(findNameCandidates(db, nameExpression('lantern') ?? '', { stories: 9, characters: 15 }).read).toHaveLength(
      2,
    );
    db.close();
  });
});

describe('the record of a name', () => {
  const evidence = (entity: string, phrase: string, kind = 'alias') => ({
    level: 'named',
    kind,
    entity,
    phrase,
    field: 'headline',
    start: 0,
    end: phrase.length,
  });

  test('counts what was accepted, rejected and found wrong by what it rested on, most errors first', async () => {
    const desk = testDesk();
    const { id: nameId } = await desk.ask('names.save', { name: alias('Lantern Clinic') });
    const ids: StoryId[] = [];
    for (let at = 0; at < 8; at += 1) ids.push(await story(desk, { headline: `Story ${at}` }));
    const raw = new Database(desk.path);
    const tag = raw.prepare(`INSERT INTO tags VALUES (?, ?, 'about', ?, 'why', 'E', 0, ?)`);
    const reject = raw.prepare(`INSERT INTO rejections VALUES (?, ?, 'why', ?, 'E', 0)`);
    const clinic = JSON.stringify(evidence('Lantern Clinic', 'Lantern Clinic'));
    const queen = JSON.stringify(evidence('Queen Ana Hospital', 'Queen Ana', 'site'));
    const queenInFull = JSON.stringify(evidence('Queen Ana Hospital', 'Queen Ana Hospital', 'site'));
    for (const at of [0, 1, 2]) tag.run(ids[at], DEVON, 'suggestion', clinic);
    // Carried over when a system ended: nobody judged it.
    tag.run(ids[3], DEVON, 'register', clinic);
    // An editor changed its strength since.
    tag.run(ids[4], DEVON, 'editor', queenInFull);
    tag.run(ids[5], DEVON, 'suggestion', queen);
    for (const at of [6, 7]) reject.run(ids[at], DEVON, queen);
    raw.close();
    await desk.ask('rereads.answer', { articleId: ids[0] as StoryId, code: DEVON, verdict: 'right' });
    await desk.ask('rereads.answer', { articleId: ids[5] as StoryId, code: DEVON, verdict: 'wrong' });
    expect(await desk.ask('names.record', {})).toEqual([
      {
        kind: 'site',
        entity: 'Queen Ana Hospital',
        phrases: ['Queen Ana', 'Queen Ana Hospital'],
        accepted: 1,
        rejected: 2,
        reread: { right: 0, wrong: 1 },
        nameId: null,
      },
      {
        kind: 'alias',
        entity: 'Lantern Clinic',
        phrases: ['Lantern Clinic'],
        accepted: 3,
        rejected: 0,
        reread: { right: 1, wrong: 0 },
        nameId,
      },
    ]);
  });

  test('is often wrong when more than a quarter was, and not by one unlucky day', () => {
    const record = (accepted: number, rejected: number, wrong = 0) => ({
      accepted,
      rejected,
      reread: { right: 0, wrong },
    });
    expect(isOftenWrong(record(0, 2))).toBe(false);
    expect(isOftenWrong(record(0, 3))).toBe(true);
    expect(isOftenWrong(record(0, 2, 1))).toBe(true);
    expect(isOftenWrong(record(9, 3))).toBe(false);
    expect(isOftenWrong(record(8, 3))).toBe(true);
  });
});
