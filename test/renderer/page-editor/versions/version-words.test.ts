import { describe, expect, test } from 'vitest';
import { changeGroups, formatSignOff } from '../../../../renderer/features/page-editor/versions/version-words.ts';
import { wallTime } from '../../../../renderer/state/wall-time.ts';
import type { StoryId } from '../../../../shared/models.ts';
import type { PageChange, VersionSummary } from '../../../../shared/pages/versions.ts';

const SIGNED = { by: 'A. Marlowe' } as VersionSummary;
const change = (kind: PageChange['change'], headline: string): PageChange => ({
  articleId: headline as StoryId,
  headline,
  change: kind,
  says: headline,
  words: [],
});

describe('the words of versions', () => {
  test('say whether the page is as it was signed', () => {
    expect(formatSignOff({ signed: null, changes: 0 })).toBe('never signed off');
    expect(formatSignOff({ signed: SIGNED, changes: 0 })).toBe('signed off');
    expect(formatSignOff({ signed: SIGNED, changes: 1 })).toBe('1 change since sign-off');
    expect(formatSignOff({ signed: SIGNED, changes: 4 })).toBe('4 changes since sign-off');
  });

  test('a moment is told by the clock of the machine', () => {
    expect(wallTime('2026-11-22T23:30:00.000Z', 0)).toEqual({ day: '2026-11-22', time: '23:30' });
    expect(wallTime('2026-11-22T23:30:00.000Z', 60)).toEqual({ day: '2026-11-23', time: '00:30' });
  });

  test('changes stand by what happened, without what did not', () => {
    const groups = changeGroups([change('removed', 'A'), change('added', 'B'), change('removed', 'C')]);
    expect(groups.map(({ title, changes }) => [title, changes.length])).toEqual([
      ['Added', 1],
      ['Removed', 2],
    ]);
    expect(changeGroups([])).toEqual([]);
  });
});
