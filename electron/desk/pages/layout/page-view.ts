import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import type { ResolvedSlot } from '../../../../shared/pages/resolve-zone.ts';
import { longDay, shortDay } from '../../../../shared/words/day-words.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';
import { getStory, type Story } from '../../stories/story-rows.ts';
import { findJointLead } from './joint-lead-rows.ts';
import { driftOf, NO_WORDS, overridesOf, shownImage, sourceOf, srcOf } from './overrides.ts';
import { type PageItem, type ResolvedPage, slotsOf } from './resolve-page.ts';

/** The page in words: what a reader sees, why each teaser is there, and what its source says. */
export function toPageView(db: ReadDb, page: ResolvedPage): PageView {
  const { code, slug, shortName, boardName, region } = page.system;
  const dateLines = dateLinesOf(db, page);
  const [lead] = slotsOf(page);
  let number = 0;
  return {
    system: { code, slug, shortName, boardName, region },
    title: `${shortName} ICS`,
    asOf: page.moment.day,
    active: page.active,
    jointLead: lead ? findJointLead(db, lead.item.articleId) : null,
    zones: page.zones.map((zone) => ({
      id: zone.id,
      name: zone.name,
      limit: zone.limit,
      prominence: zone.prominence,
      rule: zone.rule,
      teasers: zone.slots.map((slot) => {
        number += 1;
        return toTeaser(db, page, slot, number, dateLines);
      }),
    })),
    waiting: page.waiting.map(({ placement, why }) => ({
      placementId: placement.id,
      articleId: placement.articleId,
      headline: placement.words.headline ?? getStory(db, placement.articleId).headline,
      why,
      standing: placement.standing,
      pinNumber: placement.pinNumber,
      zoneId: placement.zoneId,
      from: placement.from,
      until: placement.until,
    })),
  };
}

function toTeaser(
  db: ReadDb,
  page: ResolvedPage,
  slot: ResolvedSlot<PageItem>,
  position: number,
  dateLines: ReadonlyMap<StoryId, string | null>,
): EditorTeaser {
  const story = getStory(db, slot.item.articleId);
  const { placement, scope, lender } = slot.item;
  const words = placement?.words ?? NO_WORDS;
  return {
    articleId: story.id,
    placed: slot.placed,
    why: whyPlaced(page, slot, story),
    scope,
    nearby: lender && { code: lender.code, slug: lender.slug, shortName: lender.shortName },
    headline: words.headline ?? story.headline,
    standfirst: (words.standfirst ?? story.standfirst) || null,
    kicker: (words.kicker ?? story.kicker) || null,
    image: shownImage(db, story, placement),
    byline: story.byline,
    kind: story.kind,
    url: story.url,
    publishedAt: story.publishedAt,
    overrides: placement === null ? [] : overridesOf(placement),
    // Once an editor has set the date, the source's line would contradict it.
    dateLine: 'publishedAt' in story.sourceWords ? null : (dateLines.get(story.id) ?? null),
    placementId: placement?.id ?? null,
    position,
    pinNumber: slot.pinNumber,
    rank: slot.placed === 'free' ? slot.rank : null,
    from: placement?.from ?? null,
    until: placement?.until ?? null,
    source: {
      headline: story.headline,
      standfirst: story.standfirst,
      kicker: story.kicker,
      alt: story.alt,
      image: srcOf(db, sourceOf(story, 'image')),
    },
    drift: placement === null ? [] : driftOf(db, placement, story),
    firstSeenOn: story.firstSeenOn,
  };
}

function whyPlaced(page: ResolvedPage, slot: ResolvedSlot<PageItem>, story: Story): string {
  const { placement, scope, lender } = slot.item;
  if (placement === null) {
    const rule = { system: 'newest filed here', national: 'national', nearby: `nearby, filed to ${lender?.shortName}` }[
      scope
    ];
    const day =
      story.publishedAt === null
        ? `undated, first seen ${shortDay(story.firstSeenOn, page.moment.day)}`
        : shortDay(story.publishedAt, page.moment.day);
    return `Filled: ${rule}, ${day}`;
  }
  const verb = slot.placed === 'pinned' ? `Pinned at ${slot.pinNumber}` : 'Placed';
  const until = placement.until === null ? '' : ` until ${longDay(placement.until)}`;
  const from = lender ? `, nearby, filed to ${lender.shortName}` : '';
  return `${verb} by ${placement.by}${until}${from}`;
}

/** The date line of each story as this system's newest capture that holds it printed it. */
function dateLinesOf(db: ReadDb, page: ResolvedPage): Map<StoryId, string | null> {
  const ids = slotsOf(page).map(({ item }) => item.articleId);
  const rows = prepare<{ article_id: StoryId; date_line: string | null }>(
    db,
    `SELECT s.article_id, s.date_line FROM sightings s CROSS JOIN captures c ON c.id = s.capture_id
     WHERE s.article_id IN (SELECT value FROM json_each(?)) AND c.system_code = ? ORDER BY c.seen_on, c.id`,
  ).all(JSON.stringify(ids), page.system.code);
  // In order of the captures, so that the newest one's line is the one that stays.
  return new Map(rows.map(({ article_id, date_line }) => [article_id, date_line]));
}
