import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesAgree, headlineKey } from '../../../electron/desk/stories/source-key.ts';
import type { DeskMethod } from '../../../shared/contract.ts';
import type { PageView, StoryId, SystemCode } from '../../../shared/models.ts';
import { DEFAULT_RULE, type FillRule, type ZoneSpec } from '../../../shared/pages/fill-rules.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';
import { runs } from '../../helpers/property-runs.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const CORNWALL = 'QT6' as SystemCode;
const DAYS = ['2026-11-10', '2026-11-22', '2026-11-24', '2026-12-30'];

/** Two captures of neighbours that share a story, one dated duplicate, and some of an age or a kind that rules ask for. */
async function libraryOf(desk: TestDesk): Promise<StoryId[]> {
  const capture = (title: string, names: string[]) =>
    captureText(
      title,
      names.map((name) => [null, name, `What is known of ${name}.`] as const),
    );
  const devon = capture('Devon ICS', ['Ferry', 'Moor', 'Pier', 'Quay', 'Weir', 'Lock', 'Pier']);
  const cornwall = capture('Cornwall and the Isles of Scilly ICS', ['Mine', 'Moor', 'Cove']);
  const files = [asFile('devon.txt', devon), asFile('cornwall.txt', cornwall)];
  await desk.ask('import.contents', { files, seenOn: '2026-11-20' });
  const written = [
    { headline: 'Ferry', kind: 'Column', publishedAt: '2026-11-21', systems: [DEVON] },
    { headline: 'Sluice', kind: 'Column', publishedAt: '2026-10-01', systems: [DEVON, CORNWALL] },
    { headline: 'Tide', kind: 'News', publishedAt: '2026-11-23', systems: [DEVON] },
    { headline: 'Everywhere', kind: 'News', publishedAt: '2026-11-22', systems: [], national: true },
  ];
  for (const { systems, national, ...fields } of written) {
    const { id } = await desk.ask('stories.create', { fields: { ...BLANK, ...fields }, systems });
    if (national) await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, national });
  }
  const { stories } = await desk.ask('stories.list', { query: {} });
  return stories.map(({ id }) => id);
}

const rule: fc.Arbitrary<FillRule> = fc.record({
  strengths: fc.constantFrom(DEFAULT_RULE.strengths, ['about'], []),
  kinds: fc.constantFrom({ which: 'any' }, { which: 'only', list: ['Column'] }, { which: 'except', list: ['column'] }),
  maxAgeDays: fc.constantFrom(null, 3, 60),
  national: fc.constantFrom('with', 'without', 'only'),
  first: fc.constantFrom('newest', 'local', 'about'),
  borrow: fc.constantFrom(null, { from: 'region', upTo: 6 }, { from: 'cluster', upTo: 3 }),
});
const zones: fc.Arbitrary<ZoneSpec[]> = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('Lead', 'Stories', 'Columns', 'More'),
    limit: fc.integer({ min: 1, max: 6 }),
    prominence: fc.constantFrom('lead', 'standard', 'brief'),
    rule,
  }),
  { minLength: 1, maxLength: 3, selector: ({ name }) => name },
);

type Act = (desk: TestDesk, ids: readonly StoryId[]) => [DeskMethod, unknown];
const story = (pick: number, ids: readonly StoryId[]) => ids[pick % ids.length];
const stories = (picks: readonly number[], ids: readonly StoryId[]) => picks.map((n) => story(n, ids));
const page = fc.constantFrom(DEVON, CORNWALL);
const pick = fc.nat({ max: 30 });
const several = fc.array(pick, { minLength: 1, maxLength: 4 });
const position = fc.integer({ min: 1, max: 9 });
const day = fc.option(fc.constantFrom(...DAYS));

/** What an editor may do to pages, stories and rules; whatever is refused must leave no trace. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(page, pick, position).map(
    ([system, n, at]): Act =>
      (_, ids) => ['pages.place', { system, articleId: story(n, ids), position: at }],
  ),
  fc.tuple(page, pick, position).map(
    ([system, n, at]): Act =>
      (_, ids) => ['pages.move', { system, articleId: story(n, ids), position: at }],
  ),
  fc
    .tuple(page, pick, fc.constantFrom('pages.pin', 'pages.unpin', 'pages.takeOff', 'pages.release', 'pages.putBack'))
    .map(
      ([system, n, method]): Act =>
        (_, ids) => [method as DeskMethod, { system, articleId: story(n, ids) }],
    ),
  fc.tuple(pick, position, fc.constantFrom('place', 'pin', 'takeOff', 'release')).map(
    ([n, at, action]): Act =>
      (_, ids) => ['pages.many', { articleId: story(n, ids), systems: [DEVON, CORNWALL], action, position: at }],
  ),
  fc.tuple(page, several, position).map(
    ([system, picks, at]): Act =>
      (_, ids) => ['pages.moveMany', { system, articleIds: stories(picks, ids), position: at }],
  ),
  fc.tuple(page, several, fc.constantFrom('pin', 'unpin', 'takeOff', 'release')).map(
    ([system, picks, action]): Act =>
      (_, ids) => ['pages.actMany', { system, articleIds: stories(picks, ids), action }],
  ),
  fc.tuple(page, page, several, position, fc.boolean()).map(
    ([system, from, picks, at, cut]): Act =>
      (_, ids) => ['pages.paste', { system, from, cut, articleIds: stories(picks, ids), position: at }],
  ),
  fc.tuple(page, pick, pick).map(
    ([system, n, by]): Act =>
      (_, ids) => ['pages.replaceGap', { system, articleId: story(n, ids), by: story(by, ids) }],
  ),
  fc.tuple(page, pick, day, day).map(
    ([system, n, from, until]): Act =>
      (_, ids) => ['pages.schedule', { system, articleId: story(n, ids), from, until }],
  ),
  fc.tuple(page, pick).map(
    ([system, n]): Act =>
      (_, ids) => ['pages.reword', { system, articleId: story(n, ids), words: { headline: `Said so ${n}` } }],
  ),
  fc.tuple(page, zones).map(
    ([system, list]): Act =>
      () => ['zones.set', { systems: [system], to: { kind: 'own', zones: list } }],
  ),
  fc.tuple(page, fc.constantFrom('stories', 'lead-stories', 'lead-stories-columns')).map(
    ([system, id]): Act =>
      () => ['zones.set', { systems: [system], to: { kind: 'template', id } }],
  ),
  fc.tuple(fc.constantFrom('lead-stories', 'stories'), zones).map(
    ([id, list]): Act =>
      () => ['templates.save', { id, name: `As ${id}`, zones: list }],
  ),
  fc.tuple(pick, fc.constantFrom('stories.withdraw', 'stories.bringBack')).map(
    ([n, method]): Act =>
      (_, ids) => [method as DeskMethod, { selection: { kind: 'ids', ids: [story(n, ids)] } }],
  ),
  fc.tuple(pick, page, fc.constantFrom('about', 'affects', 'mentioned')).map(
    ([n, system, strength]): Act =>
      (_, ids) => ['tags.add', { selection: { kind: 'ids', ids: [story(n, ids)] }, systems: [system], strength }],
  ),
  fc.tuple(pick, page).map(
    ([n, system]): Act =>
      (_, ids) => ['tags.remove', { selection: { kind: 'ids', ids: [story(n, ids)] }, systems: [system] }],
  ),
  fc.tuple(pick, day, day).map(
    ([n, publishedAt, embargoUntil]): Act =>
      (_, ids) => ['stories.edit', { id: story(n, ids), fields: { publishedAt, embargoUntil } }],
  ),
  fc.tuple(pick, position).map(
    ([n, at]): Act =>
      (_, ids) => ['shelf.put', { selection: { kind: 'ids', ids: [story(n, ids)] }, position: at }],
  ),
);

interface PlacementRow {
  id: string;
  article_id: StoryId;
  zone_id: string;
  standing: string;
  pin_number: number | null;
}

function placementRows(path: string, system: SystemCode): PlacementRow[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare<[string], PlacementRow>('SELECT * FROM placements WHERE system_code = ?').all(system);
  } finally {
    db.close();
  }
}

function checkView(view: PageView, rows: readonly PlacementRow[]): void {
  const teasers = view.zones.flatMap((zone) => zone.teasers);
  const ids = teasers.map(({ articleId }) => articleId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(teasers.map(({ position: at }) => at)).toEqual(teasers.map((_, index) => index + 1));

  // Nothing that an editor placed is lost: it is on the page, or is listed with the reason why not.
  const listed = [
    ...teasers.flatMap(({ placementId }) => placementId ?? []),
    ...view.waiting.map(({ placementId }) => placementId),
  ];
  expect(listed.sort()).toEqual(rows.map(({ id }) => id).sort());

  for (const zone of view.zones) {
    expect(zone.teasers.length).toBeLessThanOrEqual(zone.limit);
    const pins = zone.teasers.filter(({ placed }) => placed === 'pinned');
    const numbers = pins.map(({ pinNumber }) => pinNumber ?? 0);
    for (const { articleId, pinNumber } of pins) {
      const row = rows.find((each) => each.article_id === articleId);
      expect(row).toMatchObject({ zone_id: zone.id, pin_number: pinNumber });
    }
    // Only a number that the zone does not reach, or that two pins have, can give way.
    const canAllStand =
      new Set(numbers).size === numbers.length && numbers.every((each) => each <= zone.teasers.length);
    if (canAllStand) {
      for (const { pinNumber, articleId } of pins) {
        expect(zone.teasers.findIndex((teaser) => teaser.articleId === articleId) + 1).toBe(pinNumber);
      }
    }
  }
  // A room that is left means that nothing placed there was turned away.
  for (const { articleId, why } of view.waiting) {
    if (why !== 'no-room') continue;
    const zone = view.zones.find(({ id }) => id === rows.find((row) => row.article_id === articleId)?.zone_id);
    expect(zone?.teasers.length).toBe(zone?.limit);
    expect(zone?.teasers.every(({ placed }) => placed !== 'filled')).toBe(true);
  }
  checkTwins(view);
}

/** A fill is no duplicate of anything else on the page, unless one capture had both. */
function checkTwins(view: PageView): void {
  const teasers = view.zones.flatMap((zone) => zone.teasers);
  for (const fill of teasers.filter(({ placed }) => placed === 'filled')) {
    const twins = teasers.filter(
      (other) =>
        other.articleId !== fill.articleId &&
        headlineKey(other.source.headline) === headlineKey(fill.source.headline) &&
        datesAgree(other.publishedAt, fill.publishedAt),
    );
    for (const twin of twins) {
      expect(twin.source.headline).toBe('Pier');
    }
  }
}

describe('random edits, dates and rules', () => {
  test('keep every page whole on every day, and undo and redo are exact', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 16 }), async (acts) => {
        const desk = testDesk();
        const ids = await libraryOf(desk);
        const first = snapshot(desk.path);
        let steps = 0;
        for (const make of acts) {
          const [method, input] = make(desk, ids);
          const before = snapshot(desk.path);
          const reply = await desk.desk.call(method, input);
          if (!reply.ok) {
            expect(reply.error.code, reply.error.message).not.toBe('bug');
            expect(snapshot(desk.path)).toEqual(before);
          } else if ((reply.value as { entry: unknown }).entry) steps += 1;
          for (const system of [DEVON, CORNWALL]) {
            const rows = placementRows(desk.path, system);
            for (const asOf of [undefined, ...DAYS]) {
              checkView(await desk.ask('pages.get', { system, asOf }), rows);
            }
            const tray = await desk.ask('pages.tray', { system });
            expect(tray.map(({ articleId }) => articleId).sort()).toEqual(
              rows
                .filter(({ standing }) => standing === 'off')
                .map(({ article_id }) => article_id)
                .sort(),
            );
          }
        }
        const last = snapshot(desk.path);
        for (let step = 0; step < steps; step += 1) await desk.ask('history.undo', {});
        expect(snapshot(desk.path)).toEqual(first);
        for (let step = 0; step < steps; step += 1) await desk.ask('history.redo', {});
        expect(snapshot(desk.path)).toEqual(last);
      }),
      { numRuns: runs(30) },
    );
  }, 120_000);
});
