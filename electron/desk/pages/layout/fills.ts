import type { StoryId, Strength, SystemCode } from '../../../../shared/models.ts';
import type { FillRule } from '../../../../shared/pages/fill-rules.ts';
import { classRank, fillRank } from '../../../../shared/pages/rank.ts';
import { dayBefore, type Moment } from '../../../../shared/words/days.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';
import type { Story } from '../../stories/story-rows.ts';
import { type Duplicate, imageMark, type OnPage, type StoryMarks, urlMark } from './duplicates.ts';
import { type FillRow, type FillSource, fillQuery } from './fill-queries.ts';
import { outBy } from './is-out.ts';
import { type PageOrder, pageOrderOf } from './page-order.ts';

export interface Fill {
  articleId: StoryId;
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
  except: ReadonlySet<StoryId>;
  /** The stories on the page so far, in any zone. Each fill is added to it. */
  onPage: OnPage;
  count: number;
  /** Teasers that an editor has put into the zone: they count where a thin zone borrows up to a number. */
  placed: number;
  /** Looked up unless it is known. */
  order?: PageOrder;
}

/** Stories that come one after the other: each class fills what the one before has left. */
interface FillClass {
  sources: FillSource[];
  strengths: readonly Strength[];
  /** The most teasers that the zone may have after it. */
  upTo: number;
}

/** The first fills of a zone, in order, and what was kept back because a duplicate of it is on the page. */
export function listFills(
  db: ReadDb,
  system: SystemCode,
  rule: FillRule,
  moment: Moment,
  options: FillOptions,
): { fills: Fill[]; duplicates: Duplicate[] } {
  const fills: Fill[] = [];
  const duplicates: Duplicate[] = [];
  const except = new Set(options.except);
  const order = options.order ?? pageOrderOf(db, system);
  const asked = {
    system,
    oldest: rule.maxAgeDays === null ? '' : dayBefore(moment.day, rule.maxAgeDays),
    feeding: JSON.stringify(rule.national === 'only' ? [] : rule.strengths),
    lenders: JSON.stringify(options.lenders),
    kinds: JSON.stringify(rule.kinds.which === 'any' ? [] : rule.kinds.list.map((kind) => kind.toLowerCase())),
    kindsOnly: rule.kinds.which === 'only' ? 1 : 0,
    publishedUpTo: moment.publishedUpTo,
    capture: order.newest ?? '',
    captureDay: order.capture?.day ?? '',
    ...outBy(moment),
  };
  classesOf(rule, options, order.ages.size).forEach(({ sources, strengths, upTo }, index) => {
    for (;;) {
      const count = Math.min(options.count - fills.length, upTo - options.placed - fills.length);
      if (count <= 0) return;
      const query = { ...asked, strengths: JSON.stringify(strengths), except: JSON.stringify([...except]), count };
      const found = firstOf(db, sources, rule.kinds.which !== 'any', query, order);
      for (const { row, scope, rank, captureAge } of found) {
        except.add(row.id);
        const marks = marksOf(row, captureAge);
        const duplicate = options.onPage.duplicateOf(marks);
        if (duplicate) duplicates.push(duplicate);
        else {
          options.onPage.add(marks);
          fills.push({ articleId: row.id, rank: classRank(rank, index), scope, lender: row.lender });
        }
      }
      // Fewer than asked for: there are no more of this class. Else as many again as were kept back.
      if (found.length < count) return;
    }
  });
  return { fills, duplicates };
}

function classesOf(rule: FillRule, { national, lenders }: FillOptions, captures: number): FillClass[] {
  const takesLocal = rule.national !== 'only' && rule.strengths.length > 0;
  const takesWide = national && rule.national !== 'without';
  const local: FillSource[] = takesLocal ? ['filed'] : [];
  const wide: FillSource[] = takesWide ? ['national'] : [];
  if (takesLocal && captures > 0) local.unshift('captured');
  // Only a story that an older capture holds can have got another date since.
  if (takesLocal && captures > 1) local.push('redated');
  if (takesWide && captures > 0) wide.unshift('nationalCaptured');
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

const SCOPES = {
  captured: 'system',
  filed: 'system',
  redated: 'system',
  nationalCaptured: 'national',
  national: 'national',
  nearby: 'nearby',
} as const satisfies Record<FillSource, Fill['scope']>;

type FillParameters = Record<'oldest' | 'system' | 'capture', string> & { count: number } & Record<
    string,
    string | number
  >;

interface Found {
  row: FillRow;
  scope: Fill['scope'];
  rank: string;
  captureAge: number | null;
}

/** The first `count` of several sources together. */
function firstOf(
  db: ReadDb,
  sources: readonly FillSource[],
  hasKinds: boolean,
  query: FillParameters,
  order: PageOrder,
): Found[] {
  const read = (source: FillSource, parameters: FillParameters) =>
    prepare<FillRow>(db, fillQuery(source, hasKinds))
      .all(parameters)
      .map((row): Found => {
        const captureAge = row.seen === null ? null : (order.ages.get(row.seen) ?? null);
        const sighting = captureAge === null || row.seen_rank === null ? null : { captureAge, rank: row.seen_rank };
        const place = { outAt: row.out_at, isDated: row.undated === 0, seq: row.seq, sighting };
        // What is borrowed comes after all others, so it goes by its day alone.
        const rank = fillRank(place, source === 'nearby' ? null : order.capture);
        return { row, scope: SCOPES[source], rank, captureAge };
      });
  const captured = sources.includes('captured') ? read('captured', query) : [];
  const rest = { ...query, oldest: oldestAmong(db, captured, query, order) };
  const found = [...captured, ...sources.filter((source) => source !== 'captured').flatMap((one) => read(one, rest))];
  return found.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, query.count);
}

/**
 * The oldest day that can still come among `captured`, stories of the page's newest capture. Where there are as many
 * as wanted, an older story would come below all of them. Without this bound, the queries would read on through every
 * story of a large capture.
 */
function oldestAmong(db: ReadDb, captured: readonly Found[], query: FillParameters, order: PageOrder): string {
  const last = captured.at(-1)?.row;
  if (order.capture === null || captured.length < query.count || !last) return query.oldest;
  const row = prepare<{ day: string | null }>(
    db,
    `SELECT max(day) AS day FROM filed INDEXED BY filed_as_captured
     WHERE system_code = :system AND seen = :capture AND seen_rank >= :lastRank AND NOT undated`,
  ).get({ system: query.system, capture: query.capture, lastRank: last.seen_rank });
  // Days are compared as text, so Math.min does not apply.
  const [bound = ''] = [row?.day ?? '', order.capture.day].toSorted();
  const [, oldest = bound] = [bound, query.oldest].toSorted();
  return oldest;
}

function marksOf(row: FillRow, captureAge: number | null): StoryMarks {
  return {
    articleId: row.id,
    headlineKey: row.headline_key,
    publishedAt: row.published_at,
    url: urlMark(row.url),
    image: imageMark(row.image, { ...row, label: row.alt }),
    captureAge,
  };
}

/** Where the newest capture of a system's page that holds a story had it; null where none does. */
export function findSighting(
  db: ReadDb,
  system: SystemCode,
  articleId: StoryId,
  { ages }: Pick<PageOrder, 'ages'> = pageOrderOf(db, system),
): { captureAge: number; rank: number } | null {
  const seen = prepare<{ seen: string; rank: number }>(
    db,
    `SELECT c.seen_on || ' ' || c.id AS seen, s.rank FROM sightings s JOIN captures c ON c.id = s.capture_id
     WHERE s.article_id = ? AND c.system_code = ? ORDER BY c.seen_on DESC, c.id DESC LIMIT 1`,
  ).get(articleId, system);
  const captureAge = seen && ages.get(seen.seen);
  return seen && captureAge !== undefined ? { captureAge, rank: seen.rank } : null;
}

/** The natural rank of one story on one page, whether or not it is among the fills. */
export function naturalRank(
  db: ReadDb,
  system: SystemCode,
  { id, seq, publishedAt, firstSeenOn }: Pick<Story, 'id' | 'seq' | 'publishedAt' | 'firstSeenOn'>,
): string {
  const order = pageOrderOf(db, system);
  const sighting = findSighting(db, system, id, order);
  return fillRank({ outAt: publishedAt ?? firstSeenOn, isDated: publishedAt !== null, seq, sighting }, order.capture);
}
