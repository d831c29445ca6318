import { describe, expect, it } from 'vitest';
import { formatOutside, formatSelected, selectionInput } from '../../../renderer/features/stories/selected-words.ts';
import { NOTHING_SELECTED, selectQuery, setSelected } from '../../../renderer/state/selection.ts';
import { ALL_STORIES } from '../../../renderer/state/story-query.ts';
import type { StoryId } from '../../../shared/models.ts';

describe('the words for a selection', () => {
  it('say how much of it the search hides', () => {
    expect(formatSelected(3, 0)).toBe('3 selected');
    expect(formatSelected(3, 2)).toBe('3 selected, 2 not shown here');
    expect(formatSelected(2, 2)).toBe('2 selected, not shown here');
    expect(formatOutside(3, 0)).toBe('');
    expect(formatOutside(1200, 1100)).toBe(', 1,100 of them not shown here');
    expect(formatOutside(2, 2)).toBe(', not shown here');
  });

  it('ask for what is hidden of single stories only', () => {
    const some = setSelected(NOTHING_SELECTED, ['a' as StoryId], true);
    expect(selectionInput(NOTHING_SELECTED, ALL_STORIES)).toBeNull();
    expect(selectionInput(some, ALL_STORIES)).toEqual({ selection: { kind: 'ids', ids: ['a'] }, within: ALL_STORIES });
    expect(selectionInput(selectQuery(ALL_STORIES, 4), ALL_STORIES)).not.toHaveProperty('within');
  });
});
