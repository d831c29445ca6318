import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  type SelectionState,
  selectQuery,
  setSelected,
  toggleSelected,
  toNextSelection,
  toNextTotal,
  toSelection,
} from '../../../renderer/state/selection.ts';
import { ALL_STORIES } from '../../../renderer/state/story-query.ts';
import type { StoryId } from '../../../shared/models.ts';

const LIBRARY = Array.from({ length: 12 }, (_, index) => `id-${index}` as StoryId);
const anyIds = fc.subarray(LIBRARY);
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('toggle' as const), id: fc.constantFrom(...LIBRARY) }),
  fc.record({ kind: fc.constant('set' as const), ids: anyIds, isOn: fc.boolean() }),
  fc.record({ kind: fc.constant('all' as const) }),
  fc.record({ kind: fc.constant('none' as const) }),
);

describe('a selection of stories', () => {
  it('is what a plain set of ids would be, in whichever form it is held', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        let selection: SelectionState = NOTHING_SELECTED;
        const expected = new Set<StoryId>();
        for (const step of steps) {
          if (step.kind === 'toggle') {
            selection = toggleSelected(selection, step.id);
            if (!expected.delete(step.id)) expected.add(step.id);
          } else if (step.kind === 'set') {
            selection = setSelected(selection, step.ids, step.isOn);
            for (const id of step.ids) step.isOn ? expected.add(id) : expected.delete(id);
          } else if (step.kind === 'all') {
            selection = selectQuery(ALL_STORIES, LIBRARY.length);
            for (const id of LIBRARY) expected.add(id);
          } else {
            selection = NOTHING_SELECTED;
            expected.clear();
          }
          expect(LIBRARY.filter((id) => isSelected(selection, id))).toEqual(LIBRARY.filter((id) => expected.has(id)));
          expect(countSelected(selection)).toBe(expected.size);
          expect(toSelection(selection) === null).toBe(expected.size === 0);
        }
      }),
    );
  });

  it('of a whole result stays a query, however large the result', () => {
    const all = setSelected(selectQuery(ALL_STORIES, 100_000), [LIBRARY[0] as StoryId], false);
    expect(toSelection(all)).toEqual({ kind: 'query', query: ALL_STORIES, except: [LIBRARY[0]], found: 100_000 });
    expect(countSelected(all)).toBe(99_999);
  });

  it('never changes the selection it was made from', () => {
    const before = setSelected(NOTHING_SELECTED, LIBRARY.slice(0, 2), true);
    toggleSelected(before, LIBRARY[0] as StoryId);
    expect(countSelected(before)).toBe(2);
  });

  it('keeps single stories through another search, and lets go of all of the last one', () => {
    const other = { ...ALL_STORIES, text: 'beds' };
    const some = setSelected(NOTHING_SELECTED, LIBRARY.slice(0, 3), true);
    expect(toNextSelection(some, other)).toBe(some);
    const all = selectQuery(ALL_STORIES, 12);
    expect(toNextSelection(all, other)).toBe(NOTHING_SELECTED);
    expect(toNextSelection(all, { ...ALL_STORIES })).toBe(all);
  });

  it('of a whole result follows the result as stories leave it', () => {
    const all = setSelected(selectQuery(ALL_STORIES, 12), [LIBRARY[0] as StoryId], false);
    expect(countSelected(toNextTotal(all, ALL_STORIES, 5))).toBe(4);
    expect(toNextTotal(all, ALL_STORIES, 1)).toBe(NOTHING_SELECTED);
    expect(toNextTotal(all, { ...ALL_STORIES, text: 'beds' }, 0)).toBe(all);
    const some = setSelected(NOTHING_SELECTED, LIBRARY.slice(0, 3), true);
    expect(toNextTotal(some, ALL_STORIES, 0)).toBe(some);
  });
});
