import { DeskError } from '../../../../shared/errors.ts';
import { OVERRIDE_FIELDS, type OverrideField, type StoryId } from '../../../../shared/models.ts';
import type { Row } from '../../core/sql.ts';
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
import { notOnPageError } from './plan-refusals.ts';
import { type PageEdit, writePlacement } from './write-plan.ts';

/** What an editor sets on one placement: its words, image and days. Each function returns whether anything changed. */

/** Words for this page only; null, or the source's own words, give the field back to the source. */
export function rewordStory(
  edit: PageEdit,
  articleId: StoryId,
  words: Partial<Record<OverrideField, string | null>>,
): boolean {
  if (words.headline === '') {
    throw new DeskError('bad-call', 'A headline cannot be empty. Reset it to the source instead.');
  }
  const story = getStory(edit.db, articleId);
  const known = findPlacement(edit.db, edit.page.system.code, articleId);
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
  return decide(edit, articleId, known, { ...patch, source_words: sourceWordsColumn(sourceWords) });
}

/**
 * An image for this page only: a file that the library holds, by its sha256, or `NO_IMAGE`. Null, or the source's own,
 * hands it back to the source.
 */
export function setImage(edit: PageEdit, articleId: StoryId, image: string | null): boolean {
  const story = getStory(edit.db, articleId);
  const known = findPlacement(edit.db, edit.page.system.code, articleId);
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
  return decide(edit, articleId, known, { ...patch, source_words: sourceWordsColumn(sourceWords) });
}

/** Keeps words and image of this page although the source has changed: what it says now is the one to compare with. */
export function keepOverride(edit: PageEdit, articleId: StoryId): boolean {
  const known = findPlacement(edit.db, edit.page.system.code, articleId);
  if (!known || overridesOf(known).length === 0) {
    throw new DeskError('placement-missing', `That story is not re-worded on ${edit.page.system.shortName}.`);
  }
  const notes = sourceNotes(getStory(edit.db, articleId), known);
  return edit.changes.update('placements', [known.id], { source_words: sourceWordsColumn(notes) });
}

/** First and last day the placement runs, inclusive; null is open. */
export function scheduleStory(edit: PageEdit, articleId: StoryId, from: string | null, until: string | null): boolean {
  if (from !== null && until !== null && from > until) {
    throw new DeskError('bad-call', 'The last day comes before the first. Change one of them.');
  }
  const known = findPlacement(edit.db, edit.page.system.code, articleId);
  if (!known && from === null && until === null) return false;
  return decide(edit, articleId, known, { from_day: from, until_day: until });
}

/** Changes a placement, or makes the fill a free placement exactly where it is. */
function decide(edit: PageEdit, storyId: StoryId, known: Placement | null, patch: Row): boolean {
  if (known) return edit.changes.update('placements', [known.id], patch);
  const { zones, system } = edit.page;
  for (const { id: zoneId, slots } of zones) {
    const slot = slots.find(({ item }) => item.articleId === storyId);
    if (!slot) continue;
    const row = { standing: 'free', rank: slot.rank, pin_number: null, ...patch };
    return writePlacement(edit, { system: system.code, storyId, zoneId }, null, row);
  }
  throw notOnPageError(edit, storyId);
}
