import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { PlanTarget } from '../../../../shared/pages/plan-page.ts';
import type { ReadDb, Row } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { overrideOf, overridesOf, ownImage, sourceWordsColumn, unwrittenWords } from '../layout/overrides.ts';
import { findPlacement, type Placement } from '../layout/page-rows.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { checkPlaceable } from './plan-refusals.ts';
import { actOnPage, type PageEdit } from './write-plan.ts';

/**
 * Places stories from another page, in the order given, with the words and image they have there; cut ones leave that page
 * in the same step. Onto their own page, cut ones are moved. Returns the stories that changed.
 */
export function pasteStories(
  edit: PageEdit,
  from: ResolvedPage,
  ids: readonly StoryId[],
  target: PlanTarget,
  isCut: boolean,
): StoryId[] {
  const { db, changes, page } = edit;
  const { code } = page.system;
  for (const id of ids) checkPlaceable(db, id);
  if (from.system.code === code) {
    if (isCut) return actOnPage(edit, ids, 'move', target);
    checkAbsent(edit, ids);
  }
  if (isCut) checkStillThere(db, from, ids);
  const changed = new Set(actOnPage(edit, ids, 'place', target));
  for (const id of ids) {
    const placement = findPlacement(db, code, id);
    const row = placement ? carriedOverrides(db, from, id, placement) : null;
    if (placement && row && changes.update('placements', [placement.id], row)) changed.add(id);
  }
  if (isCut) actOnPage({ ...edit, page: from }, ids, 'takeOff');
  return [...changed];
}

function isOn(page: ResolvedPage, id: StoryId): boolean {
  return slotsOf(page).some(({ item }) => item.articleId === id);
}

/** A page shows a story once: a second copy of it would have no place. */
function checkAbsent({ db, page }: PageEdit, ids: readonly StoryId[]): void {
  const id = ids.find((one) => isOn(page, one));
  if (id === undefined) return;
  throw new DeskError(
    'zone-position',
    `“${getStory(db, id).headline}” is on this page already. Cut it instead of copying it, to move it.`,
  );
}

function checkStillThere(db: ReadDb, from: ResolvedPage, ids: readonly StoryId[]): void {
  const id = ids.find((one) => !isOn(from, one));
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
function carriedOverrides(db: ReadDb, from: ResolvedPage, articleId: StoryId, known: Placement): Row | null {
  const origin = findPlacement(db, from.system.code, articleId);
  if (!origin) return null;
  const story = getStory(db, articleId);
  const image = origin.image === null ? known.image : ownImage(story, origin.image);
  const row: Row = {};
  const sourceWords = { ...known.sourceWords };
  for (const what of overridesOf(origin)) {
    const shown = overrideOf(origin, what);
    const isSource = what === 'image' ? image === null : shown === unwrittenWords(story, image, what);
    row[what] = isSource ? null : shown;
    const was = origin.sourceWords[what];
    if (isSource || was === undefined) delete sourceWords[what];
    else sourceWords[what] = was;
  }
  return Object.keys(row).length === 0 ? null : { ...row, source_words: sourceWordsColumn(sourceWords) };
}
