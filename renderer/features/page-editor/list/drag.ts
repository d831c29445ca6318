import type { DropItem } from 'react-aria-components';
import { z } from 'zod';
import { StoryId } from '../../../../shared/models.ts';

/** Drag type of a story dragged from a side list to the page, or within the page. */
export const STORY_DRAG = 'application/x-patchdesk-story';

const DraggedStory = z.object({ articleId: StoryId, headline: z.string() });
export type DraggedStory = z.infer<typeof DraggedStory>;

export function toDragItem(story: DraggedStory): Record<string, string> {
  return {
    [STORY_DRAG]: JSON.stringify({ articleId: story.articleId, headline: story.headline }),
    'text/plain': story.headline,
  };
}

/** Returns the dropped story, or null when the drag is not one of ours. */
export async function readDragItem(items: readonly DropItem[]): Promise<DraggedStory | null> {
  return (await readDragItems(items))[0] ?? null;
}

/** Returns all stories of ours that were dropped together. */
export async function readDragItems(items: readonly DropItem[]): Promise<DraggedStory[]> {
  const stories: DraggedStory[] = [];
  for (const item of items) {
    if (item.kind !== 'text' || !item.types.has(STORY_DRAG)) continue;
    stories.push(DraggedStory.parse(JSON.parse(await item.getText(STORY_DRAG))));
  }
  return stories;
}
