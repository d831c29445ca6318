import { describe, expect, test } from 'vitest';
import type { StoryFields, StoryId, SystemCode } from '../../../shared/models.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const KENT = 'QKS' as SystemCode;
const DEVON = 'QJK' as SystemCode;
const FRIMLEY = 'QNQ' as SystemCode;
const THAMES_VALLEY = 'S0E4D' as SystemCode;

async function write(desk: TestDesk, headline: string, more: Partial<StoryFields> = {}): Promise<StoryId> {
  const { id } = await desk.ask('stories.create', { fields: { ...BLANK, headline, ...more } });
  return id;
}

const waiting = async (desk: TestDesk) => {
  const { stories } = await desk.ask('stories.list', { query: { review: 'open' } });
  return stories.map(({ headline }) => headline);
};

const offered = async (desk: TestDesk, id: StoryId) => {
  const { offers } = await desk.ask('queue.get', { id });
  return offers.map(({ code, level, state }) => `${code} ${level} ${state}`);
};

/** The step just made, undone and redone, leaves the same rows as before and after it. */
async function expectExactUndo(desk: TestDesk, step: () => Promise<unknown>): Promise<void> {
  const before = snapshot(desk.path);
  await step();
  const after = snapshot(desk.path);
  expect(after).not.toEqual(before);
  await desk.ask('history.undo', {});
  expect(snapshot(desk.path)).toEqual(before);
  await desk.ask('history.redo', {});
  expect(snapshot(desk.path)).toEqual(after);
}

describe('the queue', () => {
  test('holds what nobody has reviewed, filed by a saved page or not', async () => {
    const desk = testDesk();
    const capture = captureText('Devon ICS', [
      [null, 'Ferry clinic sails', 'A clinic on the ferry.'],
      [null, 'A second story', 'With a teaser.'],
    ]);
    await desk.ask('import.contents', { files: [asFile('devon.txt', capture)], seenOn: '2026-11-20' });
    await write(desk, 'Written and filed nowhere');
    const filed = { fields: { ...BLANK, headline: 'Written and filed' }, systems: [KENT] };
    await desk.ask('stories.create', filed);
    expect((await waiting(desk)).sort()).toEqual(['A second story', 'Ferry clinic sails', 'Written and filed nowhere']);
    expect((await desk.ask('library.info', {})).counts.unreviewed).toBe(3);
  });

  test('a story that is done leaves it, one put back returns, each as one step', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Clinic opens');
    const selection = { kind: 'ids' as const, ids: [id] };
    await expectExactUndo(desk, () => desk.ask('queue.done', { selection }));
    expect(await waiting(desk)).toEqual([]);
    expect((await desk.ask('stories.get', { id })).review?.by).toBe('A. Tester');
    expect((await desk.ask('queue.done', { selection })).entry).toBeNull();
    await expectExactUndo(desk, () => desk.ask('queue.reopen', { selection }));
    expect(await waiting(desk)).toEqual(['Clinic opens']);
  });

  test('a withdrawn story does not wait', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Clinic opens');
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [id] } });
    expect(await waiting(desk)).toEqual([]);
    expect((await desk.ask('library.info', {})).counts.unreviewed).toBe(0);
  });
});

describe('an offer', () => {
  test('names the words that say so, and accepting it keeps them with the tag', async () => {
    const desk = testDesk();
    const id = await write(desk, 'New ward planned', { standfirst: 'Patients from Maidstone will be first.' });
    const { offers } = await desk.ask('queue.get', { id });
    expect(offers).toMatchObject([{ code: KENT, level: 'named', state: 'pending' }]);
    expect(offers[0]?.reason).toMatchObject({ phrase: 'Maidstone', field: 'standfirst', start: 14, end: 23 });

    await expectExactUndo(desk, () => desk.ask('queue.accept', { id, codes: [KENT] }));
    const { tags } = await desk.ask('stories.get', { id });
    expect(tags).toMatchObject([
      { code: KENT, strength: 'about', origin: 'suggestion', reason: offers[0]?.why, evidence: { level: 'named' } },
    ]);
    expect(await offered(desk, id)).toEqual(['QKS named accepted']);
    expect(await waiting(desk)).toEqual(['New ward planned']);
  });

  test('takes another strength, and remains an accepted suggestion', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Maidstone ward planned');
    await desk.ask('queue.accept', { id, codes: [KENT], strength: 'mentioned' });
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, systems: [KENT], strength: 'affects' });
    expect((await desk.ask('stories.get', { id })).tags).toMatchObject([{ strength: 'affects', origin: 'suggestion' }]);
  });

  test('rejected is remembered, listed, and comes back when the rejection is taken back', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Maidstone ward planned');
    await desk.ask('queue.accept', { id, codes: [KENT] });
    await expectExactUndo(desk, () => desk.ask('queue.reject', { id, codes: [KENT] }));
    expect((await desk.ask('stories.get', { id })).tags).toEqual([]);
    expect(await offered(desk, id)).toEqual(['QKS named rejected']);
    const { total, rejections } = await desk.ask('queue.rejections', {});
    expect(total).toBe(1);
    expect(rejections).toMatchObject([{ articleId: id, code: KENT, by: 'A. Tester' }]);
    await expectExactUndo(desk, () => desk.ask('queue.unreject', { id, codes: [KENT] }));
    expect(await offered(desk, id)).toEqual(['QKS named pending']);
    await desk.ask('queue.reject', { id, codes: [KENT] });
    await expectExactUndo(desk, () => desk.ask('queue.accept', { id, codes: [KENT] }));
    expect(await offered(desk, id)).toEqual(['QKS named accepted']);
    expect((await desk.ask('queue.rejections', {})).total).toBe(0);
  });

  test('the national mark is offered, accepted and rejected like a system', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Every ICB told to publish its waits');
    expect((await desk.ask('queue.get', { id })).national).toMatchObject({ state: 'pending' });
    await expectExactUndo(desk, () => desk.ask('queue.accept', { id, national: true }));
    expect((await desk.ask('stories.get', { id })).national).toBe(true);
    await expectExactUndo(desk, () => desk.ask('queue.reject', { id, national: true }));
    expect((await desk.ask('stories.get', { id })).national).toBe(false);
    expect((await desk.ask('queue.get', { id })).national).toMatchObject({ state: 'rejected' });
  });

  test('that is not made is refused, and so is an unknown system or story', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Two trusts share a chair');
    expect((await desk.refuse('queue.accept', { id, codes: [KENT] })).code).toBe('not-offered');
    expect((await desk.refuse('queue.accept', { id, codes: ['XXX'] })).code).toBe('system-unknown');
    const gone = '01890000-0000-7000-8000-000000000001';
    for (const method of ['queue.get', 'queue.reject', 'queue.accept', 'queue.unreject']) {
      expect((await desk.refuse(method, { id: gone, codes: [KENT] })).code).toBe('story-missing');
    }
  });
});

describe('what the library teaches', () => {
  const label = { alt: 'Orla Fennick 2026' };

  test('a person filed to one system is offered there, at once, and no longer after an undo', async () => {
    const desk = testDesk();
    const ids = [];
    for (const headline of ['Chair to leave', 'Board split over rota', 'Trust picks deputy']) {
      ids.push(await write(desk, headline, label));
    }
    const [first, second, third] = ids as [StoryId, StoryId, StoryId];
    expect(await offered(desk, third)).toEqual([]);
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [first] }, systems: [KENT] });
    expect(await offered(desk, third)).toEqual(['QKS possible pending']);
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [second] }, systems: [KENT] });
    const { offers } = await desk.ask('queue.get', { id: third });
    expect(offers).toMatchObject([
      {
        level: 'likely',
        why: 'Orla Fennick, in the image label, was filed to Kent and Medway twice.',
        reason: { kind: 'person', phrase: 'Orla Fennick', field: 'alt', start: 0, end: 12 },
      },
    ]);
    await desk.ask('history.undo', {});
    expect(await offered(desk, third)).toEqual(['QKS possible pending']);
    await desk.ask('queue.reject', { id: second, codes: [KENT] });
    expect(await offered(desk, third)).toEqual([]);
  });

  test('what waits undecided does not hide what was decided before it', async () => {
    const desk = testDesk();
    const earlier = [await write(desk, 'Chair to leave', label), await write(desk, 'Deputy to leave', label)];
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: earlier }, systems: [DEVON] });
    for (let at = 0; at < 45; at += 1) await write(desk, `Trust picks deputy ${at}`, label);
    const id = await write(desk, 'Trust thanks deputy', label);
    expect(await offered(desk, id)).toEqual(['QJK likely pending']);
  });

  test('a filing to a former system counts for the one that took it over whole', async () => {
    const desk = testDesk();
    const earlier = [await write(desk, 'Chair to leave', label), await write(desk, 'Deputy to leave', label)];
    const id = await write(desk, 'Trust picks deputy', label);
    // Buckinghamshire, Oxfordshire and Berkshire West went to Thames Valley as a whole.
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: earlier }, systems: ['QU9' as SystemCode] });
    expect(await offered(desk, id)).toEqual(['S0E4D likely pending']);
  });

  test('a column filed to one system is offered there', async () => {
    const desk = testDesk();
    const earlier = [await write(desk, 'The Tide Table: rotas'), await write(desk, 'The Tide Table: lifts')];
    const id = await write(desk, 'The Tide Table: chairs');
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: earlier }, systems: [DEVON] });
    expect((await desk.ask('queue.get', { id })).offers).toMatchObject([
      { code: DEVON, level: 'likely', why: '“The Tide Table” was filed to Devon twice.' },
    ]);
  });

  test('stories that share rare words are likely to share a system', async () => {
    const desk = testDesk();
    const words = 'Hydrotherapy lido petition gathers pace';
    const earlier = [await write(desk, `${words} again`), await write(desk, `${words} still`)];
    const id = await write(desk, `${words} today`);
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: earlier }, systems: [DEVON] });
    expect((await desk.ask('queue.get', { id })).offers).toMatchObject([
      { code: DEVON, level: 'likely', reason: { kind: 'similar' } },
    ]);
  });
});

describe('a story filed to a former system', () => {
  test('is offered the systems that took it over', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Board names its chair');
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, systems: [FRIMLEY] });
    expect((await offered(desk, id)).sort()).toEqual([
      'QRL possible pending',
      'S0E4D possible pending',
      'S9B9J possible pending',
    ]);
    await desk.ask('queue.accept', { id, codes: [THAMES_VALLEY] });
    expect((await desk.ask('stories.get', { id })).tags.map(({ code }) => code).sort()).toEqual(['QNQ', 'S0E4D']);
  });
});

describe('a change to many stories', () => {
  test('is shown before it happens, and happens as one step', async () => {
    const desk = testDesk();
    const old = { publishedAt: '2026-11-01' };
    const lead = await desk.ask('stories.create', {
      fields: { ...BLANK, headline: 'Old lead', ...old },
      systems: [KENT],
    });
    const first = await write(desk, 'First story', { publishedAt: '2026-11-20' });
    const second = await write(desk, 'Second story', { publishedAt: '2026-11-21' });
    const change = {
      selection: { kind: 'ids' as const, ids: [first, second] },
      add: [{ code: KENT }, { code: DEVON, strength: 'mentioned' as const }],
      reviewed: true,
    };
    const before = snapshot(desk.path);
    expect(await desk.ask('tags.preview', change)).toEqual({
      stories: 2,
      reviewed: 2,
      gone: 0,
      // Devon's page does not change: what is only mentioned feeds no page.
      pages: [{ code: KENT, added: 2, removed: 0, moved: 1, leadBefore: 'Old lead', leadAfter: 'Second story' }],
    });
    expect(snapshot(desk.path)).toEqual(before);
    await expectExactUndo(desk, () => desk.ask('tags.change', change));
    expect(await waiting(desk)).toEqual([]);
    expect(await desk.ask('stories.pages', { id: lead.id })).toMatchObject([{ code: KENT, position: 3 }]);
  });

  test('accepts what stands on screen at named and likely, and says what is offered no longer', async () => {
    const desk = testDesk();
    const named = await write(desk, 'Maidstone ward planned');
    const silent = await write(desk, 'Two trusts share a chair');
    const change = {
      selection: null,
      accept: [
        { id: named, code: KENT },
        { id: silent, code: DEVON },
      ],
    };
    expect(await desk.ask('tags.preview', change)).toMatchObject({ stories: 1, gone: 1 });
    await expectExactUndo(desk, () => desk.ask('tags.change', change));
    expect((await desk.ask('stories.get', { id: named })).tags).toMatchObject([{ code: KENT, origin: 'suggestion' }]);
    expect((await desk.ask('stories.get', { id: silent })).tags).toEqual([]);
  });

  test('accepts each offer as strongly as its key would', async () => {
    const desk = testDesk();
    // The headline says whom it is about; the label names only where the picture was taken.
    const story = () => write(desk, 'Maidstone ward planned', { alt: 'A ward in Exeter' });
    const [bulk, single] = [await story(), await story()];
    const accept = [KENT, DEVON].map((code) => ({ id: bulk, code }));
    await desk.ask('tags.change', { selection: null, accept });
    await desk.ask('queue.accept', { id: single, codes: [KENT, DEVON] });
    for (const id of [bulk, single]) {
      const { tags } = await desk.ask('stories.get', { id });
      expect(Object.fromEntries(tags.map(({ code, strength }) => [code, strength]))).toEqual({
        [KENT]: 'about',
        [DEVON]: 'affects',
      });
    }
  });

  test('leaves a story whose offer is gone in the queue', async () => {
    const desk = testDesk();
    const named = await write(desk, 'Maidstone ward planned');
    const silent = await write(desk, 'Two trusts share a chair');
    const accept = [
      { id: named, code: KENT },
      { id: silent, code: DEVON },
    ];
    await desk.ask('tags.change', { selection: null, accept, reviewed: true });
    expect(await waiting(desk)).toEqual(['Two trusts share a chair']);
  });

  test('reviews only the stories that got what was accepted', async () => {
    const desk = testDesk();
    const named = await write(desk, 'Maidstone ward planned');
    await write(desk, 'Two trusts share a chair');
    await write(desk, 'A third story');
    const change = {
      selection: { kind: 'query' as const, query: { review: 'open' as const }, except: [], found: 3 },
      accept: [{ id: named, code: KENT }],
      reviewed: true,
    };
    expect(await desk.ask('tags.preview', change)).toMatchObject({ stories: 1, reviewed: 1 });
    const { entry, changed } = await desk.ask('tags.change', change);
    expect({ label: entry?.label, changed }).toEqual({
      label: 'Accept what is offered for “Maidstone ward planned”, reviewed',
      changed: 1,
    });
    expect((await waiting(desk)).sort()).toEqual(['A third story', 'Two trusts share a chair']);
  });

  test('reviews only the stories that lost a tag; with nothing else to do, all selected ones', async () => {
    const desk = testDesk();
    const filed = await write(desk, 'Filed to Devon');
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [filed] }, systems: [DEVON] });
    await desk.ask('queue.reopen', { selection: { kind: 'ids', ids: [filed] } });
    await write(desk, 'Filed nowhere');
    const selection = { kind: 'query' as const, query: { review: 'open' as const }, except: [] };
    const removed = await desk.ask('tags.change', { selection, remove: [DEVON], reviewed: true });
    expect(removed.entry?.label).toBe('Remove Devon from “Filed to Devon”, reviewed');
    expect(await waiting(desk)).toEqual(['Filed nowhere']);
    expect((await desk.ask('tags.change', { selection, reviewed: true })).entry?.label).toBe('Review “Filed nowhere”');
    expect(await waiting(desk)).toEqual([]);
  });

  test('names both numbers when fewer stories are reviewed than filed', async () => {
    const desk = testDesk();
    const named = await write(desk, 'Maidstone ward planned');
    await desk.ask('queue.done', { selection: { kind: 'ids', ids: [named] } });
    const other = await write(desk, 'Two trusts share a chair');
    const change = { selection: { kind: 'ids' as const, ids: [named, other] }, add: [{ code: DEVON }], reviewed: true };
    expect((await desk.ask('tags.change', change)).entry?.label).toBe('Add Devon to 2 stories, 1 reviewed');
  });

  test('never accepts in bulk what is only possible', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Board names its chair');
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, systems: [FRIMLEY] });
    const change = { selection: null, accept: [{ id, code: THAMES_VALLEY }] };
    expect(await desk.ask('tags.preview', change)).toMatchObject({ stories: 0, gone: 1 });
    expect((await desk.ask('tags.change', change)).entry).toBeNull();
  });
});

describe('a rejection', () => {
  test('is taken back by filing the story there by hand', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Board names its chair');
    await desk.ask('queue.reject', { id, codes: [KENT] });
    const selection = { kind: 'ids' as const, ids: [id] };
    await expectExactUndo(desk, () => desk.ask('tags.add', { selection, systems: [KENT] }));
    expect((await desk.ask('queue.rejections', {})).total).toBe(0);
  });

  test('of the national mark is taken back by making the story national by hand', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Every ICB must report beds');
    const selection = { kind: 'ids' as const, ids: [id] };
    for (const make of [
      () => desk.ask('tags.add', { selection, national: true }),
      () => desk.ask('tags.change', { selection, national: 'add' }),
    ]) {
      await desk.ask('queue.reject', { id, national: true });
      await expectExactUndo(desk, make);
      expect((await desk.ask('queue.get', { id })).rejected).toEqual([]);
      await desk.ask('tags.remove', { selection, national: true });
      expect((await desk.ask('queue.get', { id })).national?.state).toBe('pending');
    }
  });

  test('holds against a saved page that shows the story there', async () => {
    const desk = testDesk();
    const id = await write(desk, 'Ferry clinic sails', { standfirst: 'A clinic on the ferry.' });
    await desk.ask('queue.reject', { id, codes: [DEVON] });
    const capture = captureText('Devon ICS', [[null, 'Ferry clinic sails', 'A clinic on the ferry.']]);
    await desk.ask('import.contents', { files: [asFile('devon.txt', capture)], seenOn: '2026-11-20' });
    expect((await desk.ask('stories.get', { id })).tags).toEqual([]);
  });
});
