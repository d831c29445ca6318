import { describe, expect, test } from 'vitest';
import { DEVON, DORSET, pageDesk } from '../../../helpers/pages.ts';
import { snapshot } from '../../../helpers/snapshot.ts';

const paste = { from: DEVON, system: DORSET, cut: false };

describe('teasers pasted on another page', () => {
  test('stand there as free placements from the number on, in the order given, as one step', async () => {
    const desk = await pageDesk(6, ['Harbour', 'Quay', 'Pier']);
    const before = snapshot(desk.path);
    const articleIds = ['Four', 'Two'].map(desk.id);
    const written = await desk.ask('pages.paste', { ...paste, position: 2, articleIds });
    expect(written.entry?.label).toBe('Paste 2 teasers from Devon at 2 on Dorset');
    expect(await desk.order(DORSET)).toBe('Harbour Four Two Quay Pier');
    expect((await desk.teasers(DORSET)).map(({ placed }) => placed)).toEqual([
      'filled',
      'free',
      'free',
      'filled',
      'filled',
    ]);
    // The page they were copied from keeps them.
    expect(await desk.order()).toBe('One Two Three Four Five Six');
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('stand on top of an empty page', async () => {
    const desk = await pageDesk();
    await desk.ask('pages.paste', { ...paste, position: 1, articleIds: [desk.id('Three')] });
    expect(await desk.order(DORSET)).toBe('Three');
  });

  test('bring their words along, but none that the source says by now', async () => {
    const desk = await pageDesk(3);
    const [articleId, other] = [desk.id('Two'), desk.id('Three')];
    await desk.ask('pages.reword', {
      system: DEVON,
      articleId,
      words: { headline: 'Second', standfirst: 'Told shorter.', kicker: 'Devon' },
    });
    await desk.ask('stories.edit', { id: articleId, fields: { standfirst: 'Told shorter.' } });
    await desk.ask('pages.paste', { ...paste, position: 1, articleIds: [articleId, other] });
    const [teaser, plain] = await desk.teasers(DORSET);
    expect(teaser).toMatchObject({
      headline: 'Second',
      standfirst: 'Told shorter.',
      kicker: 'Devon',
      overrides: ['headline', 'kicker'],
      drift: [],
    });
    expect(plain?.overrides).toEqual([]);
    // A source that changes later is noticed on the new page too.
    await desk.ask('stories.edit', { id: articleId, fields: { headline: 'Two, corrected' } });
    expect((await desk.teasers(DORSET))[0]?.drift).toEqual([{ field: 'headline', was: 'Two' }]);
  });

  test('move where they stand on that page already, and overwrite only what was re-worded', async () => {
    const desk = await pageDesk(3, ['Harbour', 'Two', 'Quay']);
    const articleId = desk.id('Two');
    await desk.ask('pages.reword', { system: DORSET, articleId, words: { standfirst: 'As Dorset has it.' } });
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { headline: 'Second' } });
    await desk.ask('pages.paste', { ...paste, position: 1, articleIds: [articleId] });
    expect(await desk.order(DORSET)).toBe('Second Harbour Quay');
    expect((await desk.teasers(DORSET))[0]).toMatchObject({ standfirst: 'As Dorset has it.' });
  });

  test('cut, they leave their page in the same step, and one undo brings all back', async () => {
    const desk = await pageDesk(6, ['Harbour', 'Quay']);
    await desk.ask('pages.pin', { system: DEVON, articleId: desk.id('Two') });
    const before = snapshot(desk.path);
    const articleIds = ['Two', 'Three'].map(desk.id);
    const written = await desk.ask('pages.paste', { ...paste, cut: true, position: 2, articleIds });
    expect(written.entry?.label).toBe('Move 2 teasers from Devon to 2 on Dorset');
    expect(await desk.order(DORSET)).toBe('Harbour Two Three Quay');
    expect(await desk.order()).toBe('One Four Five Six');
    expect((await desk.ask('pages.tray', { system: DEVON })).map(({ headline }) => headline).sort()).toEqual([
      'Three',
      'Two',
    ]);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    expect(await desk.order()).toBe('One Two* Three Four Five Six');
  });

  test('cut and pasted on their own page, they are moved', async () => {
    const desk = await pageDesk();
    const input = { system: DEVON, from: DEVON, cut: true, position: 1, articleIds: ['Five', 'Six'].map(desk.id) };
    expect((await desk.ask('pages.paste', input)).entry?.label).toBe('Move 2 teasers to 1 on Devon');
    expect(await desk.order()).toBe('Five Six One Two Three Four');
  });

  test('push out the last fill, and say so', async () => {
    const desk = await pageDesk(
      2,
      Array.from({ length: 20 }, (_, index) => `Coast ${index + 1}`),
    );
    const { moved } = await desk.ask('pages.paste', {
      ...paste,
      position: 20,
      articleIds: ['One', 'Two'].map(desk.id),
    });
    // Both find room although only one number was left from 20 on.
    expect((await desk.order(DORSET)).endsWith('Coast 18 One Two')).toBe(true);
    expect(moved?.map(({ headline, from, to }) => [headline, from, to])).toEqual([
      ['Coast 19', 19, null],
      ['Coast 20', 20, null],
      ['One', null, 19],
      ['Two', null, 20],
    ]);
  });
});

describe('a paste is refused whole', () => {
  test('for a withdrawn story, by its name', async () => {
    const desk = await pageDesk(4, ['Harbour']);
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [desk.id('Three')] } });
    const before = snapshot(desk.path);
    const articleIds = ['Two', 'Three'].map(desk.id);
    expect(await desk.refuse('pages.paste', { ...paste, cut: true, position: 1, articleIds })).toEqual({
      code: 'story-not-out',
      message: '“Three” is withdrawn. Bring it back before you place it.',
    });
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('where pins hold every number, or all but too few', async () => {
    const desk = await pageDesk(
      3,
      Array.from({ length: 20 }, (_, index) => `Coast ${index + 1}`),
    );
    const coast = (await desk.teasers(DORSET)).map(({ articleId }) => articleId);
    await desk.ask('pages.actMany', { system: DORSET, articleIds: coast.slice(1), action: 'pin' });
    const articleIds = ['One', 'Two'].map(desk.id);
    expect(await desk.refuse('pages.paste', { ...paste, position: 5, articleIds })).toEqual({
      code: 'zone-position',
      message:
        'Stories on Dorset has room for 1 teaser around its pins, and these are 2. Choose fewer of them, or another place.',
    });
    await desk.ask('pages.pin', { system: DORSET, articleId: coast[0] as never });
    expect((await desk.refuse('pages.paste', { ...paste, position: 5, articleIds })).message).toBe(
      'Every place of Stories on Dorset is held by a pinned teaser, which keeps its number. Unpin one first.',
    );
    expect((await desk.teasers(DORSET)).map(({ articleId }) => articleId)).toEqual(coast);
  });

  test('when what was cut has left its page since', async () => {
    const desk = await pageDesk(4, ['Harbour']);
    await desk.ask('pages.takeOff', { system: DEVON, articleId: desk.id('Two') });
    const input = { ...paste, position: 1, articleIds: ['One', 'Two'].map(desk.id) };
    expect((await desk.refuse('pages.paste', { ...input, cut: true })).message).toBe(
      '“Two” is not on the Devon page any more, so it cannot be cut from there. Copy or place it instead.',
    );
    expect(await desk.order(DORSET)).toBe('Harbour');
    // Copied, it is still the same story.
    await desk.ask('pages.paste', input);
    expect(await desk.order(DORSET)).toBe('One Two Harbour');
  });

  test('when a copy is to stand beside its original', async () => {
    const desk = await pageDesk();
    const input = { system: DEVON, from: DEVON, cut: false, position: 1, articleIds: [desk.id('Three')] };
    expect((await desk.refuse('pages.paste', input)).message).toBe(
      '“Three” is on this page already. Cut it instead of copying it, to move it.',
    );
  });

  test('for a page or a story that is not known', async () => {
    const desk = await pageDesk();
    const nobody = '01890000-0000-7000-8000-00000000dead';
    const input = { ...paste, position: 1, articleIds: [nobody] };
    expect((await desk.refuse('pages.paste', input)).code).toBe('story-missing');
    expect((await desk.refuse('pages.paste', { ...input, from: 'XXX' })).code).toBe('system-unknown');
  });
});
