import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../shared/pages/fill-rules.ts';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';
import { DEFAULT_ZONE } from '../../helpers/zones.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const SOMERSET = 'QSL' as SystemCode;
const KENT = 'QKS' as SystemCode;

async function write(
  desk: TestDesk,
  headline: string,
  systems: SystemCode[],
  { publishedAt = '2026-11-20', national = false } = {},
): Promise<StoryId> {
  const fields = { ...BLANK, headline, alt: `A picture of ${headline}`, publishedAt };
  return (await desk.ask('stories.create', { fields, systems, national })).id;
}

async function deskWith(
  systems: SystemCode[],
  more: { national?: boolean } = {},
): Promise<{ desk: TestDesk; shared: StoryId }> {
  const desk = testDesk();
  await desk.ask('settings.set', { limits: { fewest: 1 } });
  await write(desk, 'Exeter opens a ward', [DEVON]);
  const shared = await write(desk, 'Two counties share a scanner', systems, more);
  return { desk, shared };
}

const flags = async (desk: TestDesk, system: SystemCode, asOf?: string) =>
  (await desk.ask('checks.page', { system, ...(asOf ? { asOf } : {}) })).checks
    .filter(({ kind }) => kind === 'lead-shared')
    .map(({ says }) => says);

describe('a lead that a page next door has too', () => {
  test('is flagged on both pages, and on no page further away', async () => {
    const { desk, shared } = await deskWith([DEVON, DORSET, KENT]);
    const says = (name: string) => [
      `The lead, “Two counties share a scanner”, is also the lead of the neighbouring page ${name}.`,
    ];
    expect(await flags(desk, DEVON)).toEqual(says('Dorset'));
    expect(await flags(desk, DORSET)).toEqual(says('Devon'));
    expect(await flags(desk, KENT)).toEqual([]);
    const found = (await desk.ask('checks.page', { system: DEVON })).checks.find(({ kind }) => kind === 'lead-shared');
    expect(found).toMatchObject({ key: `lead-shared:${shared}`, level: 'warning', at: { position: 1 } });
    expect(found?.fixes.map(({ does }) => does)).toEqual(['move', 'joint-lead']);
  });

  test('counts in the figures of all pages', async () => {
    const { desk } = await deskWith([DEVON, DORSET]);
    const all = await desk.ask('checks.all', {});
    expect(all.find(({ code }) => code === DEVON)?.warnings).toBe(1);
    expect(all.find(({ code }) => code === DORSET)?.warnings).toBe(1);
  });

  test('is none any more once either page leads with another, and is again after undo', async () => {
    const { desk, shared } = await deskWith([DEVON, DORSET]);
    await desk.ask('pages.move', { system: DEVON, articleId: shared, position: 2 });
    expect(await flags(desk, DEVON)).toEqual([]);
    expect(await flags(desk, DORSET)).toEqual([]);
    await desk.ask('history.undo', {});
    expect(await flags(desk, DORSET)).toHaveLength(1);
  });

  test('is flagged where an editor pinned it as well as where the rule filled it in', async () => {
    const { desk, shared } = await deskWith([DORSET]);
    expect(await flags(desk, DORSET)).toEqual([]);
    await desk.ask('pages.place', { system: DEVON, articleId: shared });
    await desk.ask('pages.pin', { system: DEVON, articleId: shared });
    expect(await flags(desk, DEVON)).toHaveLength(1);
    expect(await flags(desk, DORSET)).toHaveLength(1);
  });

  test('a national lead names every page next door, and one mark settles all of them', async () => {
    const { desk, shared } = await deskWith([], { national: true });
    await write(desk, 'Somerset moves on', [SOMERSET]);
    expect((await flags(desk, DEVON))[0]).toContain(
      'is also the lead of the neighbouring pages Cornwall and the Isles of Scilly; and Dorset',
    );
    await desk.ask('joint.mark', { articleId: shared });
    for (const { code } of await desk.ask('systems.list', {})) expect(await flags(desk, code)).toEqual([]);
  });

  test('is flagged where a thin page next door has only borrowed it', async () => {
    const { desk } = await deskWith([DEVON]);
    const borrow = { from: 'region' as const, upTo: 5 };
    const zones = [{ ...DEFAULT_ZONE, rule: { ...DEFAULT_RULE, borrow } }];
    await desk.ask('zones.set', { systems: [DORSET], to: { kind: 'own', zones } });
    expect(await flags(desk, DEVON)).toEqual([
      'The lead, “Two counties share a scanner”, is also the lead of the neighbouring page Dorset.',
    ]);
    expect(await flags(desk, DORSET)).toHaveLength(1);
  });

  test('goes by the areas and the pages of the day asked for', async () => {
    const desk = testDesk();
    const FRIMLEY = 'QNQ' as SystemCode;
    const HAMPSHIRE = 'QRL' as SystemCode;
    await write(desk, 'A bridge between them', [FRIMLEY, HAMPSHIRE], { publishedAt: '2026-03-20' });
    expect(await flags(desk, HAMPSHIRE, '2026-03-31')).toHaveLength(1);
    expect(await flags(desk, HAMPSHIRE)).toEqual([]);
    expect(await flags(desk, FRIMLEY)).toEqual([]);
  });
});

describe('a joint lead', () => {
  test('is marked, seen on the page, ended, and every step is undone and redone exactly', async () => {
    const { desk, shared } = await deskWith([DEVON, DORSET]);
    const states = [snapshot(desk.path)];
    const marked = await desk.ask('joint.mark', { articleId: shared, note: 'One hospital, two counties' });
    expect(marked.entry?.label).toBe('Mark “Two counties share a scanner” as a joint lead');
    states.push(snapshot(desk.path));
    const page = await desk.ask('pages.get', { system: DORSET });
    expect(page.jointLead).toEqual({
      articleId: shared,
      note: 'One hospital, two counties',
      by: 'A. Tester',
      at: '2026-11-22T10:00:00.000Z',
    });
    expect(await flags(desk, DEVON)).toEqual([]);
    await desk.ask('joint.unmark', { articleId: shared });
    states.push(snapshot(desk.path));
    expect((await desk.ask('pages.get', { system: DORSET })).jointLead).toBeNull();
    expect(await flags(desk, DEVON)).toHaveLength(1);
    for (const state of states.slice(0, -1).reverse()) {
      await desk.ask('history.undo', {});
      expect(snapshot(desk.path)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await desk.ask('history.redo', {});
      expect(snapshot(desk.path)).toEqual(state);
    }
  });

  test('shows only while it leads, and holds when it leads again', async () => {
    const { desk, shared } = await deskWith([DEVON, DORSET]);
    await desk.ask('joint.mark', { articleId: shared });
    await desk.ask('pages.move', { system: DEVON, articleId: shared, position: 2 });
    expect((await desk.ask('pages.get', { system: DEVON })).jointLead).toBeNull();
    await desk.ask('pages.move', { system: DEVON, articleId: shared, position: 1 });
    expect((await desk.ask('pages.get', { system: DEVON })).jointLead).toMatchObject({ articleId: shared });
  });

  test('a second mark changes nothing unless it says more; ending what is none changes nothing', async () => {
    const { desk, shared } = await deskWith([DEVON]);
    expect((await desk.ask('joint.unmark', { articleId: shared })).entry).toBeNull();
    await desk.ask('joint.mark', { articleId: shared });
    expect(await desk.ask('joint.mark', { articleId: shared })).toEqual({ entry: null, changed: 0 });
    expect((await desk.ask('joint.mark', { articleId: shared, note: 'Both towns' })).changed).toBe(1);
  });

  test('refuses a story that is not known, and a note that is too long', async () => {
    const { desk, shared } = await deskWith([DEVON]);
    const missing = '01890000-0000-7000-8000-00000000000f';
    expect((await desk.refuse('joint.mark', { articleId: missing })).code).toBe('story-missing');
    expect((await desk.refuse('joint.unmark', { articleId: missing })).code).toBe('story-missing');
    expect((await desk.refuse('joint.mark', { articleId: shared, note: 'a'.repeat(501) })).code).toBe('bad-call');
  });
});
