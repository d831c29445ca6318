import { longDay, shortDay } from '../../shared/day-words.ts';
import type { Moment } from '../../shared/days.ts';
import {
  type ArticleId,
  type EditorTeaser,
  OVERRIDE_FIELDS,
  type PageView,
  type System,
  type WaitingPlacement,
} from '../../shared/models.ts';
import { type ResolvedSlot, resolveZone } from '../../shared/zone.ts';
import { type Article, getArticle } from './articles.ts';
import { type Fill, listFills } from './fills.ts';
import { listPlacements, listZones, type Placement } from './pages.ts';
import { prepare, type ReadDb } from './sql.ts';

/** One place on a page before it is put into words. */
export interface Standing {
  articleId: ArticleId;
  placement: Placement | null;
  scope: 'system' | 'national';
}

export interface ResolvedZone {
  id: string;
  name: string;
  slots: number;
  standing: ResolvedSlot<Standing>[];
}

export interface ResolvedPage {
  system: System;
  active: boolean;
  moment: Moment;
  zones: ResolvedZone[];
  waiting: { placement: Placement; why: WaitingPlacement['why'] }[];
}

/**
 * Which story stands where on a system's page at a moment, and which decisions do not show then.
 * `fillsFrom` is a day from which there may be enough fills; it changes how long this takes, never what comes out.
 */
export function resolvePage(
  db: ReadDb,
  system: System,
  active: boolean,
  moment: Moment,
  fillsFrom?: string,
): ResolvedPage {
  const zones = listZones(db, system.code);
  const placements = listPlacements(db, system.code);
  const waiting: ResolvedPage['waiting'] = [];
  const showing: Placement[] = [];
  for (const placement of placements) {
    const why = whyWaiting(db, placement, moment);
    if (why) waiting.push({ placement, why });
    else showing.push(placement);
  }
  // A story that an editor has decided about here is never a fill of the same page.
  const except = new Set(placements.map(({ articleId }) => articleId));
  const resolved = zones.map((zone): ResolvedZone => {
    const here = showing.filter(({ zoneId }) => zoneId === zone.id);
    const fills = listFills(db, system.code, zone.strengths, moment, {
      national: active,
      except,
      count: Math.max(0, zone.slots - here.length),
      guessedFrom: fillsFrom,
    });
    for (const { articleId } of fills) except.add(articleId);
    const { slots, overflow } = resolveZone<Standing>(
      zone.slots,
      here.flatMap((placement) =>
        placement.pinNumber === null
          ? []
          : [{ item: placed(placement), rank: placement.id, pinNumber: placement.pinNumber }],
      ),
      here.flatMap((placement) =>
        placement.standing === 'free' && placement.rank !== null
          ? [{ item: placed(placement), rank: placement.rank }]
          : [],
      ),
      fills.map((fill) => ({ item: filled(fill), rank: fill.rank })),
    );
    for (const { placement } of overflow) if (placement) waiting.push({ placement, why: 'no-room' });
    return { id: zone.id, name: zone.name, slots: zone.slots, standing: slots };
  });
  return { system, active, moment, zones: resolved, waiting };
}

function placed(placement: Placement): Standing {
  return { articleId: placement.articleId, placement, scope: 'system' };
}

function filled(fill: Fill): Standing {
  return { articleId: fill.articleId, placement: null, scope: fill.scope };
}

function whyWaiting(db: ReadDb, placement: Placement, moment: Moment): WaitingPlacement['why'] | null {
  if (placement.standing === 'off') return 'taken-off';
  const notOut = whyNotOut(getArticle(db, placement.articleId), moment);
  if (notOut) return notOut;
  if (placement.from !== null && placement.from > moment.day) return 'not-yet';
  if (placement.until !== null && placement.until < moment.day) return 'over';
  return null;
}

/** Why a story may stand on no page at a moment, or null. */
export function whyNotOut(article: Article, moment: Moment): 'withdrawn' | 'embargoed' | 'not-out-yet' | null {
  if (article.withdrawnAt !== null) return 'withdrawn';
  if (article.embargoUntil !== null && article.embargoUntil > moment.embargoedUpTo) return 'embargoed';
  if (article.publishedAt !== null && article.publishedAt > moment.publishedUpTo) return 'not-out-yet';
  return null;
}

/** The page in words: what a reader sees, why each teaser stands there, and what its source says. */
export function toPageView(db: ReadDb, page: ResolvedPage): PageView {
  const { code, slug, shortName, boardName, region } = page.system;
  const dateLines = dateLinesOf(db, page);
  let number = 0;
  return {
    system: { code, slug, shortName, boardName, region },
    title: `${shortName} ICS`,
    asOf: page.moment.day,
    active: page.active,
    zones: page.zones.map((zone) => ({
      id: zone.id,
      name: zone.name,
      limit: zone.slots,
      teasers: zone.standing.map((slot) => {
        number += 1;
        return toTeaser(db, page, slot, number, dateLines);
      }),
    })),
    waiting: page.waiting.map(({ placement, why }) => ({
      placementId: placement.id,
      articleId: placement.articleId,
      headline: placement.words.headline ?? getArticle(db, placement.articleId).headline,
      why,
      standing: placement.standing,
      from: placement.from,
      until: placement.until,
    })),
  };
}

function toTeaser(
  db: ReadDb,
  page: ResolvedPage,
  slot: ResolvedSlot<Standing>,
  position: number,
  dateLines: ReadonlyMap<ArticleId, string | null>,
): EditorTeaser {
  const article = getArticle(db, slot.item.articleId);
  const { placement, scope } = slot.item;
  const words = placement?.words ?? { headline: null, standfirst: null, kicker: null, alt: null };
  const alt = (words.alt ?? article.alt) || null;
  const src = article.imageFile ?? article.imageAddress;
  return {
    articleId: article.id,
    placed: slot.placed,
    why: whyStanding(page, slot, article),
    scope: placement === null ? scope : article.national ? 'national' : 'system',
    headline: words.headline ?? article.headline,
    standfirst: (words.standfirst ?? article.standfirst) || null,
    kicker: (words.kicker ?? article.kicker) || null,
    image: alt === null && src === null ? null : { alt: alt ?? '', src },
    byline: article.byline,
    kind: article.kind,
    url: article.url,
    publishedAt: article.publishedAt,
    overrides: OVERRIDE_FIELDS.filter((field) => words[field] !== null),
    // Once an editor has set the date, the source's line would contradict it.
    dateLine: 'publishedAt' in article.sourceWords ? null : (dateLines.get(article.id) ?? null),
    placementId: placement?.id ?? null,
    position,
    pinNumber: slot.pinNumber,
    from: placement?.from ?? null,
    until: placement?.until ?? null,
    source: { headline: article.headline, standfirst: article.standfirst, kicker: article.kicker, alt: article.alt },
    drift: placement === null ? [] : driftOf(placement, article),
    firstSeenOn: article.firstSeenOn,
  };
}

/** A field that no source was noted for, because it was re-worded before that was kept, is not compared. */
function driftOf({ words, sourceWords }: Placement, article: Article): EditorTeaser['drift'] {
  return OVERRIDE_FIELDS.flatMap((field) => {
    const was = sourceWords[field];
    return words[field] === null || was === undefined || was === article[field] ? [] : [{ field, was }];
  });
}

function whyStanding(page: ResolvedPage, slot: ResolvedSlot<Standing>, article: Article): string {
  const { placement, scope } = slot.item;
  if (placement === null) {
    const rule = scope === 'national' ? 'national' : 'newest filed here';
    const day =
      article.publishedAt === null
        ? `undated, first seen ${shortDay(article.firstSeenOn, page.moment.day)}`
        : shortDay(article.publishedAt, page.moment.day);
    return `Filled: ${rule}, ${day}`;
  }
  const verb = slot.placed === 'pinned' ? `Pinned at ${slot.pinNumber}` : 'Placed';
  const until = placement.until === null ? '' : ` until ${longDay(placement.until)}`;
  return `${verb} by ${placement.by}${until}`;
}

/** The date line of each story as this system's newest capture that holds it printed it. */
function dateLinesOf(db: ReadDb, page: ResolvedPage): Map<ArticleId, string | null> {
  const ids = slotsOf(page).map(({ item }) => item.articleId);
  const rows = prepare<{ article_id: ArticleId; date_line: string | null }>(
    db,
    `SELECT s.article_id, s.date_line FROM sightings s CROSS JOIN captures c ON c.id = s.capture_id
     WHERE s.article_id IN (SELECT value FROM json_each(?)) AND c.system_code = ? ORDER BY c.seen_on, c.id`,
  ).all(JSON.stringify(ids), page.system.code);
  // In order of the captures, so that the newest one's line is the one that stays.
  return new Map(rows.map(({ article_id, date_line }) => [article_id, date_line]));
}

/** The whole page from the lead down, one list over all zones. */
export function slotsOf(page: ResolvedPage): ResolvedSlot<Standing>[] {
  return page.zones.flatMap(({ standing }) => standing);
}
