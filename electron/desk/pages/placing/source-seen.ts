import { OVERRIDES, type StoryId } from '../../../../shared/models.ts';
import type { SeenTeaser } from '../../../../shared/pages/seen-teaser.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { checkSeen, type Values } from '../../core/seen.ts';
import { getStory } from '../../stories/story-rows.ts';
import { rowOfField } from '../../stories/story-seen.ts';
import { overrideOf, sourceOf, srcOf } from '../layout/overrides.ts';
import { findPlacement } from '../layout/page-rows.ts';
import type { PageEdit } from './write-plan.ts';

/** Keeping a page's words is an answer to what the source says: throws `conflict` where it says something else by now. */
export function checkSource({ db, actor, page }: PageEdit, id: StoryId, seen: SeenTeaser | undefined): void {
  const story = getStory(db, id);
  const placement = findPlacement(db, page.system.code, id);
  if (!seen || !placement) return;
  const ours: Values = Object.fromEntries(OVERRIDES.map((what) => [what, overrideOf(placement, what)]));
  const says: Values = Object.fromEntries(
    OVERRIDES.map((what) => [what, what === 'image' ? srcOf(db, sourceOf(story, what)) : sourceOf(story, what)]),
  );
  const words = Object.fromEntries(OVERRIDES.map((what) => [what, seen[what]]));
  const write = {
    subject: `source ${id}`,
    what: inQuotes(story.headline),
    seen: words,
    rowsOf: (field: string) => [rowOfField(id, field)],
  };
  checkSeen(db, actor, write, says, ours);
}
