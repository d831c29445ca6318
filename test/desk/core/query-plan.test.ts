import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { countFeedingAmong, countWaitingBySystem } from '../../../electron/desk/board/board-counts.ts';
import { countCoverage } from '../../../electron/desk/board/coverage-counts.ts';
import { openLibrary } from '../../../electron/desk/core/open.ts';
import type { ReadDb } from '../../../electron/desk/core/sql.ts';
import { listFilingsWithPhrase, listSimilarFilings } from '../../../electron/desk/offers/filings.ts';
import {
  countReadableStories,
  findNameCandidates,
  mapDecisions,
  nameExpression,
} from '../../../electron/desk/offers/name-search.ts';
import { findReread, sampleRereads } from '../../../electron/desk/offers/reread-rows.ts';
import { listSuggestible, listUnreviewed } from '../../../electron/desk/offers/suggestible-stories.ts';
import { hasComeDue } from '../../../electron/desk/pages/layout/due-times.ts';
import { OnPage } from '../../../electron/desk/pages/layout/duplicates.ts';
import { countFiled, listFiledDays } from '../../../electron/desk/pages/layout/filed-stories.ts';
import { listFills } from '../../../electron/desk/pages/layout/fills.ts';
import { listCandidates } from '../../../electron/desk/pages/placing/candidates.ts';
import { listRejections, listRejectionsOf } from '../../../electron/desk/stories/rejections.ts';
import { listStories } from '../../../electron/desk/stories/story-list.ts';
import { findTakenKeys } from '../../../electron/desk/stories/story-rows.ts';
import { type StoryId, StoryQuery, StorySort, type SystemCode } from '../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../shared/pages/fill-rules.ts';
import { momentOf } from '../../../shared/words/days.ts';

/** The statements that `read` runs, each with SQLite's plan for it. */
function plansOf(read: (db: ReadDb) => unknown): { sql: string; plan: string }[] {
  const statements: string[] = [];
  openLibrary(':memory:').close();
  const path = ':memory:';
  const db = openLibrary(path);
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    statements.push(sql);
    return prepare(sql);
  }) as Database.Database['prepare'];
  read(db);
  return statements.map((sql) => {
    const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`);
    const names = [...sql.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => [name, 'x']);
    const values = names.length > 0 ? [Object.fromEntries(names)] : (sql.match(/\?/g) ?? []).map(() => 'x');
    const rows = plan.all(...values) as { detail: string }[];
    return { sql, plan: rows.map(({ detail }) => detail).join('; ') };
  });
}

const FIRST = ['newest', 'local', 'about'] as const;
const FRIMLEY = 'QNQ' as SystemCode;
const STORY = '01890000-0000-7000-8000-000000000001' as StoryId;

test.each([
  ['the newest stories', (db: ReadDb) => listStories(db, StoryQuery.parse({}), StorySort.parse({}), 0, 50)],
  [
    'candidates',
    (db: ReadDb) => listCandidates(db, FRIMLEY, { text: '', among: 'all', national: true, offset: 0, limit: 50 }),
  ],
  ['stories filed to a system', (db: ReadDb) => countFiled(db, FRIMLEY)],
  ['stories filed lately', (db: ReadDb) => listFiledDays(db, FRIMLEY, '2026-09-01', momentOf('2026-11-22T10:00'))],
  [
    'stories that feed a page',
    (db: ReadDb) => countFeedingAmong(db, FRIMLEY, [STORY], ['about'], '2026-09-01', momentOf('2026-11-22T10:00')),
  ],
  ['filed stories that wait', (db: ReadDb) => countWaitingBySystem(db)],
  ['coverage', (db: ReadDb) => countCoverage(db, [FRIMLEY], '2026-09-01', '2026-11-22', momentOf('2026-11-22T10:00'))],
  [
    'fills',
    (db: ReadDb) => {
      const rules = FIRST.flatMap((first) => [
        { ...DEFAULT_RULE, first },
        { ...DEFAULT_RULE, first, kinds: { which: 'only' as const, list: ['Column'] } },
      ]);
      for (const rule of rules) {
        const borrow = { from: 'region' as const, upTo: 20 };
        listFills(db, FRIMLEY, { ...rule, borrow }, momentOf('2026-11-22T10:00'), {
          national: true,
          lenders: [FRIMLEY],
          except: new Set(),
          onPage: new OnPage(),
          count: 20,
          placed: 0,
        });
      }
    },
  ],
  ['what has come due', (db: ReadDb) => hasComeDue(db, '2026-11-22T10:00', '2026-11-22T10:01')],
  ['the queue', (db: ReadDb) => listStories(db, StoryQuery.parse({ review: 'open' }), StorySort.parse({}), 0, 50)],
  ['unreviewed stories', (db: ReadDb) => listUnreviewed(db, 50, 0)],
  ['stories to suggest for', (db: ReadDb) => listSuggestible(db, [STORY])],
  ['rejections', (db: ReadDb) => listRejections(db, 50, 0)],
  ['the rejections of a story', (db: ReadDb) => listRejectionsOf(db, STORY)],
  ['earlier stories with a phrase', (db: ReadDb) => listFilingsWithPhrase(db, 'Orla Fennick', 1)],
  [
    'stories that may hold a name',
    (db: ReadDb) => findNameCandidates(db, nameExpression('Lantern Clinic') ?? '', { stories: 10, characters: 1000 }),
  ],
  ['the stories a name may be tried on', (db: ReadDb) => countReadableStories(db)],
  ['what was decided about stories', (db: ReadDb) => mapDecisions(db, [STORY])],
  ['accepted suggestions to read again', (db: ReadDb) => sampleRereads(db, 20, 1)],
  ['one of them', (db: ReadDb) => findReread(db, STORY, FRIMLEY)],
  ['similar stories', (db: ReadDb) => listSimilarFilings(db, ['hydrotherapy', 'lido', 'petition'], null)],
  [
    'stories with a headline',
    (db: ReadDb) => findTakenKeys(db, { headline: 'A', url: 'https://example.org/a', publishedAt: null }),
  ],
])('%s are found by an index', (_, read) => {
  for (const { sql, plan } of plansOf(read)) {
    expect(plan, sql).not.toMatch(/SCAN (?:a|articles|t|tags|f|filed)\b(?! USING)/);
  }
});
