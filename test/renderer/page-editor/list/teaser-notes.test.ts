import { describe, expect, it } from 'vitest';
import { formatElsewhere, notesOf } from '../../../../renderer/features/page-editor/list/teaser-notes.ts';
import { countSeen, SCREENS } from '../../../../renderer/features/page-editor/preview/fold.ts';
import type { SystemCode } from '../../../../shared/models.ts';
import { pageOfStories, storyId } from '../teaser-samples.ts';

const DEVON = 'QJK' as SystemCode;
const code = (number: number) => `Q${String(number).padStart(2, '0')}` as SystemCode;
const nameOf = (each: string) => `System ${Number(each.slice(1))}`;
const on = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: code(index + 1), position: index + 4 }));
const NONE = { elsewhere: undefined, sameStories: new Map(), besideName: '', fold: null, nameOf };

describe('where else a story stands', () => {
  it('is one page by name, some by number, or all', () => {
    expect(formatElsewhere([], 36, nameOf)).toBeNull();
    expect(formatElsewhere(on(1), 36, nameOf)).toEqual({ message: 'also on System 1', names: 'System 1, 4' });
    expect(formatElsewhere(on(3), 36, nameOf)?.message).toBe('on 3 other pages');
    expect(formatElsewhere(on(3), 36, nameOf)?.names).toBe('System 1, 4\nSystem 2, 5\nSystem 3, 6');
    expect(formatElsewhere(on(35), 36, nameOf)?.message).toBe('on all 36 pages');
    expect(formatElsewhere(on(1), 2, nameOf)?.message).toBe('also on System 1');
  });

  it('counts the others alone where the page at hand has not got it', () => {
    expect(formatElsewhere(on(1), null, nameOf)?.message).toBe('on System 1');
    expect(formatElsewhere(on(35), null, nameOf)?.message).toBe('on 35 other pages');
  });
});

describe('the notes on teasers', () => {
  it('are none where there is nothing to say', () => {
    expect(notesOf(pageOfStories([1, 2]), NONE)).toEqual([]);
  });

  it('put the line under the last teaser that is seen', () => {
    const page = pageOfStories([1, 2, 3]);
    const lastSeen = (seen: number, of = 3, system = DEVON) =>
      notesOf(page, { ...NONE, fold: { system, seen, of } }).map(([id, { isLastSeen }]) => [id, isLastSeen]);
    expect(lastSeen(2)).toEqual([[storyId(2), true]]);
    // All of it, none of it, another page, and a page that has grown since.
    expect(lastSeen(3)).toEqual([]);
    expect(lastSeen(0)).toEqual([]);
    expect(lastSeen(2, 3, code(1))).toEqual([]);
    expect(lastSeen(2, 4)).toEqual([]);
  });

  it('say where the page beside has the story, and that a lead is joint only while it leads', () => {
    const mark = { articleId: storyId(1), note: 'One hospital', by: 'A. Marlowe', at: '2026-11-22T10:00:00.000Z' };
    const sameStories = new Map([[storyId(2), { here: 2, there: 5 }]]);
    const facts = { ...NONE, sameStories, besideName: 'Dorset' };
    const notes = new Map(notesOf(pageOfStories([1, 2], { jointLead: mark }), facts));
    expect(notes.get(storyId(1))?.joint).toBe(
      'Marked by A. Marlowe: it may lead neighbouring pages at once. “One hospital”',
    );
    expect(notes.get(storyId(2))).toMatchObject({ sameStory: 'also at 5 on Dorset', joint: null });
    expect(new Map(notesOf(pageOfStories([2, 1], { jointLead: mark }), NONE)).get(storyId(1))).toBeUndefined();
  });
});

describe('the fold', () => {
  it('lets through what ends above it, from the lead down to the first that does not', () => {
    const { fold } = SCREENS.phone;
    expect(countSeen([200, 420, fold, fold + 1, 900], fold)).toBe(3);
    expect(countSeen([fold + 1], fold)).toBe(0);
    expect(countSeen([100, 200], fold)).toBe(2);
    expect(countSeen([], fold)).toBe(0);
  });
});
