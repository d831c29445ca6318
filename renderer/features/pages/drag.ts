import type { DropItem } from 'react-aria-components';
import { z } from 'zod';
import { ArticleId } from '../../../shared/models.ts';

/** A story under way from the candidates to the page, or along the page. */
export const STORY_DRAG = 'application/x-patchdesk-story';

const DraggedStory = z.object({ articleId: ArticleId, headline: z.string() });
export type DraggedStory = z.infer<typeof DraggedStory>;

export function toDragItem(story: DraggedStory): Record<string, string> {
  return {
    [STORY_DRAG]: JSON.stringify({ articleId: story.articleId, headline: story.headline }),
    'text/plain': story.headline,
  };
}

/** What was dropped, or null when it is no story of ours. */
export async function readDragItem(items: readonly DropItem[]): Promise<DraggedStory | null> {
  for (const item of items) {
    if (item.kind !== 'text' || !item.types.has(STORY_DRAG)) continue;
    return DraggedStory.parse(JSON.parse(await item.getText(STORY_DRAG)));
  }
  return null;
}

type DropTarget = { type: 'root' } | { type: 'item'; key: string; dropPosition: 'before' | 'after' };

/**
 * The gap between teasers that a pointer is nearest to. React Aria's own finder looks at the top level
 * of a list only, where this list has its zones.
 */
export function gapFinder(list: { readonly current: HTMLElement | null }) {
  return {
    getDropTargetFromPoint(_x: number, y: number, isValid: (target: DropTarget) => boolean): DropTarget | null {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[role=row][data-key]') ?? [])];
      const below = rows.find((row) => {
        const box = row.getBoundingClientRect();
        return y + top < box.top + box.height / 2;
      });
      const key = (below ?? rows.at(-1))?.dataset['key'];
      const target: DropTarget = key
        ? { type: 'item', key, dropPosition: below ? 'before' : 'after' }
        : { type: 'root' };
      return isValid(target) ? target : null;
    },
  };
}
