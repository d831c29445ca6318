import type { StoryId, System, SystemCode, WaitingPlacement } from '../../../../shared/models.ts';
import { type ResolvedSlot, resolveZone } from '../../../../shared/pages/resolve-zone.ts';
import type { Register } from '../../../../shared/systems/register.ts';
import type { Moment } from '../../../../shared/words/days.ts';
import type { ReadDb } from '../../core/sql.ts';
import { getStory, type Story } from '../../stories/story-rows.ts';
import { listTags } from '../../stories/tag-rows.ts';
import { type Duplicate, imageMark, OnPage, type StoryMarks, urlMark } from './duplicates.ts';
import { type Fill, findSighting, listFills } from './fills.ts';
import { imageShown } from './overrides.ts';
import { type PageOrder, pageOrderOf } from './page-order.ts';
import { listPlacements, type Placement } from './page-rows.ts';
import { listZones, type Zone } from './zone-rows.ts';

/** What fills one slot of a page, before it is put into words. */
export interface PageItem {
  articleId: StoryId;
  placement: Placement | null;
  scope: 'system' | 'national' | 'nearby';
  /** The system that a nearby story is filed to; null for all others. */
  lender: System | null;
}

interface ResolvedZone extends Zone {
  slots: ResolvedSlot<PageItem>[];
}

export interface ResolvedPage {
  system: System;
  active: boolean;
  moment: Moment;
  zones: ResolvedZone[];
  waiting: { placement: Placement; why: WaitingPlacement['why'] }[];
  /** What the rule would show if no duplicate of it were on the page. */
  duplicates: Duplicate[];
}

/** The layout of a system's page at a moment, and the decisions that do not show then. */
export function resolvePage(db: ReadDb, register: Register, code: SystemCode, moment: Moment): ResolvedPage {
  const zones = listZones(db, code);
  const placements = listPlacements(db, code);
  const order = pageOrderOf(db, code);
  const waiting: ResolvedPage['waiting'] = [];
  const showing: Placement[] = [];
  // Placed stories take precedence over fills wherever they are, so a fill above must know a pin below.
  const onPage = new OnPage();
  for (const placement of placements) {
    const story = getStory(db, placement.articleId);
    const why = whyWaiting(placement, story, moment);
    if (why) waiting.push({ placement, why });
    else showing.push(placement);
  }
  const placed = zones.map((zone) => {
    const here = showing.filter(({ zoneId }) => zoneId === zone.id);
    const resolve = (fills: readonly Fill[]) =>
      resolveZone<PageItem>(
        zone.limit,
        pinsOf(here),
        freeOf(here),
        fills.map((fill) => toItem(register, fill)),
      );
    const { slots, overflow } = resolve([]);
    for (const { item } of slots) onPage.add(marksOf(db, code, order, item));
    for (const { placement } of overflow) if (placement) waiting.push({ placement, why: 'no-room' });
    return { zone, resolve, slots };
  });
  const active = register.isActive(code, moment.day);
  // A story that an editor has decided about here is never a fill of the same page.
  const except = new Set(placements.map(({ articleId }) => articleId));
  const duplicates: Duplicate[] = [];
  const resolved = placed.map(({ zone, resolve, slots }): ResolvedZone => {
    const borrow = zone.rule.borrow;
    const found = listFills(db, code, zone.rule, moment, {
      national: active,
      lenders: borrow ? register.lendersOn(code, borrow.from, moment.day).map((lender) => lender.code) : [],
      except,
      onPage,
      count: zone.limit - slots.length,
      placed: slots.length,
      order,
    });
    for (const { articleId } of [...found.fills, ...found.duplicates]) except.add(articleId);
    duplicates.push(...found.duplicates);
    return { ...zone, slots: found.fills.length === 0 ? slots : resolve(found.fills).slots };
  });
  const page = { system: register.get(code), active, moment, zones: resolved, waiting, duplicates };
  scopePlaced(db, register, page);
  return page;
}

/**
 * Gives placed stories the scope that a fill would have: filed here, national, or borrowed, which readers see. Where no
 * zone borrows from its system, a placed story from elsewhere counts as meant for this page.
 */
function scopePlaced(db: ReadDb, register: Register, { system: { code }, moment, active, zones }: ResolvedPage): void {
  const feeding = new Set(zones.flatMap(({ rule }) => (rule.national === 'only' ? [] : rule.strengths)));
  const loans = zones.flatMap(({ rule }) =>
    rule.borrow
      ? register.lendersOn(code, rule.borrow.from, moment.day).map((lender) => ({ lender, strengths: rule.strengths }))
      : [],
  );
  for (const { item } of zones.flatMap(({ slots }) => slots)) {
    if (item.placement === null) continue;
    const tags = listTags(db, item.articleId);
    if (tags.some((tag) => tag.code === code && feeding.has(tag.strength))) continue;
    const loan = loans.find(({ lender, strengths }) =>
      tags.some((tag) => tag.code === lender.code && strengths.includes(tag.strength)),
    );
    if (active && getStory(db, item.articleId).national) item.scope = 'national';
    else if (loan) Object.assign(item, { scope: 'nearby', lender: loan.lender } satisfies Partial<PageItem>);
  }
}

function pinsOf(placements: readonly Placement[]) {
  return placements.flatMap((placement) =>
    placement.pinNumber === null
      ? []
      : [{ item: placedItem(placement), rank: placement.id, pinNumber: placement.pinNumber }],
  );
}

function freeOf(placements: readonly Placement[]) {
  return placements.flatMap((placement) =>
    placement.standing === 'free' && placement.rank !== null
      ? [{ item: placedItem(placement), rank: placement.rank }]
      : [],
  );
}

function placedItem(placement: Placement): PageItem {
  return { articleId: placement.articleId, placement, scope: 'system', lender: null };
}

function toItem(register: Register, { articleId, scope, rank, lender }: Fill) {
  const item: PageItem = { articleId, placement: null, scope, lender: lender === null ? null : register.get(lender) };
  return { item, rank };
}

function marksOf(db: ReadDb, code: SystemCode, order: PageOrder, { articleId, placement }: PageItem): StoryMarks {
  const story = getStory(db, articleId);
  return {
    articleId: story.id,
    headlineKey: story.headlineKey,
    publishedAt: story.publishedAt,
    url: urlMark(story.url),
    image: imageMark(imageShown(story, placement), { ...story, label: story.alt }),
    captureAge: findSighting(db, code, story.id, order)?.captureAge ?? null,
  };
}

function whyWaiting(placement: Placement, story: Story, moment: Moment): WaitingPlacement['why'] | null {
  if (placement.standing === 'off') return 'taken-off';
  const notOut = whyNotOut(story, moment);
  if (notOut) return notOut;
  if (placement.from !== null && placement.from > moment.day) return 'not-yet';
  if (placement.until !== null && placement.until < moment.day) return 'over';
  return null;
}

/** Why a story may stand on no page at a moment, or null. */
export function whyNotOut(story: Story, moment: Moment): 'withdrawn' | 'embargoed' | 'not-out-yet' | null {
  if (story.withdrawnAt !== null) return 'withdrawn';
  if (story.embargoUntil !== null && story.embargoUntil > moment.embargoedUpTo) return 'embargoed';
  if (story.publishedAt !== null && story.publishedAt > moment.publishedUpTo) return 'not-out-yet';
  return null;
}

/** The whole page from the lead down, one list over all zones. */
export function slotsOf(page: ResolvedPage): ResolvedSlot<PageItem>[] {
  return page.zones.flatMap(({ slots }) => slots);
}
