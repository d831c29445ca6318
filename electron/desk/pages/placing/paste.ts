import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { ReadDb, Row } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { overrideOf, overridesOf, ownImage, sourceWordsColumn, unwrittenWords } from '../layout/overrides.ts';
import { findPlacement, type Placement } from '../layout/page-rows.ts';
import type { ResolvedPage } from '../layout/resolve-page.ts';
import { type Handled, moveStories, settleGroup } from './group.ts';
import { checkPlaceable, type Hand, runningDays, takeStoryOff } from './placements.ts';
import { spotOf, targetSpot } from './spots.ts';

/**
 * Places stories from another page, in the order given, with the words and image they have there; cut ones leave that page
 * in the same step. Onto their own page, cut ones are moved.
 */
export function pasteStories(
  hand: Hand,
  from: ResolvedPage,
  articleIds: readonly StoryId[],
  { position, zoneId, cut: isCut }: { position: number; zoneId?: string | undefined; cut: boolean },
): Handled {
  const ids = [...new Set(articleIds)];
  for (const id of ids) checkPlaceable(hand, id);
  if (from.system.code === hand.page.system.code) {
    if (isCut) return moveStories(hand, ids, position, zoneId);
    checkAbsent(hand, ids);
  }
  if (isCut) checkStillThere(hand.db, from, ids);
  const pasted = settleGroup(hand, ids, targetSpot(hand.page, position, zoneId), (id, known) => ({
    ...runningDays(hand, known),
    ...carriedOverrides(hand.db, from, id, known),
  }));
  if (isCut) for (const id of ids) takeStoryOff({ ...hand, page: from }, id);
  return pasted;
}

/** A page shows a story once: a second copy of it would have no place. */
function checkAbsent(hand: Hand, ids: readonly StoryId[]): void {
  const id = ids.find((one) => spotOf(hand.page, one));
  if (id === undefined) return;
  throw new DeskError(
    'zone-position',
    `“${getStory(hand.db, id).headline}” is on this page already. Cut it instead of copying it, to move it.`,
  );
}

function checkStillThere(db: ReadDb, from: ResolvedPage, ids: readonly StoryId[]): void {
  const id = ids.find((one) => !spotOf(from, one));
  if (id === undefined) return;
  throw new DeskError(
    'placement-missing',
    `“${getStory(db, id).headline}” is not on the ${from.system.shortName} page any more, so it cannot be cut from there. Copy or place it instead.`,
  );
}

/**
 * The words and the image that the other page has over the source, with what the source said then. What the other page
 * leaves to the source overwrites nothing here.
 */
function carriedOverrides(db: ReadDb, from: ResolvedPage, articleId: StoryId, known: Placement | null): Row {
  const origin = findPlacement(db, from.system.code, articleId);
  if (!origin) return {};
  const story = getStory(db, articleId);
  const image = origin.image === null ? (known?.image ?? null) : ownImage(story, origin.image);
  const row: Row = {};
  const sourceWords = { ...known?.sourceWords };
  for (const what of overridesOf(origin)) {
    const shown = overrideOf(origin, what);
    const isSource = what === 'image' ? image === null : shown === unwrittenWords(story, image, what);
    row[what] = isSource ? null : shown;
    const was = origin.sourceWords[what];
    if (isSource || was === undefined) delete sourceWords[what];
    else sourceWords[what] = was;
  }
  return Object.keys(row).length === 0 ? {} : { ...row, source_words: sourceWordsColumn(sourceWords) };
}
