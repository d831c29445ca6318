import { dayBefore, type Moment } from '../../shared/days.ts';
import type { ArticleId, Strength, SystemCode } from '../../shared/models.ts';
import { classRank, fillRank } from '../../shared/rank.ts';
import type { FillRule } from '../../shared/zones.ts';
import { type FillRow, type FillSource, firstFillsQuery, lastFillDayQuery } from './fill-queries.ts';
import { prepare, type ReadDb } from './sql.ts';
import type { OnPage, Twin } from './twins.ts';

export interface Fill {
  articleId: ArticleId;
  rank: string;
  scope: 'system' | 'national' | 'nearby';
  /** The system a nearby story is filed to; null for all others. */
  lender: SystemCode | null;
}

export interface FillOptions {
  /** Whether national stories may stand here: only on a page of a system active then. */
  national: boolean;
  /** Systems that the rule borrows from. */
  lenders: readonly SystemCode[];
  /** Already on the page, or taken off it. */
  except: ReadonlySet<ArticleId>;
  /** What stands on the page already, of whatever zone; each fill is added to it. */
  onPage: OnPage;
  count: number;
  /** Teasers that an editor has put into the zone: they count where a thin zone borrows up to a number. */
  placed: number;
  /** A day from which there may be enough: saves looking for it. Where there is not, nothing is lost. */
  guessedFrom?: string | undefined;
}

/** Stories that come one after the other: each class fills what the one before has left. */
interface FillClass {
  sources: FillSource[];
  strengths: readonly Strength[];
  /** The most teasers that the zone may have after it. */
  upTo: number;
}

/** The first fills of a zone, in order, and what was kept back because a twin of it stands on the page. */
export function listFills(
  db: ReadDb,
  system: SystemCode,
  rule: FillRule,
  moment: Moment,
  options: FillOptions,
): { fills: Fill[]; twins: Twin[] } {
  const fills: Fill[] = [];
  const twins: Twin[] = [];
  const except = new Set(options.except);
  const newest = prepare<{ id: string }>(db, NEWEST_CAPTURE).get(system)?.id ?? '';
  const oldest = rule.maxAgeDays === null ? '' : dayBefore(moment.day, rule.maxAgeDays);
  const asked = {
    system,
    newest,
    feeding: JSON.stringify(rule.national === 'only' ? [] : rule.strengths),
    lenders: JSON.stringify(options.lenders),
    kinds: JSON.stringify(rule.kinds.which === 'any' ? [] : rule.kinds.list.map((kind) => kind.toLowerCase())),
    kindsOnly: rule.kinds.which === 'only' ? 1 : 0,
    publishedUpTo: moment.publishedUpTo,
    embargoedUpTo: moment.embargoedUpTo,
  };
  classesOf(rule, options).forEach(({ sources, strengths, upTo }, index) => {
    for (;;) {
      const count = Math.min(options.count - fills.length, upTo - options.placed - fills.length);
      if (count <= 0) return;
      const query = { ...asked, strengths: JSON.stringify(strengths), except: JSON.stringify([...except]), count };
      const found = firstOf(db, sources, rule.kinds.which !== 'any', query, oldest, options.guessedFrom);
      for (const { scope, row } of found) {
        except.add(row.id);
        const marks = marksOf(row);
        const twin = options.onPage.twinOf(marks);
        if (twin) twins.push(twin);
        else {
          options.onPage.add(marks);
          fills.push({ articleId: row.id, rank: classRank(rankOf(row), index), scope, lender: row.lender });
        }
      }
      // Fewer than asked for: there are no more of this class. Else as many again as were kept back.
      if (found.length < count) return;
    }
  });
  return { fills, twins };
}

function classesOf(rule: FillRule, { national, lenders }: FillOptions): FillClass[] {
  const local: FillSource[] = rule.national === 'only' || rule.strengths.length === 0 ? [] : ['filed'];
  const wide: FillSource[] = national && rule.national !== 'without' ? ['national'] : [];
  const { strengths } = rule;
  const all = Number.POSITIVE_INFINITY;
  const classes: FillClass[] = {
    newest: [{ sources: [...local, ...wide], strengths, upTo: all }],
    local: [
      { sources: local, strengths, upTo: all },
      { sources: wide, strengths, upTo: all },
    ],
    about: [
      { sources: local, strengths: strengths.filter((one) => one === 'about'), upTo: all },
      { sources: [...local, ...wide], strengths: strengths.filter((one) => one !== 'about'), upTo: all },
    ],
  }[rule.first];
  if (rule.borrow && lenders.length > 0) classes.push({ sources: ['nearby'], strengths, upTo: rule.borrow.upTo });
  return classes;
}

const NEWEST_CAPTURE = 'SELECT id FROM captures WHERE system_code = ? ORDER BY seen_on DESC, id DESC LIMIT 1';

const SCOPES = { filed: 'system', national: 'national', nearby: 'nearby' } as const;

type Found = { scope: Fill['scope']; row: FillRow };

/** The first `count` of several sources together. `oldest` is a day that the rule sets, `guessed` one that only saves time. */
function firstOf(
  db: ReadDb,
  sources: readonly FillSource[],
  hasKinds: boolean,
  query: { count: number } & Record<string, string | number>,
  oldest: string,
  guessed: string | undefined,
): Found[] {
  const firstFrom = (from: string): Found[] => {
    const found = sources.flatMap((source) =>
      prepare<FillRow>(db, firstFillsQuery(source, hasKinds))
        .all({ ...query, from })
        .map((row) => ({ scope: SCOPES[source], row })),
    );
    // A rank is made for each before they are put in order: it is what decides on the page as well.
    const ranked = found.map((one) => ({ one, rank: rankOf(one.row) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
    return ranked.slice(0, query.count).map(({ one }) => one);
  };
  if (guessed !== undefined && guessed > oldest) {
    const found = firstFrom(guessed);
    if (found.length === query.count) return found;
  }
  // What is older than the last day that reaches the page comes after all of that day. Without stories
  // filed here there are few: national ones, or those of a page so thin that it borrows.
  const last = sources.includes('filed')
    ? prepare<{ day: string }>(db, lastFillDayQuery(hasKinds)).get({ ...query, from: oldest })
    : undefined;
  return firstFrom(last?.day ?? oldest);
}

function marksOf(row: FillRow) {
  return {
    articleId: row.id,
    headlineKey: row.headline_key,
    publishedAt: row.published_at,
    url: row.url,
    image: row.image,
    captureAge: row.capture_age,
  };
}

function rankOf({ seq, out_at, capture_age, capture_rank }: FillRow): string {
  const isSeen = capture_age !== null && capture_rank !== null;
  return fillRank({ outAt: out_at, seq, sighting: isSeen ? { captureAge: capture_age, rank: capture_rank } : null });
}

/** Looks up where the newest capture of a system that holds a story had it; captures counted from the newest, 0. */
function placesInCaptures(
  db: ReadDb,
  system: SystemCode,
): (id: ArticleId) => { captureAge: number; rank: number } | null {
  const ages = new Map(
    prepare<{ id: string }>(db, 'SELECT id FROM captures WHERE system_code = ? ORDER BY seen_on DESC, id DESC')
      .all(system)
      .map(({ id }, age) => [id, age]),
  );
  if (ages.size === 0) return () => null;
  const select = prepare<{ capture_id: string; rank: number }>(
    db,
    'SELECT capture_id, rank FROM sightings WHERE article_id = ?',
  );
  return (id) => {
    let best: { captureAge: number; rank: number } | null = null;
    for (const { capture_id, rank } of select.all(id)) {
      const captureAge = ages.get(capture_id);
      if (captureAge !== undefined && (best === null || captureAge < best.captureAge)) best = { captureAge, rank };
    }
    return best;
  };
}

/** The natural rank of one story on one page, whether or not it is among the fills. */
export function naturalRank(
  db: ReadDb,
  system: SystemCode,
  article: { id: ArticleId; seq: number; outAt: string },
): string {
  return fillRank({ outAt: article.outAt, seq: article.seq, sighting: placesInCaptures(db, system)(article.id) });
}
