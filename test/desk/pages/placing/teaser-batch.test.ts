import { describe, expect, test } from 'vitest';
import { DEVON, type PageDesk, pageDesk } from '../../../helpers/pages.ts';
import { snapshot } from '../../../helpers/snapshot.ts';
import { DEFAULT_ZONE } from '../../../helpers/zones.ts';

const ids = (desk: PageDesk, ...names: string[]) => names.map((name) => desk.id(name));

describe('several teasers moved together', () => {
  test('keep their order, stand next to each other from the number on, and are one step with one undo', async () => {
    const desk = await pageDesk();
    const before = snapshot(desk.path);
    const written = await desk.ask('pages.moveMany', {
      system: DEVON,
      // However they were named, they keep the page's order.
      articleIds: ids(desk, 'Six', 'Three', 'Five'),
      position: 2,
    });
    expect(written.entry?.label).toBe('Move 3 teasers to 2 on Devon');
    expect(written).toMatchObject({ changed: 3, moved: [] });
    expect(await desk.order()).toBe('One Three Five Six Two Four');
    expect((await desk.teasers()).map(({ placed }) => placed)).toEqual([
      'filled',
      'free',
      'free',
      'free',
      'filled',
      'filled',
    ]);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('pass over the pins of others, which keep their numbers, and take pins of their own along', async () => {
    const desk = await pageDesk();
    for (const name of ['Two', 'Five']) await desk.ask('pages.pin', { system: DEVON, articleId: desk.id(name) });
    await desk.ask('pages.moveMany', { system: DEVON, articleIds: ids(desk, 'Four', 'Five', 'Six'), position: 1 });
    expect(await desk.order()).toBe('Four Two* Five* Six One Three');
    expect((await desk.teasers())[2]).toMatchObject({ headline: 'Five', pinNumber: 3 });
  });

  test('stand as low as all of them fit when the number leaves no room below it', async () => {
    const desk = await pageDesk();
    const written = await desk.ask('pages.moveMany', {
      system: DEVON,
      articleIds: ids(desk, 'One', 'Two'),
      position: 6,
    });
    expect(written.entry?.label).toBe('Move 2 teasers to 5 on Devon');
    expect(await desk.order()).toBe('Three Four Five Six One Two');
  });

  test('change nothing where they stand already', async () => {
    const desk = await pageDesk();
    const input = { system: DEVON, articleIds: ids(desk, 'Two', 'Three'), position: 2 };
    expect(await desk.ask('pages.moveMany', input)).toEqual({ entry: null, changed: 0 });
  });

  test('are refused whole, by name, when one of them is not on the page', async () => {
    const desk = await pageDesk();
    await desk.ask('pages.takeOff', { system: DEVON, articleId: desk.id('Four') });
    const before = snapshot(desk.path);
    const articleIds = ids(desk, 'Two', 'Four', 'Six');
    for (const [method, input] of [
      ['pages.moveMany', { position: 1 }],
      ['pages.actMany', { action: 'pin' }],
    ] as const) {
      expect(await desk.refuse(method, { system: DEVON, articleIds, ...input })).toEqual({
        code: 'placement-missing',
        message: '“Four” is not on the Devon page now, so nothing was changed. Choose again.',
      });
    }
    expect(snapshot(desk.path)).toEqual(before);
    expect((await desk.refuse('pages.moveMany', { system: DEVON, articleIds: [], position: 1 })).code).toBe('bad-call');
    expect((await desk.refuse('pages.moveMany', { system: DEVON, articleIds, position: 0 })).code).toBe('bad-call');
  });
});

describe('several teasers on a page of several zones', () => {
  const zonesOf = async (desk: PageDesk) =>
    (await desk.ask('pages.get', { system: DEVON })).zones.map(({ teasers }) =>
      teasers.map(({ headline }) => headline).join(' '),
    );
  async function zoned(lead: number): Promise<PageDesk> {
    const desk = await pageDesk(8);
    const zone = (name: string, limit: number) => ({ ...DEFAULT_ZONE, name, limit });
    const zones = [zone('Lead', lead), zone('Stories', 4), zone('More', 3)];
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'own', zones } });
    return desk;
  }

  test('go to a zone together, which pushes its last ones down', async () => {
    const desk = await zoned(2);
    expect(await zonesOf(desk)).toEqual(['One Two', 'Three Four Five Six', 'Seven Eight']);
    await desk.ask('pages.moveMany', { system: DEVON, articleIds: ids(desk, 'One', 'Two'), position: 1 });
    await desk.ask('pages.moveMany', { system: DEVON, articleIds: ids(desk, 'Five', 'Seven'), position: 1 });
    expect(await zonesOf(desk)).toEqual(['Five Seven', 'One Two Three Four', 'Six Eight']);
    // What an editor had placed in the first zone is placed at the top of the next, in its order.
    await desk.ask('pages.moveMany', { system: DEVON, articleIds: ids(desk, 'Six', 'Eight'), position: 1 });
    expect(await zonesOf(desk)).toEqual(['Six Eight', 'Five Seven One Two', 'Three Four']);
    expect(await desk.waiting()).toEqual([]);
  });

  test('pass over a zone that has no room for all of them, and are refused where none has', async () => {
    const desk = await zoned(1);
    const articleIds = ids(desk, 'Six', 'Seven', 'Eight');
    const written = await desk.ask('pages.moveMany', { system: DEVON, articleIds, position: 1 });
    expect(written.entry?.label).toBe('Move 3 teasers to 2 on Devon');
    expect(await zonesOf(desk)).toEqual(['One', 'Six Seven Eight Two', 'Three Four Five']);
    const all = (await desk.teasers()).map(({ articleId }) => articleId);
    expect((await desk.refuse('pages.moveMany', { system: DEVON, articleIds: all, position: 1 })).message).toBe(
      'Lead on Devon has room for 1 teaser, and these are 8. Choose fewer of them, or another place.',
    );
  });

  test('are sent to a number of a zone by its name', async () => {
    const desk = await zoned(2);
    const zoneId = (await desk.ask('pages.get', { system: DEVON })).zones[2]?.id;
    await desk.ask('pages.moveMany', { system: DEVON, articleIds: ids(desk, 'One', 'Two'), position: 1, zoneId });
    expect((await zonesOf(desk))[2]).toMatch(/^One Two/);
    const input = { system: DEVON, articleIds: ids(desk, 'Three'), position: 1, zoneId: 'gone' };
    expect((await desk.refuse('pages.moveMany', input)).code).toBe('zone-position');
  });
});

describe('one action on several teasers', () => {
  test('pins those that are not pinned, unpins those that are, and counts what it changed', async () => {
    const desk = await pageDesk();
    await desk.ask('pages.pin', { system: DEVON, articleId: desk.id('Three') });
    const articleIds = ids(desk, 'Two', 'Three', 'Four');
    const pinned = await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'pin' });
    expect(pinned).toMatchObject({ changed: 2, entry: { label: 'Pin 2 teasers on Devon' } });
    expect(await desk.order()).toBe('One Two* Three* Four* Five Six');
    expect(await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'pin' })).toMatchObject({
      entry: null,
    });

    // Neighbours let go at once must not fall into one rank.
    const unpinned = await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'unpin' });
    expect(unpinned.entry?.label).toBe('Unpin 3 teasers on Devon');
    expect(await desk.order()).toBe('One Two Three Four Five Six');
    await desk.ask('pages.move', { system: DEVON, articleId: desk.id('Six'), position: 3 });
    expect(await desk.order()).toBe('One Two Six Three Four Five');
  });

  test('names the teaser when it changes only one', async () => {
    const desk = await pageDesk();
    await desk.ask('pages.pin', { system: DEVON, articleId: desk.id('Three') });
    const written = await desk.ask('pages.actMany', {
      system: DEVON,
      articleIds: ids(desk, 'Two', 'Three'),
      action: 'unpin',
    });
    expect(written.entry?.label).toBe('Unpin “Three” on Devon');
  });

  test('takes off, and leaves to the rule, and says what came in', async () => {
    const desk = await pageDesk(22);
    const before = snapshot(desk.path);
    const articleIds = ids(desk, 'Two', 'Four');
    const off = await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'takeOff' });
    expect(off.entry?.label).toBe('Take off 2 teasers on Devon');
    expect(off.moved?.map(({ headline, from, to, waits }) => [headline, from, to, waits])).toEqual([
      ['Two', 2, null, false],
      ['Four', 4, null, false],
      ['Number 21', null, 19, false],
      ['Number 22', null, 20, false],
    ]);
    // A story that is off the page still has a decision, which can be left to the zone.
    const released = await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'release' });
    expect(released.entry?.label).toBe('Let the zone place 2 teasers on Devon');
    expect((await desk.order()).startsWith('One Two Three Four')).toBe(true);
    await desk.ask('history.undo', {});
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
  });
});

describe('what a step pushed off the page', () => {
  test('is named with its number: the last fill goes', async () => {
    const desk = await pageDesk(21);
    const placed = await desk.ask('pages.place', { system: DEVON, articleId: desk.id('Number 21'), position: 3 });
    expect(placed.moved?.map(({ headline, from, to, waits }) => [headline, from, to, waits])).toEqual([
      ['Number 20', 20, null, false],
      ['Number 21', null, 3, false],
    ]);
  });

  test('waits where an editor had placed it', async () => {
    const desk = await pageDesk(21);
    const all = Array.from({ length: 20 }, (_, index) => index + 1);
    const articleIds = (await desk.teasers()).map(({ articleId }) => articleId);
    await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'pin' });
    await desk.ask('pages.actMany', { system: DEVON, articleIds, action: 'unpin' });
    expect((await desk.teasers()).map(({ position }) => position)).toEqual(all);
    const placed = await desk.ask('pages.place', { system: DEVON, articleId: desk.id('Number 21'), position: 1 });
    expect(placed.moved?.[0]).toMatchObject({ headline: 'Number 20', from: 20, to: null, waits: true });
    expect(await desk.waiting()).toEqual([['Number 20', 'no-room']]);
  });

  test('says nothing where nothing had to change', async () => {
    const desk = await pageDesk();
    expect(await desk.ask('pages.place', { system: DEVON, articleId: desk.id('One') })).toMatchObject({ moved: [] });
    expect(await desk.ask('pages.place', { system: DEVON, articleId: desk.id('One') })).toEqual({
      entry: null,
      changed: 0,
    });
  });
});
