import { describe, expect, test } from 'vitest';
import type { EditorTeaser, StoryId } from '../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../shared/pages/fill-rules.ts';
import { testDesk } from '../../helpers/desk.ts';
import { DEVON, DORSET, type PageDesk, pageDesk } from '../../helpers/pages.ts';
import { BLANK } from '../../helpers/story.ts';

/** Two windows of the browser door. */
const twoWindows = async (count = 6, dorset: string[] = []) => {
  const desk = await pageDesk(count, dorset, { door: 'browser' });
  return { desk, a: desk.inWindow('a'), b: desk.inWindow('b') };
};

/** What a window sends along of a teaser: how it saw it. */
function seenOf(teasers: readonly EditorTeaser[], id: StoryId) {
  const index = teasers.findIndex(({ articleId }) => articleId === id);
  const teaser = teasers[index];
  if (!teaser) throw new Error('it is on the page');
  const { placed, pinNumber, rank, headline, standfirst } = teaser;
  return { placed, pinNumber, rank: rank ?? null, above: teasers[index - 1]?.articleId ?? null, headline, standfirst };
}

describe('the words of a story', () => {
  test('a headline that another window changed is not overwritten, and both versions come back', async () => {
    const { desk, a, b } = await twoWindows();
    const id = desk.id('One');
    await b.ask('stories.edit', { id, fields: { headline: 'Theirs' }, seen: { headline: 'One' } });
    const fault = await a.refuse('stories.edit', { id, fields: { headline: 'Yours' }, seen: { headline: 'One' } });
    expect(fault.code).toBe('conflict');
    expect(fault.message).toBe(
      'The headline of “Theirs” was changed by you in another window, just now. Nothing was saved. Compare both versions, then save again.',
    );
    expect(fault.conflict).toEqual({
      what: '“Theirs”',
      fields: [{ field: 'headline', seen: 'One', theirs: 'Theirs', yours: 'Yours' }],
      by: 'A. Tester',
      at: '2026-11-22T10:00:00.000Z',
      door: 'browser',
    });
    expect((await a.ask('stories.get', { id })).headline).toBe('Theirs');
    await a.ask('stories.edit', { id, fields: { headline: 'Yours' }, seen: { headline: 'Theirs' } });
    expect((await a.ask('stories.get', { id })).headline).toBe('Yours');
  });

  test('another field, the same words and one’s own earlier step are no conflict', async () => {
    const { desk, a, b } = await twoWindows();
    const id = desk.id('One');
    await b.ask('stories.edit', { id, fields: { standfirst: 'Theirs', byline: 'Both' } });
    await a.ask('stories.edit', {
      id,
      fields: { headline: 'Yours', byline: 'Both' },
      seen: { headline: 'One', standfirst: 'The One teaser.', byline: null },
    });
    // The window had not yet shown its own step when it sent the next.
    await a.ask('stories.edit', { id, fields: { headline: 'Yours, again' }, seen: { headline: 'One' } });
    expect(await a.ask('stories.get', { id })).toMatchObject({ headline: 'Yours, again', standfirst: 'Theirs' });
  });

  test('a value that repeats what was seen leaves theirs alone', async () => {
    const { desk, a, b } = await twoWindows();
    const id = desk.id('One');
    await b.ask('stories.edit', { id, fields: { headline: 'Theirs' } });
    const seen = { headline: 'One', kicker: null };
    await a.ask('stories.edit', { id, fields: { headline: 'One', kicker: 'News' }, seen });
    expect(await a.ask('stories.get', { id })).toMatchObject({ headline: 'Theirs', kicker: 'News' });
  });

  test('a reset to the source, an import and an undo meanwhile are seen too', async () => {
    const { desk, a, b } = await twoWindows();
    const id = desk.id('One');
    await a.ask('stories.edit', { id, fields: { headline: 'Mine' } });
    await b.ask('stories.edit', { id, fields: { headline: 'Theirs' } });
    expect((await a.refuse('stories.resetFields', { id, fields: ['headline'], seen: { headline: 'Mine' } })).code).toBe(
      'conflict',
    );
    await b.ask('history.undo', {});
    const fault = await a.refuse('stories.edit', { id, fields: { headline: 'New' }, seen: { headline: 'Theirs' } });
    expect(fault.conflict?.fields[0]).toMatchObject({ theirs: 'Mine', yours: 'New' });
  });

  test('the command line gets the same refusal', async () => {
    const desk = testDesk({ door: 'cli' });
    const { id } = await desk.ask('stories.create', { fields: { headline: 'One', ...BLANK } });
    await desk.ask('stories.edit', { id, fields: { headline: 'Two' } });
    const fault = await desk.refuse('stories.edit', { id, fields: { headline: 'Three' }, seen: { headline: 'One' } });
    expect(fault.conflict).toMatchObject({ door: 'cli', fields: [{ theirs: 'Two', yours: 'Three' }] });
  });
});

describe('one page', () => {
  const cases: Record<string, (b: Pick<PageDesk, 'ask'>, id: StoryId) => Promise<unknown>> = {
    moved: (b, articleId) => b.ask('pages.move', { system: DEVON, articleId, position: 5 }),
    pinned: (b, articleId) => b.ask('pages.pin', { system: DEVON, articleId }),
    'taken off': (b, articleId) => b.ask('pages.takeOff', { system: DEVON, articleId }),
    're-worded': (b, articleId) => b.ask('pages.reword', { system: DEVON, articleId, words: { headline: 'Theirs' } }),
  };
  for (const [what, theirs] of Object.entries(cases)) {
    test(`a teaser that was ${what} meanwhile is not moved, released or taken off`, async () => {
      const { desk, a, b } = await twoWindows();
      const id = desk.id('Three');
      const seen = seenOf(await desk.teasers(), id);
      await theirs(b, id);
      const before = await desk.order();
      const writes: [string, object][] = [
        ['pages.move', { articleId: id, position: 1, seen }],
        ['pages.place', { articleId: id, position: 1, seen }],
        ['pages.moveMany', { articleIds: [id], position: 1, seen: { [id]: seen } }],
        ['pages.release', { articleId: id, seen }],
        ['pages.many', { articleId: id, systems: [DEVON], action: 'release', seen: { [DEVON]: seen } }],
        ['pages.paste', { from: DEVON, cut: true, articleIds: [id], position: 1, seen: { [id]: seen } }],
      ];
      if (what !== 'taken off') {
        writes.push(
          ['pages.takeOff', { articleId: id, seen }],
          ['pages.actMany', { articleIds: [id], action: 'takeOff', seen: { [id]: seen } }],
        );
      }
      for (const [method, input] of writes) {
        const fault = await a.refuse(method, method === 'pages.many' ? input : { system: DEVON, ...input });
        expect([method, fault.code]).toEqual([method, 'conflict']);
        expect(fault.message).toContain('in another window, just now.');
      }
      expect(await desk.order()).toBe(before);
    });
  }

  test('the sentence says where the teaser went', async () => {
    const { desk, a, b } = await twoWindows();
    const id = desk.id('Three');
    const seen = seenOf(await desk.teasers(), id);
    await b.ask('pages.move', { system: DEVON, articleId: id, position: 5 });
    expect((await a.refuse('pages.move', { system: DEVON, articleId: id, position: 1, seen })).message).toBe(
      '“Three” was moved to 5 on Devon by you in another window, just now. Nothing was changed.',
    );
    await b.ask('pages.takeOff', { system: DEVON, articleId: id });
    expect((await a.refuse('pages.place', { system: DEVON, articleId: id, position: 1, seen })).message).toContain(
      '“Three” was taken off on Devon',
    );
  });

  test('the move of another teaser, an import and the same act are no conflict', async () => {
    const { desk, a, b } = await twoWindows();
    const id = desk.id('Three');
    await a.ask('pages.move', { system: DEVON, articleId: id, position: 4 });
    const seen = seenOf(await desk.teasers(), id);
    await b.ask('pages.move', { system: DEVON, articleId: desk.id('Six'), position: 4 });
    await a.ask('pages.move', { system: DEVON, articleId: id, position: 2, seen });
    const again = seenOf(await desk.teasers(), id);
    await b.ask('pages.pin', { system: DEVON, articleId: id });
    // Both want it pinned.
    expect((await a.ask('pages.pin', { system: DEVON, articleId: id, seen: again })).entry).toBeNull();
  });

  test('words over a teaser, and its days, that another window set are kept', async () => {
    const { desk, a, b } = await twoWindows();
    const articleId = desk.id('Two');
    const at = { system: DEVON, articleId };
    await b.ask('pages.reword', { ...at, words: { headline: 'Theirs' } });
    const fault = await a.refuse('pages.reword', { ...at, words: { headline: 'Yours' }, seen: { headline: 'Two' } });
    expect(fault.conflict?.fields).toEqual([{ field: 'headline', seen: 'Two', theirs: 'Theirs', yours: 'Yours' }]);
    await a.ask('pages.reword', { ...at, words: { standfirst: 'Yours' }, seen: { standfirst: 'The Two teaser.' } });
    await b.ask('pages.schedule', { ...at, from: '2026-11-01', until: null });
    const seen = { from: null, until: null };
    const fault2 = await a.refuse('pages.schedule', { ...at, from: '2026-11-02', until: null, seen });
    expect(fault2.conflict?.fields).toEqual([{ field: 'from', seen: null, theirs: '2026-11-01', yours: '2026-11-02' }]);
    // The last day alone leaves their first day as it is.
    await a.ask('pages.schedule', { ...at, from: null, until: '2026-12-24', seen });
    const [, teaser] = await desk.teasers();
    expect(teaser).toMatchObject({ from: '2026-11-01', until: '2026-12-24' });
  });

  test('the story’s own words changed under a re-wording', async () => {
    const { desk, a, b } = await twoWindows();
    const articleId = desk.id('Two');
    await b.ask('stories.edit', { id: articleId, fields: { headline: 'New facts' } });
    const words = { headline: 'Yours' };
    const fault = await a.refuse('pages.reword', { system: DEVON, articleId, words, seen: { headline: 'Two' } });
    expect(fault.conflict).toMatchObject({ by: 'A. Tester', fields: [{ theirs: 'New facts' }] });
  });

  test('a source that changed again is not waved through', async () => {
    const { desk, a, b } = await twoWindows();
    const articleId = desk.id('Two');
    const at = { system: DEVON, articleId };
    await a.ask('pages.reword', { ...at, words: { headline: 'Ours' } });
    await b.ask('stories.edit', { id: articleId, fields: { headline: 'Newer' } });
    expect((await a.refuse('pages.keepOverride', { ...at, seen: { headline: 'Two' } })).code).toBe('conflict');
    await a.ask('pages.keepOverride', { ...at, seen: { headline: 'Newer' } });
  });

  test('what was cut or copied elsewhere has changed there', async () => {
    const { desk, a, b } = await twoWindows(4, ['Alpha', 'Beta']);
    const id = desk.id('Beta');
    const seenThere = { [id]: seenOf(await desk.teasers(DORSET), id) };
    await b.ask('pages.reword', { system: DORSET, articleId: id, words: { headline: 'Theirs' } });
    const paste = { system: DEVON, from: DORSET, cut: true, articleIds: [id], position: 1, seenThere };
    expect((await a.refuse('pages.paste', paste)).code).toBe('conflict');
    expect(await desk.order(DORSET)).toBe('Alpha Theirs');
  });
});

describe('what holds for pages and stories', () => {
  const zone = (name: string) => ({ name, limit: 5, prominence: 'standard' as const, rule: DEFAULT_RULE });

  test('the zones of a page', async () => {
    const { desk, a, b } = await twoWindows();
    const { template, zones } = await desk.ask('zones.get', { system: DEVON });
    const seen = { [DEVON]: { template: template?.id ?? null, zones: zones.map(({ id: _, ...spec }) => spec) } };
    await b.ask('zones.set', { systems: [DEVON], to: { kind: 'own', zones: [zone('Theirs')] } });
    const to = { kind: 'own', zones: [zone('Yours')] };
    const fault = await a.refuse('zones.set', { systems: [DEVON], to, seen });
    expect(fault.message).toContain('The zones of Devon were changed by you in another window');
    expect(fault.conflict?.fields).toMatchObject([{ field: 'QJK.zones', theirs: [{ name: 'Theirs' }] }]);
    expect((await desk.ask('zones.get', { system: DEVON })).zones.map(({ name }) => name)).toEqual(['Theirs']);
  });

  test('a template, saved or removed', async () => {
    const { a, b } = await twoWindows();
    const { id } = await a.ask('templates.save', { name: 'Autumn', zones: [zone('One')] });
    const seen = { name: 'Autumn', zones: [zone('One')] };
    await b.ask('templates.save', { id, name: 'Autumn', zones: [zone('Theirs')], seen });
    const yours = { id, name: 'Autumn', zones: [zone('Yours')], seen };
    expect((await a.refuse('templates.save', yours)).conflict?.what).toBe('the template “Autumn”');
    expect((await a.refuse('templates.remove', { id, seen })).code).toBe('conflict');
  });

  test('a name', async () => {
    const { a, b } = await twoWindows();
    const name = {
      kind: 'alias' as const,
      text: 'Dart Health',
      systems: [DEVON, DORSET],
      matchCase: false,
      note: null,
    };
    const { id } = await a.ask('names.save', { name });
    await b.ask('names.save', { id, name: { ...name, note: 'Theirs' } });
    const fault = await a.refuse('names.save', { id, name: { ...name, note: 'Yours' }, seen: name });
    expect(fault.conflict?.fields).toEqual([{ field: 'note', seen: null, theirs: 'Theirs', yours: 'Yours' }]);
    expect((await a.refuse('names.remove', { id, seen: name })).code).toBe('conflict');
    await a.ask('names.save', { id, name: { ...name, note: 'Theirs', text: 'Dart Care' }, seen: { ...name } });
  });

  test('the order of the shelf', async () => {
    const { desk, a, b } = await twoWindows();
    const ids = ['One', 'Two', 'Three'].map(desk.id);
    await a.ask('shelf.put', { selection: { kind: 'ids', ids } });
    const rankOf = async (id: StoryId) =>
      (await desk.ask('shelf.list', {})).find((story) => story.id === id)?.rank ?? '';
    const [first, second] = ids as [StoryId, StoryId];
    const seen = { rank: await rankOf(first) };
    await b.ask('shelf.move', { id: second, position: 1 });
    await b.ask('shelf.move', { id: first, position: 3 });
    expect((await a.refuse('shelf.move', { id: first, position: 1, seen })).message).toContain(
      '“One” was moved on the shelf by you',
    );
  });

  test('one limit of the library, whoever set it', async () => {
    const { desk, a, b } = await twoWindows();
    const { limits } = await desk.ask('settings.get', {});
    const [name, other] = Object.keys(limits) as [keyof typeof limits, keyof typeof limits];
    await b.ask('settings.set', { limits: { [name]: 31 } });
    const fault = await a.refuse('settings.set', { limits: { [name]: 42 }, seen: { limits } });
    expect(fault.conflict).toMatchObject({ by: null, fields: [{ field: `limits.${name}`, theirs: 31, yours: 42 }] });
    await a.ask('settings.set', { limits: { [other]: 51 }, seen: { limits } });
  });

  test('the note of a joint lead', async () => {
    const { desk, a, b } = await twoWindows();
    const articleId = desk.id('One');
    await b.ask('joint.mark', { articleId, note: 'Theirs' });
    const fault = await a.refuse('joint.mark', { articleId, note: 'Yours', seen: { note: null } });
    expect(fault.conflict?.fields).toEqual([{ field: 'note', seen: null, theirs: 'Theirs', yours: 'Yours' }]);
  });

  test('the same tag given twice is no conflict', async () => {
    const { desk, a, b } = await twoWindows();
    const selection = { kind: 'ids' as const, ids: [desk.id('One')] };
    await a.ask('tags.add', { selection, systems: [DORSET] });
    expect((await b.ask('tags.add', { selection, systems: [DORSET] })).entry).toBeNull();
  });
});
