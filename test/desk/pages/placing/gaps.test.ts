import { describe, expect, test } from 'vitest';
import { DEVON, pageDesk } from '../../../helpers/pages.ts';
import { snapshot } from '../../../helpers/snapshot.ts';

describe('a pinned story that does not show', () => {
  test('says which number of which zone it keeps, while the page closes up', async () => {
    const desk = await pageDesk();
    await desk.ask('pages.pin', { system: DEVON, articleId: desk.id('Three') });
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [desk.id('Three')] } });
    const { waiting } = await desk.ask('pages.get', { system: DEVON });
    expect(waiting).toMatchObject([{ headline: 'Three', why: 'withdrawn', pinNumber: 3, zoneId: 'QJK/stories' }]);
    expect(await desk.order()).toBe('One Two Four Five Six');
  });

  test('gives its number to another story, as one step with one undo', async () => {
    const desk = await pageDesk();
    const [articleId, by] = [desk.id('Three'), desk.id('Six')];
    await desk.ask('pages.pin', { system: DEVON, articleId });
    await desk.ask('pages.schedule', { system: DEVON, articleId, from: null, until: '2026-11-21' });
    const before = snapshot(desk.path);
    const written = await desk.ask('pages.replaceGap', { system: DEVON, articleId, by });
    expect(written.entry?.label).toBe('Pin “Six” at 3 in the place of “Three” on Devon');
    // The rule may bring the other one back like any story filed here.
    expect(await desk.order()).toBe('One Two Six* Three Four Five');
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    expect(await desk.order()).toBe('One Two Four Five Six');
  });

  test('is refused for a story that shows, a withdrawn one, and a number that a pin holds by now', async () => {
    const desk = await pageDesk();
    const [articleId, by] = [desk.id('Three'), desk.id('Six')];
    await desk.ask('pages.pin', { system: DEVON, articleId });
    const input = { system: DEVON, articleId, by };
    expect((await desk.refuse('pages.replaceGap', input)).message).toBe(
      '“Three” leaves no gap on the Devon page. Look at the page again.',
    );
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [articleId, desk.id('Five')] } });
    expect((await desk.refuse('pages.replaceGap', { ...input, by: desk.id('Five') })).code).toBe('story-not-out');
    expect((await desk.refuse('pages.replaceGap', { ...input, by: articleId })).code).toBe('placement-missing');
    await desk.ask('pages.pin', { system: DEVON, articleId: desk.id('Four') });
    expect(await desk.refuse('pages.replaceGap', input)).toEqual({
      code: 'zone-position',
      message: 'Number 3 on Devon is held by the pinned “Four” by now. Let the zone fill it instead.',
    });
    // The pin that holds the number may take it for good.
    await desk.ask('pages.replaceGap', { ...input, by: desk.id('Four') });
    expect(await desk.waiting()).toEqual([]);
    expect(await desk.order()).toBe('One Two Four* Six');
  });
});
