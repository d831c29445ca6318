import { DeskError } from '../../../../shared/errors.ts';
import { OVERRIDE_FIELDS, type OverrideField, type StoryId, type SystemCode } from '../../../../shared/models.ts';
import { dayRank } from '../../../../shared/pages/rank.ts';
import { planRank } from '../../../../shared/pages/resolve-zone.ts';
import type { Actor, Changes } from '../../core/changes.ts';
import { newId } from '../../core/ids.ts';
import type { ReadDb, Row } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import {
  NO_IMAGE,
  overridesOf,
  ownImage,
  sourceNotes,
  sourceOf,
  sourceWordsColumn,
  unwrittenWords,
} from '../layout/overrides.ts';
import { findPlacement, type Placement } from '../layout/page-rows.ts';
import type { ResolvedPage } from '../layout/resolve-page.ts';
import { openSpot, type Spot, spotOf, targetSpot } from './spots.ts';
import { makeRoom } from './zone-room.ts';

/** An editor's hand on one page, as the page stands now. Each function returns whether anything changed. */
export interface Hand {
  db: ReadDb;
  changes: Changes;
  actor: Actor;
  page: ResolvedPage;
}

function getSpot(page: ResolvedPage, articleId: StoryId): Spot {
  const spot = spotOf(page, articleId);
  if (!spot) {
    throw new DeskError(
      'placement-missing',
      `That story is not on the ${page.system.shortName} page now. Place it first.`,
    );
  }
  return spot;
}

/** Puts a story on the page: at a number, else where the fill rule has it already, else on top. */
export function placeStory(hand: Hand, articleId: StoryId, position: number | undefined, zoneId?: string): boolean {
  checkPlaceable(hand, articleId);
  const spot = spotOf(hand.page, articleId);
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  if (spot && known) {
    return position === undefined && zoneId === undefined ? false : moveStory(hand, articleId, position ?? 1, zoneId);
  }
  const target =
    spot && position === undefined && zoneId === undefined
      ? spot
      : openSpot(hand.page, targetSpot(hand.page, position ?? 1, zoneId), articleId);
  const rank = rankFor(hand.page, target, spot?.zone === target.zone ? spot.number : null);
  makeRoom(hand, target.zone, articleId);
  return writePlacement(hand, articleId, target.zone.id, known, {
    standing: 'free',
    rank,
    pin_number: null,
    ...runningDays(hand, known),
  });
}

export function checkPlaceable(hand: Hand, articleId: StoryId): void {
  const { withdrawnAt, headline } = getStory(hand.db, articleId);
  if (withdrawnAt === null) return;
  throw new DeskError('story-not-out', `“${headline}” is withdrawn. Bring it back before you place it.`);
}

/** Days that would hide what is placed now are dropped. */
export function runningDays(hand: Hand, known: Placement | null): Row {
  const today = hand.page.moment.day;
  const isRunning = (known?.from ?? today) <= today && (known?.until ?? today) >= today;
  return isRunning ? {} : { from_day: null, until_day: null };
}

function rankFor(page: ResolvedPage, target: Spot, from: number | null): string {
  const plan = planRank(target.zone.standing, from, target.number, dayRank(page.moment.day));
  if (!plan) {
    throw new DeskError(
      'zone-position',
      `The places from ${target.number} on hold pinned stories, which keep their numbers. Unpin one, or move further.`,
    );
  }
  return plan.rank;
}

/** Brings a story to a number: a pin takes that number, anything else goes between its new neighbours. */
export function moveStory(hand: Hand, articleId: StoryId, position: number, zoneId?: string): boolean {
  const spot = getSpot(hand.page, articleId);
  const isPin = spot.zone.standing[spot.number - 1]?.placed === 'pinned';
  const wanted = targetSpot(hand.page, position, zoneId);
  // A pin changes places with the pin that holds its number; anything else goes where there is room.
  const target = isPin ? wanted : openSpot(hand.page, wanted, articleId);
  if (spot.zone === target.zone && Math.min(target.number, spot.zone.standing.length) === spot.number) return false;
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  if (isPin && known) return movePin(hand, known, target);
  const rank = rankFor(hand.page, target, spot.zone === target.zone ? spot.number : null);
  makeRoom(hand, target.zone, articleId);
  return writePlacement(hand, articleId, target.zone.id, known, { standing: 'free', rank, pin_number: null });
}

/** Two pins cannot share a number: the one that held it takes the mover's. */
function movePin(hand: Hand, mover: Placement, target: Spot): boolean {
  const isAtHome = target.zone.id === mover.zoneId;
  const number = Math.min(target.number, target.zone.standing.length + (isAtHome ? 0 : 1), target.zone.limit);
  const holder = target.zone.standing[number - 1];
  if (holder?.placed === 'pinned' && holder.item.placement && holder.item.placement.id !== mover.id) {
    const seat = { zone_id: mover.zoneId, pin_number: mover.pinNumber };
    hand.changes.update('placements', [holder.item.placement.id], seat);
  } else if (!isAtHome) makeRoom(hand, target.zone, mover.articleId);
  return writePlacement(hand, mover.articleId, target.zone.id, mover, { pin_number: number });
}

export function pinStory(hand: Hand, articleId: StoryId): boolean {
  const spot = getSpot(hand.page, articleId);
  if (spot.zone.standing[spot.number - 1]?.placed === 'pinned') return false;
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  return writePlacement(hand, articleId, spot.zone.id, known, {
    standing: 'pinned',
    pin_number: spot.number,
    rank: null,
  });
}

/** A free placement from now on, where it stands. */
export function unpinStory(hand: Hand, articleId: StoryId): boolean {
  const spot = getSpot(hand.page, articleId);
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  if (known?.standing !== 'pinned') return false;
  const slots = spot.zone.standing.map((slot, index) =>
    index + 1 === spot.number ? { ...slot, placed: 'free' as const } : slot,
  );
  const plan = planRank(slots, spot.number, spot.number, dayRank(hand.page.moment.day));
  if (!plan) throw new Error('a slot that is not pinned has no rank');
  return writePlacement(hand, articleId, spot.zone.id, known, { standing: 'free', pin_number: null, rank: plan.rank });
}

/** Off this page, whatever the rules say, until it is placed again. Its re-wording is kept for then. */
export function takeStoryOff(hand: Hand, articleId: StoryId): boolean {
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  if (known?.standing === 'off') return false;
  const zoneId = known?.zoneId ?? getSpot(hand.page, articleId).zone.id;
  return writePlacement(hand, articleId, zoneId, known, {
    standing: 'off',
    pin_number: null,
    rank: null,
    from_day: null,
    until_day: null,
  });
}

/** Drops the editor's decision about a story on this page; the fill rule decides again. */
export function releaseStory(hand: Hand, articleId: StoryId): boolean {
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  return known !== null && hand.changes.remove('placements', [known.id]);
}

/** Words for this page only; null, or the source's own words, hand the field back to the source. */
export function rewordStory(
  hand: Hand,
  articleId: StoryId,
  words: Partial<Record<OverrideField, string | null>>,
): boolean {
  if (words.headline === '') {
    throw new DeskError('bad-call', 'A headline cannot be empty. Reset it to the source instead.');
  }
  const story = getStory(hand.db, articleId);
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  const patch: Row = {};
  const sourceWords = { ...known?.sourceWords };
  for (const field of OVERRIDE_FIELDS) {
    const value = words[field];
    if (value === undefined) continue;
    patch[field] = value === unwrittenWords(story, known?.image ?? null, field) ? null : value;
    if (patch[field] === null) delete sourceWords[field];
    else sourceWords[field] = story[field];
  }
  if (!known && Object.values(patch).every((value) => value === null)) return false;
  return decide(hand, articleId, known, { ...patch, source_words: sourceWordsColumn(sourceWords) });
}

/**
 * An image for this page only: a file that the library holds, by its sha256, or `NO_IMAGE`. Null, or the source's own,
 * hands it back to the source.
 */
export function setImage(hand: Hand, articleId: StoryId, image: string | null): boolean {
  const story = getStory(hand.db, articleId);
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  const own = ownImage(story, image);
  if (!known && own === null) return false;
  const patch: Row = { image: own };
  const sourceWords = { ...known?.sourceWords };
  if (own === null) delete sourceWords.image;
  else sourceWords.image = sourceOf(story, 'image');
  // Without an image even the source's own label had to be written; with one it is the source's again.
  if (own !== NO_IMAGE && known?.words.alt != null && known.words.alt === story.alt) {
    patch['alt'] = null;
    delete sourceWords.alt;
  }
  return decide(hand, articleId, known, { ...patch, source_words: sourceWordsColumn(sourceWords) });
}

/** Keeps words and image of this page although the source has changed: what it says now is the one to compare with. */
export function keepOverride(hand: Hand, articleId: StoryId): boolean {
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  if (!known || overridesOf(known).length === 0) {
    throw new DeskError('placement-missing', `That story is not re-worded on ${hand.page.system.shortName}.`);
  }
  const notes = sourceNotes(getStory(hand.db, articleId), known);
  return hand.changes.update('placements', [known.id], { source_words: sourceWordsColumn(notes) });
}

/** First and last day the placement runs, inclusive; null is open. */
export function scheduleStory(hand: Hand, articleId: StoryId, from: string | null, until: string | null): boolean {
  if (from !== null && until !== null && from > until) {
    throw new DeskError('bad-call', 'The last day comes before the first. Change one of them.');
  }
  const known = findPlacement(hand.db, hand.page.system.code, articleId);
  if (!known && from === null && until === null) return false;
  return decide(hand, articleId, known, { from_day: from, until_day: until });
}

/** Changes a placement, or makes the fill a free placement exactly where it stands. */
function decide(hand: Hand, articleId: StoryId, known: Placement | null, patch: Row): boolean {
  if (known) return hand.changes.update('placements', [known.id], patch);
  const { zone, number } = getSpot(hand.page, articleId);
  const slot = zone.standing[number - 1];
  if (!slot) throw new Error('a story stands on a page without a slot');
  return writePlacement(hand, articleId, zone.id, null, {
    standing: 'free',
    rank: slot.rank,
    pin_number: null,
    ...patch,
  });
}

export function writePlacement(
  hand: Hand,
  articleId: StoryId,
  zoneId: string,
  known: Placement | null,
  patch: Row,
): boolean {
  const by = hand.actor.by;
  if (known) return hand.changes.update('placements', [known.id], { zone_id: zoneId, placed_by: by, ...patch });
  hand.changes.insert('placements', {
    id: newId(),
    system_code: hand.page.system.code satisfies SystemCode,
    zone_id: zoneId,
    article_id: articleId,
    placed_by: by,
    ...patch,
  });
  return true;
}
