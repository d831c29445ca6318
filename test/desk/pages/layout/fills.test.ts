import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runStep } from '../../../../electron/desk/core/changes.ts';
import { newId } from '../../../../electron/desk/core/ids.ts';
import { openLibrary } from '../../../../electron/desk/core/open.ts';
import type { WriteDb } from '../../../../electron/desk/core/sql.ts';
import { OnPage } from '../../../../electron/desk/pages/layout/duplicates.ts';
import { type Fill, listFills } from '../../../../electron/desk/pages/layout/fills.ts';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { DEFAULT_RULE, type FillRule } from '../../../../shared/pages/fill-rules.ts';
import { captureSteps, classRank, fillRank } from '../../../../shared/pages/rank.ts';
import { momentOf } from '../../../../shared/words/days.ts';
import { runs } from '../../../helpers/property-runs.ts';

const DEVON = 'QJK' as SystemCode;
const CORNWALL = 'QT6' as SystemCode;
const ACTOR = { by: 'A. Tester', replica: 'desk', door: 'cli' as const, atMs: 0, day: '2026-11-22' };
const NOW = '2026-11-22T10:00';

const strengths = fc.option(fc.constantFrom('about' as const, 'affects' as const, 'mentioned' as const));
const story = fc.record({
  publishedAt: fc.option(
    fc.constantFrom('2026-11-10', '2026-11-20', '2026-11-20T09:00', '2026-11-20T17:30', '2026-11-21', '2026-11-25'),
  ),
  firstSeenOn: fc.constantFrom('2026-11-09', '2026-11-19', '2026-11-20', '2026-11-21'),
  embargoUntil: fc.option(fc.constantFrom('2026-11-20', '2026-12-01'), { freq: 4 }),
  withdrawn: fc.boolean(),
  national: fc.boolean(),
  kind: fc.option(fc.constantFrom('News', 'Column', 'column')),
  strength: strengths,
  inCornwall: strengths,
  /** Its number on each of two captures of the page, the older first. */
  ranks: fc.tuple(fc.option(fc.nat({ max: 9 })), fc.option(fc.nat({ max: 9 }))),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const rule: fc.Arbitrary<FillRule> = fc.record({
  strengths: fc.uniqueArray(fc.constantFrom('about' as const, 'affects' as const, 'mentioned' as const)),
  kinds: fc.constantFrom(
    { which: 'any' as const },
    { which: 'only' as const, list: ['Column'] },
    { which: 'except' as const, list: ['COLUMN'] },
  ),
  maxAgeDays: fc.constantFrom(null, 0, 1, 5, 12),
  national: fc.constantFrom('with', 'without', 'only'),
  first: fc.constantFrom('newest', 'local', 'about'),
  borrow: fc.option(fc.record({ from: fc.constant('region' as const), upTo: fc.integer({ min: 1, max: 6 }) })),
});

function libraryOf(stories: readonly Story[]): { db: WriteDb; ids: string[] } {
  const db = openLibrary(':memory:');
  const captures = ['2026-11-19', '2026-11-21'].map((seenOn) => ({ id: newId(), seenOn }));
  const ids = stories.map(() => newId());
  runStep(db, ACTOR, 'Fill the library', (changes) => {
    for (const { id, seenOn } of captures) {
      changes.insert('captures', { id, system_code: DEVON, file: 'devon.txt', sha256: id, seen_on: seenOn });
    }
    stories.forEach((each, i) => {
      const id = ids[i] ?? '';
      changes.insert('articles', {
        seq: i + 1,
        id,
        source_key: `h:${i}`,
        headline_key: `h:${i}`,
        origin: 'capture',
        headline: `Story ${i}`,
        kind: each.kind,
        published_at: each.publishedAt,
        embargo_until: each.embargoUntil,
        first_seen_on: each.firstSeenOn,
        source_seen_on: each.firstSeenOn,
        national: each.national ? 1 : 0,
        withdrawn_at: each.withdrawn ? '2026-11-22T09:00' : null,
        source_words: '{}',
      });
      const tag = { origin: 'capture', tagged_by: 'x', tagged_at_ms: 0 };
      const filed = [
        { code: DEVON, strength: each.strength },
        { code: CORNWALL, strength: each.inCornwall },
      ];
      for (const { code, strength } of filed) {
        if (strength) changes.insert('tags', { article_id: id, system_code: code, strength, ...tag });
      }
      each.ranks.forEach((rank, age) => {
        const capture = captures[age];
        if (rank === null || !capture) return;
        changes.insert('sightings', { article_id: id, capture_id: capture.id, rank: rank + 1 });
      });
    });
  });
  return { db, ids };
}

/** The rule in plain words and loops: what it may take, in which class, and what of it comes first. */
function expectedFills(
  stories: readonly Story[],
  ids: readonly string[],
  asked: FillRule,
  active: boolean,
  count: number,
) {
  const dated = stories
    .flatMap(({ publishedAt, ranks: [, rank], strength, withdrawn }, i) =>
      publishedAt && rank !== null && strength && !withdrawn
        ? [{ day: publishedAt.slice(0, 10), rank: rank + 1, i }]
        : [],
    )
    .sort((a, b) => a.rank - b.rank || b.i - a.i);
  const capture = { day: '2026-11-21', steps: captureSteps(dated) };
  const found = stories.flatMap((each, i) => {
    const day = (each.publishedAt ?? each.firstSeenOn).slice(0, 10);
    const isOut =
      i > 0 &&
      !each.withdrawn &&
      (each.publishedAt === null || each.publishedAt <= NOW) &&
      (each.embargoUntil === null || each.embargoUntil <= NOW);
    const isColumn = each.kind?.toLowerCase() === 'column';
    const isKind = asked.kinds.which === 'any' || isColumn === (asked.kinds.which === 'only');
    const oldest =
      { 0: '2026-11-22', 1: '2026-11-21', 5: '2026-11-17', 12: '2026-11-10' }[asked.maxAgeDays ?? -1] ?? '';
    if (!isOut || !isKind || day < oldest) return [];
    const feeds = (strength: Story['strength']) => strength !== null && asked.strengths.includes(strength);
    const isLocal = asked.national !== 'only' && feeds(each.strength);
    const isWide = active && asked.national !== 'without' && each.national;
    const isNear = asked.borrow !== null && !each.national && feeds(each.inCornwall);
    if (!isLocal && !isWide && !isNear) return [];
    const scope = isLocal ? 'system' : isWide ? 'national' : 'nearby';
    const own =
      asked.first === 'newest'
        ? 0
        : asked.first === 'local'
          ? Number(!isLocal)
          : Number(!isLocal || each.strength !== 'about');
    const classIndex = scope === 'nearby' ? (asked.first === 'newest' ? 1 : 2) : own;
    const [older, newer] = each.ranks;
    const sighting =
      newer !== null ? { captureAge: 0, rank: newer + 1 } : older !== null ? { captureAge: 1, rank: older + 1 } : null;
    const outAt = each.publishedAt ?? each.firstSeenOn;
    // What is borrowed has no place in the captures of the page that borrows it.
    const isNearby = scope === 'nearby';
    const place = { outAt, isDated: each.publishedAt !== null, seq: i + 1, sighting: isNearby ? null : sighting };
    const rank = fillRank(place, isNearby ? null : capture);
    const lender = scope === 'nearby' ? CORNWALL : null;
    return [{ articleId: ids[i], scope, rank: classRank(rank, classIndex), lender }];
  });
  const sorted = found.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, count);
  const own = sorted.filter(({ scope }) => scope !== 'nearby');
  const room = Math.max(0, (asked.borrow?.upTo ?? 0) - own.length);
  return [...own, ...sorted.filter(({ scope }) => scope === 'nearby').slice(0, room)];
}

test('the fills are the first by rank of all that the rule allows', () => {
  fc.assert(
    fc.property(
      fc.array(story, { maxLength: 12 }),
      rule,
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      (stories, asked, count, active) => {
        const { db, ids } = libraryOf(stories);
        const { fills } = listFills(db, DEVON, asked, momentOf(NOW), {
          national: active,
          lenders: [CORNWALL],
          except: new Set(ids.slice(0, 1) as StoryId[]),
          onPage: new OnPage(),
          count,
          placed: 0,
        });
        expect(fills).toEqual(expectedFills(stories, ids, asked, active, count));
        db.close();
      },
    ),
    { numRuns: runs(400) },
  );
  // Each run makes a library; a busy machine needs its time.
}, 90_000);

describe('a story whose twin stands on the page', () => {
  const plain: Story = {
    publishedAt: '2026-11-20',
    firstSeenOn: '2026-11-20',
    embargoUntil: null,
    withdrawn: false,
    national: false,
    kind: null,
    strength: 'about',
    inCornwall: null,
    ranks: [null, null],
  };
  const options = (count: number) => ({
    national: true,
    lenders: [],
    except: new Set<StoryId>(),
    onPage: new OnPage(),
    count,
    placed: 0,
  });
  const numbersOf = (ids: readonly string[], fills: readonly Fill[]) =>
    fills.map(({ articleId }) => ids.indexOf(articleId));
  const rename = (db: WriteDb, id: string | undefined, patch: Record<string, string>) =>
    runStep(db, ACTOR, 'Change', (changes) => changes.update('articles', [id ?? ''], patch));

  test('is kept back, and the next one takes its place', () => {
    const { db, ids } = libraryOf([plain, plain, plain]);
    rename(db, ids[1], { headline_key: 'h:2' });
    const { fills, duplicates } = listFills(db, DEVON, DEFAULT_RULE, momentOf(NOW), options(2));
    expect(numbersOf(ids, fills)).toEqual([2, 0]);
    expect(duplicates).toEqual([{ articleId: ids[1], of: ids[2], same: 'story' }]);
  });

  test('stays where their dates make two stories of them, or where one capture has both', () => {
    const { db, ids } = libraryOf([plain, { ...plain, ranks: [null, 3] }, { ...plain, ranks: [null, 7] }, plain]);
    rename(db, ids[2], { headline_key: 'h:1' });
    rename(db, ids[3], { headline_key: 'h:0', published_at: '2026-10-01' });
    const { fills, duplicates } = listFills(db, DEVON, DEFAULT_RULE, momentOf(NOW), options(9));
    expect(numbersOf(ids, fills)).toEqual([0, 1, 2, 3]);
    expect(duplicates).toEqual([]);
  });

  test('counts as one by its image as well', () => {
    const { db, ids } = libraryOf([plain, plain]);
    runStep(db, ACTOR, 'Give images', (changes) => {
      for (const id of ids) changes.insert('images', { article_id: id, address: 'https://example.org/pier.jpg' });
    });
    const { fills, duplicates } = listFills(db, DEVON, DEFAULT_RULE, momentOf(NOW), options(9));
    expect(numbersOf(ids, fills)).toEqual([1]);
    expect(duplicates).toEqual([{ articleId: ids[0], of: ids[1], same: 'image' }]);
  });
});
