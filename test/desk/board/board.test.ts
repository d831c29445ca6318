import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../electron/desk/core/ids.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { daysBetween } from '../../../shared/words/day-words.ts';
import { testDesk } from '../../helpers/desk.ts';
import { runs } from '../../helpers/property-runs.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const FRIMLEY = 'QNQ' as SystemCode;
const ESSEX_BEFORE = 'QH8' as SystemCode;
const SYSTEMS = [DEVON, 'QT6' as SystemCode, ESSEX_BEFORE];
const TODAY = '2026-11-22';
const SLOTS = 4;

const day = fc.constantFrom('2026-08-01', '2026-08-31', '2026-10-23', '2026-10-24', '2026-11-15', '2026-11-16', TODAY);
const story = fc.record({
  publishedAt: fc.option(fc.oneof(day, fc.constantFrom('2026-11-22T09:00', '2026-11-22T15:00', '2026-11-25'))),
  firstSeenOn: day,
  embargoUntil: fc.option(fc.constantFrom('2026-11-20', '2026-12-01'), { freq: 6 }),
  isWithdrawn: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  isNational: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  strengths: fc.tuple(...SYSTEMS.map(() => fc.option(fc.constantFrom('about', 'affects', 'mentioned'), { freq: 2 }))),
  rank: fc.option(fc.integer({ min: 1, max: 9 })),
  placed: fc.option(
    fc.record({
      system: fc.constantFrom(...SYSTEMS),
      standing: fc.constantFrom('pinned', 'free', 'off'),
      pinNumber: fc.integer({ min: 1, max: 5 }),
      rank: fc.constantFrom('1', '5', '99', '798'),
      until: fc.option(fc.constantFrom('2026-11-20', '2026-12-20')),
    }),
    { freq: 3 },
  ),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Puts the stories straight into the tables, in place of what was there. */
function fill(db: Database.Database, stories: readonly Story[]): StoryId[] {
  const ids = stories.map(() => newId() as StoryId);
  const capture = newId();
  db.transaction(() => {
    for (const table of ['placements', 'sightings', 'captures', 'tags', 'articles']) db.exec(`DELETE FROM ${table}`);
    db.prepare('INSERT INTO captures VALUES (?, ?, ?, ?, ?)').run(capture, DEVON, 'devon.txt', 'sum', '2026-11-20');
    const article = db.prepare(
      `INSERT INTO articles (seq, id, source_key, headline_key, origin, headline, published_at, embargo_until,
         first_seen_on, source_seen_on, national, withdrawn_at)
       VALUES (?, ?, ?, ?, 'capture', ?, ?, ?, ?, ?, ?, ?)`,
    );
    stories.forEach((each, i) => {
      const id = ids[i] ?? '';
      article.run(
        i + 1,
        id,
        `h:${i}`,
        `h:${i}`,
        `Story ${i}`,
        each.publishedAt,
        each.embargoUntil,
        each.firstSeenOn,
        each.firstSeenOn,
        each.isNational ? 1 : 0,
        each.isWithdrawn ? '2026-11-22T09:00' : null,
      );
      SYSTEMS.forEach((code, n) => {
        const strength = each.strengths[n];
        if (strength)
          db.prepare(`INSERT INTO tags VALUES (?, ?, ?, 'capture', NULL, 'x', 0, NULL)`).run(id, code, strength);
      });
      if (each.rank !== null) db.prepare('INSERT INTO sightings VALUES (?, ?, ?, NULL)').run(id, capture, each.rank);
      if (each.placed === null) return;
      const { system, standing, pinNumber, rank, until } = each.placed;
      db.prepare(
        `INSERT INTO placements (id, system_code, zone_id, article_id, standing, pin_number, rank, until_day, placed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'x')`,
      ).run(
        newId(),
        system,
        `${system}/stories`,
        id,
        standing,
        standing === 'pinned' ? pinNumber : null,
        standing === 'free' ? rank : null,
        until,
      );
    });
  })();
  return ids;
}

const isOut = ({ isWithdrawn, publishedAt, embargoUntil }: Story) =>
  !isWithdrawn && (publishedAt ?? '') <= '2026-11-22T10:00' && (embargoUntil ?? '') <= '2026-11-22T10:00';

test('every row says what the page itself shows, and counts what is filed', async () => {
  const desk = testDesk();
  const db = new Database(desk.path);
  db.exec(`UPDATE zones SET slots = ${SLOTS}`);
  const run = async (stories: Story[]) => {
    const ids = fill(db, stories);
    const { rows } = await desk.ask('board.get', { scope: 'ever' });
    for (const [n, code] of SYSTEMS.entries()) {
      const row = rows.find((each) => each.code === code);
      const page = await desk.ask('pages.get', { system: code });
      const teasers = page.zones.flatMap((zone) => zone.teasers);
      const lead = teasers[0];
      expect(row?.lead).toEqual(
        lead
          ? {
              articleId: lead.articleId,
              headline: lead.headline,
              publishedAt: lead.publishedAt,
              placed: lead.placed,
              scope: lead.scope,
              ageDays: lead.publishedAt === null ? null : daysBetween(lead.publishedAt, TODAY),
            }
          : null,
      );
      const placed = (how: string) => teasers.filter((teaser) => teaser.placed === how).length;
      const age = (each: Story) => daysBetween(each.publishedAt ?? each.firstSeenOn, TODAY);
      const filed = stories.filter((each) => each.strengths[n] && isOut(each));
      const settled = new Set<string>([
        ...teasers.map(({ articleId }) => articleId),
        ...page.waiting.filter(({ why }) => why === 'taken-off').map(({ articleId }) => articleId),
      ]);
      expect(row).toMatchObject({
        active: page.active,
        teasers: teasers.length,
        pinned: placed('pinned'),
        free: placed('free'),
        filled: placed('filled'),
        filed: stories.filter((each) => each.strengths[n] && !each.isWithdrawn).length,
        recent: {
          days7: filed.filter((each) => age(each) < 7).length,
          days30: filed.filter((each) => age(each) < 30).length,
          undated30: filed.filter((each) => age(each) < 30 && each.publishedAt === null).length,
        },
        unplaced: stories.filter(
          (each, i) =>
            filed.includes(each) && age(each) < 30 && each.strengths[n] !== 'mentioned' && !settled.has(ids[i] ?? ''),
        ).length,
        gaps: {
          places: SLOTS - teasers.length,
          pins: stories.filter(
            ({ placed: by, isWithdrawn, ...each }) =>
              by?.system === code &&
              by.standing === 'pinned' &&
              (isWithdrawn || (by.until === '2026-11-20' && isOut({ placed: by, isWithdrawn, ...each }))),
          ).length,
        },
      });
      expect(row?.weeks).toEqual(
        Array.from({ length: 12 }, (_, week) => filed.filter((each) => 11 - Math.floor(age(each) / 7) === week).length),
      );
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(story, { maxLength: 30 }), run), { numRuns: runs(40) });
  db.close();
});

describe('the board', () => {
  test('has a row for each active system, and on request the former ones with their successors', async () => {
    const desk = testDesk();
    const now = await desk.ask('board.get', {});
    expect(now.day).toBe(TODAY);
    expect(now.rows).toHaveLength(36);
    const ever = await desk.ask('board.get', { scope: 'ever' });
    expect(ever.rows).toHaveLength(48);
    expect(ever.rows.find(({ code }) => code === FRIMLEY)).toMatchObject({
      active: false,
      activeTo: '2026-03-31',
      successors: expect.arrayContaining([expect.any(String)]),
    });
    const before = await desk.ask('board.get', { asOf: '2026-03-31' });
    expect(before.rows).toHaveLength(42);
  });

  test('says what waits in the queue: filed already, and on offer', async () => {
    const desk = testDesk();
    await desk.ask('stories.create', {
      fields: { ...BLANK, headline: 'Plymouth clinic gets a second ward' },
      systems: [],
    });
    const { id } = await desk.ask('stories.create', {
      fields: { ...BLANK, headline: 'Exeter adds a night service' },
      systems: [DEVON],
    });
    // What an editor files counts as reviewed.
    await desk.ask('queue.reopen', { selection: { kind: 'ids', ids: [id] } });
    const pending = await desk.ask('board.pending', {});
    expect(pending).toMatchObject({ total: 2, read: 2 });
    expect(pending.systems).toContainEqual({ code: DEVON, waiting: 1, offered: 1 });
    await desk.ask('queue.done', { selection: { kind: 'ids', ids: [id] } });
    expect((await desk.ask('board.pending', {})).systems).toContainEqual({ code: DEVON, waiting: 0, offered: 1 });
  });

  test('counting what waits ends when another library is opened, or the desk is closed', async () => {
    const desk = testDesk();
    for (let n = 1; n <= 12; n += 1) {
      await desk.ask('stories.create', { fields: { ...BLANK, headline: `Ward ${n} opens in Exeter` } });
    }
    const counting = desk.refuse('board.pending', {});
    await desk.ask('library.openSample', {});
    expect((await counting).code).toBe('library-switched');
    const again = desk.refuse('board.pending', {});
    await desk.desk.close();
    expect((await again).code).toBe('library-closed');
  });
});
