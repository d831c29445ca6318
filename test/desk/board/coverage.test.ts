import { describe, expect, test } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const FRIMLEY = 'QNQ' as SystemCode;

async function withStories() {
  const desk = testDesk();
  const create = (headline: string, publishedAt: string | null, systems: SystemCode[], national = false) =>
    desk.ask('stories.create', { fields: { ...BLANK, headline, publishedAt }, systems, national });
  await create('Exeter opens a ward', '2026-11-20', [DEVON]);
  await create('Two counties share a scanner', '2026-11-01', [DEVON, DORSET]);
  await create('Old news from the coast', '2026-10-01', [DORSET]);
  await create('Slough says goodbye', '2026-11-10', [FRIMLEY]);
  await create('Ministers publish a plan', '2026-11-11', [], true);
  await create('Nobody knows where', '2026-11-12', []);
  await create('A story without a day', null, [DORSET]);
  await create('Not out yet', '2026-11-30', [DEVON]);
  return desk;
}

describe('coverage', () => {
  test('counts the stories of a window by system, with what stands apart', async () => {
    const desk = await withStories();
    const coverage = await desk.ask('coverage.get', { from: '2026-11-01', to: '2026-11-22' });
    const of = (code: SystemCode) => coverage.systems.find((each) => each.code === code);
    expect(coverage.systems).toHaveLength(36);
    expect(of(DEVON)).toMatchObject({ stories: 2, undated: 0, share: 0.5, lead: 'dated', leadAgeDays: 2 });
    expect(of(DORSET)).toMatchObject({ stories: 2, undated: 1, share: 0.5 });
    expect(of(FRIMLEY)).toBeUndefined();
    expect(coverage.totals).toMatchObject({ stories: 6, filed: 3, national: 1, elsewhere: 1, unfiled: 1 });
    expect(coverage.systems.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('keeps the backlog beside it, so that nothing filed is not nothing happened', async () => {
    const desk = await withStories();
    const { total, stories } = await desk.ask('stories.list', { query: { filed: 'unfiled' } });
    expect(total).toBe(1);
    await desk.ask('queue.reopen', { selection: { kind: 'ids', ids: stories.map(({ id }) => id) } });
    const { totals, backlog } = await desk.ask('coverage.get', { from: '2026-11-12', to: '2026-11-12' });
    const all = await desk.ask('library.info', {});
    expect(totals).toMatchObject({ stories: 1, unreviewed: 1, unreviewedUnfiled: 1 });
    expect(backlog).toBe(all.counts.unreviewed);
  });

  test('an empty window has no share and no story', async () => {
    const desk = testDesk();
    const { systems, totals } = await desk.ask('coverage.get', { from: '2026-11-01', to: '2026-11-22' });
    expect(systems.every(({ share, stories, lead }) => share === 0 && stories === 0 && lead === 'none')).toBe(true);
    expect(totals.stories).toBe(0);
  });

  test('a window that ends before it begins is refused', async () => {
    const desk = testDesk();
    const fault = await desk.refuse('coverage.get', { from: '2026-11-22', to: '2026-11-01' });
    expect(fault).toMatchObject({ code: 'bad-call', message: expect.stringContaining('first day') });
  });

  test.each([
    ['2026-11-22', '2026', 36],
    ['2026-04-01', '2026', 36],
    ['2026-03-31', '2023', 42],
    ['2022-07-01', '2023', 42],
  ])('on %s the map is that of %s, with an area and a tile for each of the %i systems', async (asOf, year, count) => {
    const desk = testDesk();
    const { boundaries, topology, tiles } = await desk.ask('coverage.map', { asOf });
    const systems = (await desk.ask('systems.list', { asOf })).map(({ code }) => code).sort();
    expect(systems).toHaveLength(count);
    expect(boundaries).toBe(year);
    expect(topology.objects.systems.geometries.map(({ id }) => id).sort()).toEqual(systems);
    expect(tiles.map(({ code }) => code).sort()).toEqual(systems);
    expect(new Set(tiles.map(({ column, row }) => `${column}/${row}`)).size).toBe(count);
  });
});
