import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runStep } from '../../electron/library/changes.ts';
import { listFills } from '../../electron/library/fills.ts';
import { newId } from '../../electron/library/ids.ts';
import { openLibrary } from '../../electron/library/open.ts';
import { momentOf } from '../../shared/days.ts';
import type { ArticleId, SystemCode } from '../../shared/models.ts';
import { fillRank } from '../../shared/rank.ts';

const DEVON = 'QJK' as SystemCode;
const ACTOR = { by: 'A. Tester', desk: 'desk', door: 'cli' as const, atMs: 0, day: '2026-11-22' };

const story = fc.record({
  publishedAt: fc.option(
    fc.constantFrom('2026-11-20', '2026-11-20T09:00', '2026-11-20T17:30', '2026-11-21', '2026-11-25'),
  ),
  firstSeenOn: fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21'),
  embargoUntil: fc.option(fc.constantFrom('2026-11-20', '2026-12-01'), { freq: 4 }),
  withdrawn: fc.boolean(),
  national: fc.boolean(),
  strength: fc.option(fc.constantFrom('about', 'affects', 'mentioned')),
  /** Its number on each of two captures of the page, the older first. */
  ranks: fc.tuple(fc.option(fc.nat({ max: 9 })), fc.option(fc.nat({ max: 9 }))),
});

test('the fills are the first by rank of all that may stand there', () => {
  fc.assert(
    fc.property(
      fc.array(story, { maxLength: 12 }),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      (stories, count, national) => {
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
              published_at: each.publishedAt,
              embargo_until: each.embargoUntil,
              first_seen_on: each.firstSeenOn,
              source_seen_on: each.firstSeenOn,
              national: each.national ? 1 : 0,
              withdrawn_at: each.withdrawn ? '2026-11-22T09:00' : null,
              source_words: '{}',
            });
            if (each.strength) {
              const tag = { strength: each.strength, origin: 'capture', tagged_by: 'x', tagged_at_ms: 0 };
              changes.insert('tags', { article_id: id, system_code: DEVON, ...tag });
            }
            each.ranks.forEach((rank, age) => {
              const capture = captures[age];
              if (rank === null || !capture) return;
              changes.insert('sightings', { article_id: id, capture_id: capture.id, rank: rank + 1 });
            });
          });
        });
        const moment = momentOf('2026-11-22T10:00');
        const except = new Set(ids.slice(0, 1) as ArticleId[]);

        const expected = stories
          .map((each, i) => {
            const [older, newer] = each.ranks;
            const sighting =
              newer !== null
                ? { captureAge: 0, rank: newer + 1 }
                : older !== null
                  ? { captureAge: 1, rank: older + 1 }
                  : null;
            const filed = each.strength === 'about' || each.strength === 'affects';
            return {
              articleId: ids[i],
              scope: filed ? 'system' : 'national',
              rank: fillRank({ outAt: each.publishedAt ?? each.firstSeenOn, seq: i + 1, sighting }),
              may:
                i > 0 &&
                !each.withdrawn &&
                (filed || (national && each.national)) &&
                (each.publishedAt === null || each.publishedAt <= '2026-11-22T10:00') &&
                (each.embargoUntil === null || each.embargoUntil <= '2026-11-22T10:00'),
            };
          })
          .filter(({ may }) => may)
          .sort((a, b) => (a.rank < b.rank ? -1 : 1))
          .slice(0, count)
          .map(({ articleId, scope, rank }) => ({ articleId, scope, rank }));

        expect(listFills(db, DEVON, ['about', 'affects'], moment, { national, except, count })).toEqual(expected);
        db.close();
      },
    ),
    { numRuns: 150 },
  );
});
