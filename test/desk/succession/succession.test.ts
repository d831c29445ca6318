import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import shipped from '../../../resources/register/systems.json' with { type: 'json' };
import type { MethodOutput } from '../../../shared/contract.ts';
import type { StoryFields, StoryId, Strength, SystemCode } from '../../../shared/models.ts';
import { makeRegister, RegisterFile } from '../../../shared/systems/register.ts';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { runs } from '../../helpers/property-runs.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const code = (text: string) => text as SystemCode;
const MID_ESSEX = code('QH8');
const SUFFOLK = code('QJG');
const FRIMLEY = code('QNQ');
const NORTH_LONDON = code('QMJ');
const WEST_LONDON = code('QRV');
const HAMPSHIRE = code('QRL');
const DEVON = code('QJK');
const ESSEX = code('D7T5G');
const NORFOLK_SUFFOLK = code('T6Y0W');
const LONDON = code('Z9B2Z');

const DAY = '2026-04-01';
const register = makeRegister(RegisterFile.parse(shipped));

async function file(
  desk: TestDesk,
  headline: string,
  systems: readonly SystemCode[],
  more: Partial<StoryFields> & { strength?: Strength } = {},
): Promise<StoryId> {
  const { strength, ...fields } = more;
  const { id } = await desk.ask('stories.create', { fields: { ...BLANK, headline, ...fields } });
  if (systems.length > 0) {
    const selection = { kind: 'ids' as const, ids: [id] };
    await desk.ask('tags.add', { selection, systems: [...systems], strength: strength ?? 'about' });
  }
  return id;
}

async function tagsOf(
  desk: TestDesk,
  id: StoryId,
): Promise<Map<SystemCode, MethodOutput<'stories.get'>['tags'][number]>> {
  const { tags } = await desk.ask('stories.get', { id });
  return new Map(tags.map((tag) => [tag.code, tag]));
}

async function former(desk: TestDesk, system: SystemCode) {
  const { days } = await desk.ask('moves.summary', {});
  return days.flatMap(({ systems }) => systems).find((one) => one.code === system);
}

const carry = (desk: TestDesk) => desk.ask('moves.rehome', { day: DAY });

describe('carrying stories over', () => {
  test('a system taken over whole decides, and says so', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Wards open by the sea', [MID_ESSEX], { strength: 'affects' });
    const before = snapshot(desk.path);
    const { total, moves } = await desk.ask('moves.list', { state: 'decided' });
    expect(total).toBe(1);
    expect(moves[0]).toMatchObject({ id, from: MID_ESSEX, ground: 'whole', strength: 'affects' });
    expect(moves[0]?.homes).toEqual([
      { code: ESSEX, standing: 'target', why: 'Mid and South Essex has been part of Essex since 1 April 2026.' },
    ]);
    const { entry, changed } = await carry(desk);
    expect(changed).toBe(1);
    expect(entry?.label).toBe('Carry 1 story over to the systems of 1 April 2026');
    const tags = await tagsOf(desk, id);
    expect(tags.get(ESSEX)).toMatchObject({
      strength: 'affects',
      origin: 'register',
      by: 'A. Tester',
      reason: 'Mid and South Essex has been part of Essex since 1 April 2026.',
    });
    expect(tags.get(MID_ESSEX)).toMatchObject({ strength: 'affects', origin: 'editor' });
    const after = snapshot(desk.path);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('history.redo', {});
    expect(snapshot(desk.path)).toEqual(after);
  });

  test('once is enough', async () => {
    const desk = testDesk();
    await file(desk, 'Wards open by the sea', [MID_ESSEX]);
    await carry(desk);
    const after = snapshot(desk.path);
    expect(await carry(desk)).toEqual({ entry: null, changed: 0 });
    expect(snapshot(desk.path)).toEqual(after);
    expect(await former(desk, MID_ESSEX)).toMatchObject({
      stories: 1,
      carried: 1,
      settled: 0,
      decided: [],
      undecided: 0,
    });
  });

  test('two former systems with one home make one tag, as strong as the stronger', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Trains and clinics', [NORTH_LONDON], { strength: 'mentioned' });
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, systems: [WEST_LONDON], strength: 'about' });
    const [day] = (await desk.ask('moves.summary', {})).days;
    expect(day?.toCarry).toBe(1);
    expect((await carry(desk)).changed).toBe(1);
    expect((await tagsOf(desk, id)).get(LONDON)).toMatchObject({
      strength: 'about',
      origin: 'register',
      reason:
        'North West London has been part of West and North London since 1 April 2026. ' +
        'North Central London has been part of West and North London since 1 April 2026.',
    });
  });

  test('where nothing decides, the story waits with the rivals', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Two boards share a chair', [SUFFOLK]);
    expect((await carry(desk)).entry).toBeNull();
    const { moves } = await desk.ask('moves.list', { state: 'undecided' });
    expect(moves).toMatchObject([{ id, from: SUFFOLK, state: 'undecided', ground: null }]);
    expect(moves[0]?.homes.map(({ code: home, standing }) => [home, standing])).toEqual([
      [ESSEX, 'open'],
      [NORFOLK_SUFFOLK, 'open'],
    ]);
  });

  test('what is carried over for another system of the story is decided with it', async () => {
    const desk = testDesk();
    await file(desk, 'Two boards share a chair', [SUFFOLK, MID_ESSEX]);
    const { moves } = await desk.ask('moves.list', { state: 'decided', from: SUFFOLK });
    expect(moves).toMatchObject([{ ground: 'beside' }]);
    expect(moves[0]?.homes[0]).toEqual({
      code: ESSEX,
      standing: 'target',
      why: 'Filed to Mid and South Essex as well, and carried over to Essex with that.',
    });
    await carry(desk);
    expect(await former(desk, SUFFOLK)).toMatchObject({ carried: 1, undecided: 0 });
  });

  test('a story filed to a home already is done, and one of a system that stayed is left alone', async () => {
    const desk = testDesk();
    await file(desk, 'Wards open', [FRIMLEY, HAMPSHIRE]);
    await file(desk, 'Ferries and clinics', [HAMPSHIRE]);
    await file(desk, 'Coastal ward', [DEVON]);
    const before = snapshot(desk.path);
    expect((await carry(desk)).entry).toBeNull();
    expect(snapshot(desk.path)).toEqual(before);
    expect(await former(desk, FRIMLEY)).toMatchObject({ stories: 1, carried: 0, settled: 1, undecided: 0 });
    const { moves } = await desk.ask('moves.list', { state: 'done' });
    expect(moves[0]?.homes.find(({ code: home }) => home === HAMPSHIRE)).toMatchObject({
      standing: 'filed',
      why: 'Filed here by A. Tester.',
    });
  });

  test('a home that is older than the change may have been named beside it, so the words may add the rest', async () => {
    const desk = testDesk();
    const both = await file(desk, 'Slough and Aldershot share a scanner', [FRIMLEY, HAMPSHIRE]);
    await file(desk, 'Aldershot ward opens', [FRIMLEY, HAMPSHIRE]);
    const { moves } = await desk.ask('moves.list', { state: 'decided' });
    expect(moves.map(({ id, ground }) => [id, ground])).toEqual([[both, 'place']]);
    expect(moves[0]?.homes.map(({ code: home, standing }) => [home, standing])).toEqual([
      [HAMPSHIRE, 'filed'],
      [code('S9B9J'), 'open'],
      [code('S0E4D'), 'target'],
    ]);
    expect((await carry(desk)).changed).toBe(1);
    expect((await tagsOf(desk, both)).get(code('S0E4D'))?.reason).toBe(
      'Slough, in the headline, has been in Thames Valley since 1 April 2026; before, in Frimley.',
    );
    expect((await carry(desk)).entry).toBeNull();
    expect(await former(desk, FRIMLEY)).toMatchObject({ carried: 1, settled: 1, decided: [] });
  });

  test('places that vouched for each other in one system are each carried to their own', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Harlow and Hertford teams go their separate ways', [code('QM7')]);
    await carry(desk);
    const tags = await tagsOf(desk, id);
    expect(tags.get(ESSEX)).toMatchObject({
      origin: 'register',
      reason: 'Harlow, in the headline, has been in Essex since 1 April 2026; before, in Hertfordshire and West Essex.',
      evidence: { kind: 'place', field: 'headline', phrase: 'Harlow', start: 0, end: 6 },
    });
    expect(tags.get(code('S1Y5D'))?.reason).toMatch(/^Hertford, in the headline, has been in Central East/);
  });

  test('a home that was rejected is never tagged', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Wards open by the sea', [MID_ESSEX]);
    await desk.ask('queue.reject', { id, codes: [ESSEX] });
    expect((await carry(desk)).entry).toBeNull();
    expect(await former(desk, MID_ESSEX)).toMatchObject({ settled: 1, decided: [] });
    await desk.ask('queue.unreject', { id, codes: [ESSEX] });
    expect((await carry(desk)).changed).toBe(1);
  });

  test('withdrawn stories wait until they are back', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Wards open by the sea', [MID_ESSEX]);
    const selection = { kind: 'ids' as const, ids: [id] };
    await desk.ask('stories.withdraw', { selection });
    expect((await carry(desk)).entry).toBeNull();
    expect(await former(desk, MID_ESSEX)).toMatchObject({ stories: 0 });
    expect((await desk.refuse('moves.get', { id, from: MID_ESSEX })).message).toContain('withdrawn');
    await desk.ask('stories.bringBack', { selection });
    expect((await carry(desk)).changed).toBe(1);
  });

  test('on the last day of a system nothing is to be carried over', async () => {
    const desk = testDesk({ now: '2026-03-31T20:00:00' });
    await file(desk, 'Wards open by the sea', [MID_ESSEX]);
    expect((await desk.ask('moves.summary', {})).days).toEqual([]);
    expect((await carry(desk)).entry).toBeNull();
  });

  test('old pages stay readable under the names of their day', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Wards open by the sea', [MID_ESSEX], { publishedAt: '2025-05-01' });
    await carry(desk);
    const old = await desk.ask('pages.get', { system: MID_ESSEX, asOf: '2026-03-31' });
    expect(old).toMatchObject({ title: 'Mid and South Essex ICS', active: true });
    expect(old.zones[0]?.teasers.map(({ articleId }) => articleId)).toEqual([id]);
    const now = await desk.ask('pages.get', { system: ESSEX });
    expect(now.zones[0]?.teasers.map(({ articleId }) => articleId)).toEqual([id]);
  });

  test('a register loaded later moves stories on, along the chain', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Wards open by the sea', [MID_ESSEX]);
    await carry(desk);
    const systems = structuredClone(shipped.systems) as (Record<string, unknown> & { code: string })[];
    for (const one of systems) {
      if (one.code === ESSEX) Object.assign(one, { activeTo: '2026-09-30', successors: ['S1Y5D'] });
    }
    const text = JSON.stringify({ ...shipped, version: '2026-10-01', systems });
    await desk.ask('register.load', { file: 'systems.json', text });
    const { days } = await desk.ask('moves.summary', {});
    expect(days.map(({ day, toCarry }) => [day, toCarry])).toEqual([
      ['2026-10-01', 1],
      [DAY, 1],
    ]);
    const { entry } = await desk.ask('moves.rehome', { day: '2026-10-01' });
    expect(entry?.label).toBe('Carry 1 story over to the systems of 1 October 2026');
    expect((await tagsOf(desk, id)).get(code('S1Y5D'))?.reason).toBe(
      'Essex has been part of Central East since 1 October 2026.',
    );
    // The older tag is at home with that.
    expect((await carry(desk)).entry).toBeNull();
  });
});

describe('settling by hand', () => {
  test('files the story to the homes chosen, and says which system they stand for', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Two boards share a chair', [SUFFOLK], { strength: 'affects' });
    const before = snapshot(desk.path);
    const { entry, changed } = await desk.ask('moves.settle', { id, from: SUFFOLK, homes: [ESSEX, NORFOLK_SUFFOLK] });
    expect(changed).toBe(1);
    expect(entry?.label).toBe('Settle “Two boards share a chair”: Essex, Norfolk and Suffolk');
    expect((await tagsOf(desk, id)).get(ESSEX)).toMatchObject({
      strength: 'affects',
      origin: 'editor',
      reason: 'Chosen by an editor in place of Suffolk and North East Essex, which ended on 31 March 2026.',
    });
    expect(await former(desk, SUFFOLK)).toMatchObject({ settled: 1, undecided: 0 });
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('none of them is remembered, listed with the rejections, and can be taken back', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Two boards share a chair', [SUFFOLK]);
    const { entry } = await desk.ask('moves.settle', { id, from: SUFFOLK, homes: [] });
    expect(entry?.label).toBe(
      'Settle “Two boards share a chair”: not for any successor of Suffolk and North East Essex',
    );
    expect(await former(desk, SUFFOLK)).toMatchObject({ settled: 1, undecided: 0 });
    const { rejections } = await desk.ask('queue.rejections', {});
    expect(rejections.map((one) => one.code).sort()).toEqual([ESSEX, NORFOLK_SUFFOLK].sort());
    expect(rejections.find((one) => one.code === ESSEX)?.why).toBe(
      'Suffolk and North East Essex ended on 31 March 2026; an editor decided that the story does not concern Essex.',
    );
    expect((await desk.ask('moves.get', { id, from: SUFFOLK })).homes).toMatchObject([
      { standing: 'rejected' },
      { standing: 'rejected' },
    ]);
    expect((await desk.ask('moves.settle', { id, from: SUFFOLK, homes: [] })).entry).toBeNull();
    // Another thought: the choice takes the rejection of that one back.
    await desk.ask('moves.settle', { id, from: SUFFOLK, homes: [ESSEX] });
    expect((await desk.ask('queue.rejections', {})).rejections.map((one) => one.code)).toEqual([NORFOLK_SUFFOLK]);
    expect((await tagsOf(desk, id)).has(ESSEX)).toBe(true);
  });

  test.each([
    ['a story not filed there', { from: FRIMLEY, homes: [HAMPSHIRE] }, 'is not filed to Frimley'],
    ['a system that did not take over', { from: SUFFOLK, homes: [LONDON] }, 'did not take over'],
    ['a system that has not ended', { from: DEVON, homes: [] }, 'has not ended'],
    ['none, where a home is filed', { from: MID_ESSEX, homes: [] }, 'Remove that first'],
  ])('refuses %s', async (_, input, words) => {
    const desk = testDesk();
    const id = await file(desk, 'Two boards share a chair', [SUFFOLK, MID_ESSEX, ESSEX, DEVON]);
    const before = snapshot(desk.path);
    const fault = await desk.refuse('moves.settle', { id, ...input });
    expect(fault.code).toBe('move-unfit');
    expect(fault.message).toContain(words);
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('refuses what does not fit the call', async () => {
    const desk = testDesk();
    const id = await file(desk, 'Two boards share a chair', [SUFFOLK]);
    const missing = '01890a5d-ac96-7000-8000-000000000000';
    expect((await desk.refuse('moves.settle', { id: missing, from: SUFFOLK, homes: [] })).code).toBe('story-missing');
    expect((await desk.refuse('moves.get', { id: missing, from: SUFFOLK })).code).toBe('story-missing');
    expect((await desk.refuse('moves.settle', { id, from: 'X9X9X', homes: [] })).code).toBe('system-unknown');
    for (const input of [{}, { id }, { id, from: SUFFOLK, homes: 'none' }, { id: 1, from: SUFFOLK, homes: [] }, null]) {
      expect((await desk.refuse('moves.settle', input)).code).toBe('bad-call');
    }
    for (const input of [{}, { day: 'April' }, { day: '2026-02-30' }, []]) {
      expect((await desk.refuse('moves.rehome', input)).code).toBe('bad-call');
    }
    for (const input of [{}, { state: 'lost' }, { state: 'done', limit: -1 }, { state: 'done', from: 3 }]) {
      expect((await desk.refuse('moves.list', input)).code).toBe('bad-call');
    }
  });
});

test('the list comes by page, newest first', async () => {
  const desk = testDesk();
  for (const [headline, publishedAt] of [
    ['Middle', '2025-02-02'],
    ['Newest', '2025-03-03'],
    ['Oldest', '2024-01-01'],
  ] as const) {
    await file(desk, headline, [MID_ESSEX], { publishedAt });
  }
  const names = async (offset: number, limit: number) => {
    const { total, moves } = await desk.ask('moves.list', { state: 'decided', offset, limit });
    return [total, ...moves.map(({ headline }) => headline)];
  };
  expect(await names(0, 2)).toEqual([3, 'Newest', 'Middle']);
  expect(await names(2, 2)).toEqual([3, 'Oldest']);
  expect(await names(3, 2)).toEqual([3]);
});

test('another door’s step is in the next answer', async () => {
  const window = testDesk({ door: 'desktop' });
  const cli = testDesk({ path: window.path, door: 'cli' });
  expect(await former(window, MID_ESSEX)).toMatchObject({ stories: 0 });
  await file(cli, 'Wards open by the sea', [MID_ESSEX]);
  expect(await former(window, MID_ESSEX)).toMatchObject({ stories: 1 });
});

describe('whatever is filed where', () => {
  const formers = register.everOn('2026-11-22').filter(({ activeTo }) => activeTo !== null);
  const codes = [...formers.map((one) => one.code), HAMPSHIRE, DEVON, ESSEX];
  const words = fc.constantFrom(
    'Colchester',
    'Ipswich',
    'Slough',
    'Harlow',
    'Watford',
    'Farnborough',
    'Wards',
    'A chair',
  );
  const story = fc.record({
    words: fc.array(words, { minLength: 1, maxLength: 3 }),
    systems: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }),
    rejected: fc.option(fc.constantFrom(ESSEX, NORFOLK_SUFFOLK, HAMPSHIRE), { nil: null }),
    strength: fc.constantFrom<Strength>('about', 'affects', 'mentioned'),
  });

  test('carrying over touches no tag, tags only homes, respects rejections, and is done once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 6 }), async (stories) => {
        const desk = testDesk();
        const ids: StoryId[] = [];
        for (const { words: text, systems, strength, rejected } of stories) {
          const id = await file(desk, text.join(' and '), systems, { strength });
          if (rejected && !systems.includes(rejected)) await desk.ask('queue.reject', { id, codes: [rejected] });
          ids.push(id);
        }
        const before = snapshot(desk.path);
        const { entry } = await carry(desk);
        const after = snapshot(desk.path);
        // What is filed where is kept beside the tags.
        const others = { tags: [], filed: [] };
        expect({ ...after, ...others }).toEqual({ ...before, ...others });
        expect(after['tags']).toEqual(expect.arrayContaining(before['tags'] ?? []));
        for (const [index, id] of ids.entries()) {
          const tags = await tagsOf(desk, id);
          const { systems = [], rejected } = stories[index] ?? {};
          const homes = systems.flatMap((one) => register.homesOn(one, '2026-11-22'));
          for (const [system, { origin, reason }] of tags) {
            if (origin !== 'register') continue;
            expect(homes).toContain(system);
            expect(system).not.toBe(rejected);
            expect(reason).toMatch(/1 April 2026|carried over/);
          }
        }
        expect((await carry(desk)).entry).toBeNull();
        const { days } = await desk.ask('moves.summary', {});
        expect(days.map(({ toCarry }) => toCarry)).toEqual([0]);
        if (entry) {
          await desk.ask('history.undo', {});
          expect(snapshot(desk.path)).toEqual(before);
          await desk.ask('history.redo', {});
          expect(snapshot(desk.path)).toEqual(after);
        }
        await desk.desk.close();
      }),
      { numRuns: runs(25) },
    );
  }, 90_000);
});
