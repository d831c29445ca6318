import type { StoryId } from '../../../../shared/models.ts';
import { indexOf, rowAt, type StoryResult } from '../../../state/paged-stories.ts';

/** The active row, and the story last seen in it. */
export interface Cursor {
  index: number;
  id: StoryId | null;
}

/** Returns the row that a key leads to; null when the key does not move. */
export function moveBy(key: string, index: number, total: number, rowsOnScreen: number): number | null {
  const step = Math.max(1, rowsOnScreen - 1);
  const target = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + step,
    PageUp: index - step,
    Home: 0,
    End: total - 1,
  }[key];
  return target === undefined || total === 0 ? null : Math.max(0, Math.min(total - 1, target));
}

/**
 * Returns the cursor after the rows have changed. It follows its story. When the story has left the result, the
 * cursor keeps its row and takes the story now there.
 */
export function toNextCursor(cursor: Cursor, before: StoryResult | null, after: StoryResult): Cursor {
  if (after.total === 0) return { index: 0, id: null };
  const isSameSearch = before !== null && before.query === after.query && before.sort === after.sort;
  const at = cursor.id ? indexOf(after, cursor.id) : null;
  if (at !== null) return { index: at, id: cursor.id };
  if (!isSameSearch) return { index: 0, id: rowAt(after, 0)?.id ?? null };
  const index = Math.min(cursor.index, after.total - 1);
  const row = rowAt(after, index);
  // The row's page is not loaded, so the story may still be there.
  return { index, id: row ? row.id : cursor.id };
}
