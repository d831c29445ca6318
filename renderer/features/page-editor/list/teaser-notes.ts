import type { MethodOutput } from '../../../../shared/contract.ts';
import type { PageView, StoryId } from '../../../../shared/models.ts';
import type { StoryElsewhere } from '../../../../shared/pages/page-batch.ts';
import { formatSameStory, type SharedStory } from '../beside/beside-model.ts';
import { teasersOf } from '../open-page.ts';
import type { Fold } from '../page-editor-slice.ts';

/** TeaserNotes holds a teaser's marks about other pages and about the fold. */
export interface TeaserNotes {
  /** `on all 36 pages`, with each page by name for the tooltip. */
  elsewhere: { message: string; names: string } | null;
  /** `also at 4 on Dorset`, while that page is compared with this one. */
  sameStory: string | null;
  /** The joint-lead mark, as a sentence. */
  joint: string | null;
  /** True for the last teaser that readers see without scrolling. */
  isLastSeen: boolean;
}

export type NameOf = (code: string) => string;

export function formatElsewhere(
  on: StoryElsewhere['on'],
  /** The number of all pages if the open page shows the story too; null if not. */
  pages: number | null,
  nameOf: NameOf,
): { message: string; names: string } | null {
  const [first] = on;
  if (!first) return null;
  const names = on.map(({ code, position }) => `${nameOf(code)}, ${position}`).join('\n');
  if (pages !== null && on.length > 1 && on.length === pages - 1) return { message: `on all ${pages} pages`, names };
  if (on.length > 1) return { message: `on ${on.length} other pages`, names };
  const one = `on ${nameOf(first.code)}`;
  return { message: pages === null ? one : `also ${one}`, names };
}

/** Returns the notes of each teaser that has any. */
export function notesOf(
  page: PageView,
  {
    elsewhere,
    sameStories,
    besideName,
    fold,
    nameOf,
  }: {
    elsewhere: MethodOutput<'stories.elsewhere'> | undefined;
    sameStories: ReadonlyMap<StoryId, SharedStory>;
    besideName: string;
    fold: Fold | null;
    nameOf: NameOf;
  },
): [StoryId, TeaserNotes][] {
  const on = new Map(elsewhere?.stories.map((story) => [story.id, story.on]));
  const teasers = teasersOf(page);
  // The fold was measured for this system and this number of teasers only. Otherwise there is no line.
  const isMeasured = fold?.system === page.system.code && fold.of === teasers.length && fold.seen < fold.of;
  return teasers.flatMap(({ articleId, position }): [StoryId, TeaserNotes][] => {
    const sameStory = sameStories.get(articleId);
    const isJoint = position === 1 && page.jointLead?.articleId === articleId;
    const notes: TeaserNotes = {
      elsewhere: formatElsewhere(on.get(articleId) ?? [], elsewhere?.pages ?? 0, nameOf),
      sameStory: sameStory ? formatSameStory(sameStory.there, besideName) : null,
      joint: isJoint && page.jointLead ? formatJointMark(page.jointLead) : null,
      isLastSeen: isMeasured && fold.seen === position,
    };
    const isBare = !notes.elsewhere && !notes.sameStory && !notes.joint && !notes.isLastSeen;
    return isBare ? [] : [[articleId, notes]];
  });
}

function formatJointMark({ by, note }: { by: string; note: string | null }): string {
  return `Marked by ${by}: it may lead neighbouring pages at once.${note ? ` “${note}”` : ''}`;
}
